using System.Globalization;

namespace CadreDocs.Documents.Forms;

/// <summary>One official sheet (表) as data: what it is called, who fills it, which fields and rows it has. Read from <c>form.yaml</c>.</summary>
public sealed record FormDefinition
{
    /// <summary>Stable id, lower-case ASCII with hyphens, the folder's name: <c>development-plan</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Number of the sheet as printed, such as 表6; null where the regulation gives the paper no number.</summary>
    public string? Sheet { get; init; }

    /// <summary>Name in the list of the portfolio (档案 name), in Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>Name in English for the user interface.</summary>
    public required string TitleEn { get; init; }

    /// <summary>The school's or the cadre's portfolio.</summary>
    public required Portfolio Portfolio { get; init; }

    /// <summary>Position in that portfolio, 1 to 9; two sheets may share one item (表5-1, 表5-2).</summary>
    public required int Item { get; init; }

    /// <summary>How often the paper falls due.</summary>
    public required Clock Clock { get; init; }

    /// <summary>Who fills it: <c>cadre</c> or <c>secretary</c>.</summary>
    public required string FilledBy { get; init; }

    /// <summary>Clause of the regulation that asks for it, such as 一.4(4)B.</summary>
    public required string Clause { get; init; }

    /// <summary>Restricted class (考核, 述职): only the owner, the own school's secretary and the officer may read it.</summary>
    public bool Restricted { get; init; }

    /// <summary>False where the regulation gives no form and ours is only a sample (参考样式).</summary>
    public bool Official { get; init; } = true;

    /// <summary>True where nothing is filled in: any .docx, .pdf or picture is uploaded as it is (appraisal).</summary>
    public bool UploadOnly { get; init; }

    /// <summary>Key of the 表4 column that counts this paper (plan, summary, lecture, reflection, case, report, result); null where none does.</summary>
    public string? Counts { get; init; }

    /// <summary>Single fields, in the order of the sheet.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Repeating rows, in the order of the sheet.</summary>
    public IReadOnlyList<FormSection> Sections { get; init; } = [];

    /// <summary>Scriban template of the printed title, such as <c>{{ year }}年度{{ school.name }}学校干部自培工作计划</c>.</summary>
    public required string PrintedTitle { get; init; }

    /// <summary>The field with this key (no section prefix), or null.</summary>
    public FormField? FindField(string key) => Fields.FirstOrDefault(field => field.Key == key);

    /// <summary>The section with this key, or null.</summary>
    public FormSection? FindSection(string key) => Sections.FirstOrDefault(section => section.Key == key);
}

/// <summary>A place that one value fills.</summary>
public sealed record FormField
{
    /// <summary>Short ASCII key, unique in its form or section; the content control's tag (in a section: <c>section.key</c>).</summary>
    public required string Key { get; init; }

    /// <summary>The label as printed on the sheet, without the sheet's inner blanks.</summary>
    public required string Label { get; init; }

    /// <summary>English label for the user interface; default: the key.</summary>
    public string? LabelEn { get; init; }

    /// <summary>What the field holds.</summary>
    public required FieldType Type { get; init; }

    /// <summary>True where handing in needs a value.</summary>
    public bool Required { get; init; }

    /// <summary>Largest number of characters (text, paragraphs); null for no limit.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest value (integer, credit); null for none.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest value (integer, credit); null for none.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Allowed values of a choice; empty for other types.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Scriban expression that gives the first value, such as <c>cadre.name</c>; null for an empty start.</summary>
    public string? Prefill { get; init; }

    /// <summary>How a date or month is printed: <c>long</c> (2024年3月5日, 1978年6月; the default) or <c>short</c> (2024.03.05, 1978.06) for narrow cells.</summary>
    public string? Format { get; init; }

    /// <summary>Prompt shown in an empty control; default 请填写 and the label. Never read back as a value.</summary>
    public string? Prompt { get; init; }

    /// <summary>True where the service computes the value and a filled document cannot change it.</summary>
    public bool Computed { get; init; }

    /// <summary>True for ink and stamp places: printed empty, never read.</summary>
    public bool Ink { get; init; }
}

/// <summary>Rows that repeat.</summary>
public sealed record FormSection
{
    /// <summary>Short ASCII key, prefix of the tags of its fields.</summary>
    public required string Key { get; init; }

    /// <summary>Label in Chinese.</summary>
    public required string Label { get; init; }

    /// <summary>Rows of the official blank on one sheet; the next row begins a continuation sheet.</summary>
    public required int RowsPerSheet { get; init; }

    /// <summary>The fields of one row, in the order of the columns.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>
    /// The fields that rows have: those of the form and, where its marks are a numbered series (<c>m1</c> … <c>m10</c> of 表2), the marks of the
    /// continuation sheets' columns that occur (<c>m11</c> …), in order behind the series.
    /// </summary>
    public IReadOnlyList<FormField> FieldsOf(params IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var further = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).Where(key => Fields.All(field => field.Key != key))
            .Select(Further).OfType<FormField>().OrderBy(field => field.Key.Length).ThenBy(field => field.Key, StringComparer.Ordinal).ToList();
        if (further.Count == 0)
        {
            return Fields;
        }

        var last = Fields.ToList().FindLastIndex(field => field.Type == FieldType.Mark);
        return [.. Fields.Take(last + 1), .. further, .. Fields.Skip(last + 1)];
    }

    /// <summary>The field with this key, also one of a further column; null where the section has none.</summary>
    public FormField? Find(string key) => Fields.FirstOrDefault(field => field.Key == key) ?? Further(key);

    /// <summary>A mark beyond the series; its label goes on counting.</summary>
    private FormField? Further(string key)
    {
        const int mostColumns = 400;
        var digits = key.AsSpan().TrimEnd("0123456789").Length;
        if (digits == 0 || !int.TryParse(key.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number > mostColumns || key[digits] == '0')
        {
            return null;
        }

        var series = Fields.Where(field => field.Type == FieldType.Mark && field.Key.Length > digits && field.Key.StartsWith(key[..digits], StringComparison.Ordinal)
            && int.TryParse(field.Key.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToList();
        return series.Count > 1 && number > series.Count
            ? series[^1] with { Key = key, Label = Count(series[^1].Label), LabelEn = series[^1].LabelEn is { } label ? Count(label) : null }
            : null;

        string Count(string label) => string.Create(CultureInfo.InvariantCulture, $"{label.AsSpan().TrimEnd("0123456789")}{number}");
    }
}

/// <summary>The two portfolios (档案袋).</summary>
public enum Portfolio
{
    /// <summary>学校自培工作档案袋.</summary>
    School,

    /// <summary>干部个人自培档案袋.</summary>
    Personal,
}

/// <summary>How often a paper falls due.</summary>
public enum Clock
{
    /// <summary>学期.</summary>
    Semester,

    /// <summary>年度.</summary>
    Year,

    /// <summary>三年 (表6).</summary>
    ThreeYear,

    /// <summary>五年 (表5, 表12).</summary>
    FiveYear,
}

/// <summary>What a field holds and how its value is written in <see cref="FormData"/>.</summary>
public enum FieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>Paragraphs, parted by <c>\n</c>.</summary>
    Paragraphs,

    /// <summary>A day, <c>2024-03-05</c>; also month or year precision where only that is known.</summary>
    Date,

    /// <summary>A month, <c>1978-06</c>.</summary>
    Month,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Credits: a decimal with at most one place.</summary>
    Credit,

    /// <summary>An attendance mark: √ O ⊕ △ or empty.</summary>
    Mark,

    /// <summary>One of the field's choices.</summary>
    Choice,
}
