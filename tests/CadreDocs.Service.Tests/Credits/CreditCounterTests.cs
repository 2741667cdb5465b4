using CadreDocs.Service.Credits;
using CadreDocs.Service.Records;

namespace CadreDocs.Service.Tests.Credits;

public sealed class CreditCounterTests
{
    [Fact]
    public void A_complete_set_proposes_the_years_credit()
    {
        var count = CreditCounter.Count(TestRules.Rules, TestRules.CompleteYear());
        Assert.Equal(2m, count.Proposed);
        Assert.Equal([2, 2, 1, 1, 1, 1, 3], count.Counts.Select(cell => cell.Counted));
    }

    [Fact]
    public void A_missing_paper_leaves_the_credit_open_and_is_named()
    {
        var papers = TestRules.CompleteYear();
        papers.RemoveAll(paper => paper.FormId == "case-study");
        var count = CreditCounter.Count(TestRules.Rules, papers);
        Assert.Null(count.Proposed);
        Assert.Equal("干部管理案例：缺", Assert.Single(count.Gaps).Label);
    }

    [Fact]
    public void Two_plans_of_one_semester_do_not_replace_the_other_semester()
    {
        var papers = TestRules.CompleteYear();
        papers[1] = papers[1] with { Semester = 1 };
        var gap = Assert.Single(CreditCounter.Count(TestRules.Rules, papers).Gaps);
        Assert.Equal(("semester-plan", 2), (gap.FormId, gap.Semester));
    }

    [Theory]
    [InlineData(RecordState.Draft, "草稿未提交")]
    [InlineData(RecordState.Submitted, "待学校接受")]
    [InlineData(RecordState.Returned, "待重交")]
    public void A_paper_that_the_school_has_not_accepted_is_listed_but_not_counted(RecordState state, string why)
    {
        var papers = TestRules.CompleteYear();
        papers[5] = papers[5] with { State = state };
        var count = CreditCounter.Count(TestRules.Rules, papers);
        var cell = count.Counts.Single(cell => cell.Key == "reflection");
        Assert.Equal(0, cell.Counted);
        Assert.Equal("r", Assert.Single(cell.Papers).RecordId);
        Assert.Contains(why, Assert.Single(count.Gaps).Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_may_be_none_as_long_as_the_sheet_is_there()
    {
        var papers = TestRules.CompleteYear();
        papers[8] = papers[8] with { Entries = 0 };
        var count = CreditCounter.Count(TestRules.Rules, papers);
        Assert.Equal(0, count.Counts.Single(cell => cell.Key == "result").Counted);
        Assert.Equal(2m, count.Proposed);
    }

    [Fact]
    public void More_papers_than_needed_are_all_counted()
    {
        var papers = TestRules.CompleteYear();
        papers.Add(new("r2", "reflection", 0, RecordState.Accepted, "心得二"));
        Assert.Equal(2, CreditCounter.Count(TestRules.Rules, papers).Counts.Single(cell => cell.Key == "reflection").Counted);
    }
}
