namespace CadreDocs.Service.Duties;

/// <summary>Something owed (应交材料): a form of one owner and one turn of its clock.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Sheet">Printed number of the sheet, or null.</param>
/// <param name="Title">Title of the item.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="Portfolio"><c>school</c> or <c>personal</c>.</param>
/// <param name="Item">Number of the item in its portfolio.</param>
/// <param name="Clock">How often it falls due.</param>
/// <param name="Clause">Clause of the regulation that asks for it.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="Owner">The cadre; null where the school owes it.</param>
/// <param name="Year">First year of the turn.</param>
/// <param name="UntilYear">Last year of the turn.</param>
/// <param name="Semester">1, 2, or 0.</param>
/// <param name="Period">The turn in words, such as 2024学年第一学期 or 2024–2026.</param>
/// <param name="PeriodEn">The same in English.</param>
/// <param name="Due">Last day, where the college set one (A34); else null.</param>
/// <param name="State"><c>missing</c> or the state of the best paper.</param>
/// <param name="RecordId">That paper, or null.</param>
/// <param name="Comment">What was said when it was returned.</param>
/// <param name="Several">True where more than one paper may be handed in (A29).</param>
/// <param name="EarlierId">An earlier paper that this one may begin from (R86); null where there is none or this one is begun.</param>
internal sealed record Duty(
    string FormId, string? Sheet, string Title, string TitleEn, string Portfolio, int Item, Documents.Forms.Clock Clock, string Clause,
    string SchoolId, DutyOwner? Owner, int Year, int UntilYear, int Semester, string Period, string PeriodEn, DateOnly? Due,
    DutyState State, string? RecordId, string? Comment, bool Several, string? EarlierId);

internal sealed record DutyOwner(string PersonId, string Name);

/// <summary>How far a duty is.</summary>
internal enum DutyState
{
    Missing,
    Draft,
    Returned,
    Submitted,
    Accepted,
    Filed,
}
