using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Scheme;

/// <summary>First and last day of a year (年度): January to December, or the school year (学年) from September (A1).</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day; the school of record on it files the year's 表4 (A32).</param>
public readonly record struct YearDays(DateOnly First, DateOnly Last)
{
    /// <summary>True for a day of the year.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>The last day of the year, or an earlier one.</summary>
    public DateOnly Until(DateOnly day) => day < Last ? day : Last;
}

/// <summary>Which days a year has.</summary>
public static class SchemeYears
{
    private const int SchoolYearBegins = 9;

    /// <summary>First day of a year as the scheme counts it.</summary>
    public static DateOnly FirstDay(this SchemeDefinition scheme, int year)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        return new DateOnly(year, scheme.IsSchoolYear ? SchoolYearBegins : 1, 1);
    }

    /// <summary>The days of a year. It lasts until the next one begins, so that a change of basis between two versions leaves no day without a year and none with two.</summary>
    public static YearDays DaysOf(this SchemeCatalog schemes, int year)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        return new YearDays(schemes.ForYear(year).Definition.FirstDay(year), schemes.ForYear(year + 1).Definition.FirstDay(year + 1).AddDays(-1));
    }

    /// <summary>The days of several years together, such as those of a three-year plan.</summary>
    public static YearDays DaysOf(this SchemeCatalog schemes, int from, int until) => new(schemes.DaysOf(from).First, schemes.DaysOf(until).Last);

    /// <summary>The year that a day belongs to.</summary>
    public static int YearOf(this SchemeCatalog schemes, DateOnly day) => schemes.DaysOf(day.Year).First <= day ? day.Year : day.Year - 1;

    /// <summary>The year of today in the district.</summary>
    public static int CurrentYear(this SchemeCatalog schemes, TimeProvider clock) => schemes.YearOf(clock.Today());
}
