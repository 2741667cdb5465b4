using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing;

public sealed class PortalLinkTests : IDisposable
{
    private readonly PortalService _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task The_column_of_a_filed_paper_leads_to_its_page_in_the_portal()
    {
        using var client = await _service.As("p2001");
        using var started = await client.PostAsJsonAsync("/api/schools/s-qinghe/filings", new { year = 2024 }, Api.Cancel);
        await started.Json(HttpStatusCode.Accepted);
        var item = await _service.InDatabase(db => db.FilingItems.FirstAsync(row => row.RecordId != null));
        var link = new Uri((string)JsonNode.Parse(item.Fields)![LibraryFields.Portal]!);

        // The portal's own addresses stand behind the hash: what comes first names the screen, what follows the record.
        Assert.Equal("https://portal.example.com/", link.GetLeftPart(UriPartial.Path));
        Assert.Equal(["#", "paper", item.RecordId!], link.Fragment.Split('/').Select(Uri.UnescapeDataString));
        Assert.Contains("{ id: \"paper\"", await File.ReadAllTextAsync(Screens(), Api.Cancel), StringComparison.Ordinal);
        Assert.Contains("recordId={place.path[1]", await File.ReadAllTextAsync(Screens(), Api.Cancel), StringComparison.Ordinal);
    }

    private static string Screens()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CadreDocs.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "addin", "src", "app", "portal", "screens.tsx");
    }

    private sealed class PortalService : ServiceFixture
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Filing:PortalAddress", "https://portal.example.com/");
        }
    }
}
