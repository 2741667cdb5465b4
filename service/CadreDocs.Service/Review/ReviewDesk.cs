using CadreDocs.Documents.Excel;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Review;

/// <summary>The reviewer's work: queue, workbook out and in. A reviewer sees the assigned schools only.</summary>
internal sealed class ReviewDesk(CadreDbContext database, CreditBook book, CreditWriter writer, SchemeCatalog schemes, CurrentUser user)
{
    /// <summary>The schools of the reviewer, those with open exceptions first.</summary>
    public async Task<List<ReviewSchool>> QueueAsync(int year, CancellationToken cancellationToken)
    {
        var schools = await database.Schools.AsNoTracking().Join(database.Regions, school => school.RegionId, region => region.Id, (school, region) => new { school.Id, school.Name, school.Code, Region = region.Name })
            .ToListAsync(cancellationToken);
        var rows = (await RowsAsync(year, cancellationToken)).ToLookup(row => row.SchoolId);
        var papers = (await database.Records.AsNoTracking().Where(record => record.Year == year && record.PersonId == null && (record.FormId == "annual-plan" || record.FormId == "annual-summary"))
            .Select(record => new { record.Id, record.SchoolId, record.FormId, record.State }).ToListAsync(cancellationToken)).ToLookup(record => record.SchoolId);
        var signed = (await database.SignOffs.Where(sign => sign.Year == year).Select(sign => sign.SchoolId).ToListAsync(cancellationToken)).ToHashSet();
        return schools.Where(school => Reads(school.Id)).Select(school =>
        {
            ReviewPaper? Paper(string form) => papers[school.Id].Where(paper => paper.FormId == form).Select(paper => new ReviewPaper(paper.Id, paper.State)).FirstOrDefault();
            var own = rows[school.Id].ToList();
            var exceptions = own.Where(row => row.Line?.Opinion is null).SelectMany(ReviewExceptions.Of).ToList();
            return (school.Code, View: new ReviewSchool(
                school.Id, school.Name, school.Region, own.Count, own.Count(row => ReviewExceptions.Of(row).Count == 0), own.Count(row => row.Line?.Opinion is not null),
                own.Count(row => row.Line?.Opinion == Opinions.Return), exceptions, Paper("annual-plan"), Paper("annual-summary"), signed.Contains(school.Id)));
        }).OrderBy(item => item.View.SignedOff).ThenByDescending(item => item.View.Exceptions.Count > 0).ThenBy(item => item.Code, StringComparer.Ordinal).Select(item => item.View).ToList();
    }

    /// <summary>The audit workbook of the reviewer's schools; the reviewer's own line is left out.</summary>
    public async Task<ReadOnlyMemory<byte>> WorkbookAsync(int year, CancellationToken cancellationToken)
    {
        var rows = (await RowsAsync(year, cancellationToken)).Where(row => !user.OwnsPerson(row.PersonId));
        return ReviewWorkbook.Write(schemes.ForYear(year), book.Rules(year), year, rows, await SchoolNamesAsync(cancellationToken));
    }

