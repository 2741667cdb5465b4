using System.Buffers;
using System.Text.Json;
using CadreDocs.Documents.Excel;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>What a school files on the online platform for a period.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="From">First year of the period.</param>
/// <param name="Until">Last year.</param>
/// <param name="Numeral">As printed in “十 五”.</param>
/// <param name="Periods">The periods that can be chosen, the oldest first.</param>
/// <param name="EthicsCap">Cap of 师德素养, or null.</param>
/// <param name="SkillsCap">Cap of 知识技能, or null.</param>
/// <param name="Refusal">Why nothing is computed and who has to set what; null where it is computed.</param>
/// <param name="RefusalEn">The same in English.</param>
/// <param name="Rows">A row per cadre whose papers the school files.</param>
/// <param name="Filings">Import sheets that were made, the newest first.</param>
/// <param name="OpensOn">First day on which the period can be filed: the one after its end (A20).</param>
/// <param name="Running">True until that day.</param>
/// <param name="CanFile">True for the school's secretary, once the period is over.</param>
internal sealed record PlatformView(
    string SchoolId, string SchoolName, int From, int Until, string Numeral, List<PlatformPeriod> Periods, decimal? EthicsCap, decimal? SkillsCap, string? Refusal, string? RefusalEn,
    List<PlatformLine> Rows, List<PlatformFilingView> Filings, DateOnly OpensOn, bool Running, bool CanFile);

/// <summary>A period that can be chosen.</summary>
internal sealed record PlatformPeriod(int From, int Until, string Numeral);

/// <summary>A cadre's line with what stands in the way.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="PlatformNo">进修编号, text; empty where unknown.</param>
/// <param name="Name">Name.</param>
/// <param name="Lines">What became of each year of the period.</param>
/// <param name="Years">Actual years (实际年数).</param>
/// <param name="Ethics">师德素养; null while the rates are unset.</param>
/// <param name="Skills">知识技能; null while the rates are unset.</param>
/// <param name="Filed">True where the period was filed before, here or at another school.</param>
/// <param name="Problems">What stands in the way of filing.</param>
internal sealed record PlatformLine(
    string PersonId, string PlatformNo, string Name, List<PlatformYear> Lines, int Years, decimal? Ethics, decimal? Skills, bool Filed, List<ProblemItem> Problems);

/// <summary>What became of a year.</summary>
internal sealed record PlatformYear(int Year, LedgerYearState State, string StateLabel, string StateLabelEn);

/// <summary>Whom to file.</summary>
/// <param name="PersonIds">The cadres; null for all that have a recognised year.</param>
internal sealed record NewPlatformFiling(List<string>? PersonIds);

/// <summary>An import sheet that was made.</summary>
/// <param name="Id">The filing.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="CreatedBy">By whom.</param>
/// <param name="People">The cadres in it, with both credits.</param>
/// <param name="Receipt">The platform's receipt; null until known.</param>
/// <param name="ReceiptAt">When it was entered.</param>
/// <param name="Withdrawn">Who took it back, when and why; null while it holds.</param>
/// <param name="CanWithdraw">True where the asker may take it back: the school while there is no receipt, the college always.</param>
internal sealed record PlatformFilingView(
    string Id, DateTimeOffset CreatedAt, string CreatedBy, List<PlatformFiled> People, string? Receipt, DateTimeOffset? ReceiptAt, PlatformWithdrawn? Withdrawn, bool CanWithdraw);

/// <summary>A filing that was taken back.</summary>
internal sealed record PlatformWithdrawn(string By, DateTimeOffset At, string Reason);

/// <summary>Why a filing, or a confirmation, is taken back.</summary>
/// <param name="Reason">Up to 200 characters; kept in the history.</param>
internal sealed record WithdrawReason(string? Reason)
{
    /// <summary>The fault of a missing or overlong reason; null where it is fine.</summary>
    public Problem? Fault => string.IsNullOrWhiteSpace(Reason) || Reason.Length > 200
        ? Problems.Invalid([new ProblemItem("reason", "请写明撤回的原因（200 字以内）。", "Say why it is taken back (up to 200 characters).", Field: "reason")])
        : null;
}

