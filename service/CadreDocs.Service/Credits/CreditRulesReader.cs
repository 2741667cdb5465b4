using CadreDocs.Documents.Forms;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Credits;

/// <summary>Takes the credit rules out of a scheme version.</summary>
internal static class CreditRulesReader
{
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
            Counts = scheme.Counts.Select(count => Count(count, version)).ToList(),
            Periods = scheme.Periods.Select(Period).ToList(),
        };
    }

    /// <summary>
    /// The period of a year with its rates: as the version in force at the period's end lists it, else as that of the year does.
    /// A later version changes nothing of a period that was over before it (R1).
    /// </summary>
    public static CreditPeriod PeriodAt(this SchemeCatalog schemes, int year)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        var own = schemes.ForYear(year).Rules().PeriodAt(year);
        return schemes.ForYear(own.Until).Rules().PeriodOf(year) ?? own;
    }

    /// <summary>The five-year period of a year: the listed one, else one without rates that only has a name.</summary>
    public static CreditPeriod PeriodAt(this CreditRules rules, int year)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (rules.PeriodOf(year) is { } listed)
        {
            return listed;
        }

        var plan = FiveYearPlan.Of(year);
        return new CreditPeriod(plan.From, plan.To, plan.Numeral);
    }

    private static CountRule Count(SchemeCount count, SchemeVersion version)
    {
        var form = version.Find(count.Form);
        return new CountRule(
            count.Key, count.Form, form?.Title ?? count.Label, form?.TitleEn ?? count.Key, count.Presence ? 1 : count.Minimum,
            form?.Clock == Clock.Semester, count.Presence);
    }

    private static CreditPeriod Period(SchemePeriod period) => new(
        period.From, period.To, period.Numeral ?? FiveYearPlan.Of(period.From).Numeral,
        Value(period.PerYear, "ethics"), Value(period.PerYear, "skills"), Value(period.Caps, "ethics"), Value(period.Caps, "skills"));

    private static decimal? Value(Dictionary<string, decimal> values, string key) => values.TryGetValue(key, out var value) ? value : null;
}
