using System.Globalization;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Review;

/// <summary>A row of a returned workbook.</summary>
internal sealed record ReturnedRow(int Row, string Key, string Version, string Base, string School, string Name, string Opinion, string Recognised, string Reason);

/// <summary>A row that is to be written.</summary>
internal sealed record PlannedOpinion(int RowNumber, CreditRow Row, OpinionResult Opinion);

/// <summary>What a returned workbook means.</summary>
/// <param name="Opinions">Rows to write.</param>
/// <param name="Unchanged">Rows that say what is known.</param>
/// <param name="Conflicts">Rows that changed since the download.</param>
/// <param name="Problems">Faults; any of them stops the whole file.</param>
internal sealed record MergePlan(List<PlannedOpinion> Opinions, int Unchanged, List<ReviewConflict> Conflicts, List<ProblemItem> Problems);

/// <summary>Merges a returned workbook by row version: what the reviewer wrote is taken, what others changed meanwhile is shown, nothing is overwritten.</summary>
internal sealed class ReviewMerge(int year, CreditRules rules, IReadOnlyDictionary<string, CreditRow> current, IReadOnlyDictionary<string, string> schools, string? fileName, string sheet)
{
    private readonly MergePlan _plan = new([], 0, [], []);
    private int _unchanged;

    /// <summary>Persons whose line the reviewer must not judge: their own.</summary>
    public string? Self { get; init; }

    /// <summary>Schools whose year was signed off.</summary>
    public IReadOnlySet<string> SignedOff { get; init; } = new HashSet<string>();

    /// <summary>Compares all rows.</summary>
    public MergePlan Plan(IReadOnlyList<ReturnedRow> rows)
    {
        foreach (var twins in rows.Where(row => row.Key.Length > 0).GroupBy(row => row.Key).Where(group => group.Count() > 1))
        {
            foreach (var row in twins)
            {
                Problem(row, ReviewWorkbook.Key, "key-twice", $"与第 {twins.First(other => other.Row != row.Row).Row} 行是同一人：请删去复制出来的行。", $"is the same person as row {twins.First(other => other.Row != row.Row).Row}: remove the copied row.");
            }
        }

        foreach (var row in rows)
        {
            Take(row);
        }

        return _plan with { Unchanged = _unchanged };
    }

