using System.Collections.Concurrent;
using System.Security.Cryptography;
using Azure.Core;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>The SharePoint libraries of the schools: one for all, or one each, by the settings.</summary>
internal sealed class SharePointLibraries : IDisposable
{
    private readonly SharePointOptions _options;
    private readonly CloudProfile _cloud;
    private readonly TimeProvider _clock;
    private readonly Lazy<Allowance> _allowance;
    private readonly Lazy<GraphConnection> _connection;
    private readonly ConcurrentDictionary<string, Lazy<Task<GraphDocumentLibrary>>> _libraries = new(StringComparer.Ordinal);

    public SharePointLibraries(IOptions<SharePointOptions> options, CloudProfile cloud, IServiceScopeFactory scopes, TimeProvider clock)
    {
        (_options, _cloud, _clock) = (options.Value, cloud, clock);
        _allowance = new Lazy<Allowance>(() => new Allowance(
            new DatabaseAllowanceStore(scopes, _options.TenantId ?? cloud.Graph.Host, _options.UnitsPerMinute), clock, _options.UnitsPerMinute));
        _connection = new Lazy<GraphConnection>(() => new GraphConnection(cloud, Credential(() => Credentials.Make(_options, cloud)), _allowance.Value, _options, clock));
    }

    /// <summary>True where calls that carry a person's token shall act with that person's rights.</summary>
    public bool ActsForCallers => _options.OnBehalfOf;

    /// <summary>Until when the tenant wants no request from any node; null while it takes them.</summary>
    public Task<DateTimeOffset?> BlockedUntilAsync(CancellationToken cancellationToken) => _allowance.Value.LookAsync(cancellationToken);

    /// <summary>The library of a school as the person behind a token may see it.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="userToken">The token of the call.</param>
    /// <param name="keep">Takes what must be disposed of when the call has ended.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="LibraryException">It is not configured, or not there.</exception>
    public async Task<GraphDocumentLibrary> ForCallerAsync(string schoolId, string userToken, Action<IDisposable> keep, CancellationToken cancellationToken)
    {
        // Which drive it is, the service finds out itself; only what is done there is done as the person.
        var own = await ForAsync(schoolId, cancellationToken);
        var connection = new GraphConnection(_cloud, Credential(() => Credentials.ForUser(_options, _cloud, userToken)), _allowance.Value, _options, _clock);
        keep(connection);
        return new GraphDocumentLibrary(connection, own.Id, _options.SimpleUploadBytes);
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

    // A setting that is missing or no use (a tenant that is no name, a certificate that is not there) is a fault of the library like any other:
    // it stops the plan with its sentence instead of being tried for ever.
    private static TokenCredential Credential(Func<TokenCredential> make)
    {
        try
        {
            return make();
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new LibraryException(LibraryFaults.CredentialSetting, exception.Message, inner: exception);
        }
    }

    // host:/sites/name → the site's default document library.
    private async Task<string> DriveAsync(string site, CancellationToken cancellationToken)
    {
        try
        {
            var graph = _connection.Value.Graph;

            // As an id the SDK would escape the colon and the slashes, and no site has such a name.
            var colon = site.IndexOf(':', StringComparison.Ordinal);
            var address = colon < 0 ? site : $"{site[..colon]}:{string.Join('/', site[(colon + 1)..].Split('/').Select(Uri.EscapeDataString))}";
            var found = await GraphFaults.GuardAsync(
                () => graph.Sites["site"].WithUrl($"{_connection.Value.Root}/sites/{address}").GetAsync(cancellationToken: cancellationToken), cancellationToken);
            var drive = await GraphFaults.GuardAsync(() => graph.Sites[found!.Id].Drive.GetAsync(cancellationToken: cancellationToken), cancellationToken);
            return drive!.Id!;
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            throw new LibraryException(LibraryFaults.LibraryGone, site, inner: fault);
        }
    }
}
