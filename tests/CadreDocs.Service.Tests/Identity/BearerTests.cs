using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CadreDocs.Service.Tests.Identity;

public sealed class BearerTests(ProviderFixture service) : IClassFixture<ProviderFixture>
{
    private const string Audience = "api://" + TestProvider.ClientId;

    [Fact]
    public async Task Pane_reads_and_writes_with_a_token_and_no_antiforgery_header()
    {
        using var pane = Pane(Token("p1003", "access_as_user"));
        using var response = await pane.Send(HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 });
        Assert.Equal("陶知微", (string?)(await response.Json(HttpStatusCode.Created))["personName"]);
    }

    [Theory]
    [InlineData("scope")]
    [InlineData("audience")]
    [InlineData("expired")]
    [InlineData("stranger")]
    [InlineData("garbage")]
    public async Task Token_that_does_not_fit_is_refused(string fault)
    {
        using var pane = Pane(fault switch
        {
            "scope" => Token("p1003", "openid"),
            "audience" => service.Provider.Token(Claims("p1003", "access_as_user"), "api://elsewhere"),
            "expired" => service.Provider.Token(Claims("p1003", "access_as_user"), Audience, TimeSpan.FromMinutes(-5)),
            "stranger" => Token("stranger", "access_as_user"),
            _ => "a.b.c",
        });
        using var response = await pane.GetAsync("/api/duties?year=2024", Api.Cancel);
        await response.Problem(HttpStatusCode.Unauthorized, "signed-out");
    }

    [Fact]
    public async Task Cookie_beside_a_broken_token_does_not_help()
    {
        using var browser = await service.As("p1003");
        browser.DefaultRequestHeaders.Remove("X-CSRF");
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "a.b.c");
        using var response = await browser.Send(HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024 });
        await response.Problem(HttpStatusCode.Unauthorized, "signed-out");
    }

    [Fact]
    public async Task Tenant_outside_the_list_is_refused()
    {
        await using var strict = service.WithWebHostBuilder(builder => builder.UseSetting("Cloud:Tenants:0", "11111111-1111-1111-1111-111111111111"));
        using var pane = strict.CreateClient();
        foreach (var (tenant, expected) in new[] { ("11111111-1111-1111-1111-111111111111", HttpStatusCode.OK), ("22222222-2222-2222-2222-222222222222", HttpStatusCode.Unauthorized) })
        {
            var claims = Claims("p1003", "access_as_user");
            claims["tid"] = tenant;
            pane.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", service.Provider.Token(claims, Audience));
            using var response = await pane.GetAsync("/api/duties?year=2024", Api.Cancel);
            Assert.Equal(expected, response.StatusCode);
        }
    }

    private HttpClient Pane(string token)
    {
        var client = service.CreateClient(new WebApplicationFactoryClientOptions { HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private string Token(string personId, string scope) => service.Provider.Token(Claims(personId, scope), Audience);

    private static Dictionary<string, object> Claims(string personId, string scope)
    {
        var claims = ProviderFixture.Claims(personId, null, "cadre");
        claims["scp"] = scope;
        return claims;
    }
}
