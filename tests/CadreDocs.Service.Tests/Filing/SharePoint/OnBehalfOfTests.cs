using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>Azure.Identity itself against an authority on this machine, then Graph with the token it got.</summary>
public sealed class OnBehalfOfTests : IAsyncLifetime
{
    private readonly List<Dictionary<string, string>> _asked = [];
    private WebApplication _authority = null!;
    private string _thumbprint = "";
    private SharePointFixture _sharePoint = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sharePoint = await SharePointFixture.StartAsync();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        var certificate = X509CertificateLoader.LoadPkcs12(request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1)).Export(X509ContentType.Pfx), null);
        _thumbprint = certificate.Thumbprint;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        _authority = builder.Build();
        _authority.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext context, string tenant) =>
        {
            var form = (await context.Request.ReadFormAsync(Cancel)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
            form["tenant"] = tenant;
            lock (_asked)
            {
                _asked.Add(form);
            }

            return Results.Json(new { token_type = "Bearer", expires_in = 3600, ext_expires_in = 3600, access_token = form.GetValueOrDefault("assertion") == "the-persons-token" ? "as-the-person" : "as-the-service" });
        });
        await _authority.StartAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _authority.DisposeAsync();
        await _sharePoint.DisposeAsync();
    }

    [Fact]
    public async Task A_persons_token_is_handed_in_for_one_that_Graph_takes()
    {
        await _sharePoint.Library.PutAsync("宝山区/一小/1.docx", LibraryContent.FromBytes([1]), PutCondition.Absent, UploadMemory.None, Cancel);
        var allowance = new Allowance(new MemoryAllowanceStore(1_000_000), TimeProvider.System, 0);
        using var connection = new GraphConnection(Cloud, Credentials.ForUser(Options, Cloud, "the-persons-token", Transport()), allowance, Options, TimeProvider.System);
        var file = await new GraphDocumentLibrary(connection, _sharePoint.Drive.Id, 1000).FindAsync("宝山区/一小/1.docx", Cancel);

        Assert.NotNull(file);
        Assert.Equal("Bearer as-the-person", _sharePoint.Server.LastAuthorization);
        var form = Assert.Single(_asked);
        Assert.Equal(("the-tenant", "the-app", "the-secret"), (form["tenant"], form["client_id"], form["client_secret"]));
        Assert.Equal(("urn:ietf:params:oauth:grant-type:jwt-bearer", "on_behalf_of"), (form["grant_type"], form["requested_token_use"]));
        Assert.Contains(_sharePoint.Server.Address.GetLeftPart(UriPartial.Authority) + "/.default", form["scope"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cloud_of_ones_own_may_name_other_scopes()
    {
        await _sharePoint.Library.PutAsync("宝山区/一小/1.docx", LibraryContent.FromBytes([1]), PutCondition.Absent, UploadMemory.None, Cancel);
        var cloud = Cloud with { GraphScopes = ["https://graph.example/Files.ReadWrite.All"] };
        using var connection = new GraphConnection(cloud, Credentials.ForUser(Options, cloud, "the-persons-token", Transport()), new Allowance(new MemoryAllowanceStore(1_000_000), TimeProvider.System, 0), Options, TimeProvider.System);
        await new GraphDocumentLibrary(connection, _sharePoint.Drive.Id, 1000).FindAsync("宝山区/一小/1.docx", Cancel);

        var scopes = Assert.Single(_asked)["scope"].Split(' ');
        Assert.Contains("https://graph.example/Files.ReadWrite.All", scopes);
        Assert.DoesNotContain(scopes, scope => scope.EndsWith("/.default", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_setting_is_named()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => Credentials.ForUser(new SharePointOptions { TenantId = "t", ClientId = "c", OnBehalfOf = true }, Cloud, "token"));

        Assert.Contains("Filing:SharePoint:ClientSecret", fault.Message, StringComparison.Ordinal);
    }

    private static SharePointOptions Options => new() { TenantId = "the-tenant", ClientId = "the-app", ClientSecret = "the-secret", OnBehalfOf = true, UnitsPerMinute = 0 };

    private CloudProfile Cloud => new("Custom", new Uri(new Uri(_authority.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/the-tenant/v2.0"), _sharePoint.Server.Address, _sharePoint.Server.Address, []);

    // Trusts the one certificate that was made for this test.
    private HttpClientTransport Transport() => new(new HttpClientHandler
    {
#pragma warning disable MA0039 // The authority of this test has a certificate that nobody else knows; it is taken by its thumbprint.
        ServerCertificateCustomValidationCallback = (_, certificate, _, errors) => errors == SslPolicyErrors.None || certificate?.Thumbprint == _thumbprint,
#pragma warning restore MA0039
    });
}
