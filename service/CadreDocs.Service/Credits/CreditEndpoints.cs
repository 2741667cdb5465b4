using System.Net.Mime;
using CadreDocs.Documents;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

internal static class CreditEndpoints
{
    public static void MapCreditSheets(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}/credits").WithTags("Credits").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", GetAsync).WithName("GetCredits");
        group.MapPut("/{personId}", EditAsync).WithName("EditCredit");
        group.MapGet("/document", DocumentAsync).WithName("GetCreditDocument").Produces<Stream>(200, MediaTypes.Docx, MediaTypes.Xlsx);
    }

    /// <summary>表4 as it stands: every number with the papers behind it, gaps by name, what is declared and what is recognised.</summary>
    internal static async Task<Results<Ok<CreditSheetView>, ProblemHttpResult>> GetAsync(
        string id, int year, CadreDbContext database, CreditBook book, SchoolSheets sheets, SchemeCatalog schemes, CurrentUser user, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstOrDefaultAsync(school => school.Id == id, cancellationToken);
        if (school is null || !user.CanReadSchool(id))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var version = schemes.ForYear(year);
        var rows = await book.SchoolAsync(id, year, cancellationToken);
        var sheet = await sheets.FindAsync(CreditDeclarationForm.Id, id, null, year, cancellationToken);
        var signed = await database.SignOffs.AsNoTracking().FirstOrDefaultAsync(sign => sign.SchoolId == id && sign.Year == year, cancellationToken);
        var closed = await database.YearClosings.AnyAsync(closing => closing.SchoolId == id && closing.Year == year, cancellationToken);
        var by = signed is null ? null : await database.People.Where(person => person.Id == signed.SignedBy).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        var lead = school.TrainingLead ?? await database.RoleGrants.Where(grant => grant.Role == Roles.Secretary && grant.SchoolId == id)
            .Join(database.People, grant => grant.PersonId, person => person.Id, (_, person) => person).OrderBy(person => person.Id).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        var code = sheet is null ? null : await sheets.CodeAsync(sheet, cancellationToken);
        return TypedResults.Ok(new CreditSheetView(
            id, school.Name, year, lead,
            version.Definition.Counts.Select(count => new CreditColumnView(count.Key, count.Form, count.Label, version.Find(count.Form)?.TitleEn ?? count.Key, count.Presence ? 1 : count.Minimum)).ToList(),
            rows.Select(CreditRowView.Of).ToList(),
            sheet is null ? null : new CreditSheetState(sheet.Id, sheet.State, code!, sheet.PrintedCode, sheet.PrintedCode.Length > 0 && sheet.PrintedCode != code),
            signed is null ? null : new SignedOffView(by ?? signed.SignedBy, signed.SignedAt),
            closed, user.IsSecretaryOf(id) && signed is null && !closed));
    }

    /// <summary>Types numbers that differ from the papers, and declares the credit; needs If-Match (0 while nothing was written).</summary>
    /// <response code="409">The line was audited, the year was handed in or signed off.</response>
    /// <response code="412">Someone changed the line meanwhile; <c>current</c> is the line now.</response>
    /// <response code="422">A typed number or a credit over gaps has no reason; <c>problems</c> names column and papers.</response>
    internal static async Task<Results<Ok<CreditRowView>, ProblemHttpResult>> EditAsync(
        string id, string personId, int year, EditCredit body, HttpRequest request, CadreDbContext database, CreditBook book, CreditWriter writer, CurrentUser user,
        CancellationToken cancellationToken)
    {
        if (!user.IsSecretaryOf(id))
        {
            return (user.CanReadSchool(id) ? Problems.Forbidden("学分由学校填报人申报。", "Credits are declared by the school's secretary.") : Problems.NotFound("该学校", "school")).ToResult();
        }

        var row = (await book.SchoolAsync(id, year, cancellationToken)).Find(row => row.PersonId == personId);
        if (row is null)
        {
            return Problems.NotFound("该干部的学分行（12月31日不在本校任职的由任职学校申报）", "line of this cadre (the school of 31 December files)").ToResult();
        }

        if (await SettledAsync(database, id, year, cancellationToken) is { } settled)
        {
            return settled.ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != row.Version)
        {
            return Problems.Stale(row.Version, new Dictionary<string, object?> { ["current"] = CreditRowView.Of(row) }).ToResult();
        }

        if (await writer.DeclareAsync(book.Rules(year), row, year, body, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        await database.SaveChangesAsync(cancellationToken);
        var saved = (await book.SchoolAsync(id, year, cancellationToken)).First(row => row.PersonId == personId);
        request.HttpContext.Response.SetVersion(saved.Version);
        return TypedResults.Ok(CreditRowView.Of(saved));
    }

    /// <summary>表4 as a document of the moment. Its content code becomes the printed one: a later change makes this print void (R66).</summary>
    /// <param name="id">The school.</param>
    /// <param name="year">The year.</param>
    /// <param name="format">docx (default) or xlsx.</param>
    /// <param name="copy">1 for 第一份, 2 for 第二份; left out for none.</param>
    /// <param name="sheets">The school's computed sheets.</param>
    /// <param name="database">The database.</param>
    /// <param name="schemes">The scheme versions.</param>
    /// <param name="user">The asker.</param>
    /// <param name="response">Carries the version.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DocumentAsync(
        string id, int year, string? format, int? copy, SchoolSheets sheets, CadreDbContext database, SchemeCatalog schemes, CurrentUser user, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (!user.CanReadSchool(id) || !await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (format is not (null or "docx" or "xlsx") || copy is not (null or 1 or 2))
        {
            return Problems.Invalid([new ProblemItem("format", "格式只有 docx 和 xlsx，份数只有 1 和 2。", "The format is docx or xlsx, the copy 1 or 2.", Field: "format")]).ToResult();
        }

        var record = await sheets.EnsureAsync(CreditDeclarationForm.Id, id, null, year, cancellationToken);
        var names = schemes.Of(record).Definition.Copies.GetValueOrDefault(CreditDeclarationForm.Id) ?? ["第一份", "第二份"];
        var document = await sheets.PrintAsync(record, format == "xlsx" ? DocumentKind.Excel : DocumentKind.Word, copy is { } number ? names[number - 1] : "", cancellationToken);
        return document is null
            ? Problems.NotFound("这种格式的文档", "document of this kind").ToResult()
            : Download(document, response, record.Version);
    }

    internal static FileContentHttpResult Download(RecordDocument document, HttpResponse response, int version)
    {
        response.SetVersion(version);
        return TypedResults.File(document.Bytes.ToArray(), document.MediaType ?? MediaTypeNames.Application.Octet, document.FileName);
    }

    /// <summary>Why nothing of a year may change any more; null while it may.</summary>
    internal static async Task<Problem?> SettledAsync(CadreDbContext database, string schoolId, int year, CancellationToken cancellationToken)
    {
        if (await database.SignOffs.AnyAsync(sign => sign.SchoolId == schoolId && sign.Year == year, cancellationToken))
        {
            return Problems.Conflict("signed-off", $"{year}年度学分已由区级审核人签审，不能再改。", $"The credits of {year} were signed off and cannot be changed.", "如确有误，请联系区教育学院撤销签审。", "Ask the college to take the signature back.");
        }

        return await database.YearClosings.AnyAsync(closing => closing.SchoolId == schoolId && closing.Year == year, cancellationToken)
            ? Problems.Conflict("year-closed", $"{year}年度已结账上报，不能再改。", $"The year {year} was handed in and cannot be changed.", "请联系区教育学院重新打开该年度。", "Ask the college to reopen the year.")
            : null;
    }
}
