using System.Text;

namespace CadreDocs.Service.Roster.Import;

/// <summary>A field of the roster as a column of a table.</summary>
/// <param name="Key">Field key.</param>
/// <param name="Header">Heading in our own export.</param>
/// <param name="HeaderEn">The same in English.</param>
/// <param name="Synonyms">Other headings that mean the same, without blanks.</param>
public sealed record RosterColumn(string Key, string Header, string HeaderEn, params IReadOnlyList<string> Synonyms);

/// <summary>The columns of a roster and how headings are matched to them.</summary>
public static class RosterColumns
{
    public const string PersonId = "personId";
    public const string PlatformNo = "platformNo";
    public const string Name = "name";
    public const string Sex = "sex";
    public const string BirthMonth = "birthMonth";
    public const string Political = "political";
    public const string Education = "education";
    public const string Title = "title";
    public const string Rank = "rank";
    public const string Subject = "subject";
    public const string TeachingSince = "teachingSince";
    public const string Post = "post";
    public const string From = "from";

    /// <summary>All columns, in the order of the export.</summary>
    public static IReadOnlyList<RosterColumn> All { get; } =
    [
        new(PersonId, "系统编号", "System id", "人员编号"),
        new(PlatformNo, "进修编号", "Platform number", "师训编号", "平台编号", "继教编号", "培训编号", "进修号"),
        new(Name, "姓名", "Name", "干部姓名", "教师姓名", "名字"),
        new(Sex, "性别", "Sex"),
        new(BirthMonth, "出生年月", "Birth month", "出生日期", "生日", "出生"),
        new(Political, "政治面貌", "Political status", "党派"),
        new(Education, "学历", "Education", "文化程度", "最高学历", "学历学位"),
        new(Title, "职称", "Title", "专业技术职务", "专业技术职称"),
        new(Rank, "职级", "Rank", "级别", "岗位等级"),
        new(Subject, "任教学科", "Subject", "学科"),
        new(TeachingSince, "任教年月", "Teaching since", "从教年月", "参加工作时间", "工作年月"),
        new(Post, "职务", "Post", "现任职务", "现任干部职务", "现任职务(岗位)", "岗位", "行政职务", "职务(岗位)"),
        new(From, "任职时间", "In post since", "任现职时间", "任职年月", "任职日期"),
    ];

    /// <summary>The column with this key, or null.</summary>
    public static RosterColumn? Find(string key) => All.FirstOrDefault(column => column.Key == key);

    /// <summary>Matches a heading: first what this school chose before, then the words themselves.</summary>
    /// <param name="heading">The heading as it stood.</param>
    /// <param name="remembered">Field key by normalised heading; an empty key means that the column is left out.</param>
    public static string? Match(string heading, IReadOnlyDictionary<string, string> remembered)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(remembered);
        var key = Normalise(heading);
        if (remembered.TryGetValue(key, out var chosen))
        {
            return chosen.Length == 0 ? null : chosen;
        }

        return All.FirstOrDefault(column => column.Header == key || column.Synonyms.Contains(key)
            || string.Equals(Normalise(column.HeaderEn), key, StringComparison.OrdinalIgnoreCase)
            || string.Equals(column.Key, key, StringComparison.OrdinalIgnoreCase))?.Key;
    }

    /// <summary>A heading without blanks, line breaks and a trailing colon or star, brackets in one width.</summary>
    public static string Normalise(string heading)
    {
        ArgumentNullException.ThrowIfNull(heading);
        var text = new StringBuilder(heading.Length);
        foreach (var character in heading.Normalize(NormalizationForm.FormC))
        {
            if (!char.IsWhiteSpace(character))
            {
                text.Append(character switch { '（' => '(', '）' => ')', _ => character });
            }
        }

        return text.ToString().Trim('*', ':', '：', '＊');
    }
}
