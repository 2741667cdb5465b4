using System.Net;

namespace CadreDocs.Service.Tests.Pane;

public sealed class PaneTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task The_manifest_needs_an_https_origin_and_says_which_setting_gives_it()
    {
        using var client = service.CreateClient();
        using var response = await client.GetAsync("/manifest.xml");

        var problem = await response.Problem(HttpStatusCode.Conflict, "manifest-needs-https");

        Assert.Contains("Hosting:Origin", (string?)problem["titleEn"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_manifest_carries_the_origin_it_was_asked_under()
    {
        using var client = service.CreateClient();
        client.BaseAddress = new Uri("https://cadre.example.cn");
        var manifest = await client.GetStringAsync("/manifest.xml");

        Assert.Contains("https://cadre.example.cn/pane.html", manifest, StringComparison.Ordinal);
        Assert.DoesNotContain("localhost", manifest[manifest.IndexOf("<OfficeApp", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_the_pane_is_told_to_use_the_cookie()
    {
        using var client = service.CreateClient();
        var settings = await client.Json("/api/pane/settings");

        Assert.Null(settings["clientId"]);
        Assert.Null(settings["authority"]);
        Assert.Equal("Global", (string?)settings["cloud"]);
    }
}
