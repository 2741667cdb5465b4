namespace CadreDocs.Service.Roster.Import;

/// <summary>A column of the file and the field it goes to.</summary>
/// <param name="Index">0-based position.</param>
/// <param name="Header">The heading as it stood.</param>
/// <param name="MappedTo">Field key; null where the column is left out.</param>
public sealed record MappedColumn(int Index, string Header, string? MappedTo);

/// <summary>A row of the file, read and checked alone.</summary>
/// <param name="Row">Row number in the file.</param>
/// <param name="Values">Canonical value by field key; a key is absent where the file has no such column.</param>
/// <param name="Problems">Its faults.</param>
public sealed record RosterRow(int Row, IReadOnlyDictionary<string, string> Values, IReadOnlyList<ImportProblem> Problems)
{
    /// <summary>The value of a field, or an empty string.</summary>
    public string this[string key] => Values.GetValueOrDefault(key, "");
}

/// <summary>A roster that was read.</summary>
/// <param name="Columns">The columns as they were matched.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Problems">Faults of the whole file.</param>
public sealed record RosterTable(IReadOnlyList<MappedColumn> Columns, IReadOnlyList<RosterRow> Rows, IReadOnlyList<ImportProblem> Problems);

/// <summary>Turns a table into rows of a roster; every fault of every row is reported at once.</summary>
public static class RosterReader
{
    private const int HeaderSearch = 10;

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="remembered">Field key by normalised heading, as this school chose before or just now.</param>
    public static RosterTable Read(SheetTable table, IReadOnlyDictionary<string, string> remembered)
    {
        ArgumentNullException.ThrowIfNull(table);
        var header = FindHeader(table, remembered);
        if (header < 0)
        {
            var first = table.Rows.Count > 0 ? table.Rows[0] : new SheetRow(1, []);
            return new RosterTable(
                first.Cells.Select((cell, index) => new MappedColumn(index, cell, RosterColumns.Match(cell, remembered))).ToList(),
                [],
                [new ImportProblem(
                    "no-header",
                    $"“{table.Sheet}”前 {HeaderSearch} 行里没有找到同时含“姓名”和“职务”的表头：请补上表头，或为列指定含义。",
                    $"No heading row with name (姓名) and post (职务) in the first {HeaderSearch} rows of '{table.Sheet}': add one or say what the columns mean.")]);
        }

        var columns = table.Rows[header].Cells.Select((cell, index) => new MappedColumn(index, cell.Trim(), RosterColumns.Match(cell, remembered))).ToList();
        var problems = columns.Where(column => column.MappedTo is not null).GroupBy(column => column.MappedTo).Where(group => group.Count() > 1)
            .Select(group => new ImportProblem(
                "column-twice",
                $"“{string.Join("”“", group.Select(column => column.Header))}”都对应“{RosterColumns.Find(group.Key!)?.Header}”：只留一列。",
                $"'{string.Join("' and '", group.Select(column => column.Header))}' both mean '{RosterColumns.Find(group.Key!)?.HeaderEn}': keep one.",
                table.Rows[header].Number, group.First().Header)).ToList();
        var rows = problems.Count > 0 ? [] : table.Rows.Skip(header + 1).Where(row => !IsNote(row, columns)).Select(row => ReadRow(row, columns)).ToList();
        if (problems.Count == 0 && rows.Count == 0)
        {
            problems.Add(new ImportProblem("no-rows", $"“{table.Sheet}”表头下面没有人员。", $"There is nobody below the heading of '{table.Sheet}'."));
        }

        return new RosterTable(columns, MarkDuplicates(rows), problems);
    }

    /// <summary>Reads one value typed outside a file.</summary>
    internal static string ReadField(string key, string text, List<ImportProblem> problems) => ReadValue(key, text, null, RosterColumns.Find(key)!.Header, problems);

