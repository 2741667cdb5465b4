using System.Globalization;
using System.Net;
using System.Text;
using CadreDocs.Service.Duties.Digests;
using CadreDocs.Service.Records;
using CadreDocs.Service.Tests.Scheme;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace CadreDocs.Service.Tests.Duties;

/// <summary>The service with digests on and a mail server that it may reach.</summary>
public sealed class DigestFixture : ServiceFixture
{
    public SmtpReceiver Mail { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Digest:Enabled", "true");

        // The job reads the same clock; on this day it stays out of the test's way.
        builder.UseSetting("Digest:Day", "Thursday");
        builder.UseSetting("Digest:Portal", "https://cadre.example.com/");
        builder.UseSetting("Digest:Smtp:Host", "127.0.0.1");
        builder.UseSetting("Digest:Smtp:Port", Mail.Port.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("Digest:Smtp:Security", "none");
        builder.UseSetting("Digest:Smtp:From", "cadre@example.com");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Mail.Dispose();
    }
}

public sealed class DigestSendingTests(DigestFixture service) : IClassFixture<DigestFixture>
{
    [Fact]
    public async Task Everybody_who_owes_gets_one_letter_a_week_and_who_owes_nothing_none()
    {
        using var administrator = await service.As("p0004");
        service.Mail.Refuses = true;
        var failed = await Run(administrator);
        Assert.Equal((0, true), ((int)failed["sent"]!, (int)failed["failed"]! > 0));
        Assert.Equal(0, await service.InDatabase(database => database.DigestMessages.CountAsync(Api.Cancel)));

        service.Mail.Refuses = false;
        await service.InDatabase(database => database.Records.Where(record => record.PersonId == "p2005" && record.State != RecordState.Draft)
            .ExecuteUpdateAsync(record => record.SetProperty(item => item.State, RecordState.Returned).SetProperty(item => item.Comment, "请补充时间。"), Api.Cancel));
        var first = await Run(administrator);
        Assert.Equal(((int)first["sent"]!, 0), (service.Mail.Taken.Count, (int)first["failed"]!));
        Assert.Equal(service.Mail.Taken.Count, service.Mail.Taken.Distinct().Count());

        var letter = Letter("p2005@example.com");
        Assert.Contains("项材料要办", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("已退回：请补充时间。", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://cadre.example.com/", letter.TextBody, StringComparison.Ordinal);
        Assert.Equal(("cadre@example.com", service.Clock.GetUtcNow().ToUnixTimeSeconds()), (letter.From.Mailboxes.Single().Address, letter.Date.ToUnixTimeSeconds()));
        Assert.DoesNotContain(service.Mail.Taken, taken => taken.To == "p0001@example.com");

        var again = await Run(administrator);
        Assert.Equal((0, (int)first["sent"]!), ((int)again["sent"]!, (int)again["before"]!));
        service.Clock.Advance(TimeSpan.FromDays(3));
        using var nextWeek = await service.As("p0004");
        Assert.Equal((int)first["sent"]!, (int)(await Run(nextWeek))["sent"]!);
    }

    [Theory]
    [InlineData("2024-11-18", "2024-11-18")]
    [InlineData("2024-11-24", "2024-11-18")]
    [InlineData("2024-11-25", "2024-11-25")]
    public void Week_begins_on_monday(string day, string monday) =>
        Assert.Equal(monday, DigestSender.Week(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Fact]
    public void Job_runs_at_the_districts_hour_and_the_four_after_it() =>
        Assert.Equal("0 0 1-5 ? * WED", DigestJob.Cron(new DigestOptions { Day = DayOfWeek.Wednesday, Hour = 9 }));

    private static async Task<System.Text.Json.Nodes.JsonNode> Run(HttpClient client)
    {
        using var response = await client.Send(HttpMethod.Post, "/api/digests/send");
        return await response.Json(HttpStatusCode.OK);
    }

    private MimeMessage Letter(string to)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(service.Mail.Taken.Single(taken => taken.To == to).Message));
        return MimeMessage.Load(stream);
    }
}

public sealed class DigestTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Digests_are_off_by_default_and_cannot_be_sent()
    {
        using var administrator = await service.As("p0004");
        Assert.False((bool)(await administrator.Json("/api/digests"))["enabled"]!);
        using var response = await administrator.Send(HttpMethod.Post, "/api/digests/send");
        await response.Problem(HttpStatusCode.Conflict, "digests-off");
    }

