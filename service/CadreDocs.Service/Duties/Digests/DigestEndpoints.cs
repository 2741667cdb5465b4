using System.Globalization;
using System.Text;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Duties.Digests;

/// <summary>The weekly messages as the asker sees them.</summary>
/// <param name="Enabled">True where they are sent by e-mail.</param>
/// <param name="Day">Day of the week, in English.</param>
/// <param name="Hour">Hour of the district's day.</param>
/// <param name="MaySend">True where the asker may send them now.</param>
/// <param name="Letters">What the asker would get now.</param>
internal sealed record DigestView(bool Enabled, string Day, int Hour, bool MaySend, List<DigestPreview> Letters);

/// <summary>One message.</summary>
internal sealed record DigestPreview(string Role, string? Address, string Subject, string Text);

/// <summary>Weekly messages, and the same as lists for a messaging group (R87).</summary>
internal static class DigestEndpoints
{
    public static void MapDigests(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Duties").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/digests", GetAsync).WithName("GetDigests");
        group.MapPost("/digests/send", SendAsync).RequireAuthorization(Policies.Administrator).WithName("SendDigests").ProducesProblem(409);
        group.MapGet("/digests/export", DistrictAsync).RequireAuthorization(Policies.Officer).WithName("ExportDistrictDigest").Produces<Stream>(200, "text/plain", "text/csv");
        group.MapGet("/schools/{id}/digest", SchoolAsync).WithName("ExportDigest").Produces<Stream>(200, "text/plain", "text/csv").ProducesProblem(404);
    }

    /// <summary>Whether messages go out, and what the asker would get now; no letter means that nothing is owed.</summary>
    internal static async Task<Ok<DigestView>> GetAsync(string? language, DigestBook book, CurrentUser user, IOptions<DigestOptions> options, CancellationToken cancellationToken)
    {
        var letters = await book.OfPersonAsync(user.PersonId!, Language(language), cancellationToken);
        return TypedResults.Ok(new DigestView(
            options.Value.Enabled, options.Value.Day.ToString(), options.Value.Hour, options.Value.Enabled && user.IsAdministrator,
            letters.ConvertAll(letter => new DigestPreview(letter.Role, letter.Address, letter.Subject, letter.Text))));
    }

    /// <summary>Sends the week's messages now; who has had one this week gets no second.</summary>
    /// <response code="409">Messages are switched off.</response>
    internal static async Task<Results<Ok<DigestRun>, ProblemHttpResult>> SendAsync(DigestSender sender, IOptions<DigestOptions> options, CancellationToken cancellationToken) =>
        options.Value.Enabled
            ? TypedResults.Ok(await sender.RunAsync(cancellationToken))
            : Problems.Conflict(
                "digests-off", "每周提醒没有开启。", "Weekly digests are switched off.",
                "请在设置中填写 Digest:Enabled 和 Digest:Smtp，或下载名单自行通知。", "Set Digest:Enabled and Digest:Smtp, or download the list.").ToResult();

    /// <summary>What a school's cadres still owe: a text without names for a messaging group, or a table with names.</summary>
    /// <param name="id">The school.</param>
    /// <param name="format">txt (default) or csv.</param>
    /// <param name="language">zh (default) or en.</param>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SchoolAsync(
        string id, string? format, string? language, CadreDbContext database, DigestBook book, CurrentUser user, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstOrDefaultAsync(school => school.Id == id, cancellationToken);
        return school is null || !(user.IsSecretaryOf(id) || user.IsOfficer)
            ? Problems.NotFound("该学校", "school").ToResult()
            : TypedResults.File(await FileAsync([school], format, Language(language), book, cancellationToken), Type(format), $"{school.Name}未交材料.{Extension(format)}");
    }

    /// <summary>The same for all schools.</summary>
    internal static async Task<FileContentHttpResult> DistrictAsync(string? format, string? language, CadreDbContext database, DigestBook book, CancellationToken cancellationToken)
    {
        var schools = await database.Schools.AsNoTracking().OrderBy(school => school.Code).ToListAsync(cancellationToken);
        return TypedResults.File(await FileAsync(schools, format, Language(language), book, cancellationToken), Type(format), $"全区未交材料.{Extension(format)}");
    }

    private static async Task<byte[]> FileAsync(List<School> schools, string? format, string language, DigestBook book, CancellationToken cancellationToken)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        if (format == "csv")
        {
            await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });
            string[] head = language == "en" ? ["School", "Name", "Sheet", "Paper", "Period", "State", "Clause", "Due"] : ["学校", "姓名", "表号", "材料", "期间", "状态", "依据", "截止"];
            Row(csv, head);
            foreach (var school in schools)
            {
                foreach (var duty in await book.OwedAsync(school.Id, cancellationToken))
                {
                    Row(csv, [
                        school.Name, duty.Owner?.Name ?? "", duty.Sheet ?? "", language == "en" ? duty.TitleEn : duty.Title, language == "en" ? duty.PeriodEn : duty.Period,
                        State(duty.State, language), duty.Clause, duty.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""]);
                }
            }

            await csv.FlushAsync();
        }
        else
        {
            foreach (var school in schools)
            {
                await text.WriteAsync(await book.GroupTextAsync(school, language, cancellationToken) + "\n\n");
            }
        }

        // Excel and Notepad take a file without the mark for GBK.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n")];
    }

    private static void Row(CsvWriter csv, string[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static string State(DutyState state, string language) => (state, language) switch
    {
        (DutyState.Returned, "en") => "returned",
        (DutyState.Draft, "en") => "draft",
        (_, "en") => "missing",
        (DutyState.Returned, _) => "已退回",
        (DutyState.Draft, _) => "草稿",
        _ => "未交",
    };

    private static string Language(string? language) => language == "en" ? "en" : "zh";

    private static string Type(string? format) => format == "csv" ? "text/csv" : "text/plain";

    private static string Extension(string? format) => format == "csv" ? "csv" : "txt";
}