/// <summary>What was filed for one person; kept with the filing.</summary>
internal sealed record PlatformFiled(string PersonId, string PlatformNo, string Name, decimal Ethics, decimal Skills);

/// <summary>The platform's receipt (回执).</summary>
internal sealed record EditReceipt(string Receipt);

/// <summary>The bridge to the online platform: an import sheet with text ids and fixed constants, checked against earlier filings, its receipt kept.</summary>
internal static class PlatformEndpoints
{
    /// <summary>Names our locks among those of one PostgreSQL database; any number that no other lock has.</summary>
    private const int PlatformLock = 0x504C4154;

    public static void MapPlatform(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Credits").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/schools/{id}/platform", GetAsync).WithName("GetPlatform");
        group.MapPost("/schools/{id}/platform/filings", FileAsync).WithName("FilePlatform");
        group.MapGet("/platform-filings/{id}/workbook", WorkbookAsync).WithName("GetPlatformWorkbook").Produces<Stream>(200, MediaTypes.Xlsx);
        group.MapPut("/platform-filings/{id}/receipt", ReceiptAsync).WithName("SetPlatformReceipt");
        group.MapPost("/platform-filings/{id}/withdraw", WithdrawAsync).WithName("WithdrawPlatformFiling").ProducesProblem(403).ProducesProblem(409).ProducesProblem(422);
    }

    /// <summary>What would be filed for the period of this year, with every fault.</summary>
    internal static async Task<Results<Ok<PlatformView>, ProblemHttpResult>> GetAsync(
        string id, int year, CadreDbContext database, LedgerBook book, SchemeCatalog schemes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.CanReadSchool(id))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        return TypedResults.Ok(await ViewAsync(id, book.Period(year), database, book, schemes, user, clock, cancellationToken));
    }

    /// <summary>Files the period: the import sheet is kept as it was, so that nothing is filed twice.</summary>
    /// <response code="409">The period is not over (A20), or its rates are unset.</response>
    /// <response code="422">A number is missing or someone was filed before; <c>problems</c> names each cadre.</response>
    internal static async Task<Results<Ok<PlatformFilingView>, ProblemHttpResult>> FileAsync(
        string id, int year, NewPlatformFiling? body, CadreDbContext database, LedgerBook book, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.IsSecretaryOf(id))
        {
            return (user.CanReadSchool(id) ? Problems.Forbidden() : Problems.NotFound("该学校", "school")).ToResult();
        }

        var period = book.Period(year);
        if (clock.Today() < OpensOn(period, schemes))
        {
            return Problems.Conflict(
                "period-running", $"{period.From}–{period.Until} 年周期尚未结束，不能申报。", $"The period {period.From}–{period.Until} is not over; it cannot be filed yet.",
                $"网上平台一个周期只申报一次：请在 {OpensOn(period, schemes):yyyy-MM-dd} 以后申报；现在可以先核对进度。", $"A period is filed once: file it from {OpensOn(period, schemes):yyyy-MM-dd} on; until then look at how far it is.").ToResult();
        }

        if (SheetEndpoints.Unset(period) is { } unset)
        {
            return unset.ToResult();
        }

        // Two schools, or two clicks, file one after the other, so that the second sees the first: SQLite locks the database, PostgreSQL this period.
        await using var turn = await database.Database.BeginTransactionAsync(cancellationToken);
        if (database.Database.IsNpgsql())
        {
            await database.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PlatformLock}, {period.From})", cancellationToken);
        }

        var view = await ViewAsync(id, period, database, book, schemes, user, clock, cancellationToken);
        var chosen = view.Rows.Where(row => body?.PersonIds?.Contains(row.PersonId) ?? row.Years > 0).ToList();
        var problems = chosen.SelectMany(row => row.Problems).ToList();
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        var rows = chosen.Where(row => row.Years > 0).Select(row => new PlatformFiled(row.PersonId, row.PlatformNo, row.Name, row.Ethics!.Value, row.Skills!.Value)).ToList();
        if (rows.Count == 0)
        {
            return Problems.Conflict("nothing-to-file", "该周期没有已认定的年度，无可申报。", "No year of this period is recognised yet.", "请先完成各年度的学分审核。", "Have the years audited first.").ToResult();
        }

        var filing = new PlatformFiling { Id = ids.New(), SchoolId = id, From = period.From, Rows = JsonSerializer.Serialize(rows), CreatedBy = user.PersonId!, CreatedAt = clock.GetUtcNow() };
        database.PlatformFilings.Add(filing);
        changes.Add("platform.filed", null, $"{period.From}–{period.Until}: {rows.Count}", id, year: period.From);
        await database.SaveChangesAsync(cancellationToken);
        await turn.CommitAsync(cancellationToken);
        return TypedResults.Ok(View(filing, user, []));
    }

    /// <summary>The import sheet of a filing.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> WorkbookAsync(
        string id, CadreDbContext database, SchemeCatalog schemes, CurrentUser user, CancellationToken cancellationToken)
    {
        var filing = await database.PlatformFilings.AsNoTracking().FirstOrDefaultAsync(filing => filing.Id == id, cancellationToken);
        if (filing is null || !user.CanReadSchool(filing.SchoolId))
        {
            return Problems.NotFound("该次平台申报", "platform filing").ToResult();
        }

        var scheme = schemes.ForYear(filing.From).Definition.Credit;
        var rows = JsonSerializer.Deserialize<List<PlatformFiled>>(filing.Rows)!;
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        WorkbookWriter.Write(
            new WorkbookDefinition
            {
                Title = "干部学分网上平台申报",
                Sheets = scheme.Split.Select(split => new WorkbookSheet
                {
                    Name = split.Label,
                    Table = new WorkbookTable
                    {
                        Name = split.Key,
                        Columns =
                        [
                            new() { Header = "序号", Type = WorkbookColumnType.Integer }, new() { Header = "进修编号", Width = 20 }, new() { Header = "姓名" }, new() { Header = "培训项目" },
                            new() { Header = "培训级别" }, new() { Header = "培训类别" }, new() { Header = "学分", Type = WorkbookColumnType.Credit },
                        ],
                        Rows = rows.Select((row, index) => (IReadOnlyList<WorkbookCell>)
                        [
                            (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), row.PlatformNo, row.Name, split.Label, scheme.PlatformLevel, scheme.PlatformCategory,
                            PlatformForm.Text(split.Key == "ethics" ? row.Ethics : row.Skills),
                        ]).ToList(),
                    },
                }).ToList(),
            },
            output);
        return TypedResults.File(output.WrittenSpan.ToArray(), MediaTypes.Xlsx, $"网上平台申报-{filing.From}.xlsx");
    }

    /// <summary>Keeps the platform's receipt.</summary>
    internal static async Task<Results<Ok<PlatformFilingView>, ProblemHttpResult>> ReceiptAsync(
        string id, EditReceipt body, CadreDbContext database, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var filing = await database.PlatformFilings.FirstOrDefaultAsync(filing => filing.Id == id, cancellationToken);
        if (filing is null || !user.IsSecretaryOf(filing.SchoolId))
        {
            return Problems.NotFound("该次平台申报", "platform filing").ToResult();
        }

        if (string.IsNullOrWhiteSpace(body.Receipt) || body.Receipt.Length > 200)
        {
            return Problems.Invalid([new ProblemItem("receipt", "请填写平台回执（200 字以内）。", "Give the platform's receipt (up to 200 characters).", Field: "receipt")]).ToResult();
        }

        if (filing.WithdrawnAt is not null)
        {
            return Withdrawn().ToResult();
        }

        changes.Add("platform.receipt", filing.Receipt, body.Receipt.Trim(), filing.SchoolId, year: filing.From);
        (filing.Receipt, filing.ReceiptAt) = (body.Receipt.Trim(), clock.GetUtcNow());
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(View(filing, user, await NamesAsync([filing], database, cancellationToken)));
    }

    /// <summary>Takes a filing back, so that its people can be filed anew: the school as long as the platform gave no receipt, afterwards the college.</summary>
    /// <response code="403">The platform's receipt is there: only the college takes it back.</response>
    /// <response code="409">It was taken back before.</response>
    internal static async Task<Results<Ok<PlatformFilingView>, ProblemHttpResult>> WithdrawAsync(
        string id, WithdrawReason body, CadreDbContext database, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var filing = await database.PlatformFilings.FirstOrDefaultAsync(filing => filing.Id == id, cancellationToken);
        if (filing is null || !user.CanReadSchool(filing.SchoolId))
        {
            return Problems.NotFound("该次平台申报", "platform filing").ToResult();
        }

        if (filing.WithdrawnAt is not null)
        {
            return Withdrawn().ToResult();
        }

        if (!MayWithdraw(filing, user))
        {
            return Problems.Forbidden("已登记平台回执的申报只能由区教育学院（区级）撤回，未登记的由本校填报人撤回。", "The college takes back a filing with a receipt, the school's secretary one without.").ToResult();
        }

        if (body.Fault is { } fault)
        {
            return fault.ToResult();
        }

        (filing.WithdrawnAt, filing.WithdrawnBy, filing.WithdrawnReason) = (clock.GetUtcNow(), user.PersonId, body.Reason!.Trim());
        changes.Add("platform.filed", $"{filing.From}: {People(filing).Count}", null, filing.SchoolId, year: filing.From, reason: filing.WithdrawnReason);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(View(filing, user, await NamesAsync([filing], database, cancellationToken)));
    }

    /// <summary>Who is in a filing of this period that holds.</summary>
    internal static async Task<HashSet<string>> FiledAsync(int from, CadreDbContext database, CancellationToken cancellationToken) =>
        (await database.PlatformFilings.AsNoTracking().Where(filing => filing.From == from && filing.WithdrawnAt == null).Select(filing => filing.Rows).ToListAsync(cancellationToken))
        .SelectMany(rows => JsonSerializer.Deserialize<List<PlatformFiled>>(rows)!).Select(row => row.PersonId).ToHashSet();

    private static async Task<PlatformView> ViewAsync(
        string schoolId, CreditPeriod period, CadreDbContext database, LedgerBook book, SchemeCatalog schemes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var rows = await book.SchoolAsync(schoolId, period, PlatformForm.DayOf(period, schemes, clock), cancellationToken);
        var filings = await database.PlatformFilings.AsNoTracking().Where(filing => filing.From == period.From).ToListAsync(cancellationToken);
        var filed = filings.Where(filing => filing.WithdrawnAt is null).SelectMany(People).Select(row => row.PersonId).ToHashSet();
        var (zh, en) = period.IsSet ? (null, null) : ((string?, string?))CreditLedger.Unset(period);
        var school = await database.Schools.Where(school => school.Id == schoolId).Select(school => school.Name).FirstOrDefaultAsync(cancellationToken);
        var names = await NamesAsync(filings, database, cancellationToken);
        return new PlatformView(
            schoolId, school ?? "", period.From, period.Until, period.Numeral, Periods(book, period, schemes.CurrentYear(clock)), period.EthicsCap, period.SkillsCap, zh, en,
            rows.Select(row => new PlatformLine(
                row.PersonId, row.PlatformNo, row.Name, row.Ledger.Lines.Select(line => Year(line)).ToList(), row.Ledger.Years, row.Ledger.Ethics, row.Ledger.Skills,
                filed.Contains(row.PersonId), Faults(row, rows, filed))).ToList(),
            filings.Where(filing => filing.SchoolId == schoolId).OrderByDescending(filing => filing.CreatedAt).Select(filing => View(filing, user, names)).ToList(),
            OpensOn(period, schemes), clock.Today() < OpensOn(period, schemes), user.IsSecretaryOf(schoolId) && clock.Today() >= OpensOn(period, schemes));
    }

    private static PlatformYear Year(LedgerLine line)
    {
        var (zh, en) = LedgerEndpoints.Label(line.State);
        return new PlatformYear(line.Year, line.State, zh, en);
    }

    // A20: the period is filed once, when nothing of it can change any more.
    private static DateOnly OpensOn(CreditPeriod period, SchemeCatalog schemes) => schemes.DaysOf(period.Until).Last.AddDays(1);

    private static bool MayWithdraw(PlatformFiling filing, CurrentUser user) =>
        filing.WithdrawnAt is null && (user.IsOfficer || (user.IsSecretaryOf(filing.SchoolId) && filing.Receipt is null));

    private static Problem Withdrawn() => Problems.Conflict(
        "filing-withdrawn", "这次平台申报已经撤回。", "This filing was taken back.", "请刷新查看；需要时重新生成导入表。", "Reload; make a new import sheet if need be.");

    private static async Task<Dictionary<string, string>> NamesAsync(List<PlatformFiling> filings, CadreDbContext database, CancellationToken cancellationToken)
    {
        var ids = filings.SelectMany(filing => new[] { filing.CreatedBy, filing.WithdrawnBy }).OfType<string>().Distinct().ToList();
        return await database.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }

    private static List<PlatformPeriod> Periods(LedgerBook book, CreditPeriod shown, int currentYear) => book.Periods.Append(shown).Append(book.Period(currentYear))
        .DistinctBy(period => period.From).OrderBy(period => period.From).Select(period => new PlatformPeriod(period.From, period.Until, period.Numeral)).ToList();

    private static List<ProblemItem> Faults(PlatformRow row, List<PlatformRow> all, HashSet<string> filed)
    {
        var faults = new List<ProblemItem>();
        if (row.Ledger.Years > 0 && row.PlatformNo.Length == 0)
        {
            var namesake = all.Exists(other => other.PersonId != row.PersonId && other.Name == row.Name);
            faults.Add(new ProblemItem(
                "platform-no-missing", $"{row.Name}没有进修编号{(namesake ? "（本校有同名干部）" : "")}：请在名册中补上。", $"{row.Name} has no platform number{(namesake ? " (and a namesake at this school)" : "")}: add it in the roster.", Field: row.PersonId));
        }

        if (filed.Contains(row.PersonId))
        {
            faults.Add(new ProblemItem("filed-before", $"{row.Name}本周期已申报过，不能重复申报：请核对以前的平台申报和回执。", $"{row.Name} was filed for this period before: look at the earlier filing and its receipt.", Field: row.PersonId));
        }

        return faults;
    }

    private static List<PlatformFiled> People(PlatformFiling filing) => JsonSerializer.Deserialize<List<PlatformFiled>>(filing.Rows)!;

    private static PlatformFilingView View(PlatformFiling filing, CurrentUser user, Dictionary<string, string> names)
    {
        return new PlatformFilingView(
            filing.Id, filing.CreatedAt, Name(filing.CreatedBy), People(filing), filing.Receipt, filing.ReceiptAt,
            filing.WithdrawnAt is { } at ? new PlatformWithdrawn(Name(filing.WithdrawnBy!), at, filing.WithdrawnReason!) : null, MayWithdraw(filing, user));

        string Name(string id) => id == user.PersonId ? user.Name : names.GetValueOrDefault(id, id);
    }
}
