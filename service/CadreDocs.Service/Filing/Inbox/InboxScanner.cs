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
    CadreDbContext database, LibraryCatalog libraries, PaperRecogniser recogniser, SchemeCatalog schemes, IOptions<FilingOptions> options, TimeProvider clock, ILogger<InboxScanner> logger)
{
    /// <summary>After so many files what was seen is saved: a look that breaks off has not been for nothing.</summary>
    private const int StepSize = 20;

    /// <summary>Reason of a file that nothing could read.</summary>
    internal const string Unread = "file-unreadable";

    /// <summary>The inbox folder of a school.</summary>
    public string FolderOf(School school) =>
        LibraryPath.Combine([NoSlash(schemes.Versions[^1].Definition.District), NoSlash(school.Name)], options.Value.InboxFolder);

    /// <summary>Looks through the libraries of all schools; one that cannot be read keeps no other from being read.</summary>
    /// <returns>Where it did not work, by the id of a school of that library.</returns>
    public async Task<IReadOnlyDictionary<string, LibraryException>> ScanAsync(CancellationToken cancellationToken)
    {
        var troubles = new Dictionary<string, LibraryException>(StringComparer.Ordinal);
        foreach (var (library, schools) in await LibrariesAsync(troubles, cancellationToken))
        {
            try
            {
                await ScanAsync(library, schools, cancellationToken);
            }
            catch (LibraryException fault)
            {
                troubles[schools[0].Id] = fault;
            }
            finally
            {
                // What is half noted belongs to this library's look and not to the next one's.
                database.ChangeTracker.Clear();
            }
        }

        return troubles;
    }

    /// <summary>Looks through the library of one school, and makes its inbox folder.</summary>
    /// <exception cref="LibraryException">The library cannot be read.</exception>
    public async Task ScanAsync(School school, CancellationToken cancellationToken)
    {
        var library = await libraries.ForAsync(school.Id, cancellationToken);
        await library.EnsureFolderAsync(FolderOf(school), cancellationToken);

        // The cursor belongs to the library, so every school in it is looked after.
        var ofIt = (await LibrariesAsync([], cancellationToken)).First(other => other.Library.Id == library.Id).Schools;
        await ScanAsync(library, ofIt, cancellationToken);
    }

    private async Task<List<(IDocumentLibrary Library, List<School> Schools)>> LibrariesAsync(Dictionary<string, LibraryException> troubles, CancellationToken cancellationToken)
    {
        var found = new List<(IDocumentLibrary Library, List<School> Schools)>();
        foreach (var school in await database.Schools.AsNoTracking().OrderBy(school => school.Code).ToListAsync(cancellationToken))
        {
            try
            {
                var library = await libraries.ForAsync(school.Id, cancellationToken);
                var at = found.FindIndex(other => other.Library.Id == library.Id);
                if (at < 0)
                {
                    found.Add((library, [school]));
                }
                else
                {
                    found[at].Schools.Add(school);
                }
            }
            catch (LibraryException fault)
            {
                troubles[school.Id] = fault;
            }
        }

        return found;
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
        var step = 0;
        foreach (var file in await WithUnreadAsync(library, changes.Files, seen.Values, cancellationToken))
        {
            var id = IdOf(library.Id, file.Id);
            there.Add(id);
            var known = seen.GetValueOrDefault(id);
            if (known?.ETag == file.ETag && !IsUnread(known))
            {
                known.Path = file.Path;
            }
            else if (filed[file.Id].FirstOrDefault() is { } document)
            {
                if (file.ETag != document.ETag)
                {
                    await NoteAsync(library, file, known, document.SchoolId, () => LookAtFiledAsync(library, file, document, cancellationToken), cancellationToken);
                    step++;
                }
            }
            else if (folders.FirstOrDefault(folder => file.Path.StartsWith(folder.Key, StringComparison.OrdinalIgnoreCase)) is { Value: { } schoolId })
            {
                await NoteAsync(library, file, known, schoolId, async () => await RecogniseAsync(library, file, schoolId, cancellationToken), cancellationToken);
                step++;
            }

            if (step >= StepSize)
            {
                await database.SaveChangesAsync(cancellationToken);
                step = 0;
            }
        }

        // What is gone needs nobody any more; what was changed in a filed paper is not gone because it was not reported again.
        database.InboxPapers.RemoveRange(seen.Values.Where(paper => paper.State != InboxState.Settled && !there.Contains(paper.Id)
            && (changes.Gone.Contains(paper.RemoteId) || (changes.Whole && paper.Reason != "filed"))));
        cursor ??= database.LibraryCursors.Add(new LibraryCursor { Id = library.Id, DeltaLink = "" }).Entity;
        (cursor.DeltaLink, cursor.ReadAt) = (changes.Next, clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
    }

    // A file that could not be read is looked at again at every turn: the library reports it only once.
    private static async Task<List<LibraryFile>> WithUnreadAsync(IDocumentLibrary library, IReadOnlyList<LibraryFile> changed, IEnumerable<InboxPaper> seen, CancellationToken cancellationToken)
    {
        var files = changed.Where(file => !IsRubbish(LibraryPath.FileName(file.Path))).ToList();
        var reported = files.Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var paper in seen.Where(paper => IsUnread(paper) && !reported.Contains(paper.RemoteId)))
        {
            if (await library.FindByIdAsync(paper.RemoteId, cancellationToken) is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static bool IsUnread(InboxPaper paper) => paper.State != InboxState.Settled && (paper.Reason == Unread || LibraryFaults.ByCode.ContainsKey(paper.Reason ?? ""));

    // One file's fault is that file's: it is kept with its reason, and the others are read.
    private async Task NoteAsync(
        IDocumentLibrary library, LibraryFile file, InboxPaper? known, string schoolId, Func<Task<Recognition?>> look, CancellationToken cancellationToken)
    {
        Recognition? recognition;
        try
        {
            recognition = await look();
        }
        catch (LibraryException fault) when (fault.Fault.Rule is RetryRule.File or RetryRule.Never)
        {
            logger.LogWarning("A file of school {SchoolId} could not be fetched: {Code}", schoolId, fault.Fault.Code);
            recognition = new Recognition(null, null, fault.Fault.Code);
        }
#pragma warning disable CA1031 // A stranger's file may break whatever reads it; the log has the cause, and the next file is read.
        catch (Exception exception) when (exception is not (LibraryException or DbUpdateException) && !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "A file of school {SchoolId} could not be read", schoolId);
            recognition = new Recognition(null, null, Unread);
        }

        if (recognition is not null)
        {
            Keep(library, file, known, schoolId, recognition);
        }
        else if (known is not null)
        {
            // Read at last, and nothing about it is new.
            (known.State, known.ETag) = (InboxState.Settled, file.ETag);
        }
    }

    // The tag of a filed paper moves when the library writes its columns into it; only other words count as a change.
    private async Task<Recognition?> LookAtFiledAsync(IDocumentLibrary library, LibraryFile file, FiledDocument document, CancellationToken cancellationToken)
    {
        using var content = await LibraryReading.FetchAsync(library, file, cancellationToken);
        if (content.Hash == document.Hash || content.StableHash == document.StableHash)
        {
            document.ETag = file.ETag;
            return null;
        }

        var formId = await database.Records.Where(record => record.Id == document.RecordId).Select(record => record.FormId).FirstOrDefaultAsync(cancellationToken);
        return new Recognition(document.RecordId, formId, "filed");
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
