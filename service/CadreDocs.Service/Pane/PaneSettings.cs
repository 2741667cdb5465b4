using System.Reflection;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;

namespace CadreDocs.Service.Pane;

/// <summary>What the task pane must know before it can sign anybody in. Nothing here is secret.</summary>
/// <param name="Cloud">Name of the cloud profile.</param>
/// <param name="Provider">Kind of the provider; at any but Entra only the pane's sign-in window works.</param>
/// <param name="ClientId">Id of the registered application (<c>Cloud:PaneClientId</c>, <c>Cloud:ClientId</c>); null where nobody signs in with a provider.</param>
/// <param name="Authority">OpenID authority.</param>
/// <param name="Scope">The scope of our API (<c>Cloud:Audience</c> and <c>Cloud:Scope</c>), ending in <c>access_as_user</c>.</param>
/// <param name="Resource">The API's name for a provider whose scopes do not name it; null for Entra.</param>
/// <param name="Version">Version of the service, for a report to the administrator.</param>
internal sealed record PaneSettings(string Cloud, ProviderKind Provider, string? ClientId, string? Authority, string? Scope, string? Resource, string Version)
{
    private static readonly string _version = typeof(PaneSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static PaneSettings From(CloudProfile cloud, SignInOptions signIn) => new(
        cloud.Name, signIn.Provider, signIn.PaneClientId, signIn.Authority?.ToString(), signIn.FullScope, signIn.Resource, _version);
}
