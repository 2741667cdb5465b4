using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CadreDocs.Service.Identity.Provider;

/// <summary>
/// Signs a browser in by OpenID Connect: authorization code flow with PKCE. The registry lacks Microsoft.AspNetCore.Authentication.OpenIdConnect,
/// which would replace this file. State is the protected properties; it is good once and in one browser only, by the framework's correlation cookie.
/// </summary>
internal sealed class OpenIdConnectHandler(
    IOptionsMonitor<RemoteAuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<SignInOptions> signIn,
    IConfigurationManager<OpenIdConnectConfiguration> configuration, ProviderTokens tokens, RosterSignIn roster, IDataProtectionProvider protection, PublicOrigin origin)
    : RemoteAuthenticationHandler<RemoteAuthenticationOptions>(options, logger, encoder)
{
    /// <summary>Name of the scheme.</summary>
    public const string SchemeName = "oidc";

    private const string NonceKey = "nonce";
    private const string VerifierKey = "verifier";

    private readonly PropertiesDataFormat _state = new(protection.CreateProtector("CadreDocs.OpenIdConnect.State"));

    /// <summary>Where the provider sends the browser back to; behind a proxy that is not the address we were asked under.</summary>
    private string Callback => origin.Of(Request) + OriginalPathBase + Options.CallbackPath;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        OpenIdConnectConfiguration provider;
        try
        {
            provider = await configuration.GetConfigurationAsync(Context.RequestAborted);
        }
        catch (IOException cause)
        {
            Logger.LogError(cause, "The provider's configuration cannot be read");
            Response.Redirect(SignInProblems.Address(SignInProblems.Provider));
            return;
        }

        GenerateCorrelationId(properties);
        var (nonce, verifier) = (Random(), Random());
        properties.Items[NonceKey] = nonce;
        properties.Items[VerifierKey] = verifier;
        Response.Redirect(QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = signIn.Value.ClientId,
            ["response_type"] = "code",
            ["response_mode"] = "query",
            ["scope"] = "openid profile email",
            ["redirect_uri"] = Callback,
            ["state"] = _state.Protect(properties),
            ["nonce"] = nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
        }));
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        var properties = _state.Unprotect(Request.Query["state"]);
        if (properties is null || !ValidateCorrelationId(properties))
        {
            return HandleRequestResult.Fail(SignInProblems.State);
        }

        if (Request.Query["error"] is [{ } error])
        {
            return HandleRequestResult.Fail(error == "access_denied" ? SignInProblems.Denied : SignInProblems.Provider, properties);
        }

        if (await RedeemAsync(Request.Query["code"].ToString(), properties.Items[VerifierKey]!) is not { } idToken)
        {
            return HandleRequestResult.Fail(SignInProblems.Provider, properties);
        }

        var result = await tokens.ValidateIdTokenAsync(idToken, Context.RequestAborted);
        if (!result.IsValid)
        {
            Logger.LogWarning("Id token refused: {Reason}", result.Exception?.GetType().Name);
            return HandleRequestResult.Fail(SignInProblems.Token, properties);
        }

        if (!result.Claims.TryGetValue("nonce", out var nonce) || !string.Equals(nonce as string, properties.Items[NonceKey], StringComparison.Ordinal))
        {
            Logger.LogWarning("Id token refused: wrong nonce");
            return HandleRequestResult.Fail(SignInProblems.Token, properties);
        }

        if (await roster.FindAsync(result.ClaimsIdentity.Claims, "oidc", Context.RequestAborted) is not { } person)
        {
            return HandleRequestResult.Fail(SignInProblems.NotInRoster, properties);
        }

        properties.Items.Remove(NonceKey);
        properties.Items.Remove(VerifierKey);
        return HandleRequestResult.Success(new AuthenticationTicket(person, properties, SchemeName));
    }

    // The code for the id token (OpenID Connect Core 1.0, 3.1.3).
    private async Task<string?> RedeemAsync(string code, string verifier)
    {
        var provider = await configuration.GetConfigurationAsync(Context.RequestAborted);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = Callback,
            ["code_verifier"] = verifier,
            ["client_id"] = signIn.Value.ClientId!,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        if (signIn.Value.ClientSecret is { Length: > 0 } secret)
        {
            if (provider.TokenEndpointAuthMethodsSupported.Count == 0 || provider.TokenEndpointAuthMethodsSupported.Contains("client_secret_basic"))
            {
                var pair = Uri.EscapeDataString(signIn.Value.ClientId!) + ":" + Uri.EscapeDataString(secret);
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            }
            else
            {
                form["client_secret"] = secret;
            }
        }

        request.Content = new FormUrlEncodedContent(form);
        using var response = await Options.Backchannel.SendAsync(request, Context.RequestAborted);
        if (!response.IsSuccessStatusCode)
        {
            Logger.LogWarning("The token endpoint answered {Status}", (int)response.StatusCode);
            return null;
        }

        return (string?)(await response.Content.ReadFromJsonAsync<JsonObject>(Context.RequestAborted))?["id_token"];
    }

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Why a sign-in failed, as the portal's address tells it: <c>/?signIn=&lt;reason&gt;</c>.</summary>
internal static class SignInProblems
{
    public const string State = "state";
    public const string Denied = "denied";
    public const string Provider = "provider";
    public const string Token = "token";
    public const string NotInRoster = "not-in-roster";

    public static readonly IReadOnlyList<string> All = [State, Denied, Provider, Token, NotInRoster];

    /// <summary>The portal's page that tells this reason.</summary>
    public static string Address(string reason) => "/?signIn=" + reason;
}
