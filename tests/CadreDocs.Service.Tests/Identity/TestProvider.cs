using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CadreDocs.Service.Tests.Identity;

/// <summary>A small OpenID provider on loopback whose tokens a test can spoil.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    public const string ClientId = "cadredocs-test";
    public const string Secret = "a secret of the test that is long enough for HMAC";

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;

    private TestProvider(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public string Authority { get; private set; } = "";

    /// <summary>The key that signs and is published.</summary>
    public RsaSecurityKey Key { get; private set; } = NewKey();

    /// <summary>True while the discovery document cannot be had.</summary>
    public bool IsAway { get; set; }

    /// <summary>What the token endpoint gives next.</summary>
    public Func<string> NextIdToken { get; set; } = () => "";

    /// <summary>What the token endpoint was last sent.</summary>
    public NameValueCollection LastTokenRequest { get; private set; } = [];

    public static async Task<TestProvider> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new TestProvider(app, clock);
        app.MapGet("/.well-known/openid-configuration", () => provider.IsAway ? Results.StatusCode(503) : Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = provider.Authority,
            ["authorization_endpoint"] = provider.Authority + "/authorize",
            ["token_endpoint"] = provider.Authority + "/token",
            ["end_session_endpoint"] = provider.Authority + "/end",
            ["jwks_uri"] = provider.Authority + "/jwks",
        }));
        app.MapGet("/jwks", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(provider.Key);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = key.Kid, n = key.N, e = key.E } } });
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            provider.LastTokenRequest = HttpUtility.ParseQueryString(await reader.ReadToEndAsync());
            return Results.Json(new { id_token = provider.NextIdToken(), token_type = "Bearer", access_token = "unused" });
        });
        await app.StartAsync();
        provider.Authority = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return provider;
    }

    /// <summary>From now on another key signs and is published.</summary>
    public void RotateKey() => Key = NewKey();

    /// <summary>A signed token.</summary>
    /// <param name="claims">Claims beside issuer, audience and times.</param>
    /// <param name="audience">The audience.</param>
    /// <param name="lifetime">Time until it ends; negative for one that has ended.</param>
    /// <param name="issuer">Another issuer.</param>
    /// <param name="credentials">Another signature; null inside the tuple for none.</param>
    public string Token(
        Dictionary<string, object> claims, string audience = ClientId, TimeSpan? lifetime = null, string? issuer = null, (SigningCredentials? Value, bool Set) credentials = default)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Authority,
            Audience = audience,
            Claims = claims,
            NotBefore = now.AddHours(-1),
            IssuedAt = now.AddHours(-1),
            Expires = now + (lifetime ?? TimeSpan.FromHours(1)),
            SigningCredentials = credentials.Set ? credentials.Value : new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        });
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };
}
