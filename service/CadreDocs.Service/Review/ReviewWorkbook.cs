using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CadreDocs.Documents.Excel;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Review;

/// <summary>The audit workbook: all rows of 表4 of a reviewer's schools, odd ones first; works offline and in WPS, without a formula (R75, R76).</summary>
internal static class ReviewWorkbook
{
    public const string Kind = "credit-review";
    public const string KindProperty = "CadreDocsWorkbook";
    public const string YearProperty = "CadreDocsYear";

    public const string Sheet = "学分审核";

    public const string Key = "键";
    public const string Version = "版本";
    public const string Base = "底稿";
    public const string School = "学校";
    public const string Name = "姓名";
    public const string Condition = "情况";
    public const string Opinion = "区级审核意见";
    public const string Recognised = "认定学分";
    public const string Reason = "理由";

    /// <summary>Headers that a returned workbook must still have.</summary>
    public static IReadOnlyList<string> Needed { get; } = [Key, Version, Base, School, Name, Opinion, Recognised, Reason];

    /// <summary>Writes the workbook.</summary>
    public static ReadOnlyMemory<byte> Write(SchemeVersion scheme, CreditRules rules, int year, IEnumerable<CreditRow> rows, IReadOnlyDictionary<string, string> schools)
    {
        var columns = scheme.Definition.Counts;
        var sorted = rows.OrderBy(row => ReviewExceptions.Of(row).Count == 0).ThenBy(row => schools[row.SchoolId], StringComparer.Ordinal).ThenBy(row => row.Order).ToList();
        var definition = new WorkbookDefinition
        {
            Title = $"{year}年度干部自培学分审核",
            OpensPane = true,
            Properties = new Dictionary<string, string> { [KindProperty] = Kind, [YearProperty] = Text(year) },
            Sheets =
            [
                new WorkbookSheet
                {
                    Name = Sheet,
                    Title = $"{year}年度干部自培学分审核表",
                    Intro = ["只填有底色的三列：区级审核意见、认定学分、理由。可以排序和筛选；请勿改动其他列。填好后在“学分审核”页上传本文件。"],
                    Notes =
                    [
                        $"意见：{Opinions.Agree}（按申报学分认定）、{Opinions.Return}（须写理由）、核定_分（填 0 或 {rules.Yearly:0.#}，与申报不同须写理由）。认定学分可以不填，由意见决定。",
                        "有底色的行需要留意：材料不齐、有手填数或尚未申报。",
                    ],
                    Landscape = true,
                    FrozenColumns = 5,
                    Protection = WorkbookProtection.Sortable,
                    Table = new WorkbookTable
                    {
                        Name = "review",
                        Columns = Columns(scheme, rules),
                        Rows = sorted.Select(row => Cells(row, year, schools[row.SchoolId], columns)).ToList(),
                        Highlights = [new WorkbookHighlight(Condition, null)],
                    },
                },
            ],
        };
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        WorkbookWriter.Write(definition, output);
        return output.WrittenMemory;
    }

    /// <summary>The columns of the table, in order.</summary>
    public static IReadOnlyList<WorkbookColumn> Columns(SchemeVersion scheme, CreditRules rules) =>
    [
        new() { Header = Key, Hidden = true }, new() { Header = Version, Hidden = true }, new() { Header = Base, Hidden = true },
        new() { Header = School }, new() { Header = Name }, new() { Header = "现任干部职务", Type = WorkbookColumnType.LongText, Width = 16 },
        .. scheme.Definition.Counts.Select(column => new WorkbookColumn { Header = column.Label, Type = WorkbookColumnType.Integer, Width = 6 }),
        new() { Header = "申报学分", Type = WorkbookColumnType.Credit, Width = 8 },
        new() { Header = Condition, Type = WorkbookColumnType.LongText, Width = 36 },
        new() { Header = "学校说明", Type = WorkbookColumnType.LongText, Width = 24 },
        new() { Header = Opinion, Locked = false, Choices = Opinions.List(rules), Width = 14 },
        new() { Header = Recognised, Type = WorkbookColumnType.Credit, Locked = false, Minimum = 0, Maximum = rules.Yearly, Width = 8, Prompt = $"0 或 {rules.Yearly:0.#}；可不填" },
        new() { Header = Reason, Type = WorkbookColumnType.LongText, Locked = false, Width = 28 },
    ];

    /// <summary>The key cell: the person with a check, so that a changed key is seen.</summary>
    public static string KeyOf(string personId, int year) => $"{personId}.{Hash($"{Kind}|{year}|{personId}")}";

    /// <summary>The version cell: the line's version and a hash over everything the reviewer sees of the row.</summary>
    public static string VersionOf(CreditRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Version}.{Hash(Seen(row))}");

    /// <summary>The hash by which it is known whether the reviewer wrote into the row at all.</summary>
    public static string BaseOf(string? opinion, decimal? recognised, string? reason) => Hash($"{opinion}|{Credit(recognised)}|{reason}");

    /// <summary>The numbers of a row as one text, for conflicts.</summary>
    public static string Numbers(CreditRow row) => string.Join(' ', row.Count.Counts.Select(count => Text(row.Printed(count.Key))).Append(Credit(row.Declared)));

    /// <summary>A credit as a cell holds it.</summary>
    public static string Credit(decimal? credit) => credit is { } value ? value.ToString("0.#", CultureInfo.InvariantCulture) : "";

    /// <summary>The cells of a row, as many as there are columns.</summary>
    public static List<WorkbookCell> Cells(CreditRow row, int year, string school, IReadOnlyList<SchemeCount> columns)
    {
        var line = row.Line;
        List<WorkbookCell> cells =
        [
            KeyOf(row.PersonId, year), VersionOf(row), BaseOf(line?.Opinion, line?.Recognised, line?.OpinionReason), school, row.Name, row.Post,
        ];
        cells.AddRange(columns.Select(column => (WorkbookCell)Text(row.Printed(column.Key))));
        cells.Add(Credit(row.Declared));
        cells.Add(string.Join("；", ReviewExceptions.Of(row).Select(exception => exception.Label)));
        cells.Add(string.Join("；", row.Typed.Values.Select(typed => typed.Reason).Append(line?.DeclaredReason ?? "").Where(reason => reason.Length > 0)));
        cells.Add(line?.Opinion);
        cells.Add(Credit(line?.Recognised));
        cells.Add(line?.OpinionReason);
        return cells;
    }

    private static string Seen(CreditRow row) => string.Join('|', row.PersonId, row.Name, row.SchoolId, row.Post, Numbers(row), row.Line?.Typed, row.Line?.DeclaredReason,
        string.Join(',', row.Count.Gaps.Select(gap => gap.Label)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 5));
}
