using System.Collections.Concurrent;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>The SharePoint libraries of the schools: one for all, or one each, by the settings.</summary>
internal sealed class SharePointLibraries : IDisposable
{
    private readonly SharePointOptions _options;
    private readonly Lazy<GraphConnection> _connection;
    private readonly ConcurrentDictionary<string, Lazy<Task<GraphDocumentLibrary>>> _libraries = new(StringComparer.Ordinal);

    public SharePointLibraries(IOptions<SharePointOptions> options, CloudProfile cloud, IServiceScopeFactory scopes, TimeProvider clock)
    {
        _options = options.Value;
        _connection = new Lazy<GraphConnection>(() =>
        {
            var store = new DatabaseAllowanceStore(scopes, _options.TenantId ?? cloud.Graph.Host, _options.UnitsPerMinute);
            return new GraphConnection(cloud.Graph, Credentials.Make(_options, cloud), new Allowance(store, clock, _options.UnitsPerMinute), _options, clock);
        });
    }

    /// <summary>The library of a school.</summary>
    /// <exception cref="LibraryException">It is not configured, or not there.</exception>
    public async Task<GraphDocumentLibrary> ForAsync(string schoolId, CancellationToken cancellationToken)
    {
        var own = _options.Schools.GetValueOrDefault(schoolId);
        var (site, drive) = own is null ? (_options.Site, _options.DriveId) : (own.Site, own.DriveId);
        var key = drive ?? site ?? throw new LibraryException(LibraryFaults.NotConfigured, schoolId);
        var opening = _libraries.GetOrAdd(key, _ => new Lazy<Task<GraphDocumentLibrary>>(
            async () => new GraphDocumentLibrary(_connection.Value, drive ?? await DriveAsync(site!, cancellationToken), _options.SimpleUploadBytes)));
        try
        {
            return await opening.Value;
        }
        catch
        {
            _libraries.TryRemove(new KeyValuePair<string, Lazy<Task<GraphDocumentLibrary>>>(key, opening));
            throw;
        }
    }

    public void Dispose()
    {
        if (_connection.IsValueCreated)
        {
            _connection.Value.Dispose();
        }
    }

    // host:/sites/name → the site's default document library.
    private async Task<string> DriveAsync(string site, CancellationToken cancellationToken)
    {
        try
        {
            var graph = _connection.Value.Graph;
            var found = await GraphFaults.GuardAsync(() => graph.Sites[site].GetAsync(cancellationToken: cancellationToken), cancellationToken);
            var drive = await GraphFaults.GuardAsync(() => graph.Sites[found!.Id].Drive.GetAsync(cancellationToken: cancellationToken), cancellationToken);
            return drive!.Id!;
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            throw new LibraryException(LibraryFaults.LibraryGone, site, inner: fault);
        }
    }
}
