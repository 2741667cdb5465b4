namespace CadreDocs.Service.Roster.Import;

/// <summary>A cadre of the school as the roster has them now.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Version">Version of the person.</param>
/// <param name="Values">Value by field key, post included.</param>
/// <param name="Records">Papers of the year and later; dropping someone with papers is refused.</param>
public sealed record ExistingCadre(string PersonId, int Version, IReadOnlyDictionary<string, string> Values, int Records)
{
    /// <summary>The value of a field, or an empty string.</summary>
    public string this[string key] => Values.GetValueOrDefault(key, "");
}

/// <summary>What a row does.</summary>
public enum RowStatus
{
    /// <summary>A new cadre.</summary>
    Add,

    /// <summary>Changes a known one.</summary>
    Change,

    /// <summary>Says what is known.</summary>
    Same,

    /// <summary>Leaves the roster (only where the file is the whole roster).</summary>
    Drop,

    /// <summary>Cannot be taken.</summary>
    Error,
}

/// <summary>One changed field.</summary>
/// <param name="Field">Field key.</param>
/// <param name="Before">Before; empty where nothing stood.</param>
/// <param name="After">After.</param>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>A row of the difference.</summary>
/// <param name="Row">Row in the file; null for someone who is not in it.</param>
/// <param name="Status">What it does.</param>
/// <param name="PersonId">The person it was matched to; null for a new one.</param>
/// <param name="Name">The name.</param>
/// <param name="Changes">The changed fields.</param>
/// <param name="Problems">Its faults.</param>
public sealed record DifferenceRow(
    int? Row, RowStatus Status, string? PersonId, string Name, IReadOnlyList<FieldChange> Changes, IReadOnlyList<ImportProblem> Problems);

/// <summary>A school's roster beside an uploaded one.</summary>
/// <param name="Rows">All rows, those of the file first.</param>
/// <param name="Absent">People in office who are not in the file and stay, because the file is only an addition.</param>
public sealed record Difference(IReadOnlyList<DifferenceRow> Rows, IReadOnlyList<ExistingCadre> Absent);

/// <summary>Compares an uploaded roster with the one that is known. A column that the file lacks, or an empty cell, changes nothing.</summary>
public static class RosterDifference
{
    /// <summary>Compares.</summary>
    /// <param name="rows">Rows of the file.</param>
    /// <param name="existing">The school's cadres now.</param>
    /// <param name="elsewhere">Where a platform number already belongs to someone at another school: number → name and school.</param>
    /// <param name="whole">True where the file is the whole roster, so that whoever is not in it leaves.</param>
    public static Difference Compare(
        IReadOnlyList<RosterRow> rows, IReadOnlyList<ExistingCadre> existing, IReadOnlyDictionary<string, (string Name, string School)> elsewhere, bool whole)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(elsewhere);
        var match = new RosterMatch(existing, elsewhere);
        var matched = rows.Select(row => (Row: row, Found: match.Find(row))).ToList();
        var takenTwice = matched.Where(pair => pair.Found.Cadre is not null).GroupBy(pair => pair.Found.Cadre!.PersonId).Where(group => group.Count() > 1)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Row.Row).ToList());
        var newTwice = matched.Where(pair => pair.Found is { Cadre: null, Problem: null } && pair.Row[RosterColumns.PlatformNo].Length == 0 && pair.Row[RosterColumns.Name].Length > 0)
            .GroupBy(pair => pair.Row[RosterColumns.Name] + "\n" + pair.Row[RosterColumns.BirthMonth]).Where(group => group.Count() > 1)
            .SelectMany(group => group.Select(pair => (pair.Row.Row, Others: group.Select(other => other.Row.Row).ToList()))).ToDictionary(pair => pair.Row, pair => pair.Others);

        var result = new List<DifferenceRow>(rows.Count);
        foreach (var (row, (cadre, problem)) in matched)
        {
            var problems = row.Problems.ToList();
            if (problem is not null)
            {
                problems.Add(problem);
            }
            else if (problems.Count == 0 && cadre is not null && takenTwice.TryGetValue(cadre.PersonId, out var twins))
            {
                problems.Add(Twice(row, twins));
            }
            else if (problems.Count == 0 && newTwice.TryGetValue(row.Row, out var others))
            {
                problems.Add(Twice(row, others));
            }

            var changes = Changes(row, cadre);
            var status = problems.Count > 0 ? RowStatus.Error : cadre is null ? RowStatus.Add : changes.Count == 0 ? RowStatus.Same : RowStatus.Change;
            result.Add(new DifferenceRow(row.Row, status, cadre?.PersonId, row[RosterColumns.Name], changes, problems));
        }

        var seen = matched.Select(pair => pair.Found.Cadre?.PersonId).ToHashSet();
        var absent = existing.Where(cadre => !seen.Contains(cadre.PersonId)).ToList();
        if (whole)
        {
            result.AddRange(absent.Select(Drop));
        }

        return new Difference(result, whole ? [] : absent);
    }

    private static DifferenceRow Drop(ExistingCadre cadre) => cadre.Records == 0
        ? new DifferenceRow(null, RowStatus.Drop, cadre.PersonId, cadre[RosterColumns.Name], [new FieldChange(RosterColumns.Post, cadre[RosterColumns.Post], "")], [])
        : new DifferenceRow(null, RowStatus.Error, cadre.PersonId, cadre[RosterColumns.Name], [], [new ImportProblem(
            "drops-records",
            $"名册里没有{cadre[RosterColumns.Name]}（{cadre[RosterColumns.Post]}），但其名下已有 {cadre.Records} 份材料：调离或离任请先登记日期；只是增补名单请改用“仅增补”。",
            $"{cadre[RosterColumns.Name]} ({cadre[RosterColumns.Post]}) is not in the file but has {cadre.Records} papers: enter the day of leaving first, or import the file as an addition.",
            null, RosterColumns.Name)]);

    private static ImportProblem Twice(RosterRow row, List<int> rows)
    {
        var others = string.Join("、", rows.Where(other => other != row.Row));
        return new ImportProblem(
            "same-person-twice",
            $"第 {row.Row} 行：{row[RosterColumns.Name]}与第 {others} 行像是同一人：删去重复行；若是同名的两人，请都填进修编号或出生年月。",
            $"Row {row.Row}: {row[RosterColumns.Name]} looks like the same person as row {others}: remove one, or give both their platform number or birth month where they are namesakes.",
            row.Row, RosterColumns.Name);
    }

    private static List<FieldChange> Changes(RosterRow row, ExistingCadre? cadre) => row.Values
        .Where(pair => pair.Value.Length > 0 && pair.Key is not RosterColumns.PersonId && (cadre is null || (pair.Value != cadre[pair.Key] && pair.Key != RosterColumns.From)))
        .Select(pair => new FieldChange(pair.Key, cadre?[pair.Key] ?? "", pair.Value)).ToList();
}
