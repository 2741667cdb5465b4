namespace CadreDocs.Service.Training;

/// <summary>How 缺勤次数 is read (A3): switched for the whole scheme.</summary>
public enum AbsenceReading
{
    /// <summary>Only O: the same word as the legend, and the sick are not branded as absent.</summary>
    OnlyAbsent,

    /// <summary>O, ⊕ and △ together.</summary>
    AnyNotPresent,
}

/// <summary>The totals of one cadre over the sessions of a year (R51): √ + O + ⊕ + △ + blank is always the number of sessions.</summary>
/// <param name="Sessions">Sessions that were held.</param>
/// <param name="Present">Number of √: 出勤次数.</param>
/// <param name="Absent">Number of O.</param>
/// <param name="Sick">Number of ⊕, shown beside the sheet only.</param>
/// <param name="Personal">Number of △, shown beside the sheet only.</param>
/// <param name="Blank">未登记, or 不计 once the year is closed.</param>
/// <param name="AbsentPrinted">缺勤次数 as the sheet prints it.</param>
public sealed record AttendanceTotals(int Sessions, int Present, int Absent, int Sick, int Personal, int Blank, int AbsentPrinted)
{
    /// <summary>Adds up marks, one a session; an empty string is a blank.</summary>
    /// <exception cref="ArgumentException">A mark is none of the four; read it with <see cref="Marks.Read"/> first.</exception>
    public static AttendanceTotals Of(IReadOnlyCollection<string> marks, AbsenceReading reading)
    {
        ArgumentNullException.ThrowIfNull(marks);
        int present = 0, absent = 0, sick = 0, personal = 0, blank = 0;
        foreach (var mark in marks)
        {
            switch (mark)
            {
                case Marks.Present: present++; break;
                case Marks.Absent: absent++; break;
                case Marks.Sick: sick++; break;
                case Marks.Personal: personal++; break;
                case "": blank++; break;
                default: throw new ArgumentException("Not an attendance mark.", nameof(marks));
            }
        }

        return new AttendanceTotals(marks.Count, present, absent, sick, personal, blank, reading == AbsenceReading.OnlyAbsent ? absent : absent + sick + personal);
    }
}
