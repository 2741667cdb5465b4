using System.Net;
using System.Net.Http.Json;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;
using CadreDocs.Service.Tests.Filing.SharePoint;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Filing.Rights;

/// <summary>A school's papers stand in the double's library, where members of the site may edit and visitors may read everything.</summary>
public sealed class LibraryRightsTests : IAsyncLifetime
{
    private const string School = "s-qinghe";
    private const string Secretary = "p2001@example.com";
    private const string Cadre = "p2002@example.com";
    private const string Reviewer = "p0001@example.com";
    private const string Members = "5";
    private const string Visitors = "4";

    private readonly ServiceFixture _service = new();
    private SharePointFixture _sharePoint = null!;
    private readonly Timer _moving;
    private string _restricted = "";

    public LibraryRightsTests() =>
        // Pauses between attempts pass by themselves.
        _moving = new Timer(_ => _service.Clock.Advance(TimeSpan.FromSeconds(1)), null, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50));

    private Tenant Tenant => _sharePoint.Server.Tenant;

    public async ValueTask InitializeAsync()
    {
        _sharePoint = await SharePointFixture.StartAsync();
        using (var client = await _service.As("p2001"))
        {
            using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
            await client.GetStringAsync($"/api/filings/{(string?)(await started.Json(HttpStatusCode.Accepted))["id"]}/events", Api.Cancel);
        }

        // The school's papers and those of two cadres; one paper of the first becomes one that few may read.
        var restricted = await _service.InDatabase(db => db.FiledDocuments.Where(document => db.Records.Any(record => record.Id == document.RecordId && record.PersonId == "p2002")).FirstAsync());
        _restricted = LibraryPath.FileName(restricted.Path);
        await _service.InDatabase(db => db.Records.Where(record => record.Id == restricted.RecordId).ExecuteUpdateAsync(set => set.SetProperty(record => record.FormId, "duty-report")));
        var keep = await _service.InDatabase(db => db.Records
            .Where(record => record.SchoolId == School && (record.PersonId == null || record.PersonId == "p2002" || record.PersonId == "p2003")).Select(record => record.Id).ToListAsync());
        await _service.InDatabase(db => db.FiledDocuments.Where(document => !keep.Contains(document.RecordId!)).ExecuteDeleteAsync());
        foreach (var path in await _service.InDatabase(db => db.FiledDocuments.Select(document => document.Path).ToListAsync()))
        {
            await _sharePoint.Library.PutAsync(path, LibraryContent.FromBytes([1]), PutCondition.Absent, UploadMemory.None, Api.Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _moving.DisposeAsync();
        await _sharePoint.DisposeAsync();
        _service.Dispose();
    }

    [Fact]
    public async Task Secretaries_edit_cadres_read_their_own_folder_and_the_site_at_large_reads_nothing()
    {
        var outcome = await RunAsync();
        var own = Rights(File(_restricted).Parent!);

        Assert.True(outcome.Good, string.Join("; ", outcome.Notes.Select(note => note.Message)));
        Assert.All(Everything(), item => Assert.Contains((Secretary, "write"), Rights(item)));
        Assert.All(Everything(), item => Assert.DoesNotContain(Rights(item), right => right.Who is Members or Visitors));
        Assert.Contains((Cadre, "read"), own);
        Assert.All(Everything().Where(item => item.IsFolder && item != File(_restricted).Parent), folder => Assert.DoesNotContain((Cadre, "read"), Rights(folder)));
    }

    [Fact]
    public async Task A_second_run_changes_nothing()
    {
        await RunAsync();
        var before = Snapshot();
        var writes = Writes();
        var outcome = await RunAsync();

        Assert.Equal((0, writes), (outcome.Changes, Writes()));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task A_reviewer_reads_while_the_pass_holds_but_never_a_restricted_paper()
    {
        await RunAsync();
        await PassAsync(days: 7);
        await RunAsync();

        Assert.Contains((Reviewer, "read"), Rights(File("（表1）")));
        Assert.Contains((Reviewer, "read"), Rights(File(_restricted).Parent!));
        Assert.DoesNotContain(Rights(File(_restricted)), right => right.Who == Reviewer);

        _service.Clock.Advance(TimeSpan.FromDays(8));
        await RunAsync();

        Assert.All(Everything(), item => Assert.DoesNotContain(Rights(item), right => right.Who == Reviewer));
        Assert.NotNull(await _service.InDatabase(db => db.LibraryPasses.Select(pass => pass.RemovedAt).SingleAsync()));
    }

    [Fact]
    public async Task A_cadre_who_left_reads_nothing_any_more()
    {
        await RunAsync();
        var today = DateOnly.FromDateTime(_service.Clock.GetUtcNow().Date);
        await _service.InDatabase(db => db.Appointments.Where(post => post.PersonId == "p2002").ExecuteUpdateAsync(set => set.SetProperty(post => post.To, today.AddDays(-1))));
        await RunAsync();

        Assert.All(Everything(), item => Assert.DoesNotContain(Rights(item), right => right.Who == Cadre));
    }

    [Fact]
    public async Task Where_somebody_joined_items_to_their_folders_again_they_are_cut_off_once_more()
    {
        await RunAsync();
        var target = Snapshot();
        Tenant.Inside(() =>
        {
            foreach (var item in new[] { File(_restricted), File(_restricted).Parent!, File(_restricted).Parent!.Parent!.Parent!.Parent! })
            {
                (item.Permissions, item.IsInherited) = (null, true);
            }

            return 0;
        });
        Assert.Contains(Rights(File(_restricted)), right => right.Who is Visitors);
        var outcome = await RunAsync();

        Assert.True(outcome.Good, string.Join("; ", outcome.Notes.Select(note => note.Message)));
        Assert.Equal(target, Snapshot());
    }

    [Theory]
    [InlineData("left")]
    [InlineData("leaves")]
    [InlineData("secretary")]
    public async Task A_change_of_people_is_seen_and_the_rights_are_due(string change)
    {
        await RunAsync();
        Assert.Empty(await ChangedAsync());
        var today = DateOnly.FromDateTime(_service.Clock.GetUtcNow().Date);
        await _service.InDatabase(db => change == "secretary"
            ? db.RoleGrants.Where(grant => grant.PersonId == "p2001").ExecuteUpdateAsync(set => set.SetProperty(grant => grant.PersonId, "p2003"))
            : db.Appointments.Where(post => post.PersonId == "p2002").ExecuteUpdateAsync(set => set.SetProperty(post => post.To, change == "left" ? today.AddDays(-1) : today.AddDays(2))));
        if (change == "leaves")
        {
            // Nothing is written on the day itself.
            Assert.Empty(await ChangedAsync());
            _service.Clock.Advance(TimeSpan.FromDays(4));
        }

        Assert.Equal([School], await ChangedAsync());
        await RunAsync();
        Assert.Empty(await ChangedAsync());
    }

    [Fact]
    public async Task What_somebody_shared_by_hand_is_taken_back()
    {
        await RunAsync();
        Tenant.Inside(() => File(_restricted).Permissions!).Add(new GraphDouble.ItemGrant("by-hand", "someone@example.com", ["read"], null));
        var outcome = await RunAsync();

        Assert.Equal(1, outcome.Changes);
        Assert.DoesNotContain(Rights(File(_restricted)), right => right.Who == "someone@example.com");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_dies_at_any_step_leaves_nobody_with_more_than_before_or_planned(bool withPass)
    {
        var untouched = Snapshot();
        if (withPass)
        {
            await PassAsync(days: 7);
        }

        await RunAsync();
        var (target, steps) = (Snapshot(), Writes());
        Assert.InRange(steps, 8, 60);
        for (var step = 0; step < steps; step++)
        {
            await ResetAsync();
            var done = 0;
            _sharePoint.Faults.Next(Fault.Forbidden, call => call.Method != "GET" && done++ >= step, times: int.MaxValue);
            var outcome = await RunAsync();
            _sharePoint.Faults.Clear();

            Assert.False(outcome.Good);
            Assert.Contains("fullcontrol", outcome.Notes[0].Message, StringComparison.Ordinal);
            foreach (var (path, rights) in Snapshot())
            {
                var wider = rights.Where(right => !Covers(untouched[path], right) && !Covers(target[path], right)).ToList();
                Assert.True(wider.Count == 0, $"After step {step}, {path} is open to {string.Join(", ", wider)}");
            }
        }

        await RunAsync();
        Assert.Equal(target, Snapshot());
    }

    [Theory]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.GatewayTimeoutAfter)]
    public async Task A_call_that_is_lost_or_refused_for_a_while_is_made_again(Fault fault)
    {
        await RunAsync();
        var target = Snapshot();
        await ResetAsync();
        _sharePoint.Faults.RetryAfterSeconds = 0;
        var calls = 0;
        _sharePoint.Faults.Next(fault, call => call.Method != "GET" && calls++ % 3 == 1, times: 4);
        var outcome = await RunAsync();

        Assert.True(outcome.Good, string.Join("; ", outcome.Notes.Select(note => note.Message)));
        Assert.Equal(target, Snapshot());
    }

    [Fact]
    public async Task Without_the_permission_to_set_rights_a_sentence_says_which_one_it_takes()
    {
        var before = Snapshot();
        _sharePoint.Drive.MaySetRights = false;
        var outcome = await RunAsync();

        Assert.False(outcome.Good);
        Assert.Contains("'fullcontrol'", outcome.Notes[0].MessageEn, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task A_folder_on_this_machine_is_left_to_the_operating_system()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<LibraryRightsSetter>().RunAsync(School, Api.Cancel);

        Assert.Contains("操作系统", Assert.Single(outcome.Notes).Message, StringComparison.Ordinal);
    }

    private async Task<RightsOutcome> RunAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LibraryRightsSetter>().RunAsync(School, _sharePoint.Library, Api.Cancel);
    }

    private async Task<List<string>> ChangedAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return await PassJob.ChangedAsync(
            scope.ServiceProvider.GetRequiredService<Data.CadreDbContext>(), scope.ServiceProvider.GetRequiredService<RightsPlanner>(), _service.Clock.GetUtcNow(), Api.Cancel);
    }

    private Task<int> PassAsync(int days) => _service.InDatabase(db =>
    {
        db.LibraryPasses.Add(new LibraryPass { Id = "pass", SchoolId = School, PersonId = "p0001", Until = _service.Clock.GetUtcNow().AddDays(days), CreatedBy = "p0002" });
        return db.SaveChangesAsync(Api.Cancel);
    });

    // As it was before anybody set a right.
    private async Task ResetAsync()
    {
        await _service.InDatabase(db => db.LibraryRightsReports.ExecuteDeleteAsync());
        Tenant.Inside(() =>
        {
            foreach (var item in _sharePoint.Drive.Items.Values.Where(item => item.Parent is not null))
            {
                (item.Permissions, item.IsInherited) = (null, true);
            }

            return 0;
        });
    }

    private List<Item> Everything()
    {
        var papers = Tenant.Inside(() => _sharePoint.Drive.Items.Values.Where(item => !item.Deleted && item.Path.Split('/').Length > 1).ToList());
        Assert.NotEmpty(papers);
        return papers;
    }

    private Item File(string part) => Everything().First(item => !item.IsFolder && item.Name.Contains(part, StringComparison.Ordinal));

    private List<(string Who, string Role)> Rights(Item item) =>
        Tenant.Inside(() => Permissions.Effective(item).SelectMany(pair => pair.Grant.Roles.Select(role => (pair.Grant.Email, role))).Order().ToList());

    private Dictionary<string, List<(string Who, string Role)>> Snapshot() => Everything().ToDictionary(item => item.Path, Rights);

    private int Writes() => Tenant.Inside(() => Tenant.Counts.GetValueOrDefault("POST permissions") + Tenant.Counts.GetValueOrDefault("DELETE permissions"));

    private static bool Covers(List<(string Who, string Role)> rights, (string Who, string Role) right) =>
        rights.Contains(right) || (right.Role == "read" && rights.Contains((right.Who, "write")));
}
