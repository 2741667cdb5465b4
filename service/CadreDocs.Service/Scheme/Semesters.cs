using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Scheme;

/// <summary>A semester (学期) of one year.</summary>
/// <param name="No">1 or 2, in calendar order.</param>
/// <param name="Name">Its own name, such as 2023学年第二学期 (A2).</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; may lie in the next year.</param>
public sealed record Semester(int No, string Name, string NameEn, DateOnly From, DateOnly To);

/// <summary>The semesters of a year, by the scheme's names and days.</summary>
public static class Semesters
{
    /// <summary>All semesters of this year.</summary>
    public static IReadOnlyList<Semester> SemestersOf(this SchemeDefinition scheme, int year)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return [.. scheme.Semesters.Select(semester => Of(scheme, semester, year))];
    }

    /// <summary>The semester with this number; null for 0 and unknown numbers.</summary>
    public static Semester? SemesterOf(this SchemeDefinition scheme, int year, int no)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return scheme.Semesters.FirstOrDefault(semester => semester.No == no) is { } found ? Of(scheme, found, year) : null;
    }

    // The spring of a school year lies in the next calendar year.
    private static Semester Of(SchemeDefinition scheme, SchemeSemester semester, int year)
    {
        var globals = new JsonObject { ["year"] = year };
        var from = Day(year, semester.From) is var same && same < scheme.FirstDay(year) ? Day(year + 1, semester.From) : same;
        var to = Day(from.Year, semester.To);
        return new Semester(
            semester.No, Scripts.Render(semester.Name, globals), Scripts.Render(semester.NameEn, globals), from, to < from ? Day(from.Year + 1, semester.To) : to);
    }

    private static DateOnly Day(int year, string monthAndDay) => DateOnly.ParseExact(
        string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{monthAndDay}"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
