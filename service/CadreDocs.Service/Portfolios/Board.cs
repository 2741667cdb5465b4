using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>Reads a board in one query round: cadres with their papers, and the school with its own.</summary>
internal sealed class Board(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>The board; null where there is no such school.</summary>
    public async Task<BoardView?> ReadAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var rows = await Query(schoolId, year).ToListAsync(cancellationToken);
        if (rows.Find(row => row.PersonId is null) is not { } school)
        {
            return null;
        }

        var version = schemes.ForYear(year);
        var columns = Columns(version);
        var cadres = rows.Where(row => row.PersonId is not null).GroupBy(row => row.PersonId!).Select(group =>
        {
            var first = group.OrderBy(row => row.Order).First();
            var papers = group.Where(row => row.RecordId is not null).DistinctBy(row => row.RecordId).ToLookup(row => (row.FormId!, row.Semester ?? 0));
            return (first.Order, View: new BoardCadre(
                group.Key, first.Name, string.Join("、", group.Select(row => row.Post).Distinct()),
                columns.Select(column => Cell(column.FormId, column.Semester, papers[(column.FormId, column.Semester)])).ToList()));
        }).OrderBy(item => item.Order).ThenBy(item => item.View.PersonId, StringComparer.Ordinal).Select(item => item.View).ToList();
        var own = rows.Where(row => row.PersonId is null && row.RecordId is not null).ToLookup(row => row.FormId!);
        var items = version.Forms.Where(form => form.Portfolio == Portfolio.School).Select(form =>
        {
            var cell = Cell(form.Id, 0, own[form.Id]);
            return new BoardSchoolItem(form.Id, form.Title, form.TitleEn, form.Item, form.Sheet, cell.State, cell.RecordId, cell.Count, cell.Comment);
        }).ToList();
        return new BoardView(new BoardSchool(schoolId, school.Name, school.Post), year, columns, cadres, items, Totals(cadres), school.Closed, school.SignedOff);
    }

    private static List<BoardColumn> Columns(SchemeVersion version) => version.Forms.Where(form => form.Portfolio == Portfolio.Personal).SelectMany(form =>
        form.Clock == Clock.Semester
            ? version.Definition.Semesters.Select(semester => new BoardColumn(
                form.Id, semester.No, form.Title + (semester.No == 1 ? "（上）" : "（下）"), form.TitleEn + (semester.No == 1 ? " (1)" : " (2)"), form.Item, form.Sheet))
            : [new BoardColumn(form.Id, 0, form.Title, form.TitleEn, form.Item, form.Sheet)]).ToList();

    // Left joins and a union, so that the database is asked once however many cadres there are.
    private IQueryable<BoardRow> Query(string schoolId, int year)
    {
        var day = schemes.DaysOf(year).Last;
        var inForce = database.Records.Where(record => record.Year <= year && record.Year > year - 5 && record.UntilYear >= year);
        var cadres =
            from post in database.Appointments.Where(post => post.SchoolId == schoolId).On(day)
            join person in database.People on post.PersonId equals person.Id
            from record in inForce.Where(record => record.PersonId == person.Id).DefaultIfEmpty()
            select new BoardRow
            {
                PersonId = person.Id, Name = person.Name, Post = post.Post, Order = post.Order, Closed = false, SignedOff = false,
                RecordId = record!.Id, FormId = record.FormId, Semester = record.Semester, State = record.State, Comment = record.Comment,
            };
        var own =
            from school in database.Schools.Where(school => school.Id == schoolId)
            from record in inForce.Where(record => record.SchoolId == school.Id && record.PersonId == null).DefaultIfEmpty()
            select new BoardRow
            {
                PersonId = null, Name = school.Name, Post = school.Stage, Order = 0,
                Closed = database.YearClosings.Any(closing => closing.SchoolId == school.Id && closing.Year == year),
                SignedOff = database.SignOffs.Any(sign => sign.SchoolId == school.Id && sign.Year == year),
                RecordId = record!.Id, FormId = record.FormId, Semester = record.Semester, State = record.State, Comment = record.Comment,
            };
        return cadres.Concat(own);
    }

    private static BoardCell Cell(string formId, int semester, IEnumerable<BoardRow> papers)
    {
        var list = papers.OrderBy(paper => Urgency(paper.State!.Value)).ToList();
        return list.Count == 0
            ? new BoardCell(formId, semester, BoardState.Missing, null, 0, null)
            : new BoardCell(formId, semester, Of(list[0].State!.Value), list[0].RecordId, list.Count, list[0].State == RecordState.Returned ? list[0].Comment : null);
    }

    /// <summary>Of several papers the one that waits for the secretary stands first, then what is settled, then what the cadre still works on.</summary>
    private static int Urgency(RecordState state) => state switch
    {
        RecordState.Submitted => 0,
        RecordState.Accepted or RecordState.Filed => 1,
        RecordState.Returned => 2,
        _ => 3,
    };

    private static BoardState Of(RecordState state) => state switch
    {
        RecordState.Draft => BoardState.Draft,
        RecordState.Submitted => BoardState.Submitted,
        RecordState.Returned => BoardState.Returned,
        RecordState.Accepted => BoardState.Accepted,
        _ => BoardState.Filed,
    };

    private static BoardTotals Totals(List<BoardCadre> cadres)
    {
        var states = cadres.SelectMany(cadre => cadre.Cells).CountBy(cell => cell.State).ToDictionary();
        int Of(BoardState state) => states.GetValueOrDefault(state);
        return new BoardTotals(
            states.Values.Sum(), Of(BoardState.Missing), Of(BoardState.Draft), Of(BoardState.Submitted), Of(BoardState.Returned), Of(BoardState.Accepted), Of(BoardState.Filed));
    }

    private sealed class BoardRow
    {
        public string? PersonId { get; init; }

        public required string Name { get; init; }

        /// <summary>Post of a cadre; stage of the school in its own rows.</summary>
        public required string Post { get; init; }

        public int Order { get; init; }

        /// <summary>Of the school's own rows.</summary>
        public bool Closed { get; init; }

        public bool SignedOff { get; init; }

        public string? RecordId { get; init; }

        public string? FormId { get; init; }

        public int? Semester { get; init; }

        public RecordState? State { get; init; }

        public string? Comment { get; init; }
    }
}
