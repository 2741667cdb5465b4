using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Planning;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Verifying;

/// <summary>What is wrong with one file.</summary>
internal enum Difference
{
    /// <summary>Accepted, but never filed; the next filing brings it.</summary>
    NotFiled,

    /// <summary>Filed, but not there.</summary>
    Missing,

    /// <summary>There, but not filed by us.</summary>
    Extra,

    /// <summary>There, with other content.</summary>
    Changed,

    /// <summary>There, at another path.</summary>
    Moved,

    /// <summary>Filed once, and no longer what its paper says: an attachment was removed or replaced.</summary>
    Superseded,
}

/// <summary>One difference between what was filed and what the library holds.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">Path that was or is to be filed; for an extra file the one it has.</param>
/// <param name="Found">Where it was found, if moved; else null.</param>
/// <param name="By">Who changed it last, where the library says so.</param>
internal sealed record LibraryDifference(Difference Kind, string Path, string? Found = null, string? By = null);

/// <summary>Compares database and library, and repairs on demand.</summary>
internal sealed class LibraryVerifier(CadreDbContext database, FilingPlanner planner, LibraryCatalog libraries)
{
    /// <summary>Compares what was accepted and filed of a school and year with what is there.</summary>
    /// <param name="school">The school.</param>
    /// <param name="year">年度.</param>
    /// <param name="repair">Moves back what was moved, removes what was superseded, and forgets what is missing so that the next filing writes it again. What a person changed or added stays.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="LibraryException">The library cannot be read.</exception>
    public async Task<IReadOnlyList<LibraryDifference>> RunAsync(School school, int year, bool repair, CancellationToken cancellationToken) =>
        await RunAsync(await libraries.ForAsync(school.Id, cancellationToken), school, year, repair, cancellationToken);

