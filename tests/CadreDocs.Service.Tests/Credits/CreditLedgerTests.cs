using System.Globalization;
using CadreDocs.Service.Credits;
using FsCheck;
using FsCheck.Fluent;

namespace CadreDocs.Service.Tests.Credits;

public sealed class CreditLedgerTests
{
    private static readonly Arbitrary<LedgerYear[]> AnyYears = (
        from year in Gen.Choose(2014, 2023)
        from state in Gen.Elements(Enum.GetValues<LedgerYearState>())
        from school in Gen.Elements("a", "b", "c")
        select new LedgerYear(year, state, school)).ArrayOf().ToArbitrary();

    [Fact]
    public void No_history_goes_above_a_cap() => Prop.ForAll(AnyYears, years =>
    {
        var ledger = CreditLedger.Compute(TestRules.Set, years);
        return ledger.Ethics <= 2m && ledger.Skills <= 8m;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cap_below_the_sum_of_rates_holds_too() => Prop.ForAll(AnyYears, years =>
    {
        var ledger = CreditLedger.Compute(TestRules.Set with { EthicsCap = 1m, SkillsCap = 3m }, years);
        return ledger.Ethics <= 1m && ledger.Skills <= 3m;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_years_does_not_matter() => Prop.ForAll(AnyYears, years =>
    {
        var turned = CreditLedger.Compute(TestRules.Set, years.Reverse());
        return CreditLedger.Compute(TestRules.Set, years).Lines.SequenceEqual(turned.Lines);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Moving_school_changes_no_credit() => Prop.ForAll(AnyYears, years =>
    {
        var elsewhere = CreditLedger.Compute(TestRules.Set, years.Select(year => year with { SchoolId = "elsewhere" }));
        var here = CreditLedger.Compute(TestRules.Set, years);
        return (here.Ethics, here.Skills, here.Years) == (elsewhere.Ethics, elsewhere.Skills, elsewhere.Years);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_two_columns_are_views_of_the_yearly_credit_and_never_added_to_it() => Prop.ForAll(AnyYears, years =>
    {
        var ledger = CreditLedger.Compute(TestRules.Set, years);
        return ledger.Ethics + ledger.Skills == TestRules.Rules.Yearly * ledger.Years;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_lines_add_up_to_the_totals() => Prop.ForAll(AnyYears, years =>
    {
        var ledger = CreditLedger.Compute(TestRules.Set, years);
        return ledger.Ethics == ledger.Lines.Sum(line => line.Ethics) && ledger.Skills == ledger.Lines.Sum(line => line.Skills);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Three_years_print_exact_tenths()
    {
        var ledger = CreditLedger.Compute(TestRules.Set, Enumerable.Range(2018, 3).Select(year => new LedgerYear(year, LedgerYearState.Recognised)));
        Assert.Equal("1.2", ledger.Ethics!.Value.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_year_filed_by_two_schools_counts_once_and_is_marked()
    {
        var ledger = CreditLedger.Compute(TestRules.Set, [new(2019, LedgerYearState.Recognised, "a"), new(2019, LedgerYearState.Recognised, "b")]);
        Assert.Equal(0.4m, ledger.Ethics);
        Assert.True(ledger.Lines.Single(line => line.Year == 2019).FiledTwice);
    }

    [Fact]
    public void An_unconfirmed_opening_year_gives_nothing()
    {
        var ledger = CreditLedger.Compute(TestRules.Set, [new(2016, LedgerYearState.OpeningWaiting)]);
        Assert.Equal(0m, ledger.Ethics);
    }

    [Fact]
    public void A_period_without_rates_is_refused_with_who_must_set_them()
    {
        var ledger = CreditLedger.Compute(new CreditPeriod(2021, 2025, "四"), [new(2024, LedgerYearState.Recognised)]);
        Assert.Null(ledger.Ethics);
        Assert.Null(ledger.Skills);
        Assert.Contains("2021–2025", ledger.Refusal, StringComparison.Ordinal);
        Assert.Contains("区教育局党委", ledger.Refusal, StringComparison.Ordinal);
        Assert.Equal(1, ledger.Years);
    }
}
