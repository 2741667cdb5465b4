using CadreDocs.Service.Credits;
using CadreDocs.Service.Training;
using static CadreDocs.Service.Credits.LedgerYearState;

namespace CadreDocs.Service.Tests.Credits;

/// <summary>The worked cases of the requirements, one test each.</summary>
public sealed class WorkedCases
{
    [Fact]
    public void Five_recognised_years_reach_the_cap() => Gives(2m, 8m, Years(2016, 2020, Recognised));

    [Fact]
    public void Appointed_in_2018_without_filing_that_year_gives_two_years() =>
        Gives(0.8m, 3.2m, [new(2018, NotFiled), new(2019, Recognised), new(2020, Recognised)]);

    [Fact]
    public void A_returned_year_is_not_a_year()
    {
        var years = Years(2016, 2020, Recognised);
        years[3] = new LedgerYear(2019, Returned);
        Gives(1.6m, 6.4m, years);
    }

    [Fact]
    public void A_sixth_year_lies_outside_the_period() => Gives(2m, 8m, Years(2016, 2021, Recognised));

    [Fact]
    public void Confirmed_opening_years_count_like_recognised_ones() =>
        Gives(2m, 8m, [.. Years(2016, 2017, OpeningConfirmed), .. Years(2018, 2020, Recognised)]);

    [Fact]
    public void Moving_school_in_July_has_no_effect_on_years()
    {
        var years = Years(2016, 2020, Recognised).Select(year => year with { SchoolId = year.Year < 2019 ? "old" : "new" });
        Gives(2m, 8m, years);
    }

    [Fact]
    public void Marks_add_up_to_the_sessions()
    {
        string[] marks = ["√", "√", "O", "⊕", "√", "△", "√", ""];
        Assert.Equal(new AttendanceTotals(8, 4, 1, 1, 1, 1, 1), AttendanceTotals.Of(marks, AbsenceReading.OnlyAbsent));
        Assert.Equal(3, AttendanceTotals.Of(marks, AbsenceReading.AnyNotPresent).AbsentPrinted);
    }

    private static List<LedgerYear> Years(int from, int until, LedgerYearState state) =>
        Enumerable.Range(from, until - from + 1).Select(year => new LedgerYear(year, state)).ToList();

    private static void Gives(decimal ethics, decimal skills, IEnumerable<LedgerYear> years)
    {
        var ledger = CreditLedger.Compute(TestRules.Set, years);
        Assert.Equal((ethics, skills), (ledger.Ethics, ledger.Skills));
    }
}
