using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using CadreDocs.GraphDouble;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Tests.Filing.SharePoint;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing;

/// <summary><c>library check|verify|rights</c> as the administrator runs it: a process of its own on the service's database, towards the double.</summary>
public sealed class LibraryCommandTests : IAsyncLifetime
{
    private const string School = "s-qinghe";
    private SharePointFixture _sharePoint = null!;
    private SharePointService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _sharePoint = await SharePointFixture.StartAsync();
        _service = new SharePointService(_sharePoint, ("SetRights", "true"));
        Assert.NotNull(_service.Services);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _sharePoint.DisposeAsync();
    }

    [Fact]
    public async Task Check_writes_a_probe_tries_to_set_rights_and_leaves_nothing_behind()
    {
        var (code, output) = await RunAsync("check", "--school", School);

        Assert.Equal(0, code);
        Assert.Contains("可以写入", output, StringComparison.Ordinal);
        Assert.Contains("可以设置权限", output, StringComparison.Ordinal);
        Assert.Contains("所有栏齐全", output, StringComparison.Ordinal);
        var probe = Assert.Single(_sharePoint.Server.Tenant.Inside(() => _sharePoint.Drive.Items.Values.Where(item => !item.IsFolder).ToList()));
        Assert.True(probe.Deleted);
        Assert.False(probe.IsInherited);
    }

    [Fact]
    public async Task Check_names_missing_columns_and_adds_them_when_asked()
    {
        _sharePoint.Drive.Columns.Remove(LibraryFields.Year);
        var (code, output) = await RunAsync("check", "--school", School);
        Assert.Equal(1, code);
        Assert.Contains($"缺少栏 {LibraryFields.Year}", output, StringComparison.Ordinal);
        Assert.Contains("--add-columns", output, StringComparison.Ordinal);

        var (added, said) = await RunAsync("check", "--school", School, "--add-columns");
        Assert.Equal(0, added);
        Assert.Contains($"已添加栏 {LibraryFields.Year}", said, StringComparison.Ordinal);
        Assert.Contains(LibraryFields.Year, _sharePoint.Drive.Columns);
    }

    [Theory]
    [InlineData("role", "Sites.Selected")]
    [InlineData("rights", "fullcontrol")]
    public async Task Check_says_which_permission_is_missing(string missing, string words)
    {
        _sharePoint.Drive.Granted = missing != "role";
        _sharePoint.Drive.MaySetRights = missing != "rights";
        var (code, output) = await RunAsync("check", "--school", School);

        Assert.Equal(1, code);
        Assert.Contains("✗", output, StringComparison.Ordinal);
        Assert.Contains(words, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_does_not_ask_for_rights_that_are_the_owners_to_set()
    {
        _sharePoint.Drive.MaySetRights = false;
        var (code, output) = await RunAsync("check", "--school", School, "--set", "Filing:SharePoint:SetRights=false");

        Assert.Equal(0, code);
        Assert.DoesNotContain("权限", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_and_rights_say_what_they_found_what_they_did_and_what_to_do_next()
    {
        var (never, before) = await RunAsync("verify", "--school", School, "--year", "2024");
        Assert.Equal(1, never);
        Assert.Contains("未归档 / not filed: 宝山区/", before, StringComparison.Ordinal);
        Assert.Contains("请书记再归档一次", before, StringComparison.Ordinal);

        using (var client = await _service.As("p2001"))
        {
            using var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel);
            await client.GetStringAsync($"/api/filings/{(string?)(await started.Json(HttpStatusCode.Accepted))["id"]}/events", Api.Cancel);
        }

        var (right, all) = await RunAsync("verify", "--school", School, "--year", "2024");
        Assert.True(right == 0, all);
        Assert.Contains("√", all, StringComparison.Ordinal);
        var path = await _service.InDatabase(db => db.FiledDocuments.OrderBy(document => document.Path).Select(document => document.Path).FirstAsync());
        await _sharePoint.Library.DeleteAsync((await _sharePoint.Library.FindAsync(path, Api.Cancel))!, Api.Cancel);
        var (missing, found) = await RunAsync("verify", "--school", School, "--year", "2024", "--repair");
        Assert.Equal(1, missing);
        Assert.Contains($"缺少 / missing: {path}", found, StringComparison.Ordinal);

        var (set, rights) = await RunAsync("rights", "--school", School);
        Assert.True(set == 0, rights);
        Assert.Contains("权限与规定一致", rights, StringComparison.Ordinal);
        var folder = _sharePoint.Server.Tenant.Inside(() => _sharePoint.Drive.Items.Values.First(item => item.IsFolder && item.Path == string.Join('/', path.Split('/').Take(2))));
        Assert.DoesNotContain(_sharePoint.Server.Tenant.Inside(() => Permissions.Effective(folder)), pair => pair.Grant.Email is "4" or "5");
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        string[] settings =
        [
            "--set", "Data:Folder=" + _service.DataFolder, "--set", "Filing:Library=sharepoint", "--set", "Filing:SharePoint:Credential=none",
            "--set", "Filing:SharePoint:Site=example.sharepoint.com:/sites/cadre", "--set", "Filing:SharePoint:UnitsPerMinute=0", "--set", "Cloud:Graph=" + _sharePoint.Server.Address,
        ];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "cadredocs.dll"), "library", .. arguments, .. settings])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Api.Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Api.Cancel);
        await process.WaitForExitAsync(Api.Cancel);
        return (process.ExitCode, await output + errors);
    }
}
