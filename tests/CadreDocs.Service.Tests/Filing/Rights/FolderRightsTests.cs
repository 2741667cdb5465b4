using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Filing.Rights;

public sealed class FolderRightsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    private const string School = "s-yunfan";

    [Fact]
    public async Task Each_folder_names_who_edits_and_who_reads_it_and_a_reviewer_only_until_the_pass_ends()
    {
        using var client = await service.As("p3001");
        using (var started = await client.PostAsJsonAsync($"/api/schools/{School}/filings", new { year = 2024 }, Api.Cancel))
        {
            await client.GetStringAsync($"/api/filings/{(string?)(await started.Json(HttpStatusCode.Accepted))["id"]}/events", Api.Cancel);
        }

        using (var given = await client.PostAsJsonAsync($"/api/schools/{School}/library/passes", new { personId = "p0001", lastDay = "2024-12-31" }, Api.Cancel))
        {
            await given.Json(HttpStatusCode.OK);
        }

        var (secretary, reviewer) = (await NameAsync("p3001"), await NameAsync("p0001"));
        var folders = (await client.Json($"/api/schools/{School}/library/folders"))["folders"]!.AsArray().Select(folder => folder!).ToList();
        var school = folders.Single(folder => (string?)folder["kind"] == "school");
        var own = folders.Single(folder => (string?)folder["kind"] == "cadre" && ((string)folder["path"]!).EndsWith("/2024年度/二、干部个人自培档案袋/诸葛明轩", StringComparison.Ordinal));
        var restricted = folders.Where(folder => (string?)folder["kind"] == "restricted").ToList();

        Assert.Equal("school", (string?)folders[0]["kind"]);
        Assert.All(folders, folder => Assert.Contains(secretary, folder["editors"]!.AsArray().Select(name => (string?)name)));
        Assert.Equal([(reviewer, "2024-12-31T16:00:00+00:00")], Readers(school));
        Assert.Equal(new (string?, string?)[] { ("诸葛明轩", null), (reviewer, "2024-12-31T16:00:00+00:00") }.Order(), Readers(own).Order());
        Assert.NotEmpty(restricted);
        Assert.All(restricted, file => Assert.DoesNotContain(Readers(file), reader => reader.Name == reviewer));
    }

    [Fact]
    public async Task The_list_is_for_those_who_answer_for_the_folders()
    {
        using var reviewer = await service.As("p0001");
        using var response = await reviewer.GetAsync($"/api/schools/{School}/library/folders", Api.Cancel);

        await response.Problem(HttpStatusCode.Forbidden, "forbidden");
    }

    private static IEnumerable<(string? Name, string? Until)> Readers(JsonNode folder) =>
        folder["readers"]!.AsArray().Select(reader => ((string?)reader!["name"], ((DateTimeOffset?)reader["until"])?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)));

    private Task<string> NameAsync(string personId) => service.InDatabase(async db => (await db.People.FindAsync([personId], Api.Cancel))!.Name);
}
