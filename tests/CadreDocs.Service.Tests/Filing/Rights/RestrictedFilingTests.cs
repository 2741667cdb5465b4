using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Tests.Filing.SharePoint;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing.Rights;

/// <summary>A school files into the double's library, where members of the site may edit and visitors may read everything.</summary>
public sealed class RestrictedFilingTests : IAsyncLifetime
{
    private const string School = "s-qinghe";
    private const string Secretary = "p2001@example.com";

    private SharePointFixture _sharePoint = null!;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Fact]
    public async Task No_restricted_paper_is_open_to_the_site_at_any_moment_of_its_filing()
    {
        using var service = new SharePointService(_sharePoint, ("SetRights", "true"));
        await using var moving = Moving(service);
        var open = new ConcurrentBag<string>();
        var others = new ConcurrentBag<string>();

        // Looked at before every single call, so whatever a call leaves behind is seen.
        _sharePoint.Faults.Next(Fault.None, _ => Look(open, others), times: int.MaxValue);
        using var client = await service.As("p2001");
        var filing = await FileAsync(client);

        Assert.Equal("done", (string?)filing["state"]);
        Assert.Contains(Files(), file => IsRestricted(file) && file.Content.Length > 0);
        Assert.Empty(open.Distinct());
        Assert.NotEmpty(others);
    }

    [Fact]
    public async Task Without_the_permission_to_close_it_a_restricted_paper_stays_out_and_the_others_are_filed()
    {
        _sharePoint.Drive.MaySetRights = false;
        using var service = new SharePointService(_sharePoint, ("SetRights", "true"));
        await using var moving = Moving(service);
        using var client = await service.As("p2001");
        var filing = await FileAsync(client);

        Assert.NotEmpty(filing["problems"]!.AsArray());
        Assert.All(filing["problems"]!.AsArray(), problem => Assert.Equal("may-not-close", (string?)problem!["code"]));
        Assert.DoesNotContain(Files(), IsRestricted);
        Assert.Equal((int)filing["total"]! - filing["problems"]!.AsArray().Count, (int)filing["done"]!);
    }

    [Fact]
    public async Task A_place_that_was_closed_before_the_service_died_is_filled_by_the_next_run()
    {
        _sharePoint.Drive.MaySetRights = false;
        using var service = new SharePointService(_sharePoint, ("SetRights", "true"));
        await using var moving = Moving(service);
        using var client = await service.As("p2001");
        var filing = await FileAsync(client);
        var path = (string)filing["problems"]![0]!["path"]!;
        await _sharePoint.Library.PutAsync(path, LibraryContent.FromBytes([]), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        _sharePoint.Drive.MaySetRights = true;
        (await client.PostAsync($"/api/filings/{(string?)filing["id"]}/resume", null, Api.Cancel)).Dispose();

        Assert.Equal("done", (string?)(await EndAsync(client, filing))["state"]);
        Assert.NotEqual(0, _sharePoint.At(path)!.Content.Length);
    }

    [Fact]
    public async Task Without_a_secretary_who_can_sign_in_nobody_could_keep_it_and_a_sentence_says_so()
    {
        using var service = new SharePointService(_sharePoint, ("SetRights", "true"));
        await using var moving = Moving(service);
        using var client = await service.As("p2001");
        await service.InDatabase(db => db.People.Where(person => db.RoleGrants.Any(grant => grant.PersonId == person.Id && grant.SchoolId == School && grant.Role == Roles.Secretary))
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.Login, (string?)null)));
        var filing = await FileAsync(client);

        Assert.All(filing["problems"]!.AsArray(), problem => Assert.Equal("nobody-keeps", (string?)problem!["code"]));
        Assert.DoesNotContain(Files(), IsRestricted);
    }

    [Fact]
    public async Task Where_rights_are_the_owners_everything_is_filed_and_neither_passes_nor_rights_are_set_here()
    {
        _sharePoint.Drive.MaySetRights = false;
        using var service = new SharePointService(_sharePoint);
        await using var moving = Moving(service);
        using var client = await service.As("p2001");
        Assert.Equal("done", (string?)(await FileAsync(client))["state"]);
        Assert.Contains(Files(), IsRestricted);

        using var pass = await client.PostAsJsonAsync($"/api/schools/{School}/library/passes", new { personId = "p0001", lastDay = "2024-11-30" }, Api.Cancel);
        await pass.Problem(HttpStatusCode.Conflict, "rights-not-ours");
        using var rights = await client.PostAsync($"/api/schools/{School}/library/rights", null, Api.Cancel);
        await rights.Problem(HttpStatusCode.Conflict, "rights-not-ours");
        Assert.False((bool)(await client.Json($"/api/schools/{School}/library/rights"))["settable"]!);
    }

    private bool Look(ConcurrentBag<string> open, ConcurrentBag<string> others)
    {
        foreach (var (file, who) in _sharePoint.Server.Tenant.Inside(() => Files().Where(file => file.Content.Length > 0)
            .Select(file => (file, Permissions.Effective(file).Where(pair => !pair.Grant.Roles.Contains("owner")).Select(pair => pair.Grant.Email).ToList())).ToList()))
        {
            var wide = who.Exists(name => !name.Contains('@', StringComparison.Ordinal));
            if (wide)
            {
                (IsRestricted(file) ? open : others).Add(file.Name);
            }
        }

        return false;
    }

    private List<Item> Files() => _sharePoint.Server.Tenant.Inside(() => _sharePoint.Drive.Items.Values.Where(item => item is { IsFolder: false, Deleted: false }).ToList());

    private static bool IsRestricted(Item file) => file.Name.Contains("述职", StringComparison.Ordinal) || file.Name.Contains("考勤", StringComparison.Ordinal);

    // Pauses between attempts pass by themselves.
    private static Timer Moving(ServiceFixture service) => new(_ => service.Clock.Advance(TimeSpan.FromSeconds(1)), null, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));

    private static async Task<JsonNode> FileAsync(HttpClient client)
    {
        using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
        return await EndAsync(client, await started.Json(HttpStatusCode.Accepted));
    }

    private static async Task<JsonNode> EndAsync(HttpClient client, JsonNode filing)
    {
        await client.GetStringAsync($"/api/filings/{(string?)filing["id"]}/events", Api.Cancel);
        return await client.Json($"/api/filings/{(string?)filing["id"]}");
    }
}