    /// <summary>Reads a marked workbook and applies it: any fault stops the whole file, conflicts are left out and listed.</summary>
    public async Task<Outcome<ReviewUploadView>> ApplyAsync(ReadOnlyMemory<byte> file, string fileName, int year, CancellationToken cancellationToken)
    {
        if (ReturnedWorkbook.Read(file, fileName, year).Refused(out var problem, out var workbook))
        {
            return problem;
        }

        var current = (await RowsAsync(year, cancellationToken)).ToDictionary(row => row.PersonId);
        var schools = await SchoolNamesAsync(cancellationToken);
        var merge = new ReviewMerge(year, book.Rules(year), current, schools, fileName, workbook.Sheet)
        {
            Self = user.PersonId,
            SignedOff = (await database.SignOffs.Where(sign => sign.Year == year).Select(sign => sign.SchoolId).ToListAsync(cancellationToken)).ToHashSet(),
        };
        var plan = merge.Plan(workbook.Rows);
        if (plan.Problems.Count > 0)
        {
            return Problems.Invalid(plan.Problems) with
            {
                Code = "review-rejected",
                Title = $"“{fileName}”有 {plan.Problems.Count} 处问题，没有写入任何意见。",
                TitleEn = $"'{fileName}' has {plan.Problems.Count} faults; no opinion was taken.",
            };
        }

        foreach (var opinion in plan.Opinions)
        {
            await writer.ReviewAsync(opinion.Row, year, opinion.Opinion, user.PersonId!, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return new ReviewUploadView(
            plan.Opinions.Select(opinion => new AppliedOpinion(opinion.RowNumber, opinion.Row.PersonId, opinion.Row.Name, schools[opinion.Row.SchoolId], opinion.Opinion.Opinion, opinion.Opinion.Recognised)).ToList(),
            plan.Unchanged, plan.Conflicts);
    }

    /// <summary>Rows of the schools that the asker reviews (the officer reads all).</summary>
    public async Task<List<CreditRow>> RowsAsync(int year, CancellationToken cancellationToken) =>
        (await book.DistrictAsync(year, cancellationToken)).Where(row => Reads(row.SchoolId)).ToList();

    private bool Reads(string schoolId) => user.IsReviewerOf(schoolId) || user.IsOfficer;

    private Task<Dictionary<string, string>> SchoolNamesAsync(CancellationToken cancellationToken) =>
        database.Schools.ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
}

/// <summary>The rows of a returned workbook.</summary>
internal sealed record ReturnedWorkbook(string Sheet, List<ReturnedRow> Rows)
{
    /// <summary>Reads it, or says why it is not ours.</summary>
    public static Outcome<ReturnedWorkbook> Read(ReadOnlyMemory<byte> file, string fileName, int year)
    {
        var workbook = SheetReader.Read(file, fileName);
        if (workbook.Faults.Count > 0)
        {
            var fault = workbook.Faults[0];
            return Refused(fault.Code, fileName, fault.Message, fault.MessageEn);
        }

        var table = workbook.FindTable(ReviewWorkbook.Needed);
        var kind = workbook.Properties.GetValueOrDefault(ReviewWorkbook.KindProperty);
        if (table is null || (kind is not null && kind != ReviewWorkbook.Kind))
        {
            var missing = workbook.Sheets.Count == 0 ? ReviewWorkbook.Needed : workbook.Sheets[0].MissingHeaders(ReviewWorkbook.Needed);
            return Refused(
                "foreign-workbook", fileName,
                $"这不是本系统的学分审核表{(missing.Count > 0 ? $"（缺少列：{string.Join("、", missing)}）" : "")}：请在“学分审核”页下载工作簿，填好后上传。",
                $"This is not an audit workbook of this service{(missing.Count > 0 ? $" (columns missing: {string.Join(", ", missing)})" : "")}: download it on the review page, fill it in and upload it.");
        }

        var made = workbook.Properties.GetValueOrDefault(ReviewWorkbook.YearProperty);
        var wanted = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (made is not null && made != wanted)
        {
            return Refused("other-year", fileName, $"这是 {made} 年度的审核表，当前年度是 {wanted}：请切换到 {made} 年度再上传。", $"This workbook is of {made}, but the year is {wanted}: switch to {made} and upload it there.");
        }

        return new ReturnedWorkbook(table.Sheet.Name, table.Rows
            .Where(row => row[ReviewWorkbook.Key].Length + row[ReviewWorkbook.Opinion].Length + row[ReviewWorkbook.Recognised].Length > 0)
            .Select(row => new ReturnedRow(
                row.Number, row[ReviewWorkbook.Key], row[ReviewWorkbook.Version], row[ReviewWorkbook.Base], row[ReviewWorkbook.School], row[ReviewWorkbook.Name],
                row[ReviewWorkbook.Opinion], row[ReviewWorkbook.Recognised], row[ReviewWorkbook.Reason])).ToList());
    }

    private static Problem Refused(string code, string fileName, string zh, string en) => new(
        StatusCodes.Status422UnprocessableEntity, code, $"“{fileName}”没有写入。", $"'{fileName}' was not taken.", zh, en)
    {
        Items = [new ProblemItem(code, zh, en, fileName)],
    };
}
