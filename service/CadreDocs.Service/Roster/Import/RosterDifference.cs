using System.Globalization;

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

    /// <summary>Number of posts at the school; their first days are not one fact.</summary>
    public int Posts { get; init; } = 1;
}

/// <summary>Somebody the roster knows who is not in office at the school.</summary>
/// <param name="Number">进修编号, or an empty string.</param>
/// <param name="Name">姓名.</param>
/// <param name="BirthMonth">出生年月, or an empty string.</param>
/// <param name="School">The school of the latest post, or an empty string.</param>
/// <param name="InOffice">True where some post holds.</param>
/// <param name="WasHere">True where the person held a post at this school before.</param>
public sealed record OtherPerson(string Number, string Name, string BirthMonth, string School, bool InOffice, bool WasHere);

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
    /// <param name="others">Whom the roster knows beside them: people of other schools by their numbers, and who was here before.</param>
    /// <param name="whole">True where the file is the whole roster, so that whoever is not in it leaves.</param>
    /// <param name="start">The day from which changes hold.</param>
    public static Difference Compare(
        IReadOnlyList<RosterRow> rows, IReadOnlyList<ExistingCadre> existing, IReadOnlyList<OtherPerson> others, bool whole, DateOnly start)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(existing);
        ArgumentNullException.ThrowIfNull(others);
        var match = new RosterMatch(existing, others);
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
            else if (problems.Count == 0 && newTwice.TryGetValue(row.Row, out var same))
            {
                problems.Add(Twice(row, same));
            }

            var changes = Changes(row, cadre, start);
            if (problems.Count == 0 && cadre is { Posts: > 1 } && changes.Exists(change => change.Field == RosterColumns.From) && !changes.Exists(change => change.Field == RosterColumns.Post))
            {
                problems.Add(SeveralPosts(row, cadre));
            }

            var status = problems.Count > 0 ? RowStatus.Error : cadre is null ? RowStatus.Add : changes.Count == 0 ? RowStatus.Same : RowStatus.Change;
            result.Add(new DifferenceRow(row.Row, status, cadre?.PersonId, row[RosterColumns.Name], changes, problems));
        }

        var seen = matched.Select(pair => pair.Found.Cadre?.PersonId).ToHashSet();
        var absent = existing.Where(cadre => !seen.Contains(cadre.PersonId)).ToList();
        if (whole)
        {
            result.AddRange(absent.Select(cadre => Drop(cadre, start)));
        }

        return new Difference(result, whole ? [] : absent);
    }

    private static DifferenceRow Drop(ExistingCadre cadre, DateOnly start)
    {
        var (name, post) = (cadre[RosterColumns.Name], cadre[RosterColumns.Post]);
        var problem = cadre.Records > 0
            ? new ImportProblem(
                "drops-records",
                $"名册里没有{name}（{post}），但其名下已有 {cadre.Records} 份材料：调离或离任请先登记日期；只是增补名单请改用“仅增补”。",
                $"{name} ({post}) is not in the file but has {cadre.Records} papers: enter the day of leaving first, or import the file as an addition.",
                null, RosterColumns.Name)
            : string.CompareOrdinal(cadre[RosterColumns.From], Day(start)) >= 0
            ? new ImportProblem(
                "drops-before-post",
                $"名册里没有{name}（{post}），但其任职从 {cadre[RosterColumns.From]} 才开始，不能在 {Day(start)} 之前离任：请把“从哪天起”改晚，或先在名册中改正任职时间。",
                $"{name} ({post}) is not in the file but began on {cadre[RosterColumns.From]} and cannot have left before {Day(start)}: choose a later day for the changes, or correct the first day in the roster.",
                null, RosterColumns.From)
            : null;
        return problem is null
            ? new DifferenceRow(null, RowStatus.Drop, cadre.PersonId, name, [new FieldChange(RosterColumns.Post, post, "")], [])
            : new DifferenceRow(null, RowStatus.Error, cadre.PersonId, name, [], [problem]);
    }

    private static ImportProblem SeveralPosts(RosterRow row, ExistingCadre cadre) => new(
        "several-posts",
        $"第 {row.Row} 行：{cadre[RosterColumns.Name]}有 {cadre.Posts} 个职务，任职时间不止一个：请清空此格，到名册中逐个改正。",
        $"Row {row.Row}: {cadre[RosterColumns.Name]} holds {cadre.Posts} posts with days of their own: clear this cell and correct them one by one in the roster.",
        row.Row, RosterColumns.From);

    private static ImportProblem Twice(RosterRow row, List<int> rows)
    {
        var others = string.Join("、", rows.Where(other => other != row.Row));
        return new ImportProblem(
            "same-person-twice",
            $"第 {row.Row} 行：{row[RosterColumns.Name]}与第 {others} 行像是同一人：删去重复行；若是同名的两人，请都填进修编号或出生年月。",
            $"Row {row.Row}: {row[RosterColumns.Name]} looks like the same person as row {others}: remove one, or give both their platform number or birth month where they are namesakes.",
            row.Row, RosterColumns.Name);
    }

    private static List<FieldChange> Changes(RosterRow row, ExistingCadre? cadre, DateOnly start)
    {
        var changes = row.Values.Where(pair => pair.Value.Length > 0 && pair.Key is not RosterColumns.PersonId && (cadre is null || pair.Value != cadre[pair.Key]))
            .Select(pair => new FieldChange(pair.Key, cadre?[pair.Key] ?? "", pair.Value)).ToList();
        if (cadre is null && row[RosterColumns.From].Length == 0)
        {
            changes.Add(new FieldChange(RosterColumns.From, "", Day(start)));
        }

        return changes;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
