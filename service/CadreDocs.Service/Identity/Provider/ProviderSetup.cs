using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CadreDocs.Service.Identity.Provider;

/// <summary>Signing in with an OpenID provider: the browser by code flow and cookie, the task pane by bearer token.</summary>
internal static class ProviderSetup
{
    /// <summary>Where the provider sends the browser back to.</summary>
    public const string CallbackPath = "/signin-oidc";

    /// <summary>Scheme that takes the bearer where a call carries one, else the cookie.</summary>
    public const string CookieOrBearer = "cookie-or-bearer";

    public static void AddProvider(this WebApplicationBuilder builder, AuthenticationBuilder authentication)
    {
        var services = builder.Services;
        services.AddOptions<SignInOptions>().BindConfiguration("Cloud").ValidateOnStart();
        var authority = CloudProfile.From(builder.Configuration).Authority;
        services.PostConfigure<SignInOptions>(options => options.SetDefaults(authority, PublicOrigin.From(builder.Configuration).Configured));
        services.AddSingleton<IValidateOptions<SignInOptions>, SignInOptionsCheck>();
        if (authority is null)
        {
            return;
        }

        services.AddHttpClient();
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>, ProviderConfiguration>();
        services.AddSingleton<ProviderTokens>();
        services.AddScoped<RosterSignIn>();
        authentication.AddPolicyScheme(CookieOrBearer, null, options => options.ForwardDefaultSelector = context =>
            CarriesBearer(context.Request) ? JwtBearerDefaults.AuthenticationScheme : CookieAuthenticationDefaults.AuthenticationScheme);
        authentication.AddRemoteScheme<RemoteAuthenticationOptions, OpenIdConnectHandler>(OpenIdConnectHandler.SchemeName, null, options =>
        {
            options.CallbackPath = CallbackPath;
            options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = PublicOrigin.From(builder.Configuration).Cookies;
            options.Backchannel = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
            options.Events = new RemoteAuthenticationEvents { OnRemoteFailure = Fail };
        });
        authentication.AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<IConfigurationManager<OpenIdConnectConfiguration>, ProviderTokens, IOptions<SignInOptions>>(Bearer);
    }

    /// <summary>True where the call brings a bearer token; its cookie is then not looked at.</summary>
    public static bool CarriesBearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    private static void Bearer(
        JwtBearerOptions options, IConfigurationManager<OpenIdConnectConfiguration> configuration, ProviderTokens tokens, IOptions<SignInOptions> signIn)
    {
        options.ConfigurationManager = configuration;
        options.MapInboundClaims = false;
        options.TokenValidationParameters = tokens.Parameters(signIn.Value.Audiences);
        options.Events = new JwtBearerEvents { OnTokenValidated = AcceptAsync };
    }

    private static async Task AcceptAsync(Microsoft.AspNetCore.Authentication.JwtBearer.TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var scope = services.GetRequiredService<IOptions<SignInOptions>>().Value.Scope;
        var claims = context.Principal!.Claims.ToList();
        if (!claims.Exists(claim => claim.Type is "scp" or "scope" && claim.Value.Split(' ').Contains(scope)))
        {
            context.Fail($"The token lacks the scope '{scope}'.");
            return;
        }

        if (await services.GetRequiredService<RosterSignIn>().FindAsync(claims, "bearer", context.HttpContext.RequestAborted) is not { } person)
        {
            context.Fail("The roster does not know this person.");
            return;
        }

        context.Principal = person;
    }

    // Back to the portal, which says in both languages what went wrong and what to do.
    private static Task Fail(RemoteFailureContext context)
    {
        var reason = SignInProblems.All.FirstOrDefault(known => known == context.Failure?.Message) ?? SignInProblems.Provider;
        context.Response.Redirect(SignInProblems.Address(reason));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
