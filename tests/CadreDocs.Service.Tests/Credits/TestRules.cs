using CadreDocs.Service.Credits;
using CadreDocs.Service.Records;

namespace CadreDocs.Service.Tests.Credits;

internal static class TestRules
{
    public static readonly CreditPeriod Set = new(2016, 2020, "三", 0.4m, 1.6m, 2m, 8m);

    public static readonly CreditRules Rules = new()
    {
        Yearly = 2m,
        Counts =
        [
            new("plan", "semester-plan", "学期岗位工作计划", "Semester plan", 2, PerSemester: true),
            new("summary", "semester-summary", "学期岗位工作总结", "Semester summary", 2, PerSemester: true),
            new("lecture", "lecture", "干部专题讲座", "Lecture", 1),
            new("reflection", "reflection", "干部学习心得", "Reflection", 1),
            new("case", "case-study", "干部管理案例", "Case study", 1),
            new("report", "duty-report", "年度述职报告", "Duty report", 1),
            new("result", "results", "干部个人成果汇总", "Results", 1, CountsEntries: true),
        ],
        Periods = [Set, new(2021, 2025, "四")],
    };

    public static List<CountedPaper> CompleteYear() =>
    [
        new("p1", "semester-plan", 1, RecordState.Accepted, "计划一"),
        new("p2", "semester-plan", 2, RecordState.Accepted, "计划二"),
        new("s1", "semester-summary", 1, RecordState.Accepted, "总结一"),
        new("s2", "semester-summary", 2, RecordState.Filed, "总结二"),
        new("l", "lecture", 0, RecordState.Accepted, "讲座"),
        new("r", "reflection", 0, RecordState.Accepted, "心得"),
        new("c", "case-study", 0, RecordState.Accepted, "案例"),
        new("d", "duty-report", 0, RecordState.Accepted, "述职"),
        new("x", "results", 0, RecordState.Accepted, "成果", 3),
    ];
}
