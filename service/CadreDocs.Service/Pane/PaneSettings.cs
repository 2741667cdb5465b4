using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;

namespace CadreDocs.Service.Pane;

/// <summary>What the task pane must know before it can sign anybody in. Nothing here is secret.</summary>
/// <param name="Cloud">Name of the cloud profile.</param>
/// <param name="ClientId">Id of the registered application (<c>Cloud:ClientId</c>); null where nobody signs in with a provider.</param>
/// <param name="Authority">OpenID authority.</param>
/// <param name="Scope">The scope of our API, <c>api://…/access_as_user</c> (<c>Cloud:Audience</c> and <c>Cloud:Scope</c>).</param>
/// <param name="KnownAuthorities">Hosts that the sign-in library must not look up first; needed outside the global cloud.</param>
internal sealed record PaneSettings(string Cloud, string? ClientId, string? Authority, string? Scope, IReadOnlyList<string> KnownAuthorities)
{
    public static PaneSettings From(CloudProfile cloud, SignInOptions signIn) => new(
        cloud.Name, signIn.ClientId, signIn.Authority?.ToString(), signIn.FullScope,
        cloud.Name == "Global" || signIn.Authority is null ? [] : [signIn.Authority.Host]);
}
