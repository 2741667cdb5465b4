namespace CadreDocs.Service.Credits;

/// <summary>What the scheme says about credits (学分): counting rules, the yearly credit, and the rates of each five-year period. Data, never constants of the code (R58).</summary>
public sealed record CreditRules
{
    /// <summary>Credit of one complete year on 表4; 2 in the regulation (一.4(4), 三.3).</summary>
    public required decimal Yearly { get; init; }

    /// <summary>The seven columns of 表4, in printed order.</summary>
    public required IReadOnlyList<CountRule> Counts { get; init; }

    /// <summary>Five-year periods, in order. A year outside all of them belongs to no period.</summary>
    public required IReadOnlyList<CreditPeriod> Periods { get; init; }

    /// <summary>The period that holds a year, or null.</summary>
    public CreditPeriod? PeriodOf(int year) => Periods.FirstOrDefault(period => period.From <= year && year <= period.Until);
}

/// <summary>One column of 表4: how its number comes from papers.</summary>
/// <param name="Key">plan, summary, lecture, reflection, case, report or result.</param>
/// <param name="FormId">The form whose papers it counts.</param>
/// <param name="Label">The paper's name in Chinese, for the gaps.</param>
/// <param name="LabelEn">The same in English.</param>
/// <param name="Minimum">Papers that a complete year has.</param>
/// <param name="PerSemester">True where each semester owes its own paper.</param>
/// <param name="CountsEntries">True where the number is that of entries inside the paper (成果汇总) and may be 0; the paper itself is still owed.</param>
public sealed record CountRule(string Key, string FormId, string Label, string LabelEn, int Minimum, bool PerSemester = false, bool CountsEntries = false);

/// <summary>Rates and caps of a five-year period; all null while the bureau has not set them.</summary>
/// <param name="From">First calendar year.</param>
/// <param name="Until">Last calendar year.</param>
/// <param name="Numeral">The numeral printed in “十 五” of 表12: 三, 四, 五.</param>
/// <param name="EthicsRate">师德素养 a year (表5-1), in credits; null while unset.</param>
/// <param name="SkillsRate">知识技能 a year (表5-2), in credits; null while unset.</param>
/// <param name="EthicsCap">Most that the period gives for 师德素养; null while unset.</param>
/// <param name="SkillsCap">Most that the period gives for 知识技能; null while unset.</param>
public sealed record CreditPeriod(
    int From, int Until, string Numeral, decimal? EthicsRate = null, decimal? SkillsRate = null, decimal? EthicsCap = null, decimal? SkillsCap = null)
{
    /// <summary>True where all four values are set.</summary>
    public bool IsSet => EthicsRate is not null && SkillsRate is not null && EthicsCap is not null && SkillsCap is not null;
}
