
namespace CadreDocs.Service.Portfolios;

/// <summary>A school's year at a glance: cadres × items.</summary>
/// <param name="School">The school.</param>
/// <param name="Year">The year.</param>
/// <param name="Columns">The cadres' papers in official order, a semester's paper twice.</param>
/// <param name="Cadres">A row per cadre, in the order of posts; the cells stand in the order of the columns.</param>
/// <param name="SchoolItems">The school's own papers.</param>
/// <param name="Totals">Cells by state.</param>
/// <param name="Closed">True once the school handed the year in (已上报); reopening needs the college.</param>
/// <param name="SignedOff">True once the reviewer signed its credits.</param>
internal sealed record BoardView(
    BoardSchool School, int Year, List<BoardColumn> Columns, List<BoardCadre> Cadres, List<BoardSchoolItem> SchoolItems, BoardTotals Totals, bool Closed, bool SignedOff);

internal sealed record BoardSchool(string Id, string Name, string Stage);

/// <summary>A column of the board.</summary>
internal sealed record BoardColumn(string FormId, int Semester, string Label, string LabelEn, int Item, string? Sheet);

/// <summary>A row of the board.</summary>
internal sealed record BoardCadre(string PersonId, string Name, string Post, List<BoardCell> Cells);

/// <summary>A cell of the board.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Semester">1, 2, or 0.</param>
/// <param name="State">State of the paper that needs attention first; null where there is none (缺).</param>
/// <param name="RecordId">That paper.</param>
/// <param name="Count">Papers in this cell.</param>
/// <param name="Comment">What was said when it was returned.</param>
internal sealed record BoardCell(string FormId, int Semester, BoardState State, string? RecordId, int Count, string? Comment);

/// <summary>A paper of the school.</summary>
internal sealed record BoardSchoolItem(string FormId, string Label, string LabelEn, int Item, string? Sheet, BoardState State, string? RecordId, int Count, string? Comment);

/// <summary>Cells by state, the school's own papers left out.</summary>
internal sealed record BoardTotals(int Cells, int Missing, int Draft, int Submitted, int Returned, int Accepted, int Filed);

/// <summary>State of a cell: that of its paper, or missing.</summary>
internal enum BoardState
{
    Missing,
    Draft,
    Submitted,
    Returned,
    Accepted,
    Filed,
}
