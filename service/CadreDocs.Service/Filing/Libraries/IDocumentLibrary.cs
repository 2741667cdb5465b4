namespace CadreDocs.Service.Filing.Libraries;

/// <summary>
/// Where finished documents live: a folder on disk or a SharePoint library. Paths are relative to the library, parted by <c>/</c>,
/// and legal by <see cref="LibraryPath"/>. Names are compared without case.
/// </summary>
internal interface IDocumentLibrary
{
    /// <summary>Tells libraries apart: the drive's id, or <c>local</c>.</summary>
    string Id { get; }

    /// <summary>Makes the folder and those above it; one that is there is left as it is.</summary>
    /// <exception cref="LibraryException">The library refused.</exception>
    Task EnsureFolderAsync(string path, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a file there if <paramref name="condition"/> holds. The same content is never written twice, so a repeat is safe. When it returns,
    /// no upload is open any more; when it throws, <paramref name="upload"/> may hold one that a repeat goes on with.
    /// </summary>
    /// <exception cref="LibraryException">The library refused or could not be reached; nothing is known to have changed.</exception>
    Task<PutResult> PutAsync(string path, LibraryContent content, PutCondition condition, UploadMemory upload, CancellationToken cancellationToken);

    /// <summary>Gives up an open upload, so that its name is free again; one that is gone already is no fault.</summary>
    /// <param name="upload">As <see cref="UploadMemory.Url"/>.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LibraryException">The library could not be reached; the upload may still be open.</exception>
    Task AbandonAsync(string upload, CancellationToken cancellationToken);

    /// <summary>The file at the path, or null.</summary>
    Task<LibraryFile?> FindAsync(string path, CancellationToken cancellationToken);

    /// <summary>The file with this id, wherever it stands now; null where it is gone. In a folder the id is the path, so what was moved there is not found.</summary>
    Task<LibraryFile?> FindByIdAsync(string id, CancellationToken cancellationToken);

    /// <summary>The bytes of a file as they are now.</summary>
    Task<Stream> ReadAsync(LibraryFile file, CancellationToken cancellationToken);

    /// <summary>All files below a folder, at any depth; none where the folder is not there.</summary>
    IAsyncEnumerable<LibraryFile> ListAsync(string folder, CancellationToken cancellationToken);

    /// <summary>
    /// What changed since the last look. Files in one of the folders are never missed; a file elsewhere is reported when the library saw it
    /// change. A file may be reported again though nothing about it changed.
    /// </summary>
    /// <param name="folders">Folders to watch closely.</param>
    /// <param name="since"><see cref="LibraryChanges.Next"/> of the last look; null for the first.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    Task<LibraryChanges> ChangesAsync(IReadOnlyCollection<string> folders, string? since, CancellationToken cancellationToken);

    /// <summary>Sets all columns of each file. The answer has one entry per update: null where it was done, else why not.</summary>
    Task<IReadOnlyList<LibraryException?>> SetFieldsAsync(IReadOnlyList<FieldUpdate> updates, CancellationToken cancellationToken);

    /// <summary>The columns of a file that CadreDocs sets; empty where none was set.</summary>
    Task<IReadOnlyDictionary<string, string>> GetFieldsAsync(LibraryFile file, CancellationToken cancellationToken);

    /// <summary>Removes a file; one that is gone already is no fault. Filing itself never does: only the connection check removes what it wrote.</summary>
    Task DeleteAsync(LibraryFile file, CancellationToken cancellationToken);

    /// <summary>Moves or renames a file, keeping its id and versions. Conflict where the new path is taken or the file has changed.</summary>
    Task<PutResult> MoveAsync(LibraryFile file, string path, CancellationToken cancellationToken);
}

/// <summary>A file as the library knows it.</summary>
/// <param name="Path">Path in the library.</param>
/// <param name="Id">The library's id; survives a rename in SharePoint.</param>
/// <param name="ETag">Changes whenever the content does: SHA-256 in a folder, the cTag in SharePoint.</param>
/// <param name="SizeBytes">Size as stored; in SharePoint it may differ from what was sent.</param>
/// <param name="Link">Address to open it in a browser; null in a folder.</param>
/// <param name="ModifiedBy">Who wrote it last, where the library says so.</param>
internal sealed record LibraryFile(string Path, string Id, string ETag, long SizeBytes, Uri? Link = null, string? ModifiedBy = null);

/// <summary>What changed in a library.</summary>
/// <param name="Files">Files that are new or may have changed, as they are now.</param>
/// <param name="Gone">Ids of files that are gone; where <paramref name="Whole"/> is true, none is named.</param>
/// <param name="Whole">True where every file was looked at: a watched one that is not among them is gone.</param>
/// <param name="Next">What to hand in at the next look.</param>
internal sealed record LibraryChanges(IReadOnlyList<LibraryFile> Files, IReadOnlyList<string> Gone, bool Whole, string Next);

/// <summary>Columns of one file.</summary>
/// <param name="File">The file.</param>
/// <param name="Fields">Value by column; an empty value clears the column.</param>
internal sealed record FieldUpdate(LibraryFile File, IReadOnlyDictionary<string, string> Fields);

/// <summary>What must hold for a put to happen.</summary>
/// <param name="ETag">The tag that the file must carry; null where it must not be there.</param>
/// <param name="StableHash">Stable hash of the content that was filed last: a file whose tag moved only because SharePoint wrote its columns into it still counts as untouched. Null where unknown.</param>
/// <param name="Overwrite">True replaces whatever is there.</param>
internal readonly record struct PutCondition(string? ETag, string? StableHash, bool Overwrite)
{
    /// <summary>The file must not be there.</summary>
    public static PutCondition Absent => default;

    /// <summary>Whatever is there gives way.</summary>
    public static PutCondition Any => new(null, null, Overwrite: true);

    /// <summary>The file must be as it was filed last.</summary>
    public static PutCondition Matches(string eTag, string? stableHash = null) => new(eTag, stableHash, Overwrite: false);
}

/// <summary>How a put or a move ended.</summary>
internal enum PutOutcome
{
    /// <summary>Written now.</summary>
    Filed,

