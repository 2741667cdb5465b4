using CadreDocs.Documents.Forms;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Credits;

/// <summary>Takes the credit rules out of a scheme version.</summary>
internal static class CreditRulesReader
{
    private const int PeriodYears = 5;

    // Five-year plans of the country: the thirteenth (十三五) began in 2016. This names a period, it sets no rate (A23, A35).
    private const int ThirteenthPlan = 2016;
    private const string Numerals = "一二三四五六七八九";

    /// <summary>The rules of a version.</summary>
    /// <exception cref="InvalidDataException">The version sets no yearly credit.</exception>
    public static CreditRules Rules(this SchemeVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var scheme = version.Definition;
        var yearly = scheme.Credit.MaximumPerYear ?? scheme.Credit.DeclaredPerYear
            ?? throw new InvalidDataException($"scheme.yaml of version {scheme.Version} sets no credit.maximumPerYear.");
        return new CreditRules
        {
            Yearly = yearly,
            LastOpeningYear = scheme.Periods.SelectMany(period => period.OpeningYears).Cast<int?>().Max(),
            Counts = scheme.Counts.Select(count => Count(count, version)).ToList(),
            Periods = scheme.Periods.Select(Period).ToList(),
        };
    }

    /// <summary>The five-year period of a year: the listed one, else one without rates that only has a name.</summary>
    public static CreditPeriod PeriodAt(this CreditRules rules, int year)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.PeriodOf(year) is { } listed)
        {
            return listed;
        }

        var first = year - ((((year - ThirteenthPlan) % PeriodYears) + PeriodYears) % PeriodYears);
        return new CreditPeriod(first, first + PeriodYears - 1, Numeral(first));
    }

    private static CountRule Count(SchemeCount count, SchemeVersion version)
    {
        var form = version.Find(count.Form);
        return new CountRule(
            count.Key, count.Form, form?.Title ?? count.Label, form?.TitleEn ?? count.Key, count.Presence ? 1 : count.Minimum,
            form?.Clock == Clock.Semester, count.Presence);
    }

    private static CreditPeriod Period(SchemePeriod period) => new(
        period.From, period.To, period.Numeral ?? Numeral(period.From),
        Value(period.PerYear, "ethics"), Value(period.PerYear, "skills"), Value(period.Caps, "ethics"), Value(period.Caps, "skills"));

    private static decimal? Value(Dictionary<string, decimal> values, string key) => values.TryGetValue(key, out var value) ? value : null;

    private static string Numeral(int first)
    {
        var index = ((first - ThirteenthPlan) / PeriodYears) + 2;
        return index >= 0 && index < Numerals.Length ? Numerals[index].ToString() : "";
    }
}
