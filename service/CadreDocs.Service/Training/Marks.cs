using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Training;

/// <summary>The attendance marks of 表2: 出勤√ 缺勤O 病假⊕ 事假△, and blank (未登记).</summary>
public static class Marks
{
    public const string Present = "√";

    /// <summary>Latin capital O, as the regulation prints it (A5).</summary>
    public const string Absent = "O";

    public const string Sick = "⊕";
    public const string Personal = "△";

    /// <summary>Stands for ⊕ and △ where the asker may not know which (sick leave is health data, R88).</summary>
    public const string LeaveMasked = "※";

    /// <summary>The four marks in the order of the legend.</summary>
    public static IReadOnlyList<string> All { get; } = [Present, Absent, Sick, Personal];

    /// <summary>Reads a mark as someone typed it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="scheme">Says which look-alikes mean which mark.</param>
    public static MarkReading Read(string? typed, SchemeAttendance scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        var text = typed?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new MarkReading("", null, null, true);
        }

        if (All.Contains(text))
        {
            return new MarkReading(text, null, null, true);
        }

        return scheme.Marks.FirstOrDefault(mark => mark.Accept.Contains(text)) is { } meant
            ? new MarkReading(meant.Mark, $"“{text}”已按“{meant.Mark}”（{meant.Label}）记录。", $"'{text}' was taken as '{meant.Mark}' ({meant.LabelEn}).", true)
            : new MarkReading("", $"“{text}”不是出勤标记：只用 √（出勤）、O（缺勤）、⊕（病假）、△（事假）或留空。", $"'{text}' is no attendance mark: use √ (present), O (absent), ⊕ (sick leave), △ (personal leave) or leave it blank.", false);
    }

    /// <summary>How the scheme reads 缺勤次数 (A3).</summary>
    public static AbsenceReading Reading(this SchemeAttendance scheme)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.AbsentReading == "all" ? AbsenceReading.AnyNotPresent : AbsenceReading.OnlyAbsent;
    }
}

/// <summary>A mark that was read.</summary>
/// <param name="Mark">√ O ⊕ △, or empty for a blank.</param>
/// <param name="Notice">What was normalised, or why it was refused; null where the mark stood as printed.</param>
/// <param name="NoticeEn">The same in English.</param>
/// <param name="Understood">False where it is no mark.</param>
public sealed record MarkReading(string Mark, string? Notice, string? NoticeEn, bool Understood);
