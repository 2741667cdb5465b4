namespace CadreDocs.Service.Filing.Libraries;

/// <summary>A library that could not be opened: every file meets the same fault, under the same rules as any other.</summary>
internal sealed class ClosedLibrary(LibraryException fault) : IDocumentLibrary
{
    public string Id => "closed";

    public Task EnsureFolderAsync(string path, CancellationToken cancellationToken) => throw Again();

    public Task<PutResult> PutAsync(string path, LibraryContent content, PutCondition condition, UploadMemory upload, CancellationToken cancellationToken) => throw Again();

    public Task AbandonAsync(string upload, CancellationToken cancellationToken) => throw Again();

    public Task<LibraryFile?> FindAsync(string path, CancellationToken cancellationToken) => throw Again();

    public Task<LibraryFile?> FindByIdAsync(string id, CancellationToken cancellationToken) => throw Again();

    public Task<Stream> ReadAsync(LibraryFile file, CancellationToken cancellationToken) => throw Again();

    public IAsyncEnumerable<LibraryFile> ListAsync(string folder, CancellationToken cancellationToken) => throw Again();

    public Task<IReadOnlyList<LibraryException?>> SetFieldsAsync(IReadOnlyList<FieldUpdate> updates, CancellationToken cancellationToken) => throw Again();

    public Task<IReadOnlyDictionary<string, string>> GetFieldsAsync(LibraryFile file, CancellationToken cancellationToken) => throw Again();

    public Task<LibraryChanges> ChangesAsync(IReadOnlyCollection<string> folders, string? since, CancellationToken cancellationToken) => throw Again();

    public Task DeleteAsync(LibraryFile file, CancellationToken cancellationToken) => throw Again();

    public Task<PutResult> MoveAsync(LibraryFile file, string path, CancellationToken cancellationToken) => throw Again();

    private LibraryException Again() => new(fault.Fault, fault.Detail, fault.RetryAfter, fault);
}