    private void Take(ReturnedRow row)
    {
        var personId = row.Key.Contains('.', StringComparison.Ordinal) ? row.Key[..row.Key.LastIndexOf('.')] : "";
        if (personId.Length == 0 || row.Key != ReviewWorkbook.KeyOf(personId, year) || row.Version.Length == 0 || row.Base.Length == 0)
        {
            Problem(row, ReviewWorkbook.Key, "key-changed", "隐藏的键列或版本列被改动：请重新下载工作簿，把意见填到新表后再上传。", "the hidden key or version column was changed: download the workbook again, fill in the opinions there and upload it.");
            return;
        }

        if (!current.TryGetValue(personId, out var known))
        {
            Problem(row, ReviewWorkbook.Name, "not-assigned", $"{row.Name}不在您审核的学校或年度内：请删去此行。", $"{row.Name} is not in your schools or year: remove the row.");
            return;
        }

        if (row.Name != known.Name || row.School != schools[known.SchoolId])
        {
            if (row.Version == ReviewWorkbook.VersionOf(known))
            {
                Problem(row, ReviewWorkbook.Key, "key-changed", $"此行写着{row.School}{row.Name}，键却属于{schools[known.SchoolId]}{known.Name}：只排序了部分列，请重新下载后再填。", $"the row says {row.Name}, {row.School}, but its key belongs to {known.Name}, {schools[known.SchoolId]}: only some columns were sorted; download again.");
                return;
            }
        }

        decimal? recognised = null;
        if (row.Recognised.Length > 0)
        {
            if (!decimal.TryParse(row.Recognised, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                Problem(row, ReviewWorkbook.Recognised, "recognised-invalid", $"认定学分“{row.Recognised}”不是数字，请填 0 或 {rules.Yearly:0.#}，或清空。", $"the recognised credit '{row.Recognised}' is no number: write 0 or {rules.Yearly:0.#}, or clear it.");
                return;
            }

            recognised = number;
        }

        if (ReviewWorkbook.BaseOf(Empty(row.Opinion), recognised, Empty(row.Reason)) == row.Base)
        {
            _unchanged++;
            return;
        }

        Merge(row, known, recognised);
    }

    private void Merge(ReturnedRow row, CreditRow known, decimal? recognised)
    {
        if (known.PersonId == Self)
        {
            Problem(row, ReviewWorkbook.Opinion, "own-papers", "不得审核本人的学分：请清空此行的意见，由其他审核人审核。", "nobody reviews own papers: clear the opinion; another reviewer has to do it.");
            return;
        }

        if (SignedOff.Contains(known.SchoolId))
        {
            Problem(row, ReviewWorkbook.Opinion, "signed-off", $"{schools[known.SchoolId]}本年度已签审，不能再改：请恢复原意见。", $"{schools[known.SchoolId]} is signed off for the year: restore the opinion.");
            return;
        }

        var settled = Opinions.Settle(rules, known.Declared, row.Opinion, Follow(row, known, recognised), row.Reason);
        if (settled.Faults.Count > 0)
        {
            var fault = settled.Faults[0];
            Problem(row, fault.Field switch { "recognised" => ReviewWorkbook.Recognised, "reason" => ReviewWorkbook.Reason, _ => ReviewWorkbook.Opinion }, fault.Code, fault.Message, fault.MessageEn);
            return;
        }

        var line = known.Line;
        if (settled.Opinion == line?.Opinion && settled.Recognised == line?.Recognised && settled.Reason == line?.OpinionReason)
        {
            _unchanged++;
        }
        else if (row.Version != ReviewWorkbook.VersionOf(known))
        {
            AddConflicts(row, known, settled);
        }
        else
        {
            _plan.Opinions.Add(new PlannedOpinion(row.Row, known, settled));
        }
    }

    /// <summary>A credit that still stands from the last opinion follows the new one; only a credit that the reviewer typed can contradict it.</summary>
    private static decimal? Follow(ReturnedRow row, CreditRow known, decimal? recognised) =>
        recognised == known.Line?.Recognised && Empty(row.Opinion) != known.Line?.Opinion ? null : recognised;

    private void AddConflicts(ReturnedRow row, CreditRow known, OpinionResult settled)
    {
        var line = known.Line;
        var before = _plan.Conflicts.Count;
        void Compare(string field, string? yours, string? theirs)
        {
            if ((yours ?? "") != (theirs ?? ""))
            {
                _plan.Conflicts.Add(new ReviewConflict(row.Row, known.PersonId, known.Name, schools[known.SchoolId], field, yours ?? "", theirs ?? ""));
            }
        }

        if (row.Version.Split('.')[0] != known.Version.ToString(CultureInfo.InvariantCulture))
        {
            Compare("opinion", settled.Opinion, line?.Opinion);
            Compare("recognised", ReviewWorkbook.Credit(settled.Recognised), ReviewWorkbook.Credit(line?.Recognised));
            Compare("reason", settled.Reason, line?.OpinionReason);
        }

        if (_plan.Conflicts.Count == before)
        {
            Compare("counts", "下载后材料或申报有变动", ReviewWorkbook.Numbers(known));
        }
    }

    private void Problem(ReturnedRow row, string field, string code, string zh, string en) =>
        _plan.Problems.Add(new ProblemItem(code, $"第 {row.Row} 行（{row.Name}）：{zh}", $"Row {row.Row} ({row.Name}): {en}", fileName, sheet, row.Row, field));

    private static string? Empty(string text) => text.Length == 0 ? null : text;
}
