using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents;

/// <summary>A document on its way in. What one template's reader parsed is kept for the others that are asked about it.</summary>
internal sealed class UploadedDocument(PackageReader package, string fileName) : IDisposable
{
    private object? _parsed;
    private IReadOnlySet<string>? _texts;

    public PackageReader Package { get; } = package;

    public string FileName { get; } = fileName;

    /// <summary>Parses the package once.</summary>
    public T Parse<T>(Func<PackageReader, T> parse)
        where T : class
    {
        if (_parsed is not T parsed)
        {
            _parsed = parsed = parse(Package);
        }

        return parsed;
    }

    /// <summary>Lets go of what was parsed.</summary>
    public void Dispose() => (_parsed as IDisposable)?.Dispose();

    /// <summary>The texts by which a document is compared with the labels of forms, collected once.</summary>
    public IReadOnlySet<string> Texts(Func<IReadOnlySet<string>> collect) => _texts ??= collect();
}
