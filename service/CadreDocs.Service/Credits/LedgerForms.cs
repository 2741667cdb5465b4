using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>表5-1 or 表5-2: one of the two columns of the same ledger. Without rates the credits stay blank (R58).</summary>
internal sealed class PlatformForm(string formId, string split, LedgerBook book, SchemeCatalog schemes, TimeProvider clock) : IComputedForm
{
    public const string Ethics = "platform-ethics";
    public const string Skills = "platform-skills";

    public string FormId => formId;

    public async Task FillAsync(Record record, FormData data, CancellationToken cancellationToken)
    {
        var scheme = schemes.Of(record).Definition;
        var period = book.Period(record.Year);
        var rows = await book.SchoolAsync(record.SchoolId, period, DayOf(period, schemes, clock), cancellationToken);
        data.Sections["rows"] = rows.Select(row => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = row.PlatformNo,
            ["name"] = row.Name,
            ["project"] = scheme.Credit.Split.FirstOrDefault(item => item.Key == split)?.Label ?? "",
            ["level"] = scheme.Credit.PlatformLevel ?? "",
            ["category"] = scheme.Credit.PlatformCategory ?? "",
            ["credit"] = Text(split == "ethics" ? row.Ledger.Ethics : row.Ledger.Skills),
        }).ToList();
    }

    public Task<Problem?> UncomputableAsync(Record record, CancellationToken cancellationToken) =>
        Task.FromResult(SheetEndpoints.Unset(book.Period(record.Year)));

    /// <summary>The roster that counts: today's while the period runs, that of its last day afterwards (A20).</summary>
    public static DateOnly DayOf(CreditPeriod period, SchemeCatalog schemes, TimeProvider clock) => schemes.DaysOf(period.Until).Until(clock.Today());

    internal static string Text(decimal? credit) => credit?.ToString("0.#", CultureInfo.InvariantCulture) ?? "";
}

/// <summary>
/// 表12: recognised years of self-training and other trainings of the period, in the order of time (A27). A year gives what it gives
/// on 表5-1 and 表5-2 together; without rates its credit stays blank (R58).
/// </summary>
internal sealed class TrainingCreditsForm(CadreDbContext database, LedgerBook book, SchemeCatalog schemes) : IComputedForm
{
    public const string Id = "training-credits";

    public string FormId => Id;

    public async Task FillAsync(Record record, FormData data, CancellationToken cancellationToken)
    {
        var scheme = schemes.Of(record).Definition.Credit;
        var ledger = await LedgerAsync(record, cancellationToken);
        var rows = SelfTraining(schemes, ledger, scheme);
        var trainings = await database.OtherTrainings.AsNoTracking().Where(training => training.PersonId == record.PersonId).ToListAsync(cancellationToken);
        rows.AddRange(trainings.Where(training => InPeriod(training, ledger.Period)).Select(training => (training.From, Row(training.Name, training.Level, Span(training.From, training.To), training.Issuer, training.Credit))));
        data.Sections["rows"] = rows.OrderBy(row => row.From, StringComparer.Ordinal).Select(row => row.Row).ToList();
    }

    /// <summary>Only recognised years need a rate; a sheet of other trainings alone is complete without.</summary>
    public async Task<Problem?> UncomputableAsync(Record record, CancellationToken cancellationToken) =>
        await LedgerAsync(record, cancellationToken) is { Years: > 0 } ledger ? SheetEndpoints.Unset(ledger.Period) : null;

    private async Task<PeriodLedger> LedgerAsync(Record record, CancellationToken cancellationToken) =>
        CreditLedger.Compute(book.Period(record.Year), await book.YearsAsync(record.PersonId!, cancellationToken));

    /// <summary>2019.03—2019.06 (R84).</summary>
    internal static string Span(string from, string to)
    {
        var (first, last) = (from.Replace('-', '.'), to.Replace('-', '.'));
        return first == last ? first : $"{first}—{last}";
    }

    /// <summary>The rows of self-training with the month they are sorted by.</summary>
    internal static List<(string From, Dictionary<string, string> Row)> SelfTraining(SchemeCatalog schemes, PeriodLedger ledger, SchemeCredit scheme) =>
        scheme.TrainingRows == "category" ? ByCategory(schemes, ledger, scheme) : ByYear(schemes, ledger, scheme);

    private static List<(string From, Dictionary<string, string> Row)> ByYear(SchemeCatalog schemes, PeriodLedger ledger, SchemeCredit scheme) => ledger.Lines
        .Where(line => line.State is LedgerYearState.Recognised or LedgerYearState.OpeningConfirmed)
        .Select(line => (string.Create(CultureInfo.InvariantCulture, $"{schemes.DaysOf(line.Year).First:yyyy-MM}"), Row(
            string.Create(CultureInfo.InvariantCulture, $"{line.Year}年度干部自培"), scheme.TrainingLevel ?? "",
            string.Create(CultureInfo.InvariantCulture, $"{schemes.DaysOf(line.Year).First:yyyy.MM}—{schemes.DaysOf(line.Year).Last:yyyy.MM}"), scheme.TrainingIssuer ?? "", ledger.Refusal is null ? line.Ethics + line.Skills : null))).ToList();

    private static List<(string From, Dictionary<string, string> Row)> ByCategory(SchemeCatalog schemes, PeriodLedger ledger, SchemeCredit scheme) => ledger.Ethics is null ? [] : scheme.Split
        .Select(split => (string.Create(CultureInfo.InvariantCulture, $"{schemes.DaysOf(ledger.Period.From).First:yyyy-MM}"), Row(
            $"干部自培（{split.Label}）", scheme.TrainingLevel ?? "",
            string.Create(CultureInfo.InvariantCulture, $"{schemes.DaysOf(ledger.Period.From).First:yyyy.MM}—{schemes.DaysOf(ledger.Period.Until).Last:yyyy.MM}"), scheme.TrainingIssuer ?? "",
            (split.Key == "ethics" ? ledger.Ethics : ledger.Skills) ?? 0m))).ToList();

    // Days are kept to the precision they are known with; a month begins with its first.
    private bool InPeriod(OtherTraining training, CreditPeriod period) =>
        schemes.YearOf(DateOnly.ParseExact(training.To.Length == 7 ? training.To + "-01" : training.To, "yyyy-MM-dd", CultureInfo.InvariantCulture)) is var year
        && period.From <= year && year <= period.Until;

    private static Dictionary<string, string> Row(string course, string level, string span, string issuer, decimal? credit) => new(StringComparer.Ordinal)
    {
        ["course"] = course, ["level"] = level, ["span"] = span, ["issuer"] = issuer, ["credit"] = PlatformForm.Text(credit),
    };
}