    /// <summary>The same content was there already; nothing was written.</summary>
    AlreadyFiled,

    /// <summary>Something else is there, or what should be there is gone; nothing was written.</summary>
    Conflict,
}

/// <summary>The end of a put or a move.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="File">The file as it is now; null where a conflict means that it is gone.</param>
internal sealed record PutResult(PutOutcome Outcome, LibraryFile? File);

/// <summary>Keeps the address of an open upload, so that a broken one goes on where it stopped, and how far it is.</summary>
/// <param name="url">What an earlier attempt stored, or null.</param>
/// <param name="store">Stores it durably; null forgets it.</param>
/// <param name="sent">Told how many bytes the library has, after each piece of a large file; null where nobody watches.</param>
internal sealed class UploadMemory(string? url, Func<string?, CancellationToken, Task> store, Func<long, CancellationToken, Task>? sent = null)
{
    /// <summary>Remembers nothing beyond the one put.</summary>
    public static UploadMemory None => new(null, (_, _) => Task.CompletedTask);

    /// <summary>The address as the library wrote it; null while no upload is open. It is a secret: it opens the upload without a token.</summary>
    public string? Url { get; private set; } = url;

    /// <summary>Stores the address before the first byte is sent; null forgets it.</summary>
    public async Task RememberAsync(string? url, CancellationToken cancellationToken)
    {
        await store(url, cancellationToken);
        Url = url;
    }

    /// <summary>Says how many bytes the library has by now.</summary>
    public Task SentAsync(long bytes, CancellationToken cancellationToken) => sent?.Invoke(bytes, cancellationToken) ?? Task.CompletedTask;
}
