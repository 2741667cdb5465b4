using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Portfolios;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Training;

/// <summary>What is still open in a school's year, looked at before it is handed in. Only blank marks stand in the way; the rest is named and left to people.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Year">The year.</param>
/// <param name="State">Whether it was handed in, by whom, and what the asker may do.</param>
/// <param name="Sessions">Sessions that have a column in 表2; none means that nothing was planned.</param>
/// <param name="Blanks">Blank attendance marks; each has to be confirmed as 不计.</param>
/// <param name="Gaps">Cadres whose set is incomplete, with what is missing by name.</param>
/// <param name="Waiting">Papers handed in that nobody has judged yet.</param>
/// <param name="SchoolPapers">The school's own papers that are not accepted yet.</param>
internal sealed record YearCheckView(
    string SchoolId, string SchoolName, int Year, YearStateView State, int Sessions, List<BlankMark> Blanks, List<YearGap> Gaps, List<OpenPaper> Waiting, List<OpenPaper> SchoolPapers);

/// <summary>A session without a mark for someone who was in post.</summary>
internal sealed record BlankMark(string SessionId, string Label, string Topic, string PersonId, string Name);

/// <summary>A cadre with an incomplete set.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name.</param>
/// <param name="Gaps">The missing papers.</param>
/// <param name="Credit">申报学分 as it stands; null where nothing is declared.</param>
/// <param name="Reason">Why it is declared nevertheless.</param>
internal sealed record YearGap(string PersonId, string Name, List<CreditGapView> Gaps, decimal? Credit, string? Reason);

/// <summary>A paper that is not settled.</summary>
/// <param name="FormId">The form.</param>
/// <param name="RecordId">The record; null where none was begun.</param>
/// <param name="Name">The cadre, or null for a paper of the school.</param>
/// <param name="Label">The paper.</param>
/// <param name="LabelEn">The same in English.</param>
/// <param name="State">Its state.</param>
internal sealed record OpenPaper(string FormId, string? RecordId, string? Name, string Label, string LabelEn, BoardState State);

/// <summary>Reads what is open in a year.</summary>
internal sealed class YearCheck(CadreDbContext database, AttendanceBook book, CreditBook credits, Board board)
{
    /// <summary>The sheets that the service fills; handing in settles them.</summary>
    public static readonly string[] Settled = ["attendance", "session-schedule", CreditDeclarationForm.Id];

    /// <summary>Filed once a period, not with the year.</summary>
    private static readonly string[] OfPeriod = [PlatformForm.Ethics, PlatformForm.Skills];

    /// <summary>The blank marks, in the order of posts and days.</summary>
    public async Task<List<BlankMark>> BlanksAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var columns = await book.ColumnsAsync(schoolId, year, cancellationToken);
        var rows = await book.RowsAsync(schoolId, year, cancellationToken);
        return (from row in rows
                from session in columns
                where row.InPost(session) && !row.Marks.ContainsKey(session.Id)
                select new BlankMark(session.Id, SessionDays.Label(session), session.Topic, row.PersonId, row.Name)).ToList();
    }

    /// <summary>Everything that is open; null where there is no such school.</summary>
    public async Task<YearCheckView?> ReadAsync(string schoolId, int year, YearStateView state, CancellationToken cancellationToken)
    {
        if (await board.ReadAsync(schoolId, year, cancellationToken) is not { } view)
        {
            return null;
        }

        var gaps = (await credits.SchoolAsync(schoolId, year, cancellationToken)).Where(row => row.Count.Gaps.Count > 0)
            .Select(row => new YearGap(
                row.PersonId, row.Name, row.Count.Gaps.Select(gap => new CreditGapView(gap.FormId, gap.Semester, gap.Missing, gap.Label, gap.LabelEn)).ToList(), row.Declared, row.Line?.DeclaredReason))
            .ToList();
        var waiting = from cadre in view.Cadres
                      from pair in cadre.Cells.Zip(view.Columns)
                      where pair.First.State == BoardState.Submitted
                      select new OpenPaper(pair.First.FormId, pair.First.RecordId, cadre.Name, pair.Second.Label, pair.Second.LabelEn, pair.First.State);
        var papers = view.SchoolItems.Where(item => item.State is not (BoardState.Accepted or BoardState.Filed) && !Settled.Contains(item.FormId) && !OfPeriod.Contains(item.FormId))
            .Select(item => new OpenPaper(item.FormId, item.RecordId, null, item.Label, item.LabelEn, item.State));
        var blanks = state.Closed ? [] : await BlanksAsync(schoolId, year, cancellationToken);
        var sessions = (await book.ColumnsAsync(schoolId, year, cancellationToken)).Count;
        return new YearCheckView(schoolId, view.School.Name, year, state, sessions, blanks, gaps, waiting.ToList(), papers.ToList());
    }

    /// <summary>The sheets that were settled with a year, tracked.</summary>
    public async Task<List<Records.Record>> SettledSheetsAsync(string schoolId, int year, CancellationToken cancellationToken) =>
        await database.Records.Where(record => record.SchoolId == schoolId && record.PersonId == null && record.Year == year && Settled.Contains(record.FormId)).ToListAsync(cancellationToken);
}
