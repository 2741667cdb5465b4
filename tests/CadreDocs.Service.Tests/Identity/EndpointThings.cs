using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Records;
using CadreDocs.Service.Tests.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Tests.Identity;

/// <summary>Makes what a row of the table calls for: a thing of the school s-chenlu or of its cadre p1002, new for every call, so that no row finds what another left.</summary>
/// <param name="Id">Takes the place of <see cref="EndpointTable.Thing"/> in address and body.</param>
/// <param name="Version">What If-Match names.</param>
/// <param name="File">What an upload carries; null for a made-up PDF.</param>
/// <param name="FileName">Name of the upload.</param>
internal sealed record EndpointThing(string Id, int Version = 1, byte[]? File = null, string FileName = "文件.pdf")
{
    private const string School = "s-chenlu";
    private const string Person = "p1002";
    private const string Reflection = "rec-p1002-reflection-2024";

    /// <summary>Makes one.</summary>
    /// <param name="kind">Its name in the table, with what it is of after a colon.</param>
    /// <param name="service">The service.</param>
    /// <param name="caller">Who will call.</param>
    public static Task<EndpointThing> Make(string kind, ServiceFixture service, HttpClient caller)
    {
        var (name, of) = kind.Split(':') is [var first, var second] ? (first, second) : (kind, "");
        return name switch
        {
            "" => Task.FromResult(new EndpointThing("")),
            "new-name" => Task.FromResult(new EndpointThing(NewName())),
            "draft" => InState(service, of, RecordState.Draft),
            "submitted" => InState(service, of, RecordState.Submitted),
            "accepted" => InState(service, of, RecordState.Accepted),
            "no-record" => WithoutRecord(service, of),
            "school" => Current(service, database => database.Schools.Where(school => school.Id == School).Select(school => school.Version)),
            "person" => Current(service, database => database.People.Where(person => person.Id == Person).Select(person => person.Version)),
            "credit" => Current(service, database => database.CreditLines.Where(line => line.PersonId == Person && line.Year == 2024).Select(line => line.Version)),
            "evaluation" => Current(service, database => database.SchoolEvaluations.Where(evaluation => evaluation.SchoolId == School && evaluation.Year == 2024).Select(evaluation => evaluation.Version)),
            "attachment" => Attachment(service),
            "act" => Act(service),
            "cadre" => Cadre(service, of),
            "session" => Session(service),
            "roster" => Roster(service),
            "import" => Import(service),
            "document" => Document(service),
            "reading" => Reading(service),
            "package" => Package(service),
            "workbook" => Workbook(caller),
            "opening" => Opening(service, int.Parse(of, CultureInfo.InvariantCulture)),
            "confirmed" => Opening(service, int.Parse(of, CultureInfo.InvariantCulture), "p0001"),
            "no-opening" => WithoutOpening(service, int.Parse(of, CultureInfo.InvariantCulture)),
            "training" => Training(service, certificate: false),
            "certificate" => Training(service, certificate: true),
            _ => Stored(kind, service),
        };
    }

    // A name has no digits.
    private static string NewName() => string.Concat(Guid.NewGuid().ToByteArray().Take(8).Select(part => (char)('一' + part)));

