using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>What is known of a school's files when a run begins: what was filed before, and what the library shows now.</summary>
internal sealed class FilingMemory
{
    private readonly Dictionary<string, FiledDocument> _byPath;
    private readonly ILookup<string, FiledDocument> _bySource;
    private readonly IReadOnlyDictionary<string, LibraryFile> _seen;

    public FilingMemory(IReadOnlyList<FiledDocument> filed, IReadOnlyDictionary<string, LibraryFile> seen)
    {
        _byPath = filed.ToDictionary(document => document.Path, StringComparer.OrdinalIgnoreCase);
        _bySource = filed.ToLookup(document => document.Source);
        _seen = seen;
    }

    /// <summary>What was filed at this path.</summary>
    public FiledDocument? AtPath(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The same paper filed at another path.</summary>
    public FiledDocument? ElsewhereBySource(string source, string path) =>
        _bySource[source].FirstOrDefault(document => !string.Equals(document.Path, path, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the look at the folders found a file there.</summary>
    public bool Shows(string path) => _seen.ContainsKey(path);

    /// <summary>The file, where the library shows it as it was filed; null where it must be looked at.</summary>
    public LibraryFile? IsUntouched(FiledDocument document) =>
        _seen.TryGetValue(document.Path, out var file) && file.ETag == document.ETag ? file : null;
}
