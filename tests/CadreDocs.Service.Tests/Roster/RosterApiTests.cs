using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Roster;

public sealed class RosterApiTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_secretary_sees_the_own_school_only()
    {
        using var client = await service.As("p2001");
        Assert.Equal("s-qinghe", (string?)Assert.Single((await client.Json("/api/schools")).AsArray())!["id"]);
        using var other = await client.GetAsync("/api/schools/s-chenlu/roster?year=2024", Api.Cancel);
        await other.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task A_cadre_may_not_edit_the_roster()
    {
        using var client = await service.As("p2004");
        using var response = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/roster/cadres", new { name = "周舟", post = "主任" });
        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_change_of_title_keeps_the_earlier_value_with_its_dates()
    {
        using var client = await service.As("p1001");
        var cadre = await Cadre(client, "s-chenlu", "p1002");
        using var response = await client.Send(HttpMethod.Put, "/api/people/p1002", new { title = "正高级教师", from = "2024-09-01" }, (int)cadre["version"]!);
        var changed = await response.Json(HttpStatusCode.OK);
        Assert.Equal("正高级教师", (string?)changed["title"]);
        var earlier = changed["facts"]!.AsArray().First(fact => (string?)fact!["key"] == "title" && fact["to"] is not null)!;
        Assert.Equal(((string?)cadre["title"], "2024-08-31"), ((string?)earlier["value"], (string?)earlier["to"]));
    }

    [Fact]
    public async Task A_stale_edit_is_refused_with_both_values()
    {
        using var client = await service.As("p3001");
        var cadre = await Cadre(client, "s-yunfan", "p3004");
        var version = (int)cadre["version"]!;
        using var first = await client.Send(HttpMethod.Put, "/api/people/p3004", new { rank = "五级" }, version);
        await first.Json(HttpStatusCode.OK);
        using var second = await client.Send(HttpMethod.Put, "/api/people/p3004", new { rank = "六级" }, version);
        var problem = await second.Problem(HttpStatusCode.PreconditionFailed, "stale");
        var difference = Assert.Single(problem["differences"]!.AsArray())!;
        Assert.Equal(("六级", "五级"), ((string?)difference["yours"], (string?)difference["theirs"]));
    }

    [Fact]
    public async Task An_edit_that_names_no_version_is_refused()
    {
        using var client = await service.As("p3001");
        using var response = await client.Send(HttpMethod.Put, "/api/people/p3005", new { rank = "五级" });
        await response.Problem(HttpStatusCode.PreconditionRequired, "version-missing");
    }

    [Fact]
    public async Task A_wrong_value_is_refused_by_its_field()
    {
        using var client = await service.As("p3001");
        using var response = await client.Send(HttpMethod.Put, "/api/people/p3005", new { birthMonth = "六月" }, 1);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("birthMonth", (string?)problem["problems"]![0]!["field"]);
    }

    [Fact]
    public async Task An_import_is_shown_first_and_applied_as_a_whole()
    {
        using var client = await service.As("p2001");
        var preview = await Upload(client, "s-qinghe", "姓名,职务,出生年月\n欧阳晓岚,德育副主任,1990.05\n");
        Assert.Equal(1, (int)preview["counts"]!["add"]!);
        Assert.NotEmpty(preview["absent"]!.AsArray());
        Assert.DoesNotContain(await Names(client, "s-qinghe"), name => name == "欧阳晓岚");
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        await applied.Json(HttpStatusCode.OK);
        Assert.Contains(await Names(client, "s-qinghe"), name => name == "欧阳晓岚");
        using var again = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        await again.Problem(HttpStatusCode.Conflict, "already-applied");
    }

    [Fact]
    public async Task One_faulty_row_stops_all_rows()
    {
        using var client = await service.As("p3001");
        var preview = await Upload(client, "s-yunfan", "姓名,职务,出生年月\n诸葛明远,教研组长,1990.05\n司马清,,1990.99\n");
        Assert.Equal(1, (int)preview["counts"]!["error"]!);
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        var problem = await applied.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.All(problem["problems"]!.AsArray(), item => Assert.Equal(3, (int)item!["row"]!));
        Assert.DoesNotContain(await Names(client, "s-yunfan"), name => name == "诸葛明远");
    }

    [Fact]
    public async Task Five_faults_among_three_thousand_rows_are_each_named_and_nothing_is_taken()
    {
        using var client = await service.As("p3001");
        var before = await Names(client, "s-yunfan");
        var rows = Enumerable.Range(0, 3000).Select(row => $"88{row:00000},样{(char)('一' + row)}大,主任,1980.05").ToList();
        rows[10] = "8800010,样样样,,1980.05";
        rows[500] = "8800500,,主任,1980.05";
        rows[999] = "8800999,样一二,主任,1980.13";
        rows[2000] = "8.8E+9,样二三,主任,1980.05";
        rows[2999] = "8800000,样三四,主任,1980.05";
        var preview = await Upload(client, "s-yunfan", "进修编号,姓名,职务,出生年月\n" + string.Join('\n', rows) + "\n");
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        var problem = await applied.Problem(HttpStatusCode.UnprocessableEntity, "invalid");

        // The heading is row 1; a number that stands twice is named at both its rows.
        Assert.Equal(
            [(2, "duplicate-id"), (12, "post-missing"), (502, "name-missing"), (1001, "month-invalid"), (2002, "platform-no-invalid"), (3001, "duplicate-id")],
            problem["problems"]!.AsArray().Select(item => ((int)item!["row"]!, (string)item["code"]!)).Order());
        Assert.All(problem["problems"]!.AsArray(), item => Assert.NotEmpty((string)item!["field"]!));
        Assert.Equal(before, await Names(client, "s-yunfan"));
    }

    [Fact]
    public async Task A_whole_roster_that_drops_people_with_papers_is_refused()
    {
        using var client = await service.As("p1001");
        var preview = await Upload(client, "s-chenlu", "姓名,职务\n南宫雪,保教主任\n", whole: true);
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        var problem = await applied.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Contains(problem["problems"]!.AsArray(), item => (string?)item!["code"] == "drops-records");
        Assert.DoesNotContain(await Names(client, "s-chenlu"), name => name == "南宫雪");
    }

    [Fact]
    public async Task A_chosen_mapping_is_remembered_for_the_next_file()
    {
        using var client = await service.As("p1001");
        var first = await Upload(client, "s-chenlu", "姓名,现岗\n端木青,后勤主任\n", mapping: """{"现岗":"post"}""");
        Assert.Equal("post", (string?)first["columns"]![1]!["mappedTo"]);
        var second = await Upload(client, "s-chenlu", "姓名,现 岗\n端木青,后勤主任\n");
        Assert.Equal("post", (string?)second["columns"]![1]!["mappedTo"]);
    }

    [Fact]
    public async Task A_file_that_is_no_roster_is_refused_by_name()
    {
        using var client = await service.As("p1001");
        using var response = await Post(client, "s-chenlu", [0x25, 0x50, 0x44, 0x46, 0x2D], "名册.xlsx", null, false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("名册.xlsx", await response.Content.ReadAsStringAsync(Api.Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("csv")]
    public async Task An_exported_roster_uploaded_again_changes_nothing(string format)
    {
        using var client = await service.As("p3001");
        var file = await client.GetByteArrayAsync($"/api/schools/s-yunfan/roster/export?format={format}", Api.Cancel);
        using var response = await Post(client, "s-yunfan", file, "名册." + format, null, true);
        var counts = (await response.Json(HttpStatusCode.OK))["counts"]!;
        Assert.Equal((0, 0, 0, 0), ((int)counts["add"]!, (int)counts["change"]!, (int)counts["drop"]!, (int)counts["error"]!));
        Assert.True((int)counts["same"]! >= 10);
    }

    [Fact]
    public async Task A_transfer_ends_the_post_of_record_elsewhere_the_day_before()
    {
        using var administrator = await service.As("p0004");
        using var response = await administrator.Send(HttpMethod.Post, "/api/schools/s-yunfan/roster/transfers", new { personId = "p1008", post = "总务主任", from = "2024-11-13" });
        await response.Json(HttpStatusCode.OK);
        var last = await service.InDatabase(database => database.Appointments.Where(post => post.PersonId == "p1008" && post.SchoolId == "s-chenlu").Select(post => post.To).SingleAsync());
        Assert.Equal(new DateOnly(2024, 11, 12), last);
        var changes = await service.InDatabase(database => database.Changes.CountAsync(change => change.PersonId == "p1008" && change.Subject == "roster.left"));
        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task New_people_start_on_the_chosen_day_and_their_first_day_is_corrected_by_the_next_file()
    {
        using var client = await service.As("p3001");
        await Import(client, "s-yunfan", "姓名,职务\n西门若水,教研室主任\n", from: "2024-01-01");
        Assert.Equal(new DateOnly(2024, 1, 1), Assert.Single(await Posts("西门若水")).From);
        var preview = await Upload(client, "s-yunfan", "姓名,职务,任职时间\n西门若水,教研室主任,2023年9月\n", from: "2024-01-01");
        var change = Assert.Single(preview["rows"]!.AsArray().Single()!["changes"]!.AsArray())!;
        Assert.Equal(("from", "2024-01-01", "2023-09-01"), ((string?)change["field"], (string?)change["before"], (string?)change["after"]));
        await Apply(client, preview);
        Assert.Equal(new DateOnly(2023, 9, 1), Assert.Single(await Posts("西门若水")).From);
    }

    [Fact]
    public async Task First_day_that_would_leave_marks_outside_stops_the_import_by_row()
    {
        using var client = await service.As("p3001");
        var preview = await Upload(client, "s-yunfan", "进修编号,姓名,职务,任职时间\n003109033006,江晚照,科研室主任,2024-06-01\n");
        var row = Assert.Single(preview["rows"]!.AsArray())!;
        Assert.Equal(("error", "marks-outside"), ((string?)row["status"], (string?)Assert.Single(row["problems"]!.AsArray())!["code"]));
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        var item = (await applied.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!;
        Assert.Equal(("marks-outside", 2), ((string?)item["code"], (int?)item["row"]));
        Assert.Contains("2024-03-05", (string)item["message"]!, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2018, 9, 1), Assert.Single(await Posts("江晚照")).From);
    }

    [Fact]
    public async Task Preview_names_somebody_who_stands_twice_beside_a_fault_of_another_row()
    {
        using var client = await service.As("p3001");
        var preview = await Upload(client, "s-yunfan", "进修编号,姓名,职务,任职时间\n003109033006,江晚照,科研室主任,2024-06-01\n,秦远山,校长,\n,秦远山,书记,\n");
        var codes = preview["rows"]!.AsArray().Select(row => $"{row!["row"]} {row["problems"]![0]!["code"]}").Order();
        Assert.Equal(["2 marks-outside", "3 same-person-twice", "4 same-person-twice"], codes);
    }

    [Theory]
    [InlineData("甲主任、丙主任", "甲主任|丙主任")]
    [InlineData("甲主任", "甲主任")]
    [InlineData("乙主任、甲主任、丁主任", "甲主任|乙主任|丁主任")]
    public async Task Of_two_posts_only_the_one_that_differs_changes(string joined, string expected)
    {
        using var client = await service.As("p3001");
        var name = "东郭" + (char)('甲' + expected.Length);
        await Import(client, "s-yunfan", $"姓名,职务\n{name},甲主任\n", from: "2023-01-01");
        await service.InDatabase(async database =>
        {
            var first = await database.Appointments.SingleAsync(post => database.People.Any(person => person.Id == post.PersonId && person.Name == name), Api.Cancel);
            database.Appointments.Add(new Service.Roster.Appointment { Id = first.Id + "b", PersonId = first.PersonId, SchoolId = first.SchoolId, Post = "乙主任", From = first.From, Order = first.Order + 1 });
            return await database.SaveChangesAsync(Api.Cancel);
        });
        await Import(client, "s-yunfan", $"姓名,职务\n{name},{joined}\n", from: "2024-09-01");
        var posts = await Posts(name);
        Assert.Equal(expected.Split('|'), posts.Where(post => post.To is null).OrderBy(post => post.Order).ThenBy(post => post.From).Select(post => post.Post));
        Assert.All(posts, post => Assert.True(post.To is null || post.To == new DateOnly(2024, 8, 31)));
    }

    [Fact]
    public async Task Who_left_is_not_added_a_second_time()
    {
        using var client = await service.As("p2001");
        using var left = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/roster/departures", new { personId = "p2009", lastDay = "2024-11-14" });
        Assert.Equal(HttpStatusCode.NoContent, left.StatusCode);
        var preview = await Upload(client, "s-qinghe", "姓名,职务,出生年月\n卓玛,德育主任,1988.08\n");
        Assert.Equal("left-before", (string?)preview["rows"]![0]!["problems"]![0]!["code"]);
        using var added = await client.Send(HttpMethod.Post, "/api/schools/s-qinghe/roster/cadres", new { name = "卓玛", post = "德育主任", platformNo = "003109022009" });
        var problem = await added.Problem(HttpStatusCode.Conflict, "platform-no-taken");
        Assert.Equal(("p2009", false), ((string?)problem["personId"], (bool?)problem["inOffice"]));
    }

    private Task<List<Service.Roster.Appointment>> Posts(string name) => service.InDatabase(database =>
        database.Appointments.AsNoTracking().Where(post => database.People.Any(person => person.Id == post.PersonId && person.Name == name)).OrderBy(post => post.From).ToListAsync(Api.Cancel));

    private static async Task Import(HttpClient client, string school, string csv, string from) => await Apply(client, await Upload(client, school, csv, from: from));

    private static async Task Apply(HttpClient client, JsonNode preview)
    {
        using var applied = await client.Send(HttpMethod.Post, $"/api/roster-imports/{preview["id"]}/apply");
        await applied.Json(HttpStatusCode.OK);
    }

    private static async Task<JsonNode> Cadre(HttpClient client, string school, string person) =>
        (await client.Json($"/api/schools/{school}/roster?year=2024"))["cadres"]!.AsArray().Single(cadre => (string?)cadre!["personId"] == person)!;

    private static async Task<List<string?>> Names(HttpClient client, string school) =>
        (await client.Json($"/api/schools/{school}/roster?year=2024"))["cadres"]!.AsArray().Select(cadre => (string?)cadre!["name"]).ToList();

    private static async Task<JsonNode> Upload(HttpClient client, string school, string csv, string? mapping = null, bool whole = false, string? from = null)
    {
        using var response = await Post(client, school, Encoding.UTF8.GetBytes(csv), "名册.csv", mapping, whole, from);
        return await response.Json(HttpStatusCode.OK);
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string school, byte[] bytes, string name, string? mapping, bool whole, string? from = null)
    {
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(bytes);
        form.Add(file, "file", name);
        form.Add(new StringContent(whole ? "true" : "false"), "whole");
        if (mapping is not null)
        {
            form.Add(new StringContent(mapping), "mapping");
        }

        if (from is not null)
        {
            form.Add(new StringContent(from), "from");
        }

        return await client.PostAsync($"/api/schools/{school}/roster/imports", form, Api.Cancel);
    }
}