    private static Task<EndpointThing> Stored(string kind, ServiceFixture service)
    {
        var id = Guid.NewGuid().ToString("N");
        var now = service.Clock.GetUtcNow();
        return Add(service, id, kind switch
        {
            "inspection" => new InspectionPass { Id = id, SchoolId = School, HolderId = "p0001", SchoolPortfolio = true, From = new(2024, 11, 1), Until = new(2024, 11, 2), Purpose = "调研", IssuedBy = "p0002", IssuedAt = now },
            "platform-filing" => new PlatformFiling { Id = id, SchoolId = School, From = 2021, Rows = "[]", CreatedBy = "p1001", CreatedAt = now },
            "library-pass" => new LibraryPass { Id = id, SchoolId = School, PersonId = "p0001", Until = now.AddDays(9), CreatedBy = "p1001", CreatedAt = now },
            "paper" => new InboxPaper { Id = id, SchoolId = School, Path = $"收件箱/{id}.pdf", ETag = "none", State = InboxState.Unknown, RecordId = Reflection, SeenAt = now },
            "filing" => new FilingPlan { Id = id, SchoolId = School, Year = 2024, State = FilingPlanState.DoneWithFailures, CreatedBy = "p1001", CreatedAt = now, EndedAt = now },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such thing"),
        }, kind == "filing" ? [new FilingItem { Id = id + "-1", PlanId = id, Source = "record", Kind = "document", Path = $"{id}.docx", State = FilingItemState.Failed }] : []);
    }

    private static async Task<EndpointThing> Add(ServiceFixture service, string id, object thing, params object[] more)
    {
        await service.InDatabase(database =>
        {
            database.AddRange([thing, .. more]);
            return database.SaveChangesAsync(Api.Cancel);
        });
        return new EndpointThing(id);
    }

    private static async Task<EndpointThing> Current(ServiceFixture service, Func<CadreDbContext, IQueryable<int>> query) =>
        new("", await service.InDatabase(database => query(database).FirstOrDefaultAsync(Api.Cancel)));

    // Complete, whatever an earlier row wrote into it.
    private static async Task<EndpointThing> InState(ServiceFixture service, string id, RecordState state) => new(id, await service.InDatabase(async database =>
    {
        var complete = await database.Records.Where(record => record.Id == id.Replace("p1002-reflection", "p1001-reflection")).Select(record => record.Data).SingleAsync(Api.Cancel);
        await database.Records.Where(record => record.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(record => record.State, state).SetProperty(record => record.Data, complete), Api.Cancel);
        return await database.Records.Where(record => record.Id == id).Select(record => record.Version).SingleAsync(Api.Cancel);
    }));

    private static async Task<EndpointThing> WithoutRecord(ServiceFixture service, string form)
    {
        await service.InDatabase(database => database.Records.Where(record => record.FormId == form && record.Year == 2022 && record.SchoolId == School).ExecuteDeleteAsync(Api.Cancel));
        return new EndpointThing("");
    }

    private static async Task<EndpointThing> Attachment(ServiceFixture service)
    {
        using var owner = await service.As(Person);
        using var added = await owner.Attach(Reflection, "%PDF-1.7 made up"u8.ToArray(), "证书.pdf", "certificate");
        return new EndpointThing((string)(await added.Json(HttpStatusCode.Created))["id"]!);
    }

    private static async Task<EndpointThing> Act(ServiceFixture service)
    {
        var draft = await InState(service, Reflection, RecordState.Draft);
        using var owner = await service.As(Person);
        using var written = await owner.Send(HttpMethod.Put, "/api/records/" + Reflection, new { data = new { } }, draft.Version);
        Assert.Equal(HttpStatusCode.OK, written.StatusCode);
        return new EndpointThing(written.Headers.GetValues("X-Act").Single());
    }

    private static async Task<EndpointThing> Cadre(ServiceFixture service, string school)
    {
        using var secretary = await service.As(school == School ? "p1001" : "p2001");
        using var added = await secretary.PostAsJsonAsync($"/api/schools/{school}/roster/cadres", new { name = "新来" + NewName(), post = "干事", from = "2024-09-01" }, Api.Cancel);
        return new EndpointThing((string)(await added.Json(HttpStatusCode.Created))["personId"]!);
    }

    private static async Task<EndpointThing> Session(ServiceFixture service)
    {
        using var secretary = await service.As("p1001");
        using var added = await secretary.PostAsync($"/api/schools/{School}/sessions?year=2024", new StringContent(EndpointTable.NewSession, System.Text.Encoding.UTF8, "application/json"), Api.Cancel);
        return new EndpointThing((string)(await added.Json(HttpStatusCode.Created))["id"]!);
    }

