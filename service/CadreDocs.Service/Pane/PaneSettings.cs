using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Pane;

/// <summary>What the task pane must know before it can sign anybody in. Nothing here is secret.</summary>
/// <param name="Cloud">Name of the cloud profile.</param>
/// <param name="ClientId">Id of the registered application (<c>Cloud:ClientId</c>); null where nobody signs in with a provider.</param>
/// <param name="Authority">OpenID authority.</param>
/// <param name="Scope">The scope of our API, <c>api://…/access_as_user</c> (<c>Cloud:Scope</c>).</param>
/// <param name="KnownAuthorities">Hosts that the sign-in library must not look up first; needed outside the global cloud.</param>
internal sealed record PaneSettings(string Cloud, string? ClientId, string? Authority, string? Scope, IReadOnlyList<string> KnownAuthorities)
{
    public static PaneSettings From(CloudProfile cloud, IConfiguration configuration)
    {
        var clientId = configuration["Cloud:ClientId"];
        return new PaneSettings(
            cloud.Name,
            clientId,
            cloud.Authority?.ToString(),
            configuration["Cloud:Scope"] ?? (clientId is null ? null : $"api://{clientId}/access_as_user"),
            cloud.Name == "Global" || cloud.Authority is null ? [] : [cloud.Authority.Host]);
    }
}
