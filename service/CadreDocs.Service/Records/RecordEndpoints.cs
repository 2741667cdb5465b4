using CadreDocs.Documents;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

internal static class RecordEndpoints
{
    public static void MapRecordEndpoints(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/records").RequireAuthorization(Policies.SignedIn).WithTags("Records");
        group.MapGet("/", ListAsync).WithName("ListRecords").ProducesProblem(403);
        group.MapPost("/", StartAsync).WithName("StartRecord").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
        group.MapGet("/{id}", GetAsync).WithName("GetRecord").ProducesProblem(404);
        group.MapPut("/{id}", WriteAsync).WithName("WriteRecord").ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        group.MapGet("/{id}/document", DownloadAsync).WithName("DownloadDocument").Produces(200, contentType: MediaTypes.Docx).ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Records of a person or a school in a year; papers in force over several years are in each of them.</summary>
    /// <response code="403">Neither the own papers nor a school that one may read.</response>
    internal static async Task<Results<Ok<List<RecordLine>>, ProblemHttpResult>> ListAsync(
        string? schoolId, string? personId, int? year, string? formId,
        CadreDbContext database, CurrentUser user, RecordRights rights, SchemeCatalog schemes, CancellationToken cancellationToken)
    {
        if (schoolId is null && personId is null)
        {
            personId = user.PersonId;
        }

        var records = database.Records.AsNoTracking();
        records = schoolId is null ? records : records.Where(record => record.SchoolId == schoolId);
        records = personId is null ? records : records.Where(record => record.PersonId == personId);
        records = year is null ? records : records.Where(record => record.Year <= year && record.UntilYear >= year);
        records = formId is null ? records : records.Where(record => record.FormId == formId);
        if (!user.OwnsPerson(personId) && schoolId is not null && !user.CanReadSchool(schoolId))
        {
            return Problems.Forbidden().ToResult();
        }

        var found = await records.OrderBy(record => record.Year).ThenBy(record => record.CreatedAt).ToListAsync(cancellationToken);
        var readable = found.FindAll(rights.CanRead);
        var names = await NamesAsync(readable, database, cancellationToken);
        return TypedResults.Ok(readable.ConvertAll(record => Line(record, names, schemes)));
    }

    /// <summary>Begins a record with what is already known filled in.</summary>
    /// <response code="409">Only one such paper may exist; <c>existingId</c> names it.</response>
    internal static async Task<Results<Created<RecordView>, ProblemHttpResult>> StartAsync(
        NewRecord request, HttpContext context, RecordStarter starter, RecordStore store, RecordViews views, CancellationToken cancellationToken)
    {
        var started = await starter.StartAsync(request, cancellationToken);
        if (started.Refused(out var problem, out var record)
            || (await store.OpenAsync(record.Id, cancellationToken)).Refused(out problem, out var open))
        {
            return problem.ToResult();
        }

        context.Response.SetVersion(record.Version);
        return TypedResults.Created($"/api/records/{record.Id}", await views.ShowAsync(open, cancellationToken));
    }

    /// <summary>A record with its values; the ETag is its version.</summary>
    internal static async Task<Results<Ok<RecordView>, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, RecordStore store, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        context.Response.SetVersion(open.Record.Version);
        return TypedResults.Ok(await views.ShowAsync(open, cancellationToken));
    }

    /// <summary>Puts new values in place of the old ones.</summary>
    /// <response code="412">The record was changed since; <c>differences</c> shows where the sent values differ from the current ones.</response>
    /// <response code="422">Values do not fit; <c>problems</c> names each.</response>
    internal static async Task<Results<Ok<RecordView>, ProblemHttpResult>> WriteAsync(
        string id, RecordValues request, HttpContext context, RecordStore store, RecordWriter writer, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (open.Refusal(RecordRights.Edit) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (context.Request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        var (data, problems) = RecordValidator.Read(request.Data, open.Form, open.Data);
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        if (version != open.Record.Version)
        {
            return Stale(open, data).ToResult();
        }

        if (await writer.WriteAsync(open, data, cancellationToken, request.Reviewed) is { } refused)
        {
            return refused.ToResult();
        }

        context.Response.SetVersion(open.Record.Version);
        return TypedResults.Ok(await views.ShowAsync(open, cancellationToken));
    }

    /// <summary>The record as a document, named as in the library.</summary>
    /// <param name="id">The record.</param>
    /// <param name="format"><c>docx</c> (default) or <c>xlsx</c>.</param>
    /// <param name="copy">1 or 2 for the marked copies of a sheet that is handed in twice.</param>
    /// <param name="paper">True to print it: places without a value stay blank, whatever the paper's state.</param>
    /// <response code="409"><c>period-unset</c>: the sheet needs rates that nobody has set; the problem says who must.</response>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        string id, string? format, int? copy, bool? paper, RecordStore store, RecordDocuments documents, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (await store.UncomputableAsync(open.Record, cancellationToken) is { } uncomputable)
        {
            return uncomputable.ToResult();
        }

        var kind = format == "xlsx" ? DocumentKind.Excel : DocumentKind.Word;
        var copies = open.Scheme.Definition.Copies.GetValueOrDefault(open.Form.Id) ?? [];
        var mark = copy is { } number && number >= 1 && number <= copies.Count ? copies[number - 1] : "";
        if ((format ?? "docx") is not ("docx" or "xlsx")
            || await documents.RenderAsync(open.Record, open.Data, kind, mark, cancellationToken, forPaper: paper == true) is not { } document)
        {
            return new Problem(
                StatusCodes.Status404NotFound, "no-such-format", "这份材料没有此格式的文件。", "This paper has no document of that kind.",
                "请选择列出的格式；只收原件的材料请在附件中下载。", "Choose one of the listed kinds; papers that are uploaded as they are lie among the attachments.").ToResult();
        }

        return TypedResults.File(document.Bytes.ToArray(), document.MediaType, document.FileName);
    }

    /// <summary>A stale write, with where it differs.</summary>
    internal static Problem Stale(OpenRecord open, Documents.Forms.FormData yours) => Problems.Stale(
        open.Record.Version,
        new Dictionary<string, object?> { ["differences"] = RecordDifferences.Between(yours, open.Data, open.Form) });

    private static async Task<Dictionary<string, string>> NamesAsync(List<Record> records, CadreDbContext database, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.PersonId).Distinct().ToList();
        return await database.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }

    private static RecordLine Line(Record record, Dictionary<string, string> names, SchemeCatalog schemes)
    {
        var form = schemes.Of(record).Find(record.FormId)!;
        return new RecordLine(
            record.Id, form.Id, form.Sheet, form.Title, form.TitleEn, record.Year, record.UntilYear, record.Semester, record.SchoolId,
            record.PersonId, record.PersonId is null ? null : names.GetValueOrDefault(record.PersonId), record.State, record.Version,
            record.Comment, record.ContentCode, record.UpdatedAt);
    }
}
