using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;

namespace CadreDocs.Service.Tests.Hosting;

public sealed class CloudProfileTests(AddinFilesTests.Fixture service) : IClassFixture<AddinFilesTests.Fixture>
{
    private const string Tenant = "44444444-4444-4444-4444-444444444444";
    private const string OfficeScript = "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js";

    [Theory]
    [InlineData("Global", "https://login.microsoftonline.com/" + Tenant + "/v2.0", "https://graph.microsoft.com/.default")]
    [InlineData("China", "https://login.partner.microsoftonline.cn/" + Tenant + "/v2.0", "https://microsoftgraph.chinacloudapi.cn/.default")]
    public void Tenant_is_enough_to_know_authority_and_Graph(string profile, string authority, string scope)
    {
        var cloud = Read(("Cloud:Profile", profile), ("Cloud:Tenant", Tenant));

        Assert.Equal(authority, cloud.Authority?.ToString());
        Assert.Equal([scope], cloud.GraphScopes);
    }

    [Fact]
    public void Authority_of_ones_own_stands_before_the_tenants() =>
        Assert.Equal("https://accounts.example.cn/", Read(("Cloud:Profile", "China"), ("Cloud:Tenant", Tenant), ("Cloud:Authority", "https://accounts.example.cn")).Authority?.ToString());

    [Theory]
    [InlineData("local", "Cloud:Authority, Cloud:OfficeScript, Cloud:FrameAncestors.")]
    [InlineData("sharepoint", "Cloud:Authority, Cloud:OfficeScript, Cloud:FrameAncestors, Cloud:Graph.")]
    public void Custom_names_every_setting_that_it_lacks(string library, string expected)
    {
        var cause = Assert.Throws<SettingException>(() => Read(("Cloud:Profile", "Custom"), ("Filing:Library", library)));

        Assert.EndsWith(expected, cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Custom_takes_scopes_for_Graph()
    {
        var cloud = Read(
            ("Cloud:Profile", "Custom"), ("Cloud:Authority", "https://accounts.example"), ("Cloud:OfficeScript", "https://office.example/office.js"),
            ("Cloud:FrameAncestors:0", "https://office.example"), ("Cloud:Graph", "https://graph.example/"), ("Cloud:GraphScopes:0", "https://graph.example/Sites.Selected"));

        Assert.Equal(("Custom", "https://graph.example/"), (cloud.Name, cloud.Graph.ToString()));
        Assert.Equal(["https://graph.example/Sites.Selected"], cloud.GraphScopes);
        Assert.Equal(["https://office.example"], cloud.FrameAncestors);
    }

    [Fact]
    public async Task China_lets_pages_load_from_and_be_framed_by_its_own_addresses_only()
    {
        await using var china = China();
        using var client = china.CreateClient();
        using var response = await client.GetAsync("/pane.html", Api.Cancel);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");

        Assert.Contains("script-src 'self' https://appsforoffice.cdn.partner.office365.cn", policy);
        Assert.Contains("connect-src 'self' https://appsforoffice.cdn.partner.office365.cn https://login.partner.microsoftonline.cn", policy);
        Assert.Contains("frame-ancestors 'self' https://*.officeapps.cn https://*.partner.officewebapps.cn https://*.sharepoint.cn https://*.partner.office365.cn", policy);
        Assert.DoesNotContain(policy, part => part.Contains("microsoft.com", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/pane.html")]
    [InlineData("/sign-in-dialog.html")]
    public async Task China_loads_office_js_from_its_own_address(string page)
    {
        await using var china = China();
        using var client = china.CreateClient();
        var text = await client.GetStringAsync(page, Api.Cancel);

        Assert.Contains($"<script src=\"{OfficeScript}\"></script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("appsforoffice.microsoft.com", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task China_tells_the_pane_where_and_for_what_to_sign_in()
    {
        await using var china = China(("Hosting:Origin", "https://cadre.example.cn"));
        using var client = china.CreateClient();
        var settings = await client.Json("/api/pane/settings");

        Assert.Equal(("China", "entra"), ((string?)settings["cloud"], (string?)settings["provider"]));
        Assert.Equal($"https://login.partner.microsoftonline.cn/{Tenant}/v2.0", (string?)settings["authority"]);
        Assert.Equal("api://cadre.example.cn/the-app/access_as_user", (string?)settings["scope"]);
        Assert.Null(settings["resource"]);
    }

    [Theory]
    [InlineData("/pane.html")]
    [InlineData("/sign-in-dialog.html")]
    public async Task Page_holds_the_settings_that_the_api_gives(string page)
    {
        await using var china = China(("Cloud:Provider", "OpenId"), ("Cloud:PaneClientId", "</script><script>alert(1)"));
        using var client = china.CreateClient();
        var text = await client.GetStringAsync(page, Api.Cancel);

        var data = text.Split("<script type=\"application/json\" id=\"pane-settings\">")[1].Split("</script>")[0];
        var asked = await client.Json("/api/pane/settings");
        Assert.Equal("</script><script>alert(1)", (string?)asked["clientId"]);
        Assert.True(JsonNode.DeepEquals(asked, JsonNode.Parse(data)), data);
    }

    [Fact]
    public async Task Provider_that_is_not_Entra_is_asked_for_the_scope_of_a_resource_by_a_client_of_the_pane()
    {
        await using var other = China(("Cloud:Provider", "OpenId"), ("Cloud:PaneClientId", "the-pane"));
        using var client = other.CreateClient();
        var settings = await client.Json("/api/pane/settings");

        Assert.Equal(("open-id", "the-pane"), ((string?)settings["provider"], (string?)settings["clientId"]));
        Assert.Equal(("access_as_user", "api://the-app"), ((string?)settings["scope"], (string?)settings["resource"]));
    }

    [Fact]
    public async Task Manifest_names_the_application_where_a_provider_signs_people_in()
    {
        await using var china = China(("Hosting:Origin", "https://cadre.example.cn"));
        using var client = china.CreateClient();
        using var response = await client.GetAsync("/manifest.xml", Api.Cancel);
        var manifest = await response.Content.ReadAsStringAsync(Api.Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("<Id>the-app</Id>", manifest, StringComparison.Ordinal);
        Assert.Contains("<Resource>api://cadre.example.cn/the-app</Resource>", manifest, StringComparison.Ordinal);
        Assert.Contains("https://cadre.example.cn/pane.html", manifest, StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> China(params (string Name, string Value)[] settings) => service.WithWebHostBuilder(builder =>
    {
        foreach (var (name, value) in settings.Prepend(("Cloud:ClientId", "the-app")).Prepend(("Cloud:Tenant", Tenant)).Prepend(("Cloud:Profile", "China")))
        {
            builder.UseSetting(name, value);
        }
    });

    private static CloudProfile Read(params (string Name, string Value)[] settings) => CloudProfile.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value))).Build());
}
