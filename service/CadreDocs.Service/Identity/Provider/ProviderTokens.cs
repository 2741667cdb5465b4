using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CadreDocs.Service.Identity.Provider;

/// <summary>Validates tokens of the provider: signature, issuer, tenant, audience, lifetime.</summary>
internal sealed class ProviderTokens(
    IOptions<SignInOptions> options, IConfigurationManager<OpenIdConnectConfiguration> configuration, TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <summary>What a token has to satisfy.</summary>
    /// <param name="audiences">Audiences of which it names one.</param>
    public TokenValidationParameters Parameters(IEnumerable<string> audiences) => new()
    {
        ValidAudiences = audiences,
        RequireAudience = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,

        // Signatures by key pair only: with a shared secret, whoever can check could also sign.
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
        IssuerValidator = (issuer, token, parameters) => Issuer(issuer, token, parameters),
        LifetimeValidator = (from, until, _, _) =>
            (from is null || from <= clock.GetUtcNow().UtcDateTime + ClockSkew) && until > clock.GetUtcNow().UtcDateTime - ClockSkew,
        NameClaimType = ClaimTypes.Name,
    };

    /// <summary>Validates an id token; a key that is not known yet is looked up once.</summary>
    public async Task<TokenValidationResult> ValidateIdTokenAsync(string token, CancellationToken cancellationToken)
    {
        var parameters = Parameters([options.Value.ClientId!]);
        var handler = new JsonWebTokenHandler { MapInboundClaims = false };
        for (var attempt = 1; ; attempt++)
        {
            var provider = await configuration.GetConfigurationAsync(cancellationToken);
            parameters.IssuerSigningKeys = provider.SigningKeys;
            parameters.ValidIssuer = provider.Issuer;
            var result = await handler.ValidateTokenAsync(token, parameters);
            if (attempt == 2 || result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            {
                return result;
            }

            configuration.RequestRefresh();
        }
    }

    // A provider of many tenants writes its issuer with {tenantid} in the place of the token's own tid.
    private string Issuer(string issuer, SecurityToken token, TokenValidationParameters parameters)
    {
        var tenant = (token as JsonWebToken)?.TryGetPayloadValue<string>("tid", out var tid) == true ? tid : null;
        var known = parameters.ValidIssuer is { } valid ? [valid] : parameters.ValidIssuers ?? [];
        if (!known.Any(pattern => string.Equals(pattern.Replace("{tenantid}", tenant ?? "", StringComparison.Ordinal), issuer, StringComparison.Ordinal)))
        {
            throw new SecurityTokenInvalidIssuerException($"The issuer '{issuer}' is not the configured one.");
        }

        return options.Value.Tenants.Length == 0 || options.Value.Tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)
            ? issuer
            : throw new SecurityTokenInvalidIssuerException($"The tenant '{tenant}' is not in Cloud:Tenants.");
    }
}
