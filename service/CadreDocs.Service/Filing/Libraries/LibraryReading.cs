namespace CadreDocs.Service.Filing.Libraries;

/// <summary>Fetches files whole.</summary>
internal static class LibraryReading
{
    /// <summary>The content of a file, known by its hash; to be disposed of.</summary>
    /// <exception cref="LibraryException">The library refused, or the connection broke.</exception>
    public static async Task<LibraryContent> FetchAsync(IDocumentLibrary library, LibraryFile file, CancellationToken cancellationToken)
    {
        await using var stream = await library.ReadAsync(file, cancellationToken);
        return await LibraryContent.TakeInAsync(stream, cancellationToken);
    }
}
