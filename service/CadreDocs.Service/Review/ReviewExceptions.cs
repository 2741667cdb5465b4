using System.Globalization;
using CadreDocs.Service.Credits;

namespace CadreDocs.Service.Review;

/// <summary>What a reviewer should look at first.</summary>
internal static class ReviewExceptions
{
    /// <summary>All exceptions of a row; empty for a plain one.</summary>
    public static List<ReviewException> Of(CreditRow row)
    {
        var list = new List<ReviewException>();
        void Add(string kind, string zh, string en) => list.Add(new ReviewException(row.PersonId, row.Name, kind, zh, en));
        foreach (var (key, typed) in row.Typed)
        {
            var counted = row.Count.Counts.First(count => count.Key == key).Counted;
            Add("typed", string.Create(CultureInfo.InvariantCulture, $"手填 {typed.Value}（材料计 {counted}）：{typed.Reason}"), string.Create(CultureInfo.InvariantCulture, $"typed {typed.Value} (papers: {counted}): {typed.Reason}"));
        }

        if (row.Count.Gaps.Count > 0)
        {
            Add(
                row.Declared > 0 ? "declared-over-gaps" : "gaps",
                (row.Declared > 0 ? "材料不齐仍申报：" : "材料不齐：") + string.Join("、", row.Count.Gaps.Select(gap => gap.Label)),
                (row.Declared > 0 ? "declared though incomplete: " : "incomplete: ") + string.Join(", ", row.Count.Gaps.Select(gap => gap.LabelEn)));
        }

        if (row.Declared is null)
        {
            Add("undecided", "尚未申报学分", "no credit declared yet");
        }

        return list;
    }
}
