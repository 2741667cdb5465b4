using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Pane;

/// <summary>A record as the texts of its document's controls: what the task pane compares with, pulls and saves.</summary>
internal static class TextEndpoints
{
    /// <summary>More controls than any sheet has; a request with more is no document of ours.</summary>
    private const int MaxTexts = 20_000;

    public static void MapTexts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/records/{id}/texts").RequireAuthorization(Policies.SignedIn).WithTags("Pane");
        group.MapGet("/", GetAsync).WithName("GetTexts").ProducesProblem(404);
        group.MapPut("/", WriteAsync).WithName("WriteTexts").ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
    }

    /// <summary>The record with the text of every place, spelled as in a fresh document.</summary>
    /// <param name="id">The record.</param>
    /// <param name="context">The request.</param>
    /// <param name="store">Opens records.</param>
    /// <param name="views">Shows records.</param>
    /// <param name="past">Finds former values.</param>
    /// <param name="code">Content code of the document at hand; where the record has another by now, <c>past</c> is what it had then.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    internal static async Task<Results<Ok<TextRecord>, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, RecordStore store, RecordViews views, PastValues past, string? code, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        context.Response.SetVersion(open.Record.Version);
        var record = await ShowAsync(open, views, cancellationToken);
        return TypedResults.Ok(string.IsNullOrEmpty(code) || code == record.ContentCode || await past.FindAsync(open, code, cancellationToken) is not { } values
            ? record
            : record with { Past = FieldTexts.Print(open.Form, values) });
    }

    /// <summary>Saves texts of a document, read as an uploaded document is. Places that are not named keep their values: a deleted control deletes nothing.</summary>
    /// <response code="412">The record was changed since; <c>conflicts</c> shows each place where the document differs.</response>
    /// <response code="422">Texts that are no values of their fields; <c>problems</c> names each by tag.</response>
    internal static async Task<Results<Ok<TextRecord>, ProblemHttpResult>> WriteAsync(
        string id, TextWrite request, HttpContext context, RecordStore store, RecordWriter writer, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (context.Request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (open.Refusal(RecordRights.Edit) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (request.Texts.Count > MaxTexts || request.Texts.Any(text => text?.Tag is null || text.Text is null || text.Occurrence is < 0 or >= RecordValidator.MaxRows))
        {
            return Problems.Invalid([new ProblemItem(
                "texts", $"最多{MaxTexts}处，每处须有标记、{RecordValidator.MaxRows}以内的行号与文字。",
                $"At most {MaxTexts} places, each with a tag, a row below {RecordValidator.MaxRows} and a text.", Field: "texts")]).ToResult();
        }

        var (read, faults) = FieldTexts.Read(open.Form, open.Data, request.Texts);
        if (faults.Count > 0)
        {
            return Problems.Invalid([.. faults.Select(fault => new ProblemItem(fault.Code, fault.Message, fault.MessageEn, Row: fault.Row, Field: fault.Tag))]).ToResult();
        }

        var data = RecordValidator.Tidy(read, open.Form, open.Data);
        var seen = await ShowAsync(open, views, cancellationToken);
        if (version != open.Record.Version || (request.Code is { } code && code != seen.ContentCode))
        {
            return Problems.Stale(open.Record.Version, new Dictionary<string, object?>
            {
                ["conflicts"] = RecordDifferences.Between(data, open.Data, open.Form).ConvertAll(difference => Conflict(difference, open.Form)),
                ["record"] = seen,
            }).ToResult();
        }

        if (await writer.WriteAsync(open, data, cancellationToken) is { } refused)
        {
            return refused.ToResult();
        }

        if ((await store.OpenAsync(id, cancellationToken)).Refused(out problem, out var saved))
        {
            return problem.ToResult();
        }

        context.Response.SetVersion(saved.Record.Version);
        var elsewhere = RecordDifferences.Between(data, saved.Data, saved.Form).Select(difference => difference.Section).OfType<string>().Distinct();
        return TypedResults.Ok(await ShowAsync(saved, views, cancellationToken) with { Rearranged = [.. elsewhere] });
    }

    private static TextConflict Conflict(Difference difference, FormDefinition form)
    {
        var tag = difference.Section is null ? difference.Key : $"{difference.Section}.{difference.Key}";
        return new TextConflict(
            tag, (difference.Row ?? 1) - 1, difference.Label, FieldTexts.Print(form, tag, difference.Yours), FieldTexts.Print(form, tag, difference.Theirs));
    }

    private static async Task<TextRecord> ShowAsync(OpenRecord open, RecordViews views, CancellationToken cancellationToken)
    {
        var view = await views.ShowAsync(open, cancellationToken);
        var places = FieldTexts.Print(open.Form, FormData.FromJson(view.Data)).ConvertAll(text => Place(text, open.Form, view.Carried));
        return new TextRecord(
            view.Id, view.FormId, view.Sheet, view.Title, view.TitleEn, view.SchemeVersion, view.PersonName ?? view.SchoolName,
            view.SemesterName ?? (view.UntilYear > view.Year ? $"{view.Year}—{view.UntilYear}" : $"{view.Year}年度"), view.Version, view.State,
            view.Comment, view.ContentCode, view.PrintedCode, view.Allowed.Contains(RecordRights.Edit), view.Allowed.Contains(RecordRights.Submit), places, view.UpdatedAt);
    }

    private static TextPlace Place(FieldText text, FormDefinition form, IReadOnlyList<CarriedField> carried)
    {
        var field = FieldTexts.FieldOf(form, text.Tag)!;
        return new TextPlace(text.Tag, text.Occurrence, field.Label, field.LabelEn ?? field.Key, text.Text, field.Prompt ?? "请填写" + field.Label, field.Required && text.Occurrence == 0, field.Computed,
            carried.FirstOrDefault(item => item.Key == text.Tag)?.Paragraphs.Count ?? 0);
    }
}

/// <summary>Texts of a document.</summary>
/// <param name="Texts">The places to write; prompts already taken for empty.</param>
/// <param name="Code">Content code of the record that was seen, since rows drawn from elsewhere change without a new version; null asks for the version only.</param>
internal sealed record TextWrite(IReadOnlyList<FieldText> Texts, string? Code = null);

/// <summary>A record with the text of every place.</summary>
/// <param name="UpdatedAt">Moment of its last change.</param>
/// <param name="Past">The texts when the record had the content code that was asked with; null where it still has it, or where they are not known.</param>
/// <param name="Rearranged">After a write: sections whose rows stand in another order than they were sent.</param>
internal sealed record TextRecord(
    string Id, string FormId, string? Sheet, string Title, string TitleEn, string Scheme, string Owner, string Period, int Version, RecordState State,
    string? Comment, string ContentCode, string PrintedCode, bool Editable, bool Submittable, IReadOnlyList<TextPlace> Fields,
    DateTimeOffset UpdatedAt, IReadOnlyList<FieldText>? Past = null, IReadOnlyList<string>? Rearranged = null);

/// <summary>One place with its text, prompt and rules; <c>Carried</c> counts its paragraphs that stand untouched from last year.</summary>
internal sealed record TextPlace(string Tag, int Occurrence, string Label, string LabelEn, string Text, string Prompt, bool Required, bool Computed, int Carried);

/// <summary>One place where a stale document and the record differ, as texts.</summary>
internal sealed record TextConflict(string Tag, int Occurrence, string Label, string Yours, string Theirs);
