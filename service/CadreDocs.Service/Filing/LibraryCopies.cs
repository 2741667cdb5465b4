using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

/// <summary>How the library's file compares with what was filed.</summary>
internal enum LibraryCopyState
{
    /// <summary>The paper was never filed.</summary>
    NotFiled,

    /// <summary>As it was filed.</summary>
    AsFiled,

    /// <summary>Somebody changed it in the library since.</summary>
    Changed,

    /// <summary>Filed once, and not in its place now.</summary>
    Missing,
}

/// <summary>A paper's own document in the library.</summary>
/// <param name="State">How it compares with what was filed.</param>
/// <param name="Path">Where it was filed; null where it never was.</param>
/// <param name="FiledAt">When its content was filed.</param>
/// <param name="ChangedBy">Who changed it last, where somebody did and the library says so.</param>
/// <param name="Link">Address to open it in the library; null in a folder on this machine.</param>
internal sealed record LibraryCopy(LibraryCopyState State, string? Path, DateTimeOffset? FiledAt, string? ChangedBy, Uri? Link);

internal static class LibraryCopyEndpoints
{
    public static void MapLibraryCopies(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/records/{id}/library").WithTags("Filing").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/", GetAsync).WithName("GetLibraryCopy");
        group.MapGet("/content", ContentAsync).WithName("GetLibraryCopyContent");
    }

    /// <summary>Whether the paper's document in the library is still as it was filed; asks the library, by its tag first and by its text only where that moved.</summary>
    internal static async Task<Results<Ok<LibraryCopy>, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, CadreDbContext database, RecordStore store, LibraryCatalog libraries, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (await FindAsync(id, database, cancellationToken) is not { } document)
        {
            return TypedResults.Ok(new LibraryCopy(LibraryCopyState.NotFiled, null, null, null, null));
        }

        try
        {
            var library = await libraries.ForCallerAsync(open.Record.SchoolId, context, cancellationToken);
            if (await library.FindAsync(document.Path, cancellationToken) is not { } file)
            {
                return TypedResults.Ok(new LibraryCopy(LibraryCopyState.Missing, document.Path, document.FiledAt, null, null));
            }

            // The tag moves also when SharePoint writes its columns into the file; only other words count as a change.
            var changed = file.ETag != document.ETag && !await IsSameAsync(library, file, document, cancellationToken);
            return TypedResults.Ok(new LibraryCopy(
                changed ? LibraryCopyState.Changed : LibraryCopyState.AsFiled, document.Path, document.FiledAt, changed ? file.ModifiedBy : null, file.Link));
        }
        catch (LibraryException fault)
        {
            return LibraryEndpoints.LibraryProblem(fault).ToResult();
        }
    }

    /// <summary>The paper's document as the library holds it now.</summary>
    /// <response code="404">It was never filed, or is not in its place.</response>
    internal static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> ContentAsync(
        string id, HttpContext context, CadreDbContext database, RecordStore store, LibraryCatalog libraries, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        try
        {
            var document = await FindAsync(id, database, cancellationToken);
            var library = document is null ? null : await libraries.ForCallerAsync(open.Record.SchoolId, context, cancellationToken);
            if (document is null || library is null || await library.FindAsync(document.Path, cancellationToken) is not { } file)
            {
                return Problems.NotFound("文件库中的文件", "file in the library").ToResult();
            }

            var type = new FileExtensionContentTypeProvider().TryGetContentType(file.Path, out var found) ? found : "application/octet-stream";
            return TypedResults.File(await library.ReadAsync(file, cancellationToken), type, LibraryPath.FileName(file.Path));
        }
        catch (LibraryException fault)
        {
            return LibraryEndpoints.LibraryProblem(fault).ToResult();
        }
    }

    private static Task<FiledDocument?> FindAsync(string recordId, CadreDbContext database, CancellationToken cancellationToken)
    {
        var prefix = $"record:{recordId}:";
        return database.FiledDocuments.AsNoTracking().FirstOrDefaultAsync(document => document.Source.StartsWith(prefix), cancellationToken);
    }

    private static async Task<bool> IsSameAsync(IDocumentLibrary library, LibraryFile file, FiledDocument document, CancellationToken cancellationToken)
    {
        using var content = await LibraryReading.FetchAsync(library, file, cancellationToken);
        return content.Hash == document.Hash || content.StableHash == document.StableHash;
    }
}
