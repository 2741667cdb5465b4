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

    /// <summary>Until when the library wants no request from any node; null while it takes them.</summary>
    public async Task<DateTimeOffset?> BlockedUntilAsync(CancellationToken cancellationToken) =>
        options.Value.Library == "sharepoint" ? await sharePoint.BlockedUntilAsync(cancellationToken) : null;

    /// <summary>The library of a school for one call: as the caller, where the call carries a token and the settings ask for it, else as the service.</summary>
    /// <exception cref="LibraryException">It is not configured, or cannot be reached.</exception>
    public async Task<IDocumentLibrary> ForCallerAsync(string schoolId, HttpContext context, CancellationToken cancellationToken)
    {
        const string Bearer = "Bearer ";
        var header = context.Request.Headers.Authorization.ToString();
        return options.Value.Library == "sharepoint" && sharePoint.ActsForCallers && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? await sharePoint.ForCallerAsync(schoolId, header[Bearer.Length..], context.Response.RegisterForDispose, cancellationToken)
            : await ForAsync(schoolId, cancellationToken);
    }
}