    private static int FindHeader(SheetTable table, IReadOnlyDictionary<string, string> remembered)
    {
        for (var index = 0; index < Math.Min(HeaderSearch, table.Rows.Count); index++)
        {
            var keys = table.Rows[index].Cells.Select(cell => RosterColumns.Match(cell, remembered)).ToHashSet();
            if (keys.Contains(RosterColumns.Name) && keys.Contains(RosterColumns.Post))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Lines such as 注：… or 合计 under a table, where only the first cell is filled.</summary>
    private static bool IsNote(SheetRow row, List<MappedColumn> columns)
    {
        var filled = Enumerable.Range(0, row.Cells.Count).Where(index => row[index].Length > 0).ToList();
        return filled.Count == 1 && columns.Find(column => column.Index == filled[0])?.MappedTo != RosterColumns.Name
            && (row[filled[0]].StartsWith('注') || row[filled[0]].StartsWith("备注", StringComparison.Ordinal) || row[filled[0]].StartsWith("合计", StringComparison.Ordinal));
    }

    private static RosterRow ReadRow(SheetRow row, List<MappedColumn> columns)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var problems = new List<ImportProblem>();
        foreach (var column in columns)
        {
            if (column.MappedTo is { } key)
            {
                values[key] = ReadValue(key, row[column.Index], row.Number, column.Header, problems);
            }
        }

        return new RosterRow(row.Number, values, problems);
    }

    private static string ReadValue(string key, string text, int? row, string header, List<ImportProblem> problems)
    {
        var (placeZh, placeEn) = row is null ? ("", "") : ($"第 {row} 行", $"Row {row}, ");
        void Problem(string code, string zh, string en) =>
            problems.Add(new ImportProblem(code, $"{placeZh}“{header}”：{zh}", $"{placeEn}'{header}': {en}", row, row is null ? key : header));

        switch (key)
        {
            case RosterColumns.Name when text.Length == 0:
                Problem("name-missing", "没有姓名，请补上。", "the name is missing.");
                return "";
            case RosterColumns.Name:
                if (RosterValues.Name(text) is { } name)
                {
                    return name;
                }

                Problem("name-invalid", $"“{text}”不像姓名（2 至 30 字，不含数字）。", $"'{text}' does not look like a name (2 to 30 characters, no digits).");
                return "";
            case RosterColumns.Post when text.Length == 0:
                Problem("post-missing", "没有职务，请补上；不在岗的人员请从名册删去。", "the post is missing; leave out people who hold none.");
                return "";
            case RosterColumns.BirthMonth or RosterColumns.TeachingSince when text.Length > 0:
                if (RosterValues.Month(text) is { } month)
                {
                    return month;
                }

                Problem("month-invalid", $"“{text}”不是年月，请写成 1978.06 或 1978年6月。", $"'{text}' is no month; write 1978.06 or 1978年6月.");
                return "";
            case RosterColumns.From when text.Length > 0:
                if (RosterValues.Day(text) is { } day)
                {
                    return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                }

                Problem("date-invalid", $"“{text}”不是日期，请写成 2019.09.01 或 2019年9月。", $"'{text}' is no date; write 2019.09.01 or 2019年9月.");
                return "";
            case RosterColumns.PlatformNo when text.Length > 0 && !RosterValues.IsPlatformNo(text):
                Problem(
                    "platform-no-invalid",
                    $"“{text}”不是进修编号（字母和数字）；若 Excel 改成了科学记数，请把该列设为文本后重填。",
                    $"'{text}' is no platform number (letters and digits); where Excel changed it to 1E+15, format the column as text and type it again.");
                return "";
            case RosterColumns.Sex when text.Length > 0 && text is not ("男" or "女"):
                Problem("sex-invalid", $"“{text}”应为“男”或“女”。", $"'{text}' should be 男 or 女.");
                return "";
            default:
                if (text.Length <= 100)
                {
                    return text;
                }

                Problem("too-long", "超过 100 字。", "more than 100 characters.");
                return "";
        }
    }

    private static List<RosterRow> MarkDuplicates(IReadOnlyList<RosterRow> rows)
    {
        var byNumber = rows.Where(row => row[RosterColumns.PlatformNo].Length > 0).ToLookup(row => row[RosterColumns.PlatformNo]);
        var bySystem = rows.Where(row => row[RosterColumns.PersonId].Length > 0).ToLookup(row => row[RosterColumns.PersonId]);
        return rows.Select(row =>
        {
            var problems = row.Problems.ToList();
            AddDuplicate(byNumber, row, RosterColumns.PlatformNo, problems);
            AddDuplicate(bySystem, row, RosterColumns.PersonId, problems);
            return row with { Problems = problems };
        }).ToList();
    }

    private static void AddDuplicate(ILookup<string, RosterRow> rows, RosterRow row, string key, List<ImportProblem> problems)
    {
        if (row[key].Length > 0 && rows[row[key]].FirstOrDefault(other => other.Row != row.Row) is { } twin)
        {
            var column = RosterColumns.Find(key)!;
            problems.Add(new ImportProblem(
                "duplicate-id",
                $"第 {row.Row} 行“{column.Header}”：{row[key]} 与第 {twin.Row} 行（{twin[RosterColumns.Name]}）重复，请改正其中一行。",
                $"Row {row.Row}, '{column.HeaderEn}': {row[key]} stands in row {twin.Row} ({twin[RosterColumns.Name]}) too; correct one of them.",
                row.Row, column.Header));
        }
    }
}