    /// <summary>The same for a library at hand.</summary>
    internal async Task<IReadOnlyList<LibraryDifference>> RunAsync(IDocumentLibrary library, School school, int year, bool repair, CancellationToken cancellationToken)
    {
        var look = await LookAsync(library, school, year, cancellationToken);
        var differences = new List<LibraryDifference>();
        foreach (var document in look.Filed.OrderBy(document => document.Path, StringComparer.Ordinal))
        {
            var there = look.There.GetValueOrDefault(document.Path);
            if (look.IsSuperseded(document))
            {
                await SupersededAsync(library, document, there, repair, differences, cancellationToken);
            }
            else if (there is null)
            {
                await GoneAsync(library, look, document, repair, differences, cancellationToken);
            }
            else if (there.ETag != document.ETag && !await IsSameAsync(library, there, document, cancellationToken))
            {
                differences.Add(new LibraryDifference(Difference.Changed, document.Path, By: there.ModifiedBy));
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        var known = look.Known.Select(document => document.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. look.Wanted.Values.Where(item => !known.Contains(item.Path))
                .Select(item => new LibraryDifference(Difference.NotFiled, item.Path, look.Known.Find(document => document.Source == item.Source)?.Path)),
            .. differences,
            .. look.Extra.Select(file => new LibraryDifference(Difference.Extra, file.Path, By: file.ModifiedBy)),
        ];
    }

    private async Task<Look> LookAsync(IDocumentLibrary library, School school, int year, CancellationToken cancellationToken)
    {
        // The plan is made and not saved: looking files nothing.
        var items = await planner.ItemsAsync(new FilingPlan { Id = "verify", SchoolId = school.Id, Year = year, CreatedBy = "verify" }, school, cancellationToken);
        var wanted = items.Where(item => LibraryFields.YearOf(item.Fields) == year).ToDictionary(item => item.Path, StringComparer.OrdinalIgnoreCase);
        var known = await KnownAsync(school, cancellationToken);
        var filed = known.FindAll(document => document.Year == year);
        var there = new Dictionary<string, LibraryFile>(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in filed.Select(document => YearFolder(document.Path)).Append(planner.YearFolder(school, year)).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await foreach (var file in library.ListAsync(folder, cancellationToken))
            {
                there[file.Path] = file;
            }
        }

        var paths = known.Select(document => document.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new Look(wanted, known, filed, there, there.Values.Where(file => !paths.Contains(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal).ToList());
    }

    // A paper in force for several years belongs to its first, whichever year's filing brought it.
    private async Task<List<FiledDocument>> KnownAsync(School school, CancellationToken cancellationToken)
    {
        var rows = await (
            from document in database.FiledDocuments
            join record in database.Records on document.RecordId equals record.Id into records
            from record in records.DefaultIfEmpty()
            where document.SchoolId == school.Id
            select new { document, Year = (int?)record.Year }).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.Year is not null))
        {
            row.document.Year = row.document.Source.StartsWith("reference:", StringComparison.Ordinal)
                && int.TryParse(row.document.Source.Split(':')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : row.Year!.Value;
        }

        return rows.ConvertAll(row => row.document);
    }

    private async Task SupersededAsync(IDocumentLibrary library, FiledDocument document, LibraryFile? there, bool repair, List<LibraryDifference> differences, CancellationToken cancellationToken)
    {
        if (there is not null)
        {
            differences.Add(new LibraryDifference(Difference.Superseded, document.Path, By: there.ModifiedBy));
        }

        // What a person wrote into it since is theirs.
        if (!repair || (there is not null && there.ETag != document.ETag && !await IsSameAsync(library, there, document, cancellationToken)))
        {
            return;
        }

        if (there is not null)
        {
            await library.DeleteAsync(there, cancellationToken);
        }

        database.FiledDocuments.Remove(document);
    }

    private async Task GoneAsync(IDocumentLibrary library, Look look, FiledDocument document, bool repair, List<LibraryDifference> differences, CancellationToken cancellationToken)
    {
        // Whatever left the folders that were looked through is still found by its id.
        var moved = look.Extra.Find(file => file.Id == document.RemoteId || file.ETag == document.ETag)
            ?? (await library.FindByIdAsync(document.RemoteId, cancellationToken) is { } far && !look.Known.Exists(other => string.Equals(other.Path, far.Path, StringComparison.OrdinalIgnoreCase)) ? far : null);
        if (moved is null)
        {
            differences.Add(new LibraryDifference(Difference.Missing, document.Path));
            if (repair)
            {
                database.FiledDocuments.Remove(document);
            }

            return;
        }

        look.Extra.Remove(moved);
        differences.Add(new LibraryDifference(Difference.Moved, document.Path, moved.Path, moved.ModifiedBy));
        if (repair)
        {
            await library.EnsureFolderAsync(LibraryPath.Folder(document.Path), cancellationToken);
            if (await library.MoveAsync(moved, document.Path, cancellationToken) is { Outcome: not PutOutcome.Conflict, File: { } back })
            {
                // Its tag stays the one that was filed where somebody changed it on the way: the next look shows that.
                document.RemoteId = back.Id;
                document.ETag = moved.ETag == document.ETag ? back.ETag : document.ETag;
            }
        }
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

    private static string YearFolder(string path) => string.Join('/', path.Split('/').SkipLast(1).Take(3));

    /// <summary>What one look found.</summary>
    /// <param name="Wanted">What belongs into the year's folders now, by path.</param>
    /// <param name="Known">Everything that was filed of the school.</param>
    /// <param name="Filed">Of that, what stands in the year's folders.</param>
    /// <param name="There">The files in the year's folders, by path.</param>
    /// <param name="Extra">Of these, what was not filed by us.</param>
    private sealed record Look(
        Dictionary<string, FilingItem> Wanted, List<FiledDocument> Known, List<FiledDocument> Filed, Dictionary<string, LibraryFile> There, List<LibraryFile> Extra)
    {
        private readonly HashSet<string?> _records = Wanted.Values.Select(item => item.RecordId).ToHashSet();
        private readonly Dictionary<string, string> _bySource = Wanted.Values.ToDictionary(item => item.Source, item => item.Path, StringComparer.Ordinal);

        /// <summary>
        /// True for a file of an accepted paper that the paper no longer has, or has at another path where it stands too. A paper that was
        /// opened again keeps what was filed of it until it is accepted anew.
        /// </summary>
        public bool IsSuperseded(FiledDocument document) =>
            _records.Contains(document.RecordId) && !Wanted.ContainsKey(document.Path)
            && (!_bySource.TryGetValue(document.Source, out var path) || Known.Exists(other => string.Equals(other.Path, path, StringComparison.OrdinalIgnoreCase)));
    }
}
