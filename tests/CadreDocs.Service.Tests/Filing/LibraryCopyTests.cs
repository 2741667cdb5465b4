using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Filing;

public sealed class LibraryCopyTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_paper_says_whether_its_file_in_the_library_is_as_it_was_filed_changed_or_gone()
    {
        using var secretary = await service.As("p1001");
        using (var started = await secretary.PostAsJsonAsync("/api/schools/s-chenlu/filings", new { year = 2024 }, Api.Cancel))
        {
            await secretary.GetStringAsync($"/api/filings/{(string?)(await started.Json(HttpStatusCode.Accepted))["id"]}/events", Api.Cancel);
        }

        var document = await service.InDatabase(db => db.FiledDocuments.FirstAsync(item => item.Source.StartsWith("record:") && db.Records.Any(record => record.Id == item.RecordId && record.PersonId == "p1002")));
        var file = Path.Combine(service.DataFolder, "library", document.Path);
        var address = $"/api/records/{document.RecordId}/library";
        using var owner = await service.As("p1002");

        Assert.Equal(("as-filed", document.Path), await StateAsync());
        await File.WriteAllTextAsync(file, "改动", Api.Cancel);
        Assert.Equal(("changed", document.Path), await StateAsync());
        Assert.Equal("改动", await owner.GetStringAsync(address + "/content", Api.Cancel));
        File.Delete(file);
        Assert.Equal(("missing", document.Path), await StateAsync());
        using var gone = await owner.GetAsync(address + "/content", Api.Cancel);
        await gone.Problem(HttpStatusCode.NotFound, "not-found");

        async Task<(string?, string?)> StateAsync()
        {
            var copy = await owner.Json(address);
            return ((string?)copy["state"], (string?)copy["path"]);
        }
    }

    [Fact]
    public async Task A_paper_that_was_never_filed_says_so_without_asking_the_library()
    {
        using var owner = await service.As("p2002");
        using var begun = await owner.PostAsJsonAsync("/api/records", new { formId = "reflection", year = 2023 }, Api.Cancel);
        var copy = await owner.Json($"/api/records/{(string?)(await begun.Json(HttpStatusCode.Created))["id"]}/library");

        Assert.Equal("not-filed", (string?)copy["state"]);
        Assert.Null(copy["path"]);
    }
}
