using System.Globalization;
using System.Net;
using CadreDocs.Documents.Excel;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Tests.Records;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Credits;

/// <summary>表12: what it prints of self-training, and that it prints nothing that nobody has set (R58, A23).</summary>
public sealed class TrainingCreditsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_recognised_year_of_a_period_without_rates_stops_the_sheet_with_who_must_set_them()
    {
        await Recognise("p2004", 2022);
        using var client = await service.As("p2004");
        using var response = await client.GetAsync("/api/people/p2004/sheets/training-credits/document?year=2024", Api.Cancel);
        var problem = await response.Problem(HttpStatusCode.Conflict, "period-unset");
        Assert.Contains("区教育局党委", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sheet_is_neither_printed_nor_handed_in_from_the_duty_list()
    {
        await Recognise("p2007", 2022);
        using var client = await service.As("p2007");
        var record = await client.Start("training-credits");
        using var document = await client.GetAsync($"/api/records/{record["id"]}/document", Api.Cancel);
        await document.Problem(HttpStatusCode.Conflict, "period-unset");
        using var handedIn = await client.Send(HttpMethod.Post, $"/api/records/{record["id"]}/submit", null, (int)record["version"]!);
        await handedIn.Problem(HttpStatusCode.Conflict, "period-unset");
        Assert.Equal("draft", (string?)(await client.Json($"/api/records/{record["id"]}"))["state"]);
    }

    [Fact]
    public async Task Other_trainings_need_no_rate()
    {
        using var client = await service.As("p2008");
        using var added = await client.Send(HttpMethod.Post, "/api/people/p2008/trainings", new { name = "后勤管理培训", level = "市级", from = "2022-03", to = "2022-06", credit = 3.5 });
        await added.Json(HttpStatusCode.OK);
        var rows = await Rows(client, "p2008", 2024);
        Assert.Equal([("后勤管理培训", "3.5")], rows.Select(row => (row["培训班名称"], row["获得学分"])));
    }

    [Fact]
    public async Task A_year_prints_what_it_gives_on_both_sheets_of_the_platform()
    {
        await Recognise("p2003", 2018);
        await Recognise("p2003", 2019);
        using var client = await service.As("p2003");
        Assert.Equal([("2018年度干部自培", "2"), ("2019年度干部自培", "2")], (await Rows(client, "p2003", 2020)).Select(row => (row["培训班名称"], row["获得学分"])));
    }

    [Theory]
    [InlineData(2020, "十三五")]
    [InlineData(2024, "十四五")]
    [InlineData(2026, "十五五")]
    public async Task The_title_names_the_period(int year, string numeral)
    {
        using var client = await service.As("p2009");
        var document = await client.GetByteArrayAsync($"/api/people/p2009/sheets/training-credits/document?year={year}", Api.Cancel);
        Assert.Contains($"“{numeral}”", WordEditor.Text(document), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rows_of_self_training_add_up_to_the_ledger_whatever_the_caps()
    {
        var schemes = service.Services.GetRequiredService<SchemeCatalog>();
        var cases = (
            from years in Gen.Choose(2015, 2021).Select(year => new LedgerYear(year, LedgerYearState.Recognised)).ArrayOf()
            from ethics in Gen.Choose(0, 25)
            from skills in Gen.Choose(0, 90)
            from rows in Gen.Elements("year", "category")
            select (years, ethics, skills, rows)).ToArbitrary();
        Prop.ForAll(cases, given =>
        {
            var ledger = CreditLedger.Compute(TestRules.Set with { EthicsCap = given.ethics / 10m, SkillsCap = given.skills / 10m }, given.years);
            var scheme = new SchemeCredit
            {
                TrainingRows = given.rows,
                Split = [new() { Key = "ethics", Label = "师德素养", Form = "platform-ethics" }, new() { Key = "skills", Label = "知识技能", Form = "platform-skills" }],
            };
            return TrainingCreditsForm.SelfTraining(schemes, ledger, scheme).Sum(row => decimal.Parse(row.Row["credit"], CultureInfo.InvariantCulture)) == ledger.Ethics + ledger.Skills;
        }).QuickCheckThrowOnFailure();
    }

    private static async Task<List<SheetTableRow>> Rows(HttpClient client, string person, int year)
    {
        var workbook = SheetReader.Read(await client.GetByteArrayAsync($"/api/people/{person}/sheets/training-credits/document?year={year}&format=xlsx", Api.Cancel));
        return workbook.Sheets[0].FindTable(["培训班名称"])!.Rows.Where(row => row["培训班名称"].Length > 0).ToList();
    }

    private Task<int> Recognise(string person, int year) => service.InDatabase(database =>
    {
        database.CreditLines.Add(new CreditLine { Id = $"l-{person}-{year}", SchoolId = "s-qinghe", PersonId = person, Year = year, Declared = 2, Opinion = "同意", Recognised = 2 });
        return database.SaveChangesAsync(Api.Cancel);
    });
}