    [Fact]
    public void Digests_without_a_mail_server_stop_the_start_and_name_the_setting() =>
        Assert.Contains("Digest:Smtp:Host", new DigestOptionsCheck().Validate(null, new DigestOptions { Enabled = true }).FailureMessage, StringComparison.Ordinal);

    [Fact]
    public async Task Asker_sees_the_own_letters_in_the_asked_language()
    {
        using var secretary = await service.As("p2001");
        var letters = (await secretary.Json("/api/digests?language=en"))["letters"]!.AsArray();
        Assert.Contains(letters, letter => (string?)letter!["role"] == "secretary:s-qinghe" && ((string)letter["subject"]!).Contains("wait for you", StringComparison.Ordinal));
        using var officer = await service.As("p0002");
        Assert.All((await officer.Json("/api/digests"))["letters"]!.AsArray(), letter => Assert.Equal("officer", (string?)letter!["role"]));
    }

    [Fact]
    public async Task Papers_of_a_semester_that_has_not_begun_are_not_asked_for()
    {
        using var fresh = new ServiceFixture();
        fresh.Clock.SetUtcNow(new DateTimeOffset(2025, 3, 3, 9, 0, 0, TimeSpan.FromHours(8)));
        using var cadre = await fresh.As("p2006");
        var text = (string)(await cadre.Json("/api/digests"))["letters"]!.AsArray().Single(letter => (string?)letter!["role"] == "cadre")!["text"]!;
        Assert.Contains("2024学年第二学期", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2025学年第一学期", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2024, true, false)]
    [InlineData(2025, true, true)]
    [InlineData(2025, false, false)]
    public async Task Sheets_of_five_years_are_asked_for_in_the_last_of_them_and_only_with_rates(int year, bool rates, bool expected)
    {
        using var fresh = new PeriodFixture(rates);
        fresh.Clock.SetUtcNow(new DateTimeOffset(year, 11, 17, 9, 0, 0, TimeSpan.FromHours(8)));
        using var secretary = await fresh.As("p2001");
        var table = await secretary.GetStringAsync("/api/schools/s-qinghe/digest?format=csv", Api.Cancel);
        Assert.Equal((expected, expected), (table.Contains("表5-1", StringComparison.Ordinal), table.Contains("表12", StringComparison.Ordinal)));
        Assert.Contains("表7", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_for_a_group_names_nobody_and_the_table_does()
    {
        using var secretary = await service.As("p2001");
        var name = await service.InDatabase(database => database.People.Where(person => person.Id == "p2006").Select(person => person.Name).SingleAsync(Api.Cancel));
        var text = await secretary.GetStringAsync("/api/schools/s-qinghe/digest", Api.Cancel);
        Assert.Contains("位干部的材料未齐", text, StringComparison.Ordinal);
        Assert.DoesNotContain(name, text, StringComparison.Ordinal);
        var table = await secretary.GetStringAsync("/api/schools/s-qinghe/digest?format=csv", Api.Cancel);
        Assert.StartsWith("学校,姓名,表号,材料,期间,状态,依据,截止", table, StringComparison.Ordinal);
        Assert.Contains(name, table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officer_gets_the_list_of_all_schools_and_a_cadre_none()
    {
        using var officer = await service.As("p0002");
        var text = await officer.GetStringAsync("/api/digests/export", Api.Cancel);
        Assert.Equal(3, text.Split('【').Length - 1);
        using var cadre = await service.As("p2006");
        using var refused = await cadre.GetAsync("/api/digests/export", Api.Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }
}

/// <summary>The regulation, with or without rates for 2021–2025.</summary>
public sealed class PeriodFixture : SchemesFixture
{
    public PeriodFixture(bool rates)
    {
        if (rates)
        {
            Add("scheme-2018", ("periods:\n", "periods:\n  - {from: 2021, to: 2025, caps: {ethics: 2, skills: 8}, perYear: {ethics: 0.4, skills: 1.6}}\n"));
        }
        else
        {
            Add("scheme-2018");
        }
    }
}
