using CadreDocs.Documents;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CadreDocs.Service.Records;

/// <summary>Upload a filled document, look at what was read, apply it.</summary>
internal static class ReadingEndpoints
{
    public static void MapReadings(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/readings").RequireAuthorization(Policies.SignedIn).WithTags("Readings");
        group.MapPost("/", ReadAsync).WithName("ReadDocument").RequireRateLimiting(RateLimits.Uploads)
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
        group.MapPost("/{id}/apply", ApplyAsync).WithName("ApplyReading").ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
    }

    /// <summary>Reads a filled .docx or .xlsx. Nothing is changed yet: the answer shows, field by field, what applying would change.</summary>
    /// <param name="file">The document.</param>
    /// <param name="recordId">The record it is for; may be left out where the document says so itself.</param>
    /// <response code="403">The document belongs to somebody else.</response>
    /// <response code="415">Not a .docx or .xlsx that can be read.</response>
    /// <response code="422">Damaged or dangerous, of an unknown form, of another person, year or form.</response>
    internal static async Task<Results<Ok<ReadingView>, ProblemHttpResult>> ReadAsync(
        IFormFile file, [FromForm] string? recordId, ReadingService readings, CancellationToken cancellationToken)
    {
        if ((await UploadedFile.ReadAsync(file, cancellationToken)).Refused(out var problem, out var upload)
            || (await readings.ReadAsync(upload, string.IsNullOrEmpty(recordId) ? null : recordId, cancellationToken)).Refused(out problem, out var read))
        {
            return problem.ToResult();
        }

        return TypedResults.Ok(Show(read));
    }

    /// <summary>Puts a reading's values into its record.</summary>
    /// <response code="412">The record changed since the reading, or the document is older than the record and <c>overwrite</c> is not set; <c>differences</c> shows where.</response>
    internal static async Task<Results<Ok<RecordView>, ProblemHttpResult>> ApplyAsync(
        string id, ApplyRequest? request, HttpContext context, ReadingService readings, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await readings.OpenAsync(id, cancellationToken)).Refused(out var problem, out var reading))
        {
            return problem.ToResult();
        }

        var open = reading.Open;
        if (open.Refusal(RecordRights.Edit) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (context.Request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != open.Record.Version || (reading.Stale && request?.Overwrite != true))
        {
            return RecordEndpoints.Stale(open, reading.Data).ToResult();
        }

        if (await readings.ApplyAsync(reading, cancellationToken) is { } refused)
        {
            return refused.ToResult();
        }

        context.Response.SetVersion(open.Record.Version);
        return TypedResults.Ok(await views.ShowAsync(open, cancellationToken));
    }

    /// <summary>A reading field by field.</summary>
    internal static ReadingView Show(OpenReadingResult read)
    {
        var (reading, open, data, stale) = read.Reading;
        var differences = RecordDifferences.Between(data, open.Data, open.Form).ToDictionary(difference => difference.Place, StringComparer.Ordinal);
        var sources = new Dictionary<string, ReadField>(StringComparer.Ordinal);
        foreach (var field in read.Result.Fields)
        {
            sources[new Difference(field.Section, field.Row, field.Key, "", "", "").Place] = field;
        }

        var problems = RecordValidator.Check(data, open.Form, open.Scheme.Definition, complete: false)
            .ConvertAll(problem => problem with { File = reading.FileName });
        problems.AddRange((read.Back?.Problems ?? []).Select(problem => problem with { File = reading.FileName }));
        var notes = read.Result.NotUnderstood.Select(fault => new ReadingNote(fault.Message, fault.MessageEn)).ToList();
        return new ReadingView(
            reading.Id, open.Record.Id, open.Form.Id, open.Form.Title, reading.FileName, read.Result.Kind, reading.DocumentVersion, open.Record.Version,
            stale, ReadingFields.List(open, data, differences, sources), notes, problems, read.Back?.Changes ?? []);
    }
}
