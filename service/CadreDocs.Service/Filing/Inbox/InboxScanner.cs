using System.Security.Cryptography;
using System.Text;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.Inbox;

/// <summary>
/// Looks through the libraries for papers that arrived without us, in the schools' inbox folders, and for filed papers that somebody
/// changed in the library. What was seen stands in the database, so a file is read once for each of its contents.
/// </summary>
internal sealed class InboxScanner(
    CadreDbContext database, LibraryCatalog libraries, PaperRecogniser recogniser, SchemeCatalog schemes, IOptions<FilingOptions> options, TimeProvider clock)
{
    /// <summary>The inbox folder of a school.</summary>
    public string FolderOf(School school) =>
        LibraryPath.Combine([NoSlash(schemes.Versions[^1].Definition.District), NoSlash(school.Name)], options.Value.InboxFolder);

    /// <summary>Looks through the libraries of all schools.</summary>
    /// <exception cref="LibraryException">A library cannot be read.</exception>
    public async Task ScanAsync(CancellationToken cancellationToken)
    {
        var schools = await database.Schools.AsNoTracking().ToListAsync(cancellationToken);
        var byLibrary = new Dictionary<string, (IDocumentLibrary Library, List<School> Schools)>(StringComparer.Ordinal);
        foreach (var school in schools)
        {
            var library = await libraries.ForAsync(school.Id, cancellationToken);
            byLibrary.TryAdd(library.Id, (library, []));
            byLibrary[library.Id].Schools.Add(school);
        }

        foreach (var (library, ofIt) in byLibrary.Values)
        {
            await ScanAsync(library, ofIt, cancellationToken);
        }
    }

    /// <summary>Looks through the library of one school, and makes its inbox folder.</summary>
    /// <exception cref="LibraryException">The library cannot be read.</exception>
    public async Task ScanAsync(School school, CancellationToken cancellationToken)
    {
        var library = await libraries.ForAsync(school.Id, cancellationToken);
        await library.EnsureFolderAsync(FolderOf(school), cancellationToken);

        // The cursor belongs to the library, so every school in it is looked after.
        var ofIt = new List<School>();
        foreach (var other in await database.Schools.AsNoTracking().ToListAsync(cancellationToken))
        {
            if ((await libraries.ForAsync(other.Id, cancellationToken)).Id == library.Id)
            {
                ofIt.Add(other);
            }
        }

        await ScanAsync(library, ofIt, cancellationToken);
    }

    /// <summary>Looks through a library that holds these schools.</summary>
    internal async Task ScanAsync(IDocumentLibrary library, IReadOnlyList<School> schools, CancellationToken cancellationToken)
    {
        var folders = schools.ToDictionary(school => FolderOf(school) + "/", school => school.Id, StringComparer.OrdinalIgnoreCase);
        var cursor = await database.LibraryCursors.FirstOrDefaultAsync(item => item.Id == library.Id, cancellationToken);
        var changes = await library.ChangesAsync(folders.Keys.Select(folder => folder.TrimEnd('/')).ToList(), cursor?.DeltaLink, cancellationToken);
        var seen = await database.InboxPapers.Where(paper => paper.LibraryId == library.Id).ToDictionaryAsync(paper => paper.Id, cancellationToken);
        var filed = (await database.FiledDocuments.ToListAsync(cancellationToken)).ToLookup(document => document.RemoteId, StringComparer.Ordinal);
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in changes.Files.Where(file => !IsRubbish(LibraryPath.FileName(file.Path))))
        {
            var id = IdOf(library.Id, file.Id);
            there.Add(id);
            var known = seen.GetValueOrDefault(id);
            if (known?.ETag == file.ETag)
            {
                known.Path = file.Path;
            }
            else if (filed[file.Id].FirstOrDefault() is { } document)
            {
                await LookAtFiledAsync(library, file, document, known, cancellationToken);
            }
            else if (folders.FirstOrDefault(folder => file.Path.StartsWith(folder.Key, StringComparison.OrdinalIgnoreCase)) is { Value: { } schoolId })
            {
                Keep(library, file, known, schoolId, await RecogniseAsync(library, file, schoolId, cancellationToken));
            }
        }

        // What is gone needs nobody any more; what was changed in a filed paper is not gone because it was not reported again.
        database.InboxPapers.RemoveRange(seen.Values.Where(paper => paper.State != InboxState.Settled && !there.Contains(paper.Id)
            && (changes.Gone.Contains(paper.RemoteId) || (changes.Whole && paper.Reason != "filed"))));
        cursor ??= database.LibraryCursors.Add(new LibraryCursor { Id = library.Id, DeltaLink = "" }).Entity;
        (cursor.DeltaLink, cursor.ReadAt) = (changes.Next, clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
    }

    // The tag of a filed paper moves when the library writes its columns into it; only other words count as a change.
    private async Task LookAtFiledAsync(IDocumentLibrary library, LibraryFile file, FiledDocument document, InboxPaper? known, CancellationToken cancellationToken)
    {
        if (file.ETag == document.ETag)
        {
            return;
        }

        using var content = await LibraryReading.FetchAsync(library, file, cancellationToken);
        if (content.Hash == document.Hash || content.StableHash == document.StableHash)
        {
            document.ETag = file.ETag;
            return;
        }

        var formId = await database.Records.Where(record => record.Id == document.RecordId).Select(record => record.FormId).FirstOrDefaultAsync(cancellationToken);
        Keep(library, file, known, document.SchoolId, new Recognition(document.RecordId, formId, "filed"));
    }

    private async Task<Recognition> RecogniseAsync(IDocumentLibrary library, LibraryFile file, string schoolId, CancellationToken cancellationToken)
    {
        if (file.SizeBytes > UploadedFile.MaxBytes)
        {
            return new Recognition(null, null, "file-too-large");
        }

        return await recogniser.RecogniseAsync(await FetchAsync(library, file, cancellationToken), schoolId, cancellationToken);
    }

    /// <summary>The file with its bytes.</summary>
    internal static async Task<UploadedFile> FetchAsync(IDocumentLibrary library, LibraryFile file, CancellationToken cancellationToken)
    {
        using var content = await LibraryReading.FetchAsync(library, file, cancellationToken);
        await using var stream = content.Open();
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return new UploadedFile(LibraryPath.FileName(file.Path), bytes);
    }

    private void Keep(IDocumentLibrary library, LibraryFile file, InboxPaper? known, string schoolId, Recognition recognition)
    {
        var paper = known ?? database.InboxPapers.Add(new InboxPaper { Id = IdOf(library.Id, file.Id), SchoolId = schoolId, Path = file.Path, ETag = file.ETag }).Entity;
        (paper.LibraryId, paper.RemoteId, paper.SchoolId) = (library.Id, file.Id, schoolId);
        (paper.Path, paper.ETag, paper.SizeBytes, paper.ModifiedBy) = (file.Path, file.ETag, file.SizeBytes, file.ModifiedBy);
        (paper.RecordId, paper.FormId, paper.Reason) = (recognition.RecordId, recognition.FormId, recognition.Reason);
        paper.State = recognition.RecordId is null ? InboxState.Unknown : InboxState.Recognised;
        paper.SeenAt = clock.GetUtcNow();
    }

    private static string IdOf(string library, string file) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(library + "\n" + file)))[..24];

    // What editors and systems leave beside a file.
    private static bool IsRubbish(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || name.StartsWith('.') || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)
        || name.Equals("Thumbs.db", StringComparison.OrdinalIgnoreCase) || name.Equals("desktop.ini", StringComparison.OrdinalIgnoreCase);

    private static string NoSlash(string text) => text.Replace('/', '／');
}
