using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity.Provider;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace CadreDocs.Service.Identity;

/// <summary>Signing in and rights.</summary>
internal static class IdentitySetup
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var cookies = PublicOrigin.From(builder.Configuration).Cookies;
        services.AddScoped<CurrentUser>();
        services.AddSingleton<SignInWays>();
        services.AddSingleton<KnownYears>();
        services.AddSingleton<IAuthorizationHandler, RoleHandler>();
        var hasProvider = CloudProfile.From(builder.Configuration).Authority is not null;
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = hasProvider ? ProviderSetup.CookieOrBearer : CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultSignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.DefaultSignOutScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        });
        builder.AddProvider(authentication);
        authentication.AddCookie(options =>
        {
            options.Cookie.Name = "cadredocs";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = cookies;
            options.ExpireTimeSpan = SessionLength;
            options.SlidingExpiration = true;

            // The portal asks by fetch: a status it can act on, never a redirect to a page.
            options.Events.OnRedirectToLogin = context => Answer(context.Response, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(
                context.Response,
                context.HttpContext.RequestServices.GetRequiredService<CurrentUser>().PersonId is null
                    ? StatusCodes.Status401Unauthorized
                    : StatusCodes.Status403Forbidden);
        });
        services.AddAuthorizationBuilder().AddPolicies();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = CookieWriteGuard.Header;
            options.Cookie.Name = "cadredocs-csrf";
            options.Cookie.SecurePolicy = cookies;
        });
    }

    public static void UseIdentity(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseCurrentUser();
        app.UseCookieWriteGuard();
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        api.MapSession();
        api.MapDevelopmentSignIn();
    }

    private static void UseCurrentUser(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.User.FindFirst(Claims.Person)?.Value is { } personId)
        {
            var services = context.RequestServices;
            await services.GetRequiredService<CurrentUser>().LoadAsync(
                personId, Claims.AppRoles(context.User), services.GetRequiredService<CadreDbContext>(),
                services.GetRequiredService<TimeProvider>(), context.RequestAborted);
        }

        await next(context);
    });

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
