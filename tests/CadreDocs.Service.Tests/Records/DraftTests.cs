using System.Net;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Records;
using CadreDocs.Service.Records.Drafts;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Records;

public sealed class DraftTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private static readonly FormDefinition Form = FormDefinitionReader.Read("""
        id: x
        title: x
        titleEn: x
        portfolio: personal
        item: 1
        clock: year
        filledBy: cadre
        clause: x
        printedTitle: x
        fields:
          - {key: work, label: 工作, type: paragraphs}
          - {key: next, label: 打算, type: paragraphs}
        """, "x").Form!;

    private static readonly Dictionary<string, DraftSource> Sources = new(StringComparer.Ordinal)
    {
        ["record:r1"] = new("record", "r1", "计划", "Plan"), ["session:s1"] = new("session", "s1", "3月5日", "2024-03-05"),
    };

    [Fact]
    public void Sentence_without_a_record_behind_it_is_left_out()
    {
        var fields = DraftText.Read("# work\n工作认真负责，成绩突出。\n计划提出：读书。[[record:r1]]\n听说去过。[[session:unknown]]\n# next\n", Form, Sources);
        var paragraph = Assert.Single(fields["work"]);
        Assert.Equal(("计划提出：读书。", "r1"), (paragraph.Text, Assert.Single(paragraph.Sources).Id));
        Assert.Empty(fields["next"]);
    }

    [Fact]
    public void Sentence_may_rest_on_several_records() =>
        Assert.Equal(["record:r1", "session:s1"], Assert.Single(DraftText.Read("# work\n两次。 [[record:r1]] [[session:s1]]", Form, Sources)["work"]).Sources.Select(source => source.Ref));

    [Fact]
    public async Task Semester_summary_is_drafted_from_plan_sessions_papers_and_trainings_of_the_semester()
    {
        using var author = await service.As("p2004");
        await service.InDatabase(async database =>
        {
            database.OtherTrainings.Add(new OtherTraining { Id = "tr-1", PersonId = "p2004", Name = "骨干研修班", Level = "区级", From = "2024-04", To = "2024-05", Credit = 1.5m });
            database.OtherTrainings.Add(new OtherTraining { Id = "tr-2", PersonId = "p2004", Name = "去年的班", Level = "区级", From = "2023-04", To = "2023-05", Credit = 1m });
            await database.Records.Where(record => record.PersonId == "p2004" && record.FormId == "semester-summary").ExecuteDeleteAsync(Api.Cancel);
            return await database.SaveChangesAsync(Api.Cancel);
        });
        var summary = await author.Start("semester-summary", 2024, 1);
        Assert.True((bool)summary["drafts"]!);
        var draft = await author.Json($"/api/records/{summary["id"]}/draft");
        var work = Field(draft, "work");
        Assert.Contains(work, paragraph => Text(paragraph).StartsWith("学期计划提出：一、开学两周内", StringComparison.Ordinal) && Source(paragraph) == "rec-p2004-semester-plan-1-2024");
        Assert.Contains(work, paragraph => Text(paragraph).Contains("学习二十大报告中的教育论述", StringComparison.Ordinal) && paragraph["sources"]!.AsArray().Count > 1);
        var outcomes = Field(draft, "outcomes");
        Assert.Contains(outcomes, paragraph => Source(paragraph) == "rec-p2004-reflection-2024");
        Assert.Contains(outcomes, paragraph => Text(paragraph) == "参加区级培训“骨干研修班”，获1.5学分。");
        Assert.DoesNotContain(outcomes, paragraph => Source(paragraph) == "tr-2");
        Assert.All(work.Concat(outcomes), paragraph => Assert.NotEmpty(paragraph["sources"]!.AsArray()));
    }

    [Fact]
    public async Task Sessions_somebody_missed_and_papers_never_handed_in_are_not_told()
    {
        using var author = await service.As("p2002");
        await service.InDatabase(database => database.Records.Where(record => record.PersonId == "p2002" && record.FormId == "duty-report").ExecuteDeleteAsync(Api.Cancel));
        await service.InDatabase(database => database.Records.Where(record => record.Id == "rec-p2002-case-study-2024")
            .ExecuteUpdateAsync(record => record.SetProperty(item => item.State, RecordState.Draft), Api.Cancel));
        var report = await author.Start("duty-report");
        var paragraphs = Field(await author.Json($"/api/records/{report["id"]}/draft"), "report");
        var attended = paragraphs.Single(paragraph => Text(paragraph).StartsWith("2024年参加学校自培活动", StringComparison.Ordinal));
        Assert.Equal("2024年参加学校自培活动4次。", Text(attended));
        Assert.DoesNotContain(paragraphs, paragraph => Source(paragraph) == "rec-p2002-case-study-2024");
    }

    [Fact]
    public async Task School_summary_rests_on_plan_sessions_and_papers_and_tells_nothing_restricted()
    {
        using var secretary = await service.As("p1001");
        var summary = await secretary.Start("annual-summary");
        var draft = await secretary.Json($"/api/records/{summary["id"]}/draft");
        var all = Field(draft, "work").Concat(Field(draft, "outcomes")).ToList();
        Assert.Contains(all, paragraph => Text(paragraph) == "2024年开展自培活动8次。");
        Assert.DoesNotContain(all, paragraph => Text(paragraph).Contains("述职", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Field_with_text_is_told_apart_from_an_empty_one()
    {
        using var author = await service.As("p1006");
        await service.InDatabase(database => database.Records.Where(record => record.PersonId == "p1006" && record.FormId == "semester-summary").ExecuteDeleteAsync(Api.Cancel));
        var summary = await author.Write(await author.Start("semester-summary", 2024, 1), ("work", "自己写的。"));
        var draft = await author.Json($"/api/records/{summary["id"]}/draft");
        Assert.False((bool)draft["fields"]!.AsArray().Single(field => (string?)field!["key"] == "work")!["empty"]!);
        Assert.Equal("自己写的。", (string?)(await author.Json($"/api/records/{summary["id"]}"))["data"]!["work"]);
    }

    [Fact]
    public async Task Paper_that_is_closed_has_no_draft()
    {
        using var author = await service.As("p1001");
        using var response = await author.GetAsync("/api/records/rec-p1001-duty-report-2024/draft", Api.Cancel);
        await response.Problem(HttpStatusCode.Conflict, "not-now");
    }

    private static List<JsonNode> Field(JsonNode draft, string key) =>
        draft["fields"]!.AsArray().SingleOrDefault(field => (string?)field!["key"] == key)?["paragraphs"]!.AsArray().Select(paragraph => paragraph!).ToList() ?? [];

    private static string Text(JsonNode paragraph) => (string)paragraph["text"]!;

    private static string? Source(JsonNode paragraph) => (string?)paragraph["sources"]![0]!["id"];
}
