using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

/// <summary>A folder of the library as filed.</summary>
/// <param name="Name">Name of the folder; empty for the top.</param>
/// <param name="Folders">Folders in it, by name.</param>
/// <param name="Files">Files in it, by name.</param>
internal sealed record LibraryFolderView(string Name, IReadOnlyList<LibraryFolderView> Folders, IReadOnlyList<LibraryFileView> Files);

/// <summary>A file of the library as filed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its whole path.</param>
/// <param name="RecordId">The record it shows.</param>
/// <param name="SizeBytes">Size as stored.</param>
/// <param name="FiledAt">When its content was filed.</param>
internal sealed record LibraryFileView(string Name, string Path, string? RecordId, long SizeBytes, DateTimeOffset FiledAt);

internal static class LibraryEndpoints
{
    public static void MapLibrary(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/schools/{schoolId}/library").WithTags("Filing").RequireAuthorization(Policies.SchoolReader);
        group.MapGet("/", TreeAsync).WithName("GetLibrary");
        group.MapGet("/content", ContentAsync).WithName("GetLibraryFile");
    }

    /// <summary>What is filed of a school and year, as the folders stand. Restricted papers show only to those who may read them.</summary>
    internal static async Task<Results<Ok<LibraryFolderView>, ProblemHttpResult>> TreeAsync(
        string schoolId, int year, CadreDbContext database, CurrentUser user, RecordRights rights, CancellationToken cancellationToken)
    {
        if (!user.CanReadSchool(schoolId))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var documents = await ReadableAsync(database, rights, schoolId, year, null, cancellationToken);
        return TypedResults.Ok(Folder("", documents.Select(document => (document.Path.Split('/'), document)).ToList(), 0));
    }

    /// <summary>The bytes of a filed document as the library holds them now.</summary>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ContentAsync(
        string schoolId, string path, HttpContext context, CadreDbContext database, CurrentUser user, RecordRights rights, LibraryCatalog libraries, CancellationToken cancellationToken)
    {
        var known = user.CanReadSchool(schoolId)
            ? (await ReadableAsync(database, rights, schoolId, null, path, cancellationToken)).FirstOrDefault() : null;
        try
        {
            var library = known is null ? null : await libraries.ForCallerAsync(schoolId, context, cancellationToken);
            if (known is null || library is null || await library.FindAsync(known.Path, cancellationToken) is not { } file)
            {
                return Problems.NotFound("该文件", "file").ToResult();
            }

            var type = new FileExtensionContentTypeProvider().TryGetContentType(path, out var found) ? found : "application/octet-stream";
            return TypedResults.File(await library.ReadAsync(file, cancellationToken), type, LibraryPath.FileName(file.Path));
        }
        catch (LibraryException fault)
        {
            return LibraryProblem(fault).ToResult();
        }
    }

    /// <summary>A library's fault as an answer.</summary>
    internal static Problem LibraryProblem(LibraryException fault)
    {
        var (message, messageEn) = LibraryFaults.Sentences(fault.Fault.Code, fault.Detail);
        return new Problem(StatusCodes.Status503ServiceUnavailable, "library-" + fault.Fault.Code, "文件库暂时无法使用。", "The library cannot be used now.", message, messageEn);
    }

    private static async Task<List<FiledDocument>> ReadableAsync(
        CadreDbContext database, RecordRights rights, string schoolId, int? year, string? path, CancellationToken cancellationToken)
    {
        var rows = await (
            from document in database.FiledDocuments.AsNoTracking()
            join record in database.Records.AsNoTracking() on document.RecordId equals record.Id
            where document.SchoolId == schoolId && (year == null || document.Year == year) && (path == null || document.Path == path)
            select new { document, record }).ToListAsync(cancellationToken);
        return rows.Where(row => rights.CanRead(row.record)).Select(row => row.document).OrderBy(document => document.Path, StringComparer.Ordinal).ToList();
    }

    private static LibraryFolderView Folder(string name, List<(string[] Names, FiledDocument Document)> below, int depth) => new(
        name,
        below.Where(entry => entry.Names.Length > depth + 1).GroupBy(entry => entry.Names[depth])
            .Select(group => Folder(group.Key, group.ToList(), depth + 1)).ToList(),
        below.Where(entry => entry.Names.Length == depth + 1)
            .Select(entry => new LibraryFileView(entry.Names[depth], entry.Document.Path, entry.Document.RecordId, entry.Document.SizeBytes, entry.Document.FiledAt)).ToList());
}
