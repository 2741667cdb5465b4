using System.Net;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Tests.Records;

namespace CadreDocs.Service.Tests.Scheme;

/// <summary>The regulation until 2023, and from 2024 on a version that sets rates for 2021–2025, knows no opening years and calls a form otherwise.</summary>
public sealed class TwoVersions : SchemesFixture
{
    public TwoVersions()
    {
        Add("scheme-2018");
        var folder = Add(
            "scheme-2024", ("version: \"2018\"", "version: \"2024\""), ("validFrom: 2018-10 ", "validFrom: 2024-01 "), ("    openingYears: [2016, 2017]\n", ""), ("numeral: 三", "numeral: 四"),
            ("from: 2016\n    to: 2020", "from: 2021\n    to: 2025"), ("caps: {ethics: 2, skills: 8}", "caps: {ethics: 2.5, skills: 7.5}"), ("perYear: {ethics: 0.4, skills: 1.6}", "perYear: {ethics: 0.5, skills: 1.5}"));
        var form = Path.Combine(folder, "forms", "reflection", "form.yaml");
        File.WriteAllText(form, File.ReadAllText(form).Replace("title: 干部学习心得", "title: 干部读书心得", StringComparison.Ordinal));
    }
}

public sealed class TwoVersionsTests(TwoVersions service) : IClassFixture<TwoVersions>
{
    [Fact]
    public async Task Each_year_is_made_under_the_version_in_force_and_an_old_record_keeps_its_own()
    {
        using var client = await service.As("p2009");
        var before = await client.Start("reflection", 2023);
        var now = await client.Start("reflection", 2024);
        Assert.Equal(
            [("2018", "干部学习心得"), ("2024", "干部读书心得")],
            new[] { before, now }.Select(record => ((string?)record["schemeVersion"], (string?)record["title"])));
        Assert.Equal("2018", (string?)(await client.Json($"/api/records/{before["id"]}"))["schemeVersion"]);
    }

    [Fact]
    public async Task A_period_counts_by_the_rates_of_its_own_version()
    {
        await service.InDatabase(async database =>
        {
            database.CreditLines.AddRange(new[] { 2019, 2020, 2022 }.Select(year =>
                new CreditLine { Id = $"l-{year}", SchoolId = "s-qinghe", PersonId = "p2004", Year = year, Declared = 2, Opinion = "同意", Recognised = 2 }));
            return await database.SaveChangesAsync(Api.Cancel);
        });
        using var client = await service.As("p2004");
        var periods = (await client.Json("/api/people/p2004/ledger"))["periods"]!.AsArray();
        Assert.Equal([(2016, 0.8m, 3.2m), (2021, 0.5m, 1.5m)], periods.Select(period => ((int)period!["from"]!, (decimal)period["ethics"]!, (decimal)period["skills"]!)));
    }

    [Fact]
    public async Task Opening_years_are_those_of_the_version_that_holds_for_them()
    {
        using var client = await service.As("p2005");
        Assert.Equal([2016, 2017], (await client.Json("/api/people/p2005/ledger"))["openYears"]!.AsArray().Select(year => (int)year!));
        using var added = await client.Send(HttpMethod.Post, "/api/people/p2005/opening-years", new { year = 2017, proof = "档案袋" });
        await added.Json(HttpStatusCode.OK);
    }

    [Fact]
    public async Task All_listed_periods_can_be_chosen()
    {
        using var client = await service.As("p2001");
        var view = await client.Json("/api/schools/s-qinghe/platform?year=2020");
        Assert.Equal([2016, 2021], view["periods"]!.AsArray().Select(period => (int)period!["from"]!));
        Assert.Equal(2m, (decimal)view["ethicsCap"]!);
    }

    [Fact]
    public async Task A_year_before_the_version_that_set_its_periods_rates_is_computed_by_them()
    {
        using var officer = await service.As("p0002");
        Assert.Contains("2026–2030", (string?)(await officer.Json("/api/dashboard?year=2026"))["periodRefusal"], StringComparison.Ordinal);
        Assert.Null((await officer.Json("/api/dashboard?year=2022"))["periodRefusal"]);
    }
}
