using System.Net;
using System.Web;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Tests.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace CadreDocs.Service.Tests.Hosting;

/// <summary>Behind a proxy that ends TLS and calls the service by plain http.</summary>
public sealed class ProxyTests(ProviderFixture service) : IClassFixture<ProviderFixture>
{
    private const string Proxy = "10.20.30.40";

    [Fact]
    public async Task Trusted_proxy_makes_sign_in_and_cookies_secure()
    {
        await using var behind = Behind();
        using var client = Client(behind, Proxy, "203.0.113.9");
        using var response = await client.GetAsync("/sign-in", Api.Cancel);

        Assert.Equal("https://localhost/signin-oidc", Redirect(response));
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forged_headers_of_anybody_else_are_not_read()
    {
        await using var behind = Behind();
        using var client = Client(behind, "198.51.100.7", "203.0.113.9");
        using var response = await client.GetAsync("/sign-in", Api.Cancel);

        Assert.Equal("http://localhost/signin-oidc", Redirect(response));
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_becomes_this_machine_by_a_header()
    {
        using var client = Client(service, "198.51.100.7", "127.0.0.1");
        using var response = await client.GetAsync("/api/development/people", Api.Cancel);

        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Proxy_on_this_machine_does_not_open_the_development_sign_in()
    {
        await using var behind = service.WithWebHostBuilder(builder => builder.UseSetting("Hosting:Proxies:0", "127.0.0.1"));
        using var client = Client(behind, "127.0.0.1", "203.0.113.9");
        using var response = await client.GetAsync("/api/development/people", Api.Cancel);

        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Everybody_behind_a_trusted_proxy_has_a_sign_in_limit_of_their_own()
    {
        await using var behind = Behind(("RateLimits:SignInsPerMinute", "2"));
        using var first = Client(behind, Proxy, "203.0.113.9");
        using var second = Client(behind, Proxy, "203.0.113.10");

        Assert.Equal([302, 302, 429], await SignIns(first, 3));
        Assert.Equal([302], await SignIns(second, 1));
    }

    [Fact]
    public async Task Limit_is_not_evaded_by_forged_addresses()
    {
        await using var behind = Behind(("RateLimits:SignInsPerMinute", "2"));
        var statuses = new List<int>();
        for (var i = 1; i <= 3; i++)
        {
            using var client = Client(behind, "198.51.100.7", $"203.0.113.{i}");
            statuses.AddRange(await SignIns(client, 1));
        }

        Assert.Equal([302, 302, 429], statuses);
    }

    [Fact]
    public async Task Origin_is_where_the_provider_sends_people_back_to()
    {
        await using var behind = Behind(("Hosting:Origin", "https://cadre.example.cn"));
        using var client = Client(behind, "198.51.100.7", null);
        using var response = await client.GetAsync("/sign-in", Api.Cancel);

        Assert.Equal("https://cadre.example.cn/signin-oidc", Redirect(response));
        Assert.All(response.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Proxy_that_is_no_address_does_not_start_and_is_named()
    {
        await using var wrong = service.WithWebHostBuilder(builder => builder.UseSetting("Hosting:Proxies:0", "the-proxy"));
        var cause = Assert.Throws<SettingException>(() => wrong.CreateClient());

        Assert.Contains("Hosting:Proxies", cause.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Proxy, true)]
    [InlineData("198.51.100.7", false)]
    public async Task Browser_is_told_to_stay_with_https_where_the_proxy_is_trusted(string from, bool expected)
    {
        await using var behind = service.WithWebHostBuilder(builder => builder.UseEnvironment("Production").UseSetting("Hosting:Proxies:0", "10.20.30.0/24"));
        using var client = Client(behind, from, "203.0.113.9");
        client.BaseAddress = new Uri("http://cadre.example.cn");
        using var response = await client.GetAsync("/health/live", Api.Cancel);

        Assert.Equal(expected, response.Headers.Contains("Strict-Transport-Security"));
    }

    private WebApplicationFactory<Program> Behind(params (string Name, string Value)[] settings) => service.WithWebHostBuilder(builder =>
    {
        builder.UseSetting("Hosting:Proxies:0", "10.20.30.0/24");
        foreach (var (name, value) in settings)
        {
            builder.UseSetting(name, value);
        }
    });

    private static HttpClient Client(WebApplicationFactory<Program> host, string from, string? client)
    {
        var http = host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("X-Test-Address", from);
        if (client is not null)
        {
            http.DefaultRequestHeaders.Add("X-Forwarded-For", client);
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        }

        return http;
    }

    private static string? Redirect(HttpResponseMessage response) => HttpUtility.ParseQueryString(response.Headers.Location!.Query)["redirect_uri"];

    private static async Task<List<int>> SignIns(HttpClient client, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            using var response = await client.GetAsync("/sign-in", Api.Cancel);
            statuses.Add((int)response.StatusCode);
        }

        return statuses;
    }
}
