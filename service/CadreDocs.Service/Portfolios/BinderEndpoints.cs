using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

internal static class BinderEndpoints
{
    public static void MapBinders(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{id}").RequireAuthorization(Policies.SignedIn).WithTags("Portfolios");
        group.MapGet("/binder", BindAsync).WithName("GetBinder");
        group.MapGet("/preflight", CheckAsync).WithName("GetPreflight");
    }

    /// <summary>The accepted papers of a year as one document: cover, contents with page numbers, items in official order.</summary>
    /// <param name="id">The school.</param>
    /// <param name="year">The year.</param>
    /// <param name="person">The cadre whose portfolio is bound; left out for the school's.</param>
    /// <param name="everyone">Without a cadre: also every cadre's portfolio.</param>
    /// <param name="format"><c>docx</c> (default), or <c>pdf</c> where the service has LibreOffice.</param>
    /// <param name="singleSided">True where papers need not begin on a right-hand page.</param>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> BindAsync(
        string id, int year, string? person, bool? everyone, string? format, bool? singleSided,
        Binder binder, BinderPrinter printer, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (school is null || !(user.CanReadSchool(id) || user.OwnsPerson(person)))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (format is not (null or "docx" or "pdf") || (format == "pdf" && !printer.IsAvailable))
        {
            return new Problem(
                StatusCodes.Status404NotFound, "no-such-format", "这里不能生成这种格式的合订本。", "The binder cannot be made in this format here.",
                "请下载 Word 文档，在 Word 中打印或另存为 PDF。", "Take the Word document and print it, or save it as PDF, from Word.").ToResult();
        }

        if ((await binder.MakeAsync(school, year, person, person is null && everyone == true, singleSided ?? false, cancellationToken)).Refused(out var problem, out var file))
        {
            return problem.ToResult();
        }

        if (format is not "pdf")
        {
            return TypedResults.File(file.Document, MediaTypes.Docx, file.Name + ".docx");
        }

        try
        {
            return TypedResults.File(await printer.PrintAsync(file.Document, cancellationToken), MediaTypes.Pdf, file.Name + ".pdf");
        }
        catch (Exception fault) when (fault is InvalidOperationException or TimeoutException)
        {
            return new Problem(
                StatusCodes.Status503ServiceUnavailable, "not-printed", "这次没有生成 PDF。", "No PDF was made this time.",
                "请稍后再试，或下载 Word 文档，在 Word 中另存为 PDF。", "Try again later, or take the Word document and save it as PDF from Word.").ToResult();
        }
    }

    /// <summary>What to know before printing: whether PDF can be made here, and papers of a year with characters that their fonts cannot draw.</summary>
    /// <param name="id">The school.</param>
    /// <param name="year">The year.</param>
    /// <param name="person">One cadre only; left out for all papers one may read.</param>
    internal static async Task<Results<Ok<PrintCheck>, ProblemHttpResult>> CheckAsync(
        string id, int year, string? person, Binder binder, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanReadSchool(id) || user.OwnsPerson(person)
            ? TypedResults.Ok(await binder.CheckAsync(id, year, person, cancellationToken))
            : Problems.NotFound("该学校", "school").ToResult();
}
