using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Web;
using Azure.Core;
using Azure.Core.Pipeline;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Hosting;
using Microsoft.Extensions.Configuration;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>Azure.Identity itself; only what it sends over the network is caught and answered here.</summary>
public sealed class CredentialsTests : IDisposable
{
    private readonly Authority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-credentials-").FullName;

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("Global", "login.microsoftonline.com", "https://graph.microsoft.com/.default")]
    [InlineData("China", "login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn/.default")]
    public async Task A_secret_is_handed_in_at_the_clouds_own_authority(string profile, string host, string scope)
    {
        await AskAsync(new SharePointOptions { Credential = "secret", TenantId = "the-tenant", ClientId = "the-app", ClientSecret = "the-secret" }, profile);

        Assert.Equal(host, _authority.TokenHost);
        Assert.Equal(("the-app", "the-secret", "client_credentials"), (_authority.Form["client_id"], _authority.Form["client_secret"], _authority.Form["grant_type"]));
        Assert.Contains(scope, _authority.Form["scope"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".pem")]
    [InlineData(".pfx")]
    public async Task A_certificate_signs_for_the_app_and_its_key_stays_here(string extension)
    {
        var path = Path.Combine(_folder, "app" + extension);
        using (var key = RSA.Create(2048))
        {
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = new CertificateRequest("CN=cadredocs", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
            await File.WriteAllBytesAsync(path, extension == ".pfx"
                ? certificate.Export(X509ContentType.Pfx)
                : System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem()), Api.Cancel);
        }

        await AskAsync(new SharePointOptions { Credential = "certificate", TenantId = "the-tenant", ClientId = "the-app", CertificatePath = path }, "China");

        Assert.Equal("login.chinacloudapi.cn", _authority.TokenHost);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", _authority.Form["client_assertion_type"]);
        Assert.Equal(3, _authority.Form["client_assertion"]!.Split('.').Length);
        Assert.Null(_authority.Form["client_secret"]);
    }

    [Fact]
    public async Task A_workload_hands_in_the_token_of_its_cluster()
    {
        var token = Path.Combine(_folder, "token");
        await File.WriteAllTextAsync(token, "the-clusters-token", Api.Cancel);
        Environment.SetEnvironmentVariable("AZURE_FEDERATED_TOKEN_FILE", token);
        try
        {
            await AskAsync(new SharePointOptions { Credential = "workload-identity", TenantId = "the-tenant", ClientId = "the-app" }, "China");
        }
        finally
        {
            Environment.SetEnvironmentVariable("AZURE_FEDERATED_TOKEN_FILE", null);
        }

        Assert.Equal(("login.chinacloudapi.cn", "the-clusters-token"), (_authority.TokenHost, _authority.Form["client_assertion"]));
    }

    [Fact]
    public async Task A_managed_identity_asks_the_machine_it_runs_on_for_the_clouds_own_Graph()
    {
        await AskAsync(new SharePointOptions { Credential = "managed-identity", ClientId = "user-assigned" }, "China");

        // The address that every Azure machine answers at; nothing leaves it.
        Assert.Equal("169.254.169.254", _authority.TokenHost);
        Assert.Contains("microsoftgraph.chinacloudapi.cn", Uri.UnescapeDataString(_authority.Query), StringComparison.Ordinal);
        Assert.Contains("client_id=user-assigned", _authority.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret", "TenantId")]
    [InlineData("certificate", "TenantId")]
    public void A_missing_setting_is_named(string credential, string setting)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Credentials.Make(new SharePointOptions { Credential = credential }, Cloud("Global")));

        Assert.Contains("Filing:SharePoint:" + setting, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_signs_in_as_nobody_beyond_this_machine()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Credentials.Make(new SharePointOptions { Credential = "none" }, Cloud("China")));

        Assert.Contains("Cloud:Graph", fault.Message, StringComparison.Ordinal);
    }

    private async Task AskAsync(SharePointOptions options, string profile)
    {
        var cloud = Cloud(profile);
        using var client = new HttpClient(_authority, disposeHandler: false);
        var token = await Credentials.Make(options, cloud, new HttpClientTransport(client)).GetTokenAsync(new TokenRequestContext([new Uri(cloud.Graph, "/.default").ToString()]), Api.Cancel);

        Assert.Equal("the-services-token", token.Token);
    }

    private static CloudProfile Cloud(string profile) =>
        CloudProfile.From(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Cloud:Profile"] = profile }).Build());

    /// <summary>Answers as an authority would, and remembers what it was asked.</summary>
    private sealed class Authority : HttpMessageHandler
    {
        public string TokenHost { get; private set; } = "";

        public string Query { get; private set; } = "";

        public System.Collections.Specialized.NameValueCollection Form { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            if (address.AbsolutePath.Contains("/discovery/instance", StringComparison.Ordinal))
            {
                return Json(new { tenant_discovery_endpoint = $"https://{address.Host}/the-tenant/v2.0/.well-known/openid-configuration", metadata = Array.Empty<object>() });
            }

            (TokenHost, Query) = (address.Host, address.Query);
            Form = HttpUtility.ParseQueryString(request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken));
            return Json(new { token_type = "Bearer", expires_in = 3600, ext_expires_in = 3600, expires_on = "4102444800", resource = "graph", access_token = "the-services-token" });
        }

        private static HttpResponseMessage Json(object body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };
    }
}