    private static async Task<EndpointThing> Roster(ServiceFixture service)
    {
        using var secretary = await service.As("p1001");
        return new EndpointThing("", 1, await secretary.GetByteArrayAsync($"/api/schools/{School}/roster/export?year=2024&format=csv", Api.Cancel), "名册.csv");
    }

    private static async Task<EndpointThing> Import(ServiceFixture service)
    {
        using var secretary = await service.As("p1001");
        return new EndpointThing((string)(await Uploaded(secretary, $"/api/schools/{School}/roster/imports", await Roster(service)))["id"]!);
    }

    private static async Task<EndpointThing> Document(ServiceFixture service)
    {
        var draft = await InState(service, Reflection, RecordState.Draft);
        using var owner = await service.As(Person);
        return new EndpointThing(Reflection, draft.Version, await owner.GetByteArrayAsync($"/api/records/{Reflection}/document?format=docx", Api.Cancel), "表7.docx");
    }

    private static async Task<EndpointThing> Reading(ServiceFixture service)
    {
        var document = await Document(service);
        using var owner = await service.As(Person);
        return new EndpointThing((string)(await Uploaded(owner, "/api/readings?recordId=" + Reflection, document))["id"]!, document.Version);
    }

    private static async Task<EndpointThing> Package(ServiceFixture service)
    {
        using var secretary = await service.As("p1001");
        using var packed = await secretary.PostAsync($"/api/schools/{School}/package?year=2024", null, Api.Cancel);
        return new EndpointThing("", 1, await packed.Content.ReadAsByteArrayAsync(Api.Cancel), "材料.zip");
    }

    // A reviewer returns the own workbook; whoever has none sends any file.
    private static async Task<EndpointThing> Workbook(HttpClient caller)
    {
        using var response = await caller.GetAsync("/api/review/workbook?year=2024", Api.Cancel);
        return new EndpointThing("", 1, response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(Api.Cancel) : null, "审核表.xlsx");
    }

    private static async Task<EndpointThing> Opening(ServiceFixture service, int year, string? confirmedBy = null)
    {
        await WithoutOpening(service, year);
        return await Add(service, "", new OpeningYear { PersonId = Person, Year = year, Proof = "证书", ConfirmedBy = confirmedBy, ConfirmedAt = confirmedBy is null ? null : service.Clock.GetUtcNow() });
    }

    private static async Task<EndpointThing> WithoutOpening(ServiceFixture service, int year)
    {
        await service.InDatabase(database => database.OpeningYears.Where(opening => opening.PersonId == Person && opening.Year == year).ExecuteDeleteAsync(Api.Cancel));
        return new EndpointThing("");
    }

    private static async Task<EndpointThing> Training(ServiceFixture service, bool certificate)
    {
        var id = Guid.NewGuid().ToString("N");
        var training = await Add(service, id, new OtherTraining { Id = id, PersonId = Person, Name = "培训" + id, Level = "区级", From = "2024-03", To = "2024-03", Credit = 1 });
        if (!certificate)
        {
            return training;
        }

        using var owner = await service.As(Person);
        await Uploaded(owner, $"/api/people/{Person}/trainings/{id}/certificate", new EndpointThing(id));
        return new EndpointThing(id, 2);
    }

    private static async Task<JsonNode> Uploaded(HttpClient client, string address, EndpointThing thing)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = thing.Form() };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        using var response = await client.SendAsync(request, Api.Cancel);
        return await response.Json(HttpStatusCode.OK);
    }

    /// <summary>The upload's form.</summary>
    public MultipartFormDataContent Form() => new()
    {
        { new ByteArrayContent(File ?? "%PDF-1.7 made up"u8.ToArray()) { Headers = { ContentType = new(File is null ? "application/pdf" : "application/octet-stream") } }, "file", FileName },
        { new StringContent("certificate"), "kind" },
    };
}
