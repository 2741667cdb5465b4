using System.Net;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Portfolios;

public sealed class BoardTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task The_board_shows_every_cadre_with_every_paper()
    {
        using var client = await service.As("p2001");
        var board = await client.Json("/api/schools/s-qinghe/board?year=2024");
        Assert.Equal(11, board["columns"]!.AsArray().Count);
        Assert.Equal(9, board["cadres"]!.AsArray().Count);
        Assert.All(board["cadres"]!.AsArray(), cadre => Assert.Equal(11, cadre!["cells"]!.AsArray().Count));
        Assert.Equal("accepted", (string?)Cell(board, "p2001", "reflection")["state"]);
        Assert.Equal("rec-p2001-reflection-2024", (string?)Cell(board, "p2001", "reflection")["recordId"]);
    }

    [Fact]
    public async Task Totals_add_up_to_the_cells()
    {
        using var client = await service.As("p2001");
        var totals = (await client.Json("/api/schools/s-qinghe/board?year=2024"))["totals"]!;
        Assert.Equal((int)totals["cells"]!, new[] { "missing", "draft", "submitted", "returned", "accepted", "filed" }.Sum(state => (int)totals[state]!));
        Assert.Equal(9 * 11, (int)totals["cells"]!);
    }

    [Fact]
    public async Task A_plan_of_three_years_shows_in_each_of_them()
    {
        using var client = await service.As("p2001");
        var board = await client.Json("/api/schools/s-qinghe/board?year=2026");
        Assert.Equal("accepted", (string?)Cell(board, "p2001", "development-plan")["state"]);
        Assert.Equal("missing", (string?)Cell(board, "p2001", "reflection")["state"]);
    }

    [Fact]
    public async Task The_schools_own_papers_stand_beside()
    {
        using var client = await service.As("p2001");
        var items = (await client.Json("/api/schools/s-qinghe/board?year=2024"))["schoolItems"]!.AsArray();
        Assert.Equal("accepted", (string?)items.Single(item => (string?)item!["formId"] == "annual-plan")!["state"]);
    }

    [Fact]
    public async Task A_cadre_does_not_see_the_board()
    {
        using var client = await service.As("p2004");
        using var response = await client.GetAsync("/api/schools/s-qinghe/board?year=2024", Api.Cancel);
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static JsonNode Cell(JsonNode board, string person, string form) => board["cadres"]!.AsArray().Single(cadre => (string?)cadre!["personId"] == person)!["cells"]!.AsArray()
        .Single(cell => (string?)cell!["formId"] == form)!;
}
