using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Identity;

/// <summary>The browser's way to the OpenID provider.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app) =>
        app.MapGet("/sign-in", SignIn).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).WithTags("Session").WithName("SignIn");

    /// <summary>Sends the browser to the OpenID provider.</summary>
    /// <param name="returnUrl">Path in the portal to come back to; anything else than a path of ours becomes <c>/</c>.</param>
    internal static Results<ChallengeHttpResult, ProblemHttpResult> SignIn(string? returnUrl, SignInWays ways) => ways.HasProvider
        ? TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Local(returnUrl) }, [OpenIdConnectHandler.SchemeName])
        : Problems.NotFound("统一身份认证", "sign-in provider").ToResult();

    private static string Local(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
