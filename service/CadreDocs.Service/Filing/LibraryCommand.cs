using System.CommandLine;
using System.Globalization;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Commands;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Duties;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Filing.Verifying;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Records;
using CadreDocs.Service.Review;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;
using Difference = CadreDocs.Service.Filing.Verifying.Difference;

namespace CadreDocs.Service.Filing;

/// <summary><c>library check</c>, <c>verify</c>, <c>rights</c> and <c>archive</c>: is the library ready, does it hold what was filed, who may see it, and all of it as one file. Settings come as for <c>serve</c>.</summary>
internal static class LibraryCommand
{
    public static Command Make()
    {
        var settings = new Option<string[]>("--set") { Description = "设置，如 Filing:Library=sharepoint / A setting, such as Filing:Library=sharepoint", AllowMultipleArgumentsPerToken = true };
        var school = new Option<string?>("--school") { Description = "学校编号；不写为全部 / School id; all where left out" };
        var year = new Option<int>("--year") { Description = "年度 / Year", Required = true };
        var add = new Option<bool>("--add-columns") { Description = "添加缺少的栏 / Adds missing columns" };
        var repair = new Option<bool>("--repair") { Description = "移回被移动的文件，删除已被取代的文件；缺少的文件下次归档时重写 / Moves files back and removes superseded ones; missing ones are written by the next filing" };

        var check = new Command("check", "检查文件库能否归档 / Checks whether the library can be filed into") { settings, school, add };
        check.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(settings), (services, cancel) => CheckAsync(services, parsed.GetValue(school), parsed.GetValue(add), cancel), cancellationToken));
        var verify = new Command("verify", "核对已归档的文件 / Compares what was filed with what is there") { settings, school, year, repair };
        verify.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(settings), (services, cancel) => VerifyAsync(services, parsed.GetValue(school), parsed.GetValue(year), parsed.GetValue(repair), cancel), cancellationToken));
        var rights = new Command("rights", "设置并核对文件夹权限 / Sets the rights of the folders and reads them back") { settings, school };
        rights.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(settings), (services, cancel) => RightsAsync(services, parsed.GetValue(school), cancel), cancellationToken));
        return new Command("library", "文件库 / The library") { check, verify, rights, ArchiveCommand.Make(settings) };
    }

    /// <summary>Does something with the service's registrations; faults of the library and of the settings end it with a sentence.</summary>
    internal static async Task<int> RunAsync(string[]? settings, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        // The service's own registrations without its host: nothing listens and no job runs.
        var builder = WebApplication.CreateBuilder([.. (settings ?? []).Select(setting => "--" + setting)]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.AddHosting();
        builder.AddData();
        builder.AddAudit();
        builder.AddIdentity();
        builder.AddScheme();
        builder.AddRecords();
        builder.AddDuties();
        builder.AddRoster();
        builder.AddTraining();
        builder.AddCredits();
        builder.AddPortfolios();
        builder.AddReview();
        builder.AddFiling();
        await using var provider = builder.Services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        try
        {
            return await work(scope.ServiceProvider, cancellationToken);
        }
        catch (LibraryException fault)
        {
            var (message, messageEn) = LibraryFaults.Sentences(fault.Fault.Code, fault.Detail);
            return Tool.Refuse(message, messageEn);
        }
        catch (InvalidOperationException fault)
        {
            return Tool.Refuse(fault.Message, fault.Message);
        }
    }

    private static async Task<int> CheckAsync(IServiceProvider services, string? schoolId, bool addColumns, CancellationToken cancellationToken)
    {
        var bad = 0;
        foreach (var (id, name) in await SchoolsAsync(services, schoolId, cancellationToken))
        {
            Console.WriteLine($"{name} ({id})");
            var keepers = services.GetRequiredService<RightsPolicy>().AreOurs ? await services.GetRequiredService<RightsPlanner>().SecretariesAsync(id, cancellationToken) : null;
            foreach (var finding in await LibraryCheck.RunAsync(() => services.GetRequiredService<LibraryCatalog>().ForAsync(id, cancellationToken), addColumns, write: true, keepers, cancellationToken))
            {
                bad += finding.Good ? 0 : 1;
                Console.WriteLine($"  {(finding.Good ? "√" : "✗")} {finding.Message}\n    {finding.MessageEn}");
            }
        }

        return bad == 0 ? 0 : 1;
    }

    private static async Task<int> RightsAsync(IServiceProvider services, string? schoolId, CancellationToken cancellationToken)
    {
        var bad = 0;
        foreach (var (id, name) in await SchoolsAsync(services, schoolId, cancellationToken))
        {
            var outcome = await services.GetRequiredService<LibraryRightsSetter>().RunAsync(id, cancellationToken);
            bad += outcome.Good ? 0 : 1;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(outcome.Good ? "√" : "✗")} {name} ({id})：{outcome.Changes} 处更改 / changes"));
            foreach (var note in outcome.Notes)
            {
                Console.WriteLine($"  {note.Message}\n    {note.MessageEn}");
            }
        }

        return bad == 0 ? 0 : 1;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, string? schoolId, int year, bool repair, CancellationToken cancellationToken)
    {
        var count = 0;
        var database = services.GetRequiredService<CadreDbContext>();
        foreach (var school in await database.Schools.AsNoTracking().Where(school => schoolId == null || school.Id == schoolId).OrderBy(school => school.Code).ToListAsync(cancellationToken))
        {
            var differences = await services.GetRequiredService<LibraryVerifier>().RunAsync(school, year, repair, cancellationToken);
            count += differences.Count;
            var filed = await database.FiledDocuments.CountAsync(document => document.SchoolId == school.Id && document.Year == year, cancellationToken);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{(differences.Count == 0 ? "√" : "✗")} {school.Name} ({school.Id}) {year}：{(filed == 0 && differences.Count == 0 ? "没有归档 / nothing filed" : $"{filed} 份 / files, {differences.Count} 处不符 / differ")}"));
            foreach (var difference in differences)
            {
                var found = difference.Found is null ? "" : " → " + difference.Found;
                Console.WriteLine($"  {Word(difference.Kind)}: {difference.Path}{found}{(difference.By is null ? "" : $" ({difference.By})")}");
            }

            foreach (var kind in differences.Select(difference => difference.Kind).Distinct())
            {
                Console.WriteLine("  " + NextStep(kind));
            }
        }

        return count == 0 ? 0 : 1;
    }

    private static async Task<List<(string Id, string Name)>> SchoolsAsync(IServiceProvider services, string? schoolId, CancellationToken cancellationToken) =>
        (await services.GetRequiredService<CadreDbContext>().Schools.Where(school => schoolId == null || school.Id == schoolId).OrderBy(school => school.Code)
            .Select(school => new { school.Id, school.Name }).ToListAsync(cancellationToken)).ConvertAll(school => (school.Id, school.Name));

    private static string Word(Difference kind) => kind switch
    {
        Difference.NotFiled => "未归档 / not filed",
        Difference.Missing => "缺少 / missing",
        Difference.Extra => "多出 / extra",
        Difference.Changed => "被改 / changed",
        Difference.Superseded => "已被取代 / superseded",
        _ => "被移动 / moved",
    };

    private static string NextStep(Difference kind) => kind switch
    {
        Difference.NotFiled => "→ 未归档：请书记再归档一次。 / not filed: the secretary files once more.",
        Difference.Missing => "→ 缺少：加上 --repair 再运行，然后归档一次。 / missing: run again with --repair, then file once more.",
        Difference.Extra => "→ 多出：不是平台放进去的，请移到收件箱或自行处理。 / extra: not put there by the service; move it to the inbox or deal with it by hand.",
        Difference.Changed => "→ 被改：再归档一次，在归档页逐份核对、决定是否替换。 / changed: file once more and decide about each file on the filing page.",
        Difference.Superseded => "→ 已被取代：加上 --repair 再运行即删除；被人改过的保留。 / superseded: run again with --repair to remove it; one that somebody changed stays.",
        _ => "→ 被移动：加上 --repair 再运行即移回。 / moved: run again with --repair to move it back.",
    };
}
