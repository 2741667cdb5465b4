using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using CadreDocs.Service.Filing.Rights;

namespace CadreDocs.Service.Tests.Filing.Rights;

public sealed class PassTests : IDisposable
{
    private readonly ServiceFixture _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_secretary_lets_a_reviewer_read_until_a_day_and_ends_it_early()
    {
        using var client = await _service.As("p1001");
        using var given = await client.PostAsJsonAsync("/api/schools/s-chenlu/library/passes", new { personId = "p0001", lastDay = "2024-11-30" }, Api.Cancel);
        var pass = Assert.Single((await given.Json(HttpStatusCode.OK))["passes"]!.AsArray())!;

        // The last day counts to its end, in the district's time.
        Assert.Equal(new DateTimeOffset(2024, 12, 1, 0, 0, 0, TimeSpan.FromHours(8)), DateTimeOffset.Parse((string)pass["until"]!, CultureInfo.InvariantCulture));
        Assert.False((bool)pass["over"]!);

        using var ended = await client.DeleteAsync($"/api/schools/s-chenlu/library/passes/{(string?)pass["id"]}", Api.Cancel);
        Assert.True((bool)Assert.Single((await ended.Json(HttpStatusCode.OK))["passes"]!.AsArray())!["over"]!);
    }

    [Theory]
    [InlineData("p0001", "2024-11-14", "lastDay")]
    [InlineData("p0001", "2025-11-16", "lastDay")]
    [InlineData("p1002", "2024-11-30", "personId")]
    public async Task A_pass_is_for_a_reviewer_and_at_most_a_year(string personId, string lastDay, string field)
    {
        using var client = await _service.As("p1001");
        using var response = await client.PostAsJsonAsync("/api/schools/s-chenlu/library/passes", new { personId, lastDay }, Api.Cancel);

        Assert.Equal(field, (string?)(await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid"))["problems"]![0]!["field"]);
    }

    [Fact]
    public async Task A_pass_is_due_to_be_taken_out_when_its_time_is_over()
    {
        using var client = await _service.As("p1001");
        using var given = await client.PostAsJsonAsync("/api/schools/s-chenlu/library/passes", new { personId = "p0001", lastDay = "2024-11-15" }, Api.Cancel);
        await given.Json(HttpStatusCode.OK);

        // The clock itself stays: a day on it would start the job that takes the pass out.
        var now = _service.Clock.GetUtcNow();
        Assert.Empty(await _service.InDatabase(db => PassJob.DueAsync(db, now, Api.Cancel)));
        Assert.Equal(["s-chenlu"], await _service.InDatabase(db => PassJob.DueAsync(db, now.AddDays(1), Api.Cancel)));
    }
}
