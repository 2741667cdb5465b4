using CadreDocs.Service.Records;

namespace CadreDocs.Service.Credits;

/// <summary>One paper as the count sees it.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="FormId">Its form.</param>
/// <param name="Semester">1 or 2 for semester papers, else 0.</param>
/// <param name="State">Only accepted and filed papers count.</param>
/// <param name="Title">What the list behind the number shows.</param>
/// <param name="Entries">Entries that count inside it (results at 区级 or above); 0 for other forms.</param>
public sealed record CountedPaper(string RecordId, string FormId, int Semester, RecordState State, string Title, int Entries = 0)
{
    /// <summary>Handed in and taken by the school.</summary>
    public bool Counts => State is RecordState.Accepted or RecordState.Filed;
}

/// <summary>One of the seven numbers with the papers behind it.</summary>
/// <param name="Key">The column's key.</param>
/// <param name="Counted">The number.</param>
/// <param name="Papers">Every paper of that column, those that do not count yet included, so that the list explains the number.</param>
public sealed record PaperCount(string Key, int Counted, IReadOnlyList<CountedPaper> Papers);

/// <summary>A paper that is missing for a complete year.</summary>
/// <param name="FormId">The form that is owed.</param>
/// <param name="Semester">The semester, or 0.</param>
/// <param name="Missing">How many are missing.</param>
/// <param name="Label">Its name with what is the matter, in Chinese.</param>
/// <param name="LabelEn">The same in English.</param>
public sealed record CreditGap(string FormId, int Semester, int Missing, string Label, string LabelEn);

/// <summary>The counts of a person and year.</summary>
/// <param name="Counts">The seven numbers, in printed order.</param>
/// <param name="Gaps">What a complete year lacks; empty where it is complete.</param>
/// <param name="Proposed">The year's credit where the set is complete; null leaves the decision to a human (A6).</param>
public sealed record YearCount(IReadOnlyList<PaperCount> Counts, IReadOnlyList<CreditGap> Gaps, decimal? Proposed);

/// <summary>Counts 表4 from papers (R53, R54). Typed numbers never reach this: they stand beside it with their reason.</summary>
public static class CreditCounter
{
    /// <summary>Counts one person's papers of one year.</summary>
    public static YearCount Count(CreditRules rules, IReadOnlyCollection<CountedPaper> papers)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(papers);
        var counts = new List<PaperCount>(rules.Counts.Count);
        var gaps = new List<CreditGap>();
        foreach (var rule in rules.Counts)
        {
            var own = papers.Where(paper => paper.FormId == rule.FormId).OrderBy(paper => paper.Semester).ToList();
            counts.Add(new PaperCount(rule.Key, own.Where(paper => paper.Counts).Sum(paper => rule.CountsEntries ? paper.Entries : 1), own));
            AddGaps(rule, own, gaps);
        }

        return new YearCount(counts, gaps, gaps.Count == 0 ? rules.Yearly : null);
    }

    private static void AddGaps(CountRule rule, List<CountedPaper> papers, List<CreditGap> gaps)
    {
        if (!rule.PerSemester)
        {
            AddGap(rule, 0, rule.Minimum, papers, gaps);
            return;
        }

        // Two plans of the same semester do not make a complete year, so each semester is looked at alone.
        for (var semester = 1; semester <= rule.Minimum; semester++)
        {
            AddGap(rule, semester, 1, papers.Where(paper => paper.Semester == semester).ToList(), gaps);
        }
    }

    private static void AddGap(CountRule rule, int semester, int minimum, List<CountedPaper> papers, List<CreditGap> gaps)
    {
        var missing = minimum - papers.Count(paper => paper.Counts);
        if (missing <= 0)
        {
            return;
        }

        var (zh, en) = semester switch
        {
            1 => ("（上半年）", " (first half-year)"),
            2 => ("（下半年）", " (second half-year)"),
            _ => ("", ""),
        };
        var (stateZh, stateEn) = Waiting(papers);
        gaps.Add(new CreditGap(rule.FormId, semester, missing, rule.Label + zh + stateZh, rule.LabelEn + en + stateEn));
    }

    private static (string Zh, string En) Waiting(List<CountedPaper> papers)
    {
        if (papers.Exists(paper => paper.State == RecordState.Submitted))
        {
            return ("：已提交，待学校接受", ": handed in, waits for the school");
        }

        if (papers.Exists(paper => paper.State == RecordState.Returned))
        {
            return ("：已退回，待重交", ": returned, to be handed in again");
        }

        return papers.Exists(paper => paper.State == RecordState.Draft) ? ("：草稿未提交", ": still a draft") : ("：缺", ": missing");
    }
}
