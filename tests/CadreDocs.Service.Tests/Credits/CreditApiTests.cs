using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Credits;

public sealed class CreditApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Qinghe = "/api/schools/s-qinghe/credits";

    [Fact]
    public async Task Every_number_names_the_papers_behind_it()
    {
        using var client = await service.As("p2001");
        var plan = Row(await client.Json(Qinghe + "?year=2024"), "p2001")["counts"]!["plan"]!;
        Assert.Equal(2, (int)plan["counted"]!);
        Assert.Equal(["rec-p2001-semester-plan-1-2024", "rec-p2001-semester-plan-2-2024"], plan["papers"]!.AsArray().Select(paper => (string?)paper!["recordId"]));
    }

    [Fact]
    public async Task A_complete_set_proposes_2_and_gaps_are_named()
    {
        using var client = await service.As("p2001");
        var sheet = await client.Json(Qinghe + "?year=2024");
        Assert.Equal(2, (decimal)Row(sheet, "p2001")["proposed"]!);
        var open = Row(sheet, "p2009");
        Assert.Null(open["proposed"]);
        Assert.Contains(open["gaps"]!.AsArray(), gap => (string?)gap!["formId"] == "duty-report");
    }

    [Fact]
    public async Task A_typed_number_without_a_reason_changes_nothing()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Put, Qinghe + "/p2005?year=2024", new { typed = new { lecture = new { value = 4, reason = "" } } }, 0);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal(("typed-without-reason", "lecture"), ((string?)problem["problems"]![0]!["code"], (string?)problem["problems"]![0]!["field"]));
        Assert.Equal(0, (int)Row(await client.Json(Qinghe + "?year=2024"), "p2005")["version"]!);
    }

    [Fact]
    public async Task A_typed_number_with_its_reason_is_kept_and_logged()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Put, Qinghe + "/p2006?year=2024", new { typed = new { lecture = new { value = 4, reason = "纸质讲稿三份" } } }, 0);
        var row = await response.Json(HttpStatusCode.OK);
        Assert.Equal((4, "纸质讲稿三份"), ((int)row["counts"]!["lecture"]!["typed"]!, (string?)row["counts"]!["lecture"]!["reason"]));
        var change = await service.InDatabase(database => database.Changes.SingleAsync(change => change.Subject == "credit.typed" && change.PersonId == "p2006"));
        Assert.Equal("p2001", change.By);
        Assert.Equal("纸质讲稿三份", change.Reason);
    }

    [Fact]
    public async Task A_stale_declaration_is_refused_with_the_line_of_now()
    {
        using var client = await service.As("p2001");
        using var first = await client.Send(HttpMethod.Put, Qinghe + "/p2002?year=2024", new { declared = 2 }, 0);
        await first.Json(HttpStatusCode.OK);
        using var second = await client.Send(HttpMethod.Put, Qinghe + "/p2002?year=2024", new { declared = 0 }, 0);
        var problem = await second.Problem(HttpStatusCode.PreconditionFailed, "stale");
        Assert.Equal(2, (decimal)problem["current"]!["declared"]!);
    }

    [Fact]
    public async Task Declaring_over_gaps_needs_a_reason()
    {
        using var client = await service.As("p2001");
        using var response = await client.Send(HttpMethod.Put, Qinghe + "/p2008?year=2024", new { declared = 2 }, 0);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("declared-without-reason", (string?)problem["problems"]![0]!["code"]);
    }

    [Theory]
    [InlineData("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_sheet_comes_as_a_document_and_both_copies_carry_one_code(string format, string type)
    {
        using var client = await service.As("p1001");
        using var first = await client.GetAsync($"/api/schools/s-chenlu/credits/document?year=2024&format={format}&copy=1", Api.Cancel);
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync(Api.Cancel));
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        var printed = (await client.Json("/api/schools/s-chenlu/credits?year=2024"))["sheet"]!;
        using var second = await client.GetAsync($"/api/schools/s-chenlu/credits/document?year=2024&format={format}&copy=2", Api.Cancel);
        var again = (await client.Json("/api/schools/s-chenlu/credits?year=2024"))["sheet"]!;
        Assert.Equal((string?)printed["printedCode"], (string?)again["printedCode"]);
        Assert.False((bool)again["printVoid"]!);
        Assert.EndsWith($"-第一份.{format}", first.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        Assert.EndsWith($"-第二份.{format}", second.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_print_is_void_once_a_number_changed()
    {
        using var client = await service.As("p3001");
        using var document = await client.GetAsync("/api/schools/s-yunfan/credits/document?year=2024", Api.Cancel);
        Assert.True(document.IsSuccessStatusCode);
        using var edit = await client.Send(HttpMethod.Put, "/api/schools/s-yunfan/credits/p3001?year=2024", new { declared = 0, declaredReason = "本年不申报" }, 0);
        await edit.Json(HttpStatusCode.OK);
        Assert.True((bool)(await client.Json("/api/schools/s-yunfan/credits?year=2024"))["sheet"]!["printVoid"]!);
    }

    [Fact]
    public async Task Another_schools_numbers_stay_unseen()
    {
        using var client = await service.As("p1001");
        using var response = await client.GetAsync(Qinghe + "?year=2024", Api.Cancel);
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    private static JsonNode Row(JsonNode sheet, string person) => sheet["rows"]!.AsArray().Single(row => (string?)row!["personId"] == person)!;
}
