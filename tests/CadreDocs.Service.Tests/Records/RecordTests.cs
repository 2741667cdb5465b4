using System.Net;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Records;

public sealed class RecordTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task New_record_carries_what_the_roster_knows()
    {
        using var client = await service.As("p2006");
        var record = await client.Start("development-plan", 2025);
        Assert.Equal(("梅傲霜", "1982-12", "科研主任", "draft"), ((string?)record["data"]?["name"], (string?)record["data"]?["birth"], (string?)record["data"]?["post"], (string?)record["state"]));
        Assert.Equal((2025, 2027), ((int?)record["year"], (int?)record["untilYear"]));
    }

    [Fact]
    public async Task Second_paper_of_a_kind_that_exists_once_is_refused_with_the_first()
    {
        using var client = await service.As("p1001");
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "duty-report", year = 2024 });
        var problem = await response.Problem(HttpStatusCode.Conflict, "exists");
        Assert.Equal("rec-p1001-duty-report-2024", (string?)problem["existingId"]);
    }

    [Fact]
    public async Task Three_year_plan_in_force_stands_in_the_way_of_another()
    {
        using var client = await service.As("p1001");
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "development-plan", year = 2025 });
        await response.Problem(HttpStatusCode.Conflict, "exists");
    }

    [Fact]
    public async Task Reflections_may_be_several()
    {
        using var client = await service.As("p1001");
        var record = await client.Start("reflection");
        Assert.NotEqual("rec-p1001-reflection-2024", (string?)record["id"]);
    }

    [Fact]
    public async Task Paper_of_somebody_else_cannot_be_begun()
    {
        using var client = await service.As("p2003");
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId = "reflection", year = 2024, personId = "p2002" });
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task Foreign_record_looks_like_none()
    {
        using var client = await service.As("p2003");
        using var response = await client.GetAsync("/api/records/rec-p2002-reflection-2024", Api.Cancel);
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("p1002", HttpStatusCode.OK)]
    [InlineData("p1001", HttpStatusCode.OK)]
    [InlineData("p0002", HttpStatusCode.OK)]
    [InlineData("p0001", HttpStatusCode.NotFound)]
    [InlineData("p2001", HttpStatusCode.NotFound)]
    [InlineData("p0004", HttpStatusCode.NotFound)]
    public async Task Duty_report_is_read_by_owner_secretary_and_officer_only(string personId, HttpStatusCode expected)
    {
        using var client = await service.As(personId);
        using var response = await client.GetAsync("/api/records/rec-p1002-duty-report-2024", Api.Cancel);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Write_counts_the_version_up_and_changes_the_content_code()
    {
        using var client = await service.As("p1005");
        var record = await client.Start("reflection");
        var written = await client.Write(record, ("topic", "新题目"));
        Assert.Equal(2, (int?)written["version"]);
        Assert.NotEqual((string?)record["contentCode"], (string?)written["contentCode"]);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$", (string?)written["contentCode"]);
    }

    [Fact]
    public async Task Stale_write_gets_the_differences_and_changes_nothing()
    {
        using var client = await service.As("p1005");
        var record = await client.Start("reflection");
        await client.Write(record, ("topic", "第一次"));
        using var response = await client.Send(
            HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new { name = "鲁春晓", topic = "第二次" } }, 1);
        var problem = await response.Problem(HttpStatusCode.PreconditionFailed, "stale");
        Assert.Equal(2, (int?)problem["currentVersion"]);
        var difference = Assert.Single(problem["differences"]!.AsArray())!;
        Assert.Equal(("topic", "题目", "第二次", "第一次"), ((string?)difference["key"], (string?)difference["label"], (string?)difference["yours"], (string?)difference["theirs"]));
        var now = await client.Json($"/api/records/{record["id"]}");
        Assert.Equal("第一次", (string?)now["data"]?["topic"]);
    }

    [Fact]
    public async Task Write_without_a_version_is_refused()
    {
        using var client = await service.As("p1005");
        var record = await client.Start("reflection");
        using var response = await client.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new { } });
        await response.Problem(HttpStatusCode.PreconditionRequired, "version-missing");
    }

    [Theory]
    [InlineData("date", "2024-02-30", "date")]
    [InlineData("date", "明天", "date")]
    [InlineData("topic", "两\n行", "one-line")]
    [InlineData("insight", "看\u0007见", "illegal-character")]
    [InlineData("insight", "\uFFFE", "illegal-character")]
    [InlineData("salary", "1", "unknown-field")]
    public async Task Value_that_does_not_fit_is_named_by_field(string key, string value, string code)
    {
        using var client = await service.As("p1005");
        var record = await client.Start("reflection");
        using var response = await client.Send(
            HttpMethod.Put, $"/api/records/{record["id"]}", new { data = new JsonObject { [key] = value } }, 1);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        var item = Assert.Single(problem["problems"]!.AsArray())!;
        Assert.Equal((code, key), ((string?)item["code"], (string?)item["field"]));
    }

    [Fact]
    public async Task Rare_characters_and_line_ends_come_back_as_they_went_in()
    {
        using var client = await service.As("p2005");
        var record = await client.Start("reflection");
        var written = await client.Write(record, ("insight", "𠮷𣲘𬱖\r\n⊕〇\r第三段"));
        Assert.Equal("𠮷𣲘𬱖\n⊕〇\n第三段", (string?)written["data"]?["insight"]);
    }

    [Fact]
    public async Task Author_cannot_write_the_schools_opinion_and_the_secretary_can()
    {
        using var author = await service.As("p2009");
        var record = await author.Start("duty-report");
        Assert.Equal(["opinion"], record["otherHand"]!.AsArray().Select(key => (string?)key));
        var data = record["data"]!.DeepClone();
        data["opinion"] = "优秀";
        using var refused = await author.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data }, 1);
        var problem = await refused.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("not-yours", (string?)problem["problems"]?[0]?["code"]);

        using var secretary = await service.As("p2001");
        var written = await secretary.Write(record, ("opinion", "同意"));
        Assert.Equal("同意", (string?)written["data"]?["opinion"]);
    }

    [Fact]
    public async Task Every_changed_value_is_in_the_history()
    {
        using var client = await service.As("p1006");
        var record = await client.Start("reflection");
        await client.Write(record, ("topic", "甲"));
        var history = await client.Json($"/api/records/{record["id"]}/history");
        var change = history.AsArray().Single(line => (string?)line!["subject"] == "record.data.topic")!;
        Assert.Equal(("欧阳若岚", "甲"), ((string?)change["byName"], (string?)change["after"]));
    }

    [Fact]
    public async Task List_of_a_school_leaves_restricted_papers_out_for_the_reviewer()
    {
        using var reviewer = await service.As("p0001");
        var seen = await reviewer.Json("/api/records?schoolId=s-chenlu&year=2024");
        Assert.Contains(seen.AsArray(), record => (string?)record!["formId"] == "reflection");
        Assert.DoesNotContain(seen.AsArray(), record => (string?)record!["formId"] == "duty-report");
    }

    [Fact]
    public async Task List_of_a_foreign_school_is_refused()
    {
        using var client = await service.As("p2001");
        using var response = await client.GetAsync("/api/records?schoolId=s-chenlu&year=2024", Api.Cancel);
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }
}
