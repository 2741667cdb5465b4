using CadreDocs.Service.Credits;

namespace CadreDocs.Service.Tests.Credits;

public sealed class DeclarationCheckTests
{
    private static readonly YearCount Complete = CreditCounter.Count(TestRules.Rules, TestRules.CompleteYear());
    private static readonly YearCount Empty = CreditCounter.Count(TestRules.Rules, []);
    private static readonly Dictionary<string, TypedCount> None = [];

    [Fact]
    public void A_typed_number_without_a_reason_is_refused_by_its_column()
    {
        var fault = Assert.Single(DeclarationCheck.Check(TestRules.Rules, Complete, new Dictionary<string, TypedCount> { ["plan"] = new(3, " ") }, null, null));
        Assert.Equal(("typed-without-reason", "plan"), (fault.Code, fault.Field));
    }

    [Fact]
    public void A_typed_number_with_a_reason_is_kept() =>
        Assert.Empty(DeclarationCheck.Check(TestRules.Rules, Complete, new Dictionary<string, TypedCount> { ["plan"] = new(3, "纸质一份") }, 2m, null));

    [Fact]
    public void Declaring_over_gaps_needs_a_reason_that_names_them()
    {
        var fault = Assert.Single(DeclarationCheck.Check(TestRules.Rules, Empty, None, 2m, null));
        Assert.Equal("declared-without-reason", fault.Code);
        Assert.Contains("干部管理案例", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_the_yearly_credit_is_refused() =>
        Assert.Equal("declared-out-of-range", Assert.Single(DeclarationCheck.Check(TestRules.Rules, Complete, None, 2.5m, null)).Code);

    [Fact]
    public void Part_credits_are_refused() =>
        Assert.Equal("declared-out-of-range", Assert.Single(DeclarationCheck.Check(TestRules.Rules, Complete, None, 1m, "一半")).Code);

    [Fact]
    public void An_unknown_column_is_refused() =>
        Assert.Equal("unknown-column", Assert.Single(DeclarationCheck.Check(TestRules.Rules, Complete, new Dictionary<string, TypedCount> { ["other"] = new(1, "x") }, null, null)).Code);

    [Fact]
    public void Typed_numbers_survive_writing_and_reading()
    {
        var typed = new Dictionary<string, TypedCount> { ["summary"] = new(1, "纸质"), ["plan"] = new(2, "补交") };
        Assert.Equal(typed.OrderBy(pair => pair.Key), TypedCount.Read(TypedCount.Write(typed)).OrderBy(pair => pair.Key));
    }
}
