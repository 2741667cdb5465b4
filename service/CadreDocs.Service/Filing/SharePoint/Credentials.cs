using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>How the service signs in to a tenant, by Azure.Identity; each cloud has an authority of its own and tokens are not interchangeable.</summary>
internal static class Credentials
{
    /// <summary>The credential that the settings ask for.</summary>
    /// <param name="options">Settings.</param>
    /// <param name="cloud">The cloud.</param>
    /// <param name="transport">How to reach the authority; null for the usual way.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or does not fit; the message names it.</exception>
    public static TokenCredential Make(SharePointOptions options, CloudProfile cloud, HttpPipelineTransport? transport = null)
    {
        switch (options.Credential)
        {
            case "managed-identity":
                var identity = options.ClientId is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned;
                return new ManagedIdentityCredential(new ManagedIdentityCredentialOptions(identity) { Transport = transport ?? HttpClientTransport.Shared });
            case "workload-identity":
                return new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
                {
                    AuthorityHost = Authority(cloud), DisableInstanceDiscovery = IsPrivate(cloud), TenantId = options.TenantId, ClientId = options.ClientId,
                    Transport = transport ?? HttpClientTransport.Shared,
                });
            case "certificate":
                return new ClientCertificateCredential(
                    Needed(options.TenantId, nameof(options.TenantId)), Needed(options.ClientId, nameof(options.ClientId)),
                    Needed(options.CertificatePath, nameof(options.CertificatePath)),
                    new ClientCertificateCredentialOptions { AuthorityHost = Authority(cloud), DisableInstanceDiscovery = IsPrivate(cloud), Transport = transport ?? HttpClientTransport.Shared });
            case "secret":
                return new ClientSecretCredential(
                    Needed(options.TenantId, nameof(options.TenantId)), Needed(options.ClientId, nameof(options.ClientId)),
                    Needed(options.ClientSecret, nameof(options.ClientSecret)),
                    new ClientSecretCredentialOptions { AuthorityHost = Authority(cloud), DisableInstanceDiscovery = IsPrivate(cloud), Transport = transport ?? HttpClientTransport.Shared });
            case "none" when cloud.Graph.IsLoopback:
                return new LoopbackCredential();
            case "none":
                throw new InvalidOperationException(
                    "Filing:SharePoint:Credential 'none' is only for a Graph on this machine (Cloud:Graph). / Filing:SharePoint:Credential 为 none 时，Cloud:Graph 必须指向本机。");
            case var other:
                throw new InvalidOperationException($"Filing:SharePoint:Credential '{other}' is unknown. / 设置 Filing:SharePoint:Credential 的值不正确。");
        }
    }

    /// <summary>A person's own credential: the service hands the token that came with their call in for one towards Graph (on behalf of).</summary>
    /// <param name="options">Settings; the same application as for the service itself, by secret or certificate.</param>
    /// <param name="cloud">The cloud.</param>
    /// <param name="userToken">The token of the call.</param>
    /// <param name="transport">How to reach the authority; null for the usual way.</param>
    /// <exception cref="InvalidOperationException">A setting is missing; the message names it.</exception>
    public static TokenCredential ForUser(SharePointOptions options, CloudProfile cloud, string userToken, HttpPipelineTransport? transport = null)
    {
        var (tenant, client) = (Needed(options.TenantId, nameof(options.TenantId)), Needed(options.ClientId, nameof(options.ClientId)));
        var settings = new OnBehalfOfCredentialOptions { AuthorityHost = Authority(cloud), DisableInstanceDiscovery = IsPrivate(cloud) };
        settings.Transport = transport ?? settings.Transport;
        return options.CertificatePath is { Length: > 0 } path
            ? new OnBehalfOfCredential(tenant, client, Certificate(path), userToken, settings)
            : new OnBehalfOfCredential(tenant, client, Needed(options.ClientSecret, nameof(options.ClientSecret)), userToken, settings);
    }

    private static X509Certificate2 Certificate(string path) => path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase)
        ? X509Certificate2.CreateFromPemFile(path)
        : X509CertificateLoader.LoadPkcs12FromFile(path, null);

    // An authority of one's own is in nobody's directory of authorities.
    private static bool IsPrivate(CloudProfile cloud) => cloud.Name == "Custom";

    /// <summary>Where the cloud gives out tokens.</summary>
    public static Uri Authority(CloudProfile cloud) => cloud.Name switch
    {
        "China" => AzureAuthorityHosts.AzureChina,
        "Custom" when cloud.Authority is { } authority => new Uri(authority.GetLeftPart(UriPartial.Authority)),
        _ => AzureAuthorityHosts.AzurePublicCloud,
    };

    private static string Needed(string? value, string name) => value is { Length: > 0 } ? value : throw new InvalidOperationException(
        $"Filing:SharePoint:{name} is missing. / 必须设置 Filing:SharePoint:{name}。");

    /// <summary>Development without an identity: a name, not a secret, and only ever sent to this machine.</summary>
    private sealed class LoopbackCredential : TokenCredential
    {
        private int _renewals;

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(
            $"development-{Environment.ProcessId}-{(requestContext.Claims is null ? _renewals : Interlocked.Increment(ref _renewals))}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
