using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Identity;

/// <summary>What the task pane needs to sign in by itself.</summary>
/// <param name="Profile">Global, China or Custom.</param>
/// <param name="Authority">The OpenID authority; null where there is none.</param>
/// <param name="ClientId">Our id there.</param>
/// <param name="Scope">The scope to ask a token for, with its App ID URI.</param>
/// <param name="OfficeScript">Address of office.js.</param>
internal sealed record CloudView(string Profile, string? Authority, string? ClientId, string? Scope, string OfficeScript);

internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        app.MapGet("/sign-in", SignIn).AllowAnonymous().RequireRateLimiting(RateLimits.SignIn).WithTags("Session").WithName("SignIn");
        app.MapGet("/manifest.xml", Manifest).AllowAnonymous().WithTags("Session").WithName("GetManifest").Produces(200, contentType: "application/xml");
        app.MapGet("/api/cloud", Cloud).AllowAnonymous().WithTags("Session").WithName("GetCloud");
    }

    /// <summary>Sends the browser to the OpenID provider.</summary>
    /// <param name="returnUrl">Path in the portal to come back to; anything else than a path of ours becomes <c>/</c>.</param>
    internal static Results<ChallengeHttpResult, ProblemHttpResult> SignIn(string? returnUrl, SignInWays ways) => ways.HasProvider
        ? TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Local(returnUrl) }, [OpenIdConnectHandler.SchemeName])
        : Problems.NotFound("统一身份认证", "sign-in provider").ToResult();

    /// <summary>The cloud profile.</summary>
    internal static Ok<CloudView> Cloud(CloudProfile cloud, IOptions<SignInOptions> options)
    {
        var signIn = options.Value;
        return TypedResults.Ok(new CloudView(
            cloud.Name, signIn.Authority?.AbsoluteUri, signIn.ClientId,
            signIn.ClientId is null ? null : $"{signIn.Audiences[0]}/{signIn.Scope}", cloud.OfficeScript.AbsoluteUri));
    }

    /// <summary>The add-in's manifest for this service's origin, to be sideloaded or deployed by an administrator.</summary>
    /// <response code="409">Office loads panes from https only, and no public https origin is known.</response>
    internal static Results<ContentHttpResult, ProblemHttpResult> Manifest(
        HttpRequest request, Places places, CloudProfile cloud, IOptions<SignInOptions> options, IHostEnvironment environment)
    {
        var text = File.ReadAllText(places.Manifest);
        var origin = options.Value.Origin ?? (request.IsHttps ? new Uri($"{request.Scheme}://{request.Host}") : null);
        if (origin is null && !environment.IsDevelopment())
        {
            return Problems.Conflict(
                "origin-missing", "还没有设置对外的 https 地址。", "No public https origin is set.",
                "请设置 Cloud:Origin，例如 https://cadre.example.cn。", "Set Cloud:Origin, such as https://cadre.example.cn.").ToResult();
        }

        // The legacy single sign-on that WebApplicationInfo serves is not known to exist at 21Vianet.
        var clientId = cloud.Name == "China" ? null : options.Value.ClientId;
        return TypedResults.Content(OfficeManifest.For(text, origin ?? new Uri(OfficeManifest.DevelopmentOrigin), clientId), "application/xml");
    }

    private static string Local(string? path) =>
        path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
