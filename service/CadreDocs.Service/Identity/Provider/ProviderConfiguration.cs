using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CadreDocs.Service.Identity.Provider;

/// <summary>
/// The provider's addresses and keys, fetched when first needed and kept for a day. A token with an unknown key asks for a refresh:
/// the next reader waits for the fresh keys. Ten seconds lie between two such refreshes, so that strange tokens cannot make us hammer the provider.
/// </summary>
internal sealed class ProviderConfiguration(IOptions<SignInOptions> options, IHttpClientFactory clients, TimeProvider clock)
    : IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private OpenIdConnectConfiguration? _current;
    private DateTimeOffset _fetchedAt;
    private DateTimeOffset _refreshedAt = DateTimeOffset.MinValue;
    private volatile bool _refresh;

    /// <summary>The configuration, at most a day old.</summary>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (_current is { } known && !IsDue())
        {
            return known;
        }

        await _gate.WaitAsync(cancel);
        try
        {
            if (_current is null || IsDue())
            {
                var authority = options.Value.Authority!;
                using var client = clients.CreateClient(nameof(ProviderConfiguration));
                var address = authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";
                var refreshing = _refresh;
                try
                {
                    _current = await OpenIdConnectConfigurationRetriever.GetAsync(
                        address, new HttpDocumentRetriever(client) { RequireHttps = !authority.IsLoopback }, cancel);
                    _fetchedAt = clock.GetUtcNow();
                }
                catch (IOException) when (_current is not null)
                {
                    // The provider is away: the known keys serve on, and the next try is ten seconds off.
                    refreshing = true;
                }

                if (refreshing)
                {
                    (_refreshedAt, _refresh) = (clock.GetUtcNow(), false);
                }
            }

            return _current;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Asks for fresh keys.</summary>
    public void RequestRefresh() => _refresh = true;

    public void Dispose() => _gate.Dispose();

    private bool IsDue()
    {
        var now = clock.GetUtcNow();
        return (_refresh || now - _fetchedAt > Lifetime) && now - _refreshedAt > BetweenRefreshes;
    }
}
