using System.Buffers;
using System.Globalization;
using CadreDocs.Documents.Excel;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Review;

/// <summary>The district's results of a year for the bureau: a sheet of schools and a sheet of cadres (R2).</summary>
internal sealed class DistrictResults(CadreDbContext database, CreditBook book, LedgerBook ledgers, Evaluations evaluations, SchemeCatalog schemes)
{
    /// <summary>The workbook.</summary>
    public async Task<ReadOnlyMemory<byte>> WorkbookAsync(int year, CancellationToken cancellationToken)
    {
        var schools = await evaluations.ReadAsync(year, _ => true, cancellationToken);
        var rows = await book.DistrictAsync(year, cancellationToken);
        var years = await ledgers.YearsAsync(database.People.Select(person => person.Id), cancellationToken);
        var marks = await MarksAsync(year, cancellationToken);
        var period = schemes.PeriodAt(year);
        var output = new ArrayBufferWriter<byte>(256 * 1024);
        WorkbookWriter.Write(
            new WorkbookDefinition
            {
                Title = string.Create(CultureInfo.InvariantCulture, $"{year}年度干部自培结果"),
                Sheets = [Schools(schools), Cadres(rows, schools, years, marks, period, schemes.ForYear(year))],
            },
            output);
        return output.WrittenMemory;
    }

    private static WorkbookSheet Schools(EvaluationsView view) => new()
    {
        Name = "学校",
        Table = new WorkbookTable
        {
            Name = "schools",
            Columns =
            [
                new() { Header = "学校", Width = 24 }, new() { Header = "片区" }, Whole("干部"), Whole("应有材料"), Whole("已接受"), Whole("认定学分人数"), Whole("退回人数"), new() { Header = "年度计划" },
                new() { Header = "年度总结" }, Whole("活动"), Whole("已开展"), new() { Header = "已上报" }, new() { Header = "已签审" }, new() { Header = "年终评价" }, new() { Header = "评语", Width = 40 },
            ],
            Rows = view.Schools.Select(item => (IReadOnlyList<WorkbookCell>)
            [
                item.Facts.School.SchoolName, item.Facts.School.RegionName, Text(item.Facts.School.Cadres), Text(item.Facts.School.Due), Text(item.Facts.School.Accepted), Text(item.Facts.School.Recognised),
                Text(item.Facts.School.CreditsReturned), Paper(item.Facts.Plan), Paper(item.Facts.Summary), Text(item.Facts.SessionsPlanned), Text(item.Facts.SessionsHeld),
                item.Facts.School.Closed ? "是" : "否", item.Facts.School.SignedOff ? "是" : "否", view.Grades.FirstOrDefault(grade => grade.Key == item.Evaluation?.Grade)?.Label ?? "", item.Evaluation?.Comment ?? "",
            ]).ToList(),
        },
    };

    private static WorkbookSheet Cadres(
        List<CreditRow> rows, EvaluationsView view, ILookup<string, LedgerYear> years, Dictionary<string, AttendanceTotals> marks, CreditPeriod period, SchemeVersion version)
    {
        var names = view.Schools.ToDictionary(item => item.Facts.School.SchoolId, item => item.Facts.School.SchoolName);
        var counts = version.Definition.Counts;
        return new WorkbookSheet
        {
            Name = "干部",
            Table = new WorkbookTable
            {
                Name = "cadres",
                Columns =
                [
                    new() { Header = "学校", Width = 24 }, new() { Header = "姓名" }, new() { Header = "进修编号", Width = 16 }, new() { Header = "现任干部职务", Width = 16 },
                    .. counts.Select(count => Whole(count.Label)), Credit("申报学分"), Credit("认定学分"), new() { Header = "区级审核意见", Width = 16 }, Whole("出勤次数"), Whole("缺勤次数"),
                    Whole(string.Create(CultureInfo.InvariantCulture, $"{period.From}–{period.Until}实际年数")), Credit("师德素养"), Credit("知识技能"),
                ],
                Rows = rows.Select(row =>
                {
                    var ledger = CreditLedger.Compute(period, years[row.PersonId]);
                    var total = marks.GetValueOrDefault(row.PersonId);
                    return (IReadOnlyList<WorkbookCell>)
                    [
                        names.GetValueOrDefault(row.SchoolId, ""), row.Name, row.PlatformNo ?? "", row.Post, .. counts.Select(count => (WorkbookCell)Text(row.Printed(count.Key))),
                        PlatformForm.Text(row.Declared), PlatformForm.Text(row.Line?.Recognised), row.Line?.Opinion ?? "", Text(total?.Present ?? 0), Text(total?.AbsentPrinted ?? 0),
                        Text(ledger.Years), PlatformForm.Text(ledger.Ethics), PlatformForm.Text(ledger.Skills),
                    ];
                }).ToList(),
            },
        };
    }

    // Counted by the database; leave is folded into the printed absences only where the scheme reads them so, and is never shown by itself.
    private async Task<Dictionary<string, AttendanceTotals>> MarksAsync(int year, CancellationToken cancellationToken)
    {
        var reading = schemes.ForYear(year).Definition.Attendance.Reading();
        var groups = await (
            from mark in database.AttendanceMarks
            join session in database.Sessions on mark.SessionId equals session.Id
            where session.Year == year
            group mark by new { mark.PersonId, mark.Mark } into marks
            select new { marks.Key.PersonId, marks.Key.Mark, Count = marks.Count() }).ToListAsync(cancellationToken);
        return groups.GroupBy(group => group.PersonId).ToDictionary(
            group => group.Key, group => AttendanceTotals.Of(group.SelectMany(item => Enumerable.Repeat(item.Mark, item.Count)).ToList(), reading));
    }

    private static WorkbookColumn Whole(string header) => new() { Header = header, Type = WorkbookColumnType.Integer };

    private static WorkbookColumn Credit(string header) => new() { Header = header, Type = WorkbookColumnType.Credit };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Paper(FactPaper? paper) => paper?.State switch
    {
        null => "未交",
        Records.RecordState.Draft => "草稿",
        Records.RecordState.Submitted => "已提交",
        Records.RecordState.Returned => "已退回",
        Records.RecordState.Accepted => "已接受",
        _ => "已归档",
    };
}
