using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.SharePoint;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>Whoever watches a filing that stands still sees why, until when, and whom to ask.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private const string School = "s-qinghe";

    private SharePointFixture _sharePoint = null!;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Fact]
    public async Task A_pause_that_the_library_asks_for_shows_while_all_workers_stand_before_it()
    {
        using var service = new SharePointService(_sharePoint);
        using var client = await service.As("p2001");
        _sharePoint.Faults.RetryAfterSeconds = 120;
        _sharePoint.Faults.Next(Fault.Throttled, call => call.Path.EndsWith("/content", StringComparison.Ordinal));
        var until = service.Clock.GetUtcNow().AddSeconds(120);
        var id = await StartAsync(client);
        var filing = await UntilAsync(client, id, filing => filing["waitingUntil"] is not null);

        Assert.Equal("running", (string?)filing["state"]);
        Assert.Equal(until, (DateTimeOffset)filing["waitingUntil"]!);
        Assert.Contains("429", (string?)filing["waiting"], StringComparison.Ordinal);

        // Another node has not been refused itself and reads it all the same.
        using var other = ActivatorUtilities.CreateInstance<SharePointLibraries>(service.Services);
        var seen = await other.BlockedUntilAsync(Api.Cancel);
        for (var look = 0; seen is null && look < 200; look++)
        {
            // The node that was refused knows first and then writes it down for the others.
            await Task.Delay(20, Api.Cancel);
            seen = await other.BlockedUntilAsync(Api.Cancel);
        }

        Assert.Equal(until, seen);

        service.Clock.Advance(TimeSpan.FromSeconds(121));
        Assert.NotEqual(until, (DateTimeOffset?)(await client.Json($"/api/filings/{id}"))["waitingUntil"]);
    }

    [Fact]
    public async Task A_file_open_in_word_is_listed_with_who_changed_it_last_and_when_it_is_tried_again()
    {
        using var service = new SharePointService(_sharePoint);
        using var client = await service.As("p2001");
        await UntilAsync(client, await StartAsync(client), filing => (string?)filing["state"] == "done");
        var item = _sharePoint.Drive.Items.Values.First(item => item.Path.EndsWith("1．学校干部自培工作计划（表1）.docx", StringComparison.Ordinal));
        (item.LockedBy, item.ModifiedBy) = ("王芳", "王芳");
        await service.InDatabase(db => db.Records.Where(record => record.FormId == "annual-plan" && record.SchoolId == School && record.Year == 2024)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.Data, """{"guiding":"新的指导思想"}""").SetProperty(record => record.Version, record => record.Version + 1)));
        var filing = await UntilAsync(client, await StartAsync(client), filing => filing["waitingFiles"]!.AsArray().Count > 0);
        var waiting = Assert.Single(filing["waitingFiles"]!.AsArray())!;

        Assert.Equal(("locked", "王芳"), ((string?)waiting["code"], (string?)waiting["person"]));
        Assert.Contains("王芳", (string?)waiting["message"], StringComparison.Ordinal);
        Assert.Equal(service.Clock.GetUtcNow().AddMinutes(2), (DateTimeOffset)waiting["nextTry"]!);
        Assert.Null(filing["waitingUntil"]);
    }

    [Fact]
    public async Task Filing_anew_goes_on_with_the_uploads_that_a_full_library_left_open()
    {
        using var service = new SharePointService(_sharePoint, ("SimpleUploadBytes", "1000"));
        using var client = await service.As("p2001");
        _sharePoint.Faults.Next(Fault.None, call => call.Method == "PUT" && call.Path.StartsWith("upload/", StringComparison.Ordinal) && (_sharePoint.Drive.Quota = 0) == 0);
        var first = await UntilAsync(client, await StartAsync(client), filing => (string?)filing["state"] != "running");
        Assert.Contains(first["problems"]!.AsArray(), problem => (string?)problem!["code"] == "quota-full");
        var open = _sharePoint.Server.Tenant.Inside(() => _sharePoint.Drive.Sessions.Count);
        Assert.NotEqual(0, open);
        _sharePoint.Drive.Quota = null;
        var second = await UntilAsync(client, await StartAsync(client), filing => (string?)filing["state"] != "running");

        Assert.Equal("done", (string?)second["state"]);
        Assert.Empty(_sharePoint.Drive.Sessions);
        Assert.Equal(0, await service.InDatabase(db => db.FilingItems.CountAsync(item => item.UploadUrl != null)));
    }

    [Theory]
    [InlineData("secret", "", "credential-setting", "Filing:SharePoint:TenantId")]
    [InlineData("secret", "no tenant!", "credential-setting", "tenant")]
    [InlineData("certificate", "11111111-1111-1111-1111-111111111111", "sign-in", "401")]
    public async Task A_credential_that_cannot_be_made_stops_the_filing_with_its_sentence(string credential, string tenant, string code, string words)
    {
        using var service = new SharePointService(
            _sharePoint, ("Credential", credential), ("TenantId", tenant), ("ClientId", "22222222-2222-2222-2222-222222222222"), ("ClientSecret", "x"),
            ("CertificatePath", Path.Combine(Path.GetTempPath(), "no-such-certificate.pfx")));
        using var client = await service.As("p2001");
        var filing = await UntilAsync(client, await StartAsync(client), filing => (string?)filing["state"] != "running");

        Assert.Equal("done-with-failures", (string?)filing["state"]);
        Assert.Equal((int)filing["total"]!, (int)filing["failed"]!);
        Assert.All(filing["problems"]!.AsArray(), problem => Assert.Equal(code, (string?)problem!["code"]));
        Assert.Contains(words, (string?)filing["problems"]![0]!["message"], StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> StartAsync(HttpClient client)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        return (string)(await started.Json(HttpStatusCode.Accepted))["id"]!;
    }

    private static async Task<JsonNode> UntilAsync(HttpClient client, string id, Func<JsonNode, bool> holds)
    {
        while (true)
        {
            var filing = await client.Json($"/api/filings/{id}");
            if (holds(filing))
            {
                return filing;
            }

            await Task.Delay(20, Api.Cancel);
        }
    }
}
