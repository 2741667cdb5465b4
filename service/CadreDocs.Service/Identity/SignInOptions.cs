using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Identity;

/// <summary>What kind of provider signs people in.</summary>
public enum ProviderKind
{
    /// <summary>Microsoft Entra, in any cloud: Office's own accounts are of it.</summary>
    Entra,

    /// <summary>Any other OpenID provider: only the sign-in window of the pane reaches it.</summary>
    OpenId,
}

/// <summary>The OpenID provider; section <c>Cloud</c>.</summary>
internal sealed class SignInOptions
{
    /// <summary>Issuer's address, such as <c>https://login.microsoftonline.com/&lt;tenant&gt;/v2.0</c>. Default: the cloud profile's, of <c>Cloud:Tenant</c>. Without it nobody signs in by a provider; outside of Development that stops the start.</summary>
    public Uri? Authority { get; set; }

    /// <summary>Our id at the provider.</summary>
    public string? ClientId { get; init; }

    /// <summary>Kind of the provider; default <c>Entra</c>.</summary>
    public ProviderKind Provider { get; init; }

    /// <summary>The pane's id at the provider, a public client; default <see cref="ClientId"/>: Entra lets one application be both.</summary>
    public string? PaneClientId { get; set; }

    /// <summary>Our secret at the provider; null for a public client, which PKCE alone protects.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>App ID URI of our API, the audience of the pane's tokens; default <c>api://</c> and the client id, after our host where <c>Hosting:Origin</c> is set.</summary>
    public string? Audience { get; set; }

    /// <summary>Scope that a pane's token must carry; default <c>access_as_user</c>.</summary>
    public string Scope { get; init; } = "access_as_user";

    /// <summary>Tenants whose people may sign in, by id; empty for whoever the authority vouches for.</summary>
    public string[] Tenants { get; init; } = [];

    /// <summary>Claims that may hold a person's login in the roster, in this order.</summary>
    public string[] LoginClaims { get; init; } = ["oid", "preferred_username", "email", "upn", "sub"];

    /// <summary>The audiences that a pane's token may name.</summary>
    public IReadOnlyList<string> Audiences => [Audience!, ClientId!];

    /// <summary>The scope as the pane asks for it: Entra wants the App ID URI before it. Null without a client id.</summary>
    public string? FullScope => ClientId is null ? null : Provider == ProviderKind.Entra ? $"{Audience}/{Scope}" : Scope;

    /// <summary>The API as the pane names it to a provider whose scopes do not (RFC 8707); null for Entra.</summary>
    public string? Resource => ClientId is null || Provider == ProviderKind.Entra ? null : Audience;

    /// <summary>Fills in what the settings left open. Office's older single sign-on wants our host in the audience.</summary>
    /// <param name="authority">The cloud profile's authority, or null.</param>
    /// <param name="origin">Our public origin, or null.</param>
    public void SetDefaults(Uri? authority, Uri? origin)
    {
        Authority ??= authority;
        Audience ??= origin is null ? $"api://{ClientId}" : $"api://{origin.Authority}/{ClientId}";
        PaneClientId ??= ClientId;
    }
}

/// <summary>Stops the start on a missing or wrong setting and names it.</summary>
internal sealed class SignInOptionsCheck(IHostEnvironment environment) : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var failures = new List<string>();
        if (options.Authority is null)
        {
            if (!environment.IsDevelopment())
            {
                failures.Add("缺少设置 Cloud:Authority（或 Cloud:Tenant）：非开发环境必须配置统一身份认证。 / Cloud:Authority is missing, or Cloud:Tenant for Entra: outside of Development people sign in with an OpenID provider.");
            }
        }
        else
        {
            // A provider on this very machine (a test) may speak plain http.
            if (options.Authority.Scheme != Uri.UriSchemeHttps && !options.Authority.IsLoopback)
            {
                failures.Add("设置 Cloud:Authority 必须是 https 地址。 / Cloud:Authority must be an https address.");
            }

            if (string.IsNullOrEmpty(options.ClientId))
            {
                failures.Add("缺少设置 Cloud:ClientId：它与 Cloud:Authority 一起设置。 / Cloud:ClientId is missing: it stands beside Cloud:Authority.");
            }
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
