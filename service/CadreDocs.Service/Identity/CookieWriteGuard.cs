using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity.Provider;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;

namespace CadreDocs.Service.Identity;

/// <summary>Refuses a write that carries the cookie but not our token: another site may send the first, not the second. Bearer calls need none.</summary>
internal static class CookieWriteGuard
{
    /// <summary>Header with the token that <c>GET /api/session</c> gives.</summary>
    public const string Header = "X-CSRF";

    public static void UseCookieWriteGuard(this WebApplication app)
    {
        var ways = app.Services.GetRequiredService<SignInWays>();
        app.Use((context, next) => GuardAsync(context, next, ways));
    }

    private static async Task GuardAsync(HttpContext context, RequestDelegate next, SignInWays ways)
    {
        var request = context.Request;
        var safe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (safe || !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            || (ways.HasProvider && ProviderSetup.CarriesBearer(request))
            || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await next(context);
            return;
        }

        // The token was made for somebody who is no longer signed in: the session has ended, which the portal can mend without losing anything.
        var ended = context.RequestServices.GetRequiredService<CurrentUser>().PersonId is null
            && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null;
        var problem = ended ? Problems.ForStatus(StatusCodes.Status401Unauthorized) : new Problem(
            StatusCodes.Status400BadRequest, "antiforgery", "页面已过期。", "The page has expired.",
            "请刷新页面后重试，已填写的内容会保留。", "Reload the page and try again; what you typed is kept.");
        await problem.ToResult().ExecuteAsync(context);
    }
}
