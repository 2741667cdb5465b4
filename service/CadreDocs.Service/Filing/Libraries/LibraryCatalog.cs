using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Hosting;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>Which library a school's papers go to.</summary>
internal sealed class LibraryCatalog(IOptions<FilingOptions> options, Places places, SharePointLibraries sharePoint)
{
    private readonly Lazy<LocalDocumentLibrary> _local = new(() => new LocalDocumentLibrary(options.Value.Folder ?? Path.Combine(places.Data, "library")));

    /// <summary>The library of a school.</summary>
    /// <exception cref="LibraryException">It is not configured, or cannot be reached.</exception>
    public async Task<IDocumentLibrary> ForAsync(string schoolId, CancellationToken cancellationToken) =>
        options.Value.Library == "sharepoint" ? await sharePoint.ForAsync(schoolId, cancellationToken) : _local.Value;
}
