using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Verifying;

/// <summary>What is wrong with one file.</summary>
internal enum Difference
{
    /// <summary>Filed, but not there.</summary>
    Missing,

    /// <summary>There, but not filed by us.</summary>
    Extra,

    /// <summary>There, with other content.</summary>
    Changed,

    /// <summary>There, at another path.</summary>
    Moved,
}

/// <summary>One difference between what was filed and what the library holds.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">Path that was filed; for an extra file the one it has.</param>
/// <param name="Found">Where it was found, if moved; else null.</param>
/// <param name="By">Who changed it last, where the library says so.</param>
internal sealed record LibraryDifference(Difference Kind, string Path, string? Found = null, string? By = null);

/// <summary>Compares database and library, and repairs on demand.</summary>
internal sealed class LibraryVerifier(CadreDbContext database, LibraryCatalog libraries)
{
    /// <summary>Compares what was filed of a school and year with what is there.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="year">年度.</param>
    /// <param name="repair">Moves back what was moved, and forgets what is missing so that the next filing writes it again. What a person changed or added stays.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LibraryException">The library cannot be read.</exception>
    public async Task<IReadOnlyList<LibraryDifference>> RunAsync(string schoolId, int year, bool repair, CancellationToken cancellationToken)
    {
        var library = await libraries.ForAsync(schoolId, cancellationToken);
        var filed = await database.FiledDocuments.Where(document => document.SchoolId == schoolId && document.Year == year).ToListAsync(cancellationToken);
        var there = new Dictionary<string, LibraryFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in filed.Select(document => string.Join('/', document.Path.Split('/').SkipLast(1).Take(3))).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await foreach (var file in library.ListAsync(folder, cancellationToken))
            {
                there[file.Path] = file;
            }
        }

        var known = filed.Select(document => document.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = await database.FiledDocuments.Where(document => document.SchoolId == schoolId && document.Year != year)
            .Select(document => document.Path).ToListAsync(cancellationToken);
        var extra = there.Values.Where(file => !known.Contains(file.Path) && !others.Contains(file.Path)).ToList();
        var differences = new List<LibraryDifference>();
        foreach (var document in filed.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            if (there.TryGetValue(document.Path, out var file))
            {
                if (file.ETag != document.ETag && !await IsSameAsync(library, file, document, cancellationToken))
                {
                    differences.Add(new LibraryDifference(Difference.Changed, document.Path, By: file.ModifiedBy));
                }
            }
            else if (extra.Find(candidate => candidate.Id == document.RemoteId || candidate.ETag == document.ETag) is { } moved)
            {
                extra.Remove(moved);
                differences.Add(new LibraryDifference(Difference.Moved, document.Path, moved.Path, moved.ModifiedBy));
                if (repair && (await library.MoveAsync(moved, document.Path, cancellationToken)).File is { } back)
                {
                    (document.RemoteId, document.ETag) = (back.Id, back.ETag);
                }
            }
            else
            {
                differences.Add(new LibraryDifference(Difference.Missing, document.Path));
                if (repair)
                {
                    database.FiledDocuments.Remove(document);
                }
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        return [.. differences, .. extra.Select(file => new LibraryDifference(Difference.Extra, file.Path, By: file.ModifiedBy))];
    }

    // The tag moves when SharePoint writes its columns into an Office file; only the text decides then. Noting the new tag spares the next look.
    private static async Task<bool> IsSameAsync(IDocumentLibrary library, LibraryFile file, FiledDocument document, CancellationToken cancellationToken)
    {
        using var content = await LibraryReading.FetchAsync(library, file, cancellationToken);
        if (content.Hash != document.Hash && content.StableHash != document.StableHash)
        {
            return false;
        }

        document.ETag = file.ETag;
        return true;
    }
}
