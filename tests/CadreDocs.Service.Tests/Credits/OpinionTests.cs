using CadreDocs.Service.Credits;

namespace CadreDocs.Service.Tests.Credits;

public sealed class OpinionTests
{
    [Fact]
    public void Agreeing_recognises_what_was_declared() =>
        Assert.Equal(2m, Opinions.Settle(TestRules.Rules, 2m, "同意", null, null).Recognised);

    [Fact]
    public void Agreeing_to_nothing_declared_is_refused() =>
        Assert.Equal("nothing-declared", Opinions.Settle(TestRules.Rules, null, "同意", null, null).Faults.Single().Code);

    [Fact]
    public void Sending_back_recognises_nothing_and_needs_a_reason()
    {
        Assert.Equal("opinion-without-reason", Opinions.Settle(TestRules.Rules, 2m, "退回补正", null, "").Faults.Single().Code);
        var settled = Opinions.Settle(TestRules.Rules, 2m, "退回补正", null, "缺管理案例");
        Assert.Equal(("退回补正", null), (settled.Opinion, settled.Recognised));
    }

    [Fact]
    public void Assessing_takes_the_number_in_the_blank() =>
        Assert.Equal(0m, Opinions.Settle(TestRules.Rules, 2m, "核定0分", null, "未参加").Recognised);

    [Fact]
    public void A_credit_that_contradicts_the_opinion_is_refused() =>
        Assert.Equal("recognised-contradicts", Opinions.Settle(TestRules.Rules, 2m, "同意", 0m, "x").Faults.Single().Code);

    [Theory]
    [InlineData("不同意")]
    [InlineData("核定_分")]
    [InlineData("核定两分")]
    public void An_opinion_outside_the_list_is_refused_with_the_list(string opinion)
    {
        var fault = Opinions.Settle(TestRules.Rules, 2m, opinion, null, "x").Faults.Single();
        Assert.Equal("opinion-outside-list", fault.Code);
        Assert.Contains("退回补正", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_opinion_takes_it_back() =>
        Assert.Equal((null, null), (Opinions.Settle(TestRules.Rules, 2m, " ", null, null).Opinion, Opinions.Settle(TestRules.Rules, 2m, "", null, null).Recognised));
}
