namespace CadreDocs.Service.Training;

/// <summary>The attendance marks of 表2: 出勤√ 缺勤O 病假⊕ 事假△, and blank (未登记).</summary>
public static class Marks
{
    public const string Present = "√";

    /// <summary>Latin capital O, as the regulation prints it (A5).</summary>
    public const string Absent = "O";

    public const string Sick = "⊕";
    public const string Personal = "△";

    private static readonly Dictionary<string, string> LookAlikes = new(StringComparer.Ordinal)
    {
        ["✓"] = Present, ["✔"] = Present, ["✔️"] = Present, ["☑"] = Present,
        ["o"] = Absent, ["0"] = Absent, ["０"] = Absent, ["Ｏ"] = Absent, ["ｏ"] = Absent, ["○"] = Absent, ["〇"] = Absent, ["◯"] = Absent, ["О"] = Absent,
        ["⨁"] = Sick, ["㊉"] = Sick,
        ["▲"] = Personal, ["∆"] = Personal, ["Δ"] = Personal, ["▵"] = Personal,
    };

    /// <summary>The four marks in the order of the legend.</summary>
    public static IReadOnlyList<string> All { get; } = [Present, Absent, Sick, Personal];

    /// <summary>Reads a mark as someone typed it.</summary>
    public static MarkReading Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new MarkReading("", null, null, true);
        }

        if (All.Contains(text))
        {
            return new MarkReading(text, null, null, true);
        }

        return LookAlikes.TryGetValue(text, out var mark)
            ? new MarkReading(mark, $"“{text}”已按“{mark}”记录。", $"'{text}' was taken as '{mark}'.", true)
            : new MarkReading("", $"“{text}”不是出勤标记：只用 √（出勤）、O（缺勤）、⊕（病假）、△（事假）或留空。", $"'{text}' is no attendance mark: use √ (present), O (absent), ⊕ (sick leave), △ (personal leave) or leave it blank.", false);
    }
}

/// <summary>A mark that was read.</summary>
/// <param name="Mark">√ O ⊕ △, or empty for a blank.</param>
/// <param name="Notice">What was normalised, or why it was refused; null where the mark stood as printed.</param>
/// <param name="NoticeEn">The same in English.</param>
/// <param name="Understood">False where it is no mark.</param>
public sealed record MarkReading(string Mark, string? Notice, string? NoticeEn, bool Understood);
