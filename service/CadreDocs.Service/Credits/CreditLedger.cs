using System.Globalization;

namespace CadreDocs.Service.Credits;

/// <summary>What happened to a person's year.</summary>
public enum LedgerYearState
{
    /// <summary>No 表4 line was filed, or nothing was declared on it.</summary>
    NotFiled,

    /// <summary>Filed, no opinion yet.</summary>
    Waiting,

    /// <summary>The reviewer sent it back and it was not completed: not a year.</summary>
    Returned,

    /// <summary>Audited with no credit.</summary>
    Refused,

    /// <summary>Audited and recognised.</summary>
    Recognised,

    /// <summary>A year before the rule, with proof, not yet confirmed by the college.</summary>
    OpeningWaiting,

    /// <summary>A year before the rule, confirmed by the college: counts like a recognised one.</summary>
    OpeningConfirmed,
}

/// <summary>One year of a person as it was filed.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="State">What became of it.</param>
/// <param name="SchoolId">The school of record that filed it; null for opening years.</param>
/// <param name="Proof">Proof of an opening year, or the reviewer's opinion.</param>
/// <param name="Declared">申报学分 as the school declared it; null for opening years and while undecided.</param>
/// <param name="Recognised">认定学分 as the reviewer recognised it; null until then. It stands apart from what was declared.</param>
public sealed record LedgerYear(int Year, LedgerYearState State, string? SchoolId = null, string? Proof = null, decimal? Declared = null, decimal? Recognised = null)
{
    /// <summary>True where the year is an actual year (实际年数, A21).</summary>
    public bool Counts => State is LedgerYearState.Recognised or LedgerYearState.OpeningConfirmed;
}

/// <summary>One line of the ledger: a year and what it gives.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="State">What became of it.</param>
/// <param name="SchoolId">The school that filed it.</param>
/// <param name="Ethics">师德素养 of this year, in credits.</param>
/// <param name="Skills">知识技能 of this year, in credits.</param>
/// <param name="Proof">Proof or opinion.</param>
/// <param name="FiledTwice">True where two schools filed the year; it still counts once.</param>
/// <param name="Declared">申报学分, or null.</param>
/// <param name="Recognised">认定学分, or null.</param>
public sealed record LedgerLine(
    int Year, LedgerYearState State, string? SchoolId, decimal Ethics, decimal Skills, string? Proof, bool FiledTwice, decimal? Declared = null, decimal? Recognised = null);

/// <summary>A person's five-year period. 表5-1, 表5-2 and 表12 are drawn from these lines; they are views of the same credits and never added up (A26).</summary>
/// <param name="Period">The period.</param>
/// <param name="Lines">A line per year of the period, in order of years.</param>
/// <param name="Years">Actual years (实际年数).</param>
/// <param name="Ethics">师德素养, never above its cap; null where refused.</param>
/// <param name="Skills">知识技能, never above its cap; null where refused.</param>
/// <param name="Refusal">Why nothing was computed: who has to set what. Null where it was computed.</param>
/// <param name="RefusalEn">The same in English.</param>
public sealed record PeriodLedger(
    CreditPeriod Period, IReadOnlyList<LedgerLine> Lines, int Years, decimal? Ethics, decimal? Skills, string? Refusal, string? RefusalEn);

/// <summary>Computes credits of five-year periods from the years that were recognised, in exact decimals.</summary>
public static class CreditLedger
{
    /// <summary>The period's ledger of one person. Years outside the period are left out, whatever their state.</summary>
    public static PeriodLedger Compute(CreditPeriod period, IEnumerable<LedgerYear> years)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(years);
        var byYear = years.Where(year => period.From <= year.Year && year.Year <= period.Until).ToLookup(year => year.Year);
        var lines = new List<LedgerLine>(period.Until - period.From + 1);
        var ethics = 0m;
        var skills = 0m;
        for (var year = period.From; year <= period.Until; year++)
        {
            var best = byYear[year].OrderByDescending(entry => entry.Counts).ThenByDescending(entry => entry.State)
                .ThenBy(entry => entry.SchoolId, StringComparer.Ordinal).FirstOrDefault() ?? new LedgerYear(year, LedgerYearState.NotFiled);
            var lineEthics = 0m;
            var lineSkills = 0m;
            if (best.Counts && period.IsSet)
            {
                lineEthics = Math.Min(period.EthicsRate!.Value, period.EthicsCap!.Value - ethics);
                lineSkills = Math.Min(period.SkillsRate!.Value, period.SkillsCap!.Value - skills);
                ethics += lineEthics;
                skills += lineSkills;
            }

            lines.Add(new LedgerLine(year, best.State, best.SchoolId, lineEthics, lineSkills, best.Proof, byYear[year].Count(entry => entry.State != LedgerYearState.NotFiled) > 1, best.Declared, best.Recognised));
        }

        var count = lines.Count(line => line.State is LedgerYearState.Recognised or LedgerYearState.OpeningConfirmed);
        if (!period.IsSet)
        {
            var (zh, en) = Unset(period);
            return new PeriodLedger(period, lines, count, null, null, zh, en);
        }

        return new PeriodLedger(period, lines, count, ethics, skills, null, null);
    }

    /// <summary>The sentence for a period whose rates nobody set (R58, A23).</summary>
    public static (string Zh, string En) Unset(CreditPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return (
            string.Create(CultureInfo.InvariantCulture, $"{period.From}–{period.Until} 年的学分标准（师德素养、知识技能的每年学分与上限）尚未设定，不予计算。请由区教育局党委确定后，在办法版本（scheme.yaml 的 periods）中填入。"),
            string.Create(CultureInfo.InvariantCulture, $"The rates and caps of {period.From}–{period.Until} are not set, so nothing is computed. The district education bureau has to decide them; then enter them in the scheme version (periods in scheme.yaml)."));
    }
}
