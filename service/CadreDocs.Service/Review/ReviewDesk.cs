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
        var signed = await SignedOffAsync(year, cancellationToken);
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

        var schools = await SchoolNamesAsync(cancellationToken);
        var plan = await MergeAsync(year, schools, fileName, workbook, cancellationToken);
        if (plan.Problems.Count > 0)
        {
            return Problems.Invalid(plan.Problems) with
            {
                Code = "review-rejected",
                Title = $"“{fileName}”有 {plan.Problems.Count} 处问题，没有写入任何意见。",
                TitleEn = $"'{fileName}' has {plan.Problems.Count} faults; no opinion was taken.",
            };
        }

        await WriteAsync(plan, year, cancellationToken);
        return new ReviewUploadView(
            plan.Opinions.Select(opinion => new AppliedOpinion(opinion.RowNumber, opinion.Row.PersonId, opinion.Row.Name, schools[opinion.Row.SchoolId], opinion.Opinion.Opinion, opinion.Opinion.Recognised)).ToList(),
            plan.Unchanged, plan.Conflicts);
    }

    /// <summary>The rows of the workbook as they stand now; the reviewer's own line comes too, marked as such.</summary>
    public async Task<ReviewRowsView> RowsViewAsync(int year, CancellationToken cancellationToken)
    {
        var rows = (await RowsAsync(year, cancellationToken)).OrderBy(row => ReviewExceptions.Of(row).Count == 0).ThenBy(row => row.SchoolId, StringComparer.Ordinal).ThenBy(row => row.Order);
        var columns = ReviewWorkbook.Columns(schemes.ForYear(year), book.Rules(year));
        return new ReviewRowsView(
            year, columns.Select(column => new ReviewColumnView(column.Header, column.Type is WorkbookColumnType.Integer or WorkbookColumnType.Credit)).ToList(),
            await ShowAsync(rows, year, cancellationToken));
    }

    /// <summary>Takes the rows that a reviewer changed in the open workbook: each row by itself, so that one fault does not hold up the others.</summary>
    public async Task<ReviewRowsSaved> SaveRowsAsync(IReadOnlyList<ReviewRowEdit> edits, int year, CancellationToken cancellationToken)
    {
        var distinct = edits.Select(edit => edit.Row).Distinct().Count() == edits.Count;
        var returned = edits.Select((edit, index) => new ReturnedRow(
            distinct ? edit.Row : index + 1, edit.Key, edit.Version, edit.Base, edit.School, edit.Name,
            edit.Opinion?.Trim() ?? "", edit.Recognised?.Trim() ?? "", edit.Reason?.Trim() ?? "")).ToList();
        var schools = await SchoolNamesAsync(cancellationToken);
        var plan = await MergeAsync(year, schools, null, new ReturnedWorkbook(ReviewWorkbook.Sheet, returned), cancellationToken);

        // A row that stands twice has a fault and an opinion; it must not count.
        var faulty = plan.Problems.Select(problem => problem.Row).ToHashSet();
        plan.Opinions.RemoveAll(opinion => faulty.Contains(opinion.RowNumber));
        await WriteAsync(plan, year, cancellationToken);
        var keys = edits.Select(edit => edit.Key).ToHashSet(StringComparer.Ordinal);
        var now = (await RowsAsync(year, cancellationToken)).Where(row => keys.Contains(ReviewWorkbook.KeyOf(row.PersonId, year)));
        return new ReviewRowsSaved(
            plan.Opinions.Select(opinion => opinion.Row.PersonId).ToList(), plan.Unchanged, plan.Conflicts, plan.Problems, await ShowAsync(now, year, cancellationToken));
    }

    /// <summary>Rows of the schools that the asker reviews (the officer reads all).</summary>
    public async Task<List<CreditRow>> RowsAsync(int year, CancellationToken cancellationToken) =>
        (await book.DistrictAsync(year, cancellationToken)).Where(row => Reads(row.SchoolId)).ToList();

    private async Task<MergePlan> MergeAsync(int year, IReadOnlyDictionary<string, string> schools, string? fileName, ReturnedWorkbook workbook, CancellationToken cancellationToken)
    {
        var current = (await RowsAsync(year, cancellationToken)).ToDictionary(row => row.PersonId);
        var merge = new ReviewMerge(year, book.Rules(year), current, schools, fileName, workbook.Sheet) { Self = user.PersonId, SignedOff = await SignedOffAsync(year, cancellationToken) };
        return merge.Plan(workbook.Rows);
    }

    private async Task WriteAsync(MergePlan plan, int year, CancellationToken cancellationToken)
    {
        foreach (var opinion in plan.Opinions)
        {
            await writer.ReviewAsync(opinion.Row, year, opinion.Opinion, user.PersonId!, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<ReviewRowView>> ShowAsync(IEnumerable<CreditRow> rows, int year, CancellationToken cancellationToken)
    {
        var schools = await SchoolNamesAsync(cancellationToken);
        var signed = await SignedOffAsync(year, cancellationToken);
        var columns = schemes.ForYear(year).Definition.Counts;
        return rows.Select(row => new ReviewRowView(
            row.PersonId, row.Name, row.SchoolId, schools[row.SchoolId], ReviewWorkbook.KeyOf(row.PersonId, year), ReviewExceptions.Of(row).Count == 0, user.OwnsPerson(row.PersonId),
            signed.Contains(row.SchoolId), ReviewWorkbook.Cells(row, year, schools[row.SchoolId], columns).Select(cell => cell.Text ?? "").ToList())).ToList();
    }

    private async Task<HashSet<string>> SignedOffAsync(int year, CancellationToken cancellationToken) =>
        (await database.SignOffs.Where(sign => sign.Year == year).Select(sign => sign.SchoolId).ToListAsync(cancellationToken)).ToHashSet();

    private bool Reads(string schoolId) => user.IsReviewerOf(schoolId) || user.IsOfficer;

    private Task<Dictionary<string, string>> SchoolNamesAsync(CancellationToken cancellationToken) =>
        database.Schools.ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
}
