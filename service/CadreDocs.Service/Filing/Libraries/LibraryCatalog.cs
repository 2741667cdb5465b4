using CadreDocs.Service.Hosting;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>Which library a school's papers go to.</summary>
internal sealed class LibraryCatalog(IOptions<FilingOptions> options, Places places)
{
    private readonly Lazy<LocalDocumentLibrary> _local = new(() => new LocalDocumentLibrary(options.Value.Folder ?? Path.Combine(places.Data, "library")));

    /// <summary>The library of a school.</summary>
    public IDocumentLibrary For(string schoolId)
    {
        ArgumentException.ThrowIfNullOrEmpty(schoolId);
        return _local.Value;
    }
}
