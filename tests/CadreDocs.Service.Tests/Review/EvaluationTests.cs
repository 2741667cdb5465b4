using System.Net;
using CadreDocs.Documents.Excel;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Review;

public sealed class EvaluationTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string Qinghe = "/api/schools/s-qinghe/evaluation?year=2024";

    [Fact]
    public async Task An_evaluation_keeps_the_data_that_stood_beside_it()
    {
        using var reviewer = await service.As("p0001");
        using var written = await reviewer.Send(HttpMethod.Put, Qinghe, new { grade = "good", comment = "活动扎实。" }, 0);
        var kept = (await written.Json(HttpStatusCode.OK))["evaluation"]!;
        Assert.Equal((9, 1), ((int)kept["facts"]!["school"]!["cadres"]!, (int)kept["version"]!));
        var accepted = (int)kept["facts"]!["school"]!["accepted"]!;
        var paper = await service.InDatabase(database => database.Records.Where(record => record.SchoolId == "s-qinghe" && record.State == CadreDocs.Service.Records.RecordState.Accepted && record.FormId == "reflection").FirstAsync());
        await service.InDatabase(async database =>
        {
            var record = await database.Records.SingleAsync(record => record.Id == paper.Id);
            record.State = CadreDocs.Service.Records.RecordState.Returned;
            return await database.SaveChangesAsync();
        });
        var school = (await reviewer.Json(Qinghe))["schools"]![0]!;
        Assert.Equal((accepted, accepted - 1), ((int)school["evaluation"]!["facts"]!["school"]!["accepted"]!, (int)school["facts"]!["school"]!["accepted"]!));
    }

    [Fact]
    public async Task A_stale_evaluation_is_not_overwritten()
    {
        using var officer = await service.As("p0002");
        using var first = await officer.Send(HttpMethod.Put, "/api/schools/s-chenlu/evaluation?year=2023", new { grade = "fair", comment = "" }, 0);
        await first.Json(HttpStatusCode.OK);
        using var second = await officer.Send(HttpMethod.Put, "/api/schools/s-chenlu/evaluation?year=2023", new { grade = "good", comment = "" }, 0);
        await second.Problem(HttpStatusCode.PreconditionFailed, "stale");
    }

    [Fact]
    public async Task Nobody_evaluates_the_own_school_and_grades_are_the_schemes()
    {
        using var own = await service.As("p3002");
        using var refused = await own.Send(HttpMethod.Put, "/api/schools/s-yunfan/evaluation?year=2024", new { grade = "excellent", comment = "" }, 0);
        await refused.Problem(HttpStatusCode.Forbidden, "forbidden");
        using var reviewer = await service.As("p0001");
        using var grade = await reviewer.Send(HttpMethod.Put, "/api/schools/s-yunfan/evaluation?year=2024", new { grade = "A+", comment = "" }, 0);
        Assert.Equal("grade", (string?)(await grade.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["field"]);
    }

    [Fact]
    public async Task A_school_reads_its_own_evaluation_and_no_other()
    {
        using var secretary = await service.As("p2001");
        Assert.False((bool)(await secretary.Json(Qinghe))["schools"]![0]!["canEdit"]!);
        using var foreign = await service.As("p1001");
        using var refused = await foreign.GetAsync(Qinghe, Api.Cancel);
        await refused.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task The_results_are_for_the_bureau_alone_and_their_purpose_is_kept()
    {
        using var reviewer = await service.As("p0001");
        using var refused = await reviewer.GetAsync("/api/results/workbook?year=2024&purpose=x", Api.Cancel);
        await refused.Problem(HttpStatusCode.Forbidden, "forbidden");
        using var officer = await service.As("p0002");
        using var silent = await officer.GetAsync("/api/results/workbook?year=2024", Api.Cancel);
        Assert.Equal("purpose", (string?)(await silent.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["field"]);
        var workbook = SheetReader.Read(await officer.GetByteArrayAsync("/api/results/workbook?year=2024&purpose=年终总结会", Api.Cancel));
        Assert.Equal(["学校", "干部"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(3, workbook.Sheets[0].FindTable(["学校"])!.Rows.Count);
        var cadres = workbook.Sheets[1].FindTable(["姓名", "认定学分"])!.Rows;
        Assert.Equal(27, cadres.Count);
        var worked = cadres.First(row => row["姓名"] == "王芳");
        Assert.Equal(("4", "1"), (worked["出勤次数"], worked["缺勤次数"]));
        Assert.Equal("年终总结会", await service.InDatabase(database => database.Changes.Where(change => change.Subject == "results.exported").Select(change => change.Reason).SingleAsync()));
    }
}
