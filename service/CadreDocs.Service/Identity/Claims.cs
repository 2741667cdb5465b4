using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CadreDocs.Service.Identity;

/// <summary>What the cookie remembers: the person, how they signed in, and the app roles that the provider vouched for.</summary>
internal static class Claims
{
    public const string Person = "person";
    public const string Method = "method";
    public const string AppRole = "app-role";

    /// <summary>The cookie's principal.</summary>
    /// <param name="personId">The person in the roster.</param>
    /// <param name="method"><c>development</c> or <c>oidc</c>.</param>
    /// <param name="appRoles">App roles of the provider; null for the development sign-in.</param>
    public static ClaimsPrincipal Principal(string personId, string method, IEnumerable<string>? appRoles)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new Claim(Person, personId));
        identity.AddClaim(new Claim(Method, method));
        identity.AddClaims((appRoles ?? []).Select(role => new Claim(AppRole, role)));

        // The antiforgery token is bound to this claim.
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, personId));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>The vouched app roles; null where the roster alone decides.</summary>
    public static HashSet<string>? AppRoles(ClaimsPrincipal principal) =>
        principal.HasClaim(Method, "development") ? null : principal.FindAll(AppRole).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
}
