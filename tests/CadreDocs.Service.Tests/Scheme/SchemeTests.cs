namespace CadreDocs.Service.Tests.Scheme;

public sealed class SchemeTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Scheme_lists_the_seventeen_forms_in_the_order_of_the_portfolios()
    {
        using var client = await service.As("p1002");
        var scheme = await client.Json("/api/scheme/2024");
        var forms = scheme["forms"]!.AsArray();
        Assert.Equal(17, forms.Count);
        Assert.Equal(("annual-plan", "training-credits"), ((string?)forms[0]!["id"], (string?)forms[^1]!["id"]));
    }

    [Fact]
    public async Task Year_before_the_rule_is_held_under_its_first_version()
    {
        using var client = await service.As("p1002");
        var scheme = await client.Json("/api/scheme/2016");
        Assert.Equal("2018", (string?)scheme["version"]);
    }

    [Fact]
    public async Task Rate_outside_the_listed_periods_is_nowhere_to_be_found()
    {
        using var client = await service.As("p1002");
        var scheme = await client.Json("/api/scheme/2024");
        var period = Assert.Single(scheme["periods"]!.AsArray())!;
        Assert.Equal((2016, 2020, 0.4m), ((int?)period["from"], (int?)period["to"], (decimal?)period["perYear"]?["ethics"]));
    }
}
