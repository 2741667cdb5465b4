using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace CadreDocs.Service.Tests.Identity;

public sealed class BrowserSignInTests(ProviderFixture service) : IClassFixture<ProviderFixture>
{
    private static readonly string[] Secretary = ["cadre", "secretary"];

    [Fact]
    public async Task Person_of_the_roster_signs_in_and_comes_back_where_they_were()
    {
        using var browser = await service.Anonymous();
        var (state, nonce, challenge) = await ProviderFixture.Leave(browser, "/board?year=2024");
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims("p2001", nonce, Secretary));
        Assert.Equal("/board?year=2024", await ProviderFixture.Return(browser, state));

        var verifier = service.Provider.LastTokenRequest["code_verifier"]!;
        Assert.Equal(challenge, WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
        var session = await browser.Json("/api/session");
        Assert.Equal("p2001", (string?)session["person"]?["id"]);
        Assert.Contains("secretary", session["roles"]!.AsArray().Select(role => (string?)role!["role"]));
    }

    [Fact]
    public async Task Role_that_the_provider_does_not_vouch_for_is_not_held()
    {
        using var browser = await service.Anonymous();
        await SignIn(browser, "p2001");
        var session = await browser.Json("/api/session");
        Assert.Equal(["cadre"], session["roles"]!.AsArray().Select(role => (string?)role!["role"]));
    }

    [Fact]
    public async Task Sign_out_names_the_providers_own_sign_out()
    {
        using var browser = await service.Anonymous();
        await SignIn(browser, "p2001");
        await browser.RefreshToken();
        using var response = await browser.PostAsync("/api/sign-out", null, Api.Cancel);
        var next = (string?)(await response.Json(HttpStatusCode.OK))["next"];
        Assert.StartsWith(service.Provider.Authority + "/end?client_id=", next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no-nonce")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("unsigned")]
    [InlineData("shared-secret")]
    [InlineData("strange-key")]
    public async Task Spoiled_id_token_signs_nobody_in(string fault)
    {
        using var browser = await service.Anonymous();
        var (state, nonce, _) = await ProviderFixture.Leave(browser);
        var provider = service.Provider;
        var claims = ProviderFixture.Claims("p2001", fault switch { "nonce" => "another", "no-nonce" => null, _ => nonce });
        provider.NextIdToken = () => fault switch
        {
            "audience" => provider.Token(claims, audience: "somebody-else"),
            "issuer" => provider.Token(claims, issuer: "https://elsewhere.example"),
            "expired" => provider.Token(claims, lifetime: TimeSpan.FromMinutes(-5)),
            "unsigned" => provider.Token(claims, credentials: (null, true)),
            "shared-secret" => provider.Token(claims, credentials: (new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(TestProvider.Secret)), SecurityAlgorithms.HmacSha256), true)),
            "strange-key" => provider.Token(claims, credentials: (new SigningCredentials(new RsaSecurityKey(RSA.Create(2048)) { KeyId = provider.Key.KeyId }, SecurityAlgorithms.RsaSha256), true)),
            _ => provider.Token(claims),
        };
        Assert.Equal("/?signIn=token", await ProviderFixture.Return(browser, state));
        Assert.Null((await browser.Json("/api/session"))["person"]);
    }

    [Fact]
    public async Task New_key_of_the_provider_is_fetched_when_it_first_signs()
    {
        using var browser = await service.Anonymous();
        await SignIn(browser, "p2001");
        service.Provider.RotateKey();
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        using var other = await service.Anonymous();
        await SignIn(other, "p2002");
        Assert.Equal("p2002", (string?)(await other.Json("/api/session"))["person"]?["id"]);
    }

    [Fact]
    public async Task State_is_good_once()
    {
        using var browser = await service.Anonymous();
        var state = await SignIn(browser, "p2001");
        Assert.Equal("/?signIn=state", await ProviderFixture.Return(browser, state));
    }

    [Fact]
    public async Task State_of_another_browser_is_refused()
    {
        using var victim = await service.Anonymous();
        using var attacker = await service.Anonymous();
        var (state, nonce, _) = await ProviderFixture.Leave(attacker);
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims("p0002", nonce, "officer"));
        Assert.Equal("/?signIn=state", await ProviderFixture.Return(victim, state));
    }

    [Fact]
    public async Task Somebody_outside_the_roster_is_told_so()
    {
        using var browser = await service.Anonymous();
        var (state, nonce, _) = await ProviderFixture.Leave(browser);
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims("stranger", nonce, "officer"));
        Assert.Equal("/?signIn=not-in-roster", await ProviderFixture.Return(browser, state));
    }

    [Fact]
    public async Task Two_tabs_can_sign_in_beside_each_other()
    {
        using var browser = await service.Anonymous();
        var first = await ProviderFixture.Leave(browser, "/one");
        var second = await ProviderFixture.Leave(browser, "/two");
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims("p2001", second.Nonce));
        Assert.Equal("/two", await ProviderFixture.Return(browser, second.State));
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims("p2001", first.Nonce));
        Assert.Equal("/one", await ProviderFixture.Return(browser, first.State));
    }

    [Fact]
    public async Task Provider_that_is_away_is_named_on_the_portals_page()
    {
        await using var alone = service.WithWebHostBuilder(builder => builder.UseSetting("Cloud:Authority", "http://127.0.0.1:9"));
        using var browser = alone.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var response = await browser.GetAsync("/sign-in", Api.Cancel);
        Assert.Equal("/?signIn=provider", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Known_keys_serve_on_while_the_provider_is_away()
    {
        using var browser = await service.Anonymous();
        await SignIn(browser, "p2001");
        service.Clock.Advance(TimeSpan.FromDays(2));
        service.Provider.IsAway = true;
        try
        {
            Assert.NotEmpty((await ProviderFixture.Leave(browser)).State);
        }
        finally
        {
            service.Provider.IsAway = false;
        }
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Way_back_never_leads_elsewhere(string returnUrl)
    {
        using var browser = await service.Anonymous();
        var (state, nonce, _) = await ProviderFixture.Leave(browser, returnUrl);
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims("p2001", nonce));
        Assert.Equal("/", await ProviderFixture.Return(browser, state));
    }

    private async Task<string> SignIn(HttpClient browser, string personId)
    {
        var (state, nonce, _) = await ProviderFixture.Leave(browser);
        service.Provider.NextIdToken = () => service.Provider.Token(ProviderFixture.Claims(personId, nonce, "cadre"));
        Assert.Equal("/", await ProviderFixture.Return(browser, state));
        return state;
    }
}
