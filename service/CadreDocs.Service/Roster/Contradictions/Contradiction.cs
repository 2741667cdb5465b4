namespace CadreDocs.Service.Roster.Contradictions;

/// <summary>A fact that a sheet states otherwise than the dated roster (R48): 职务, 职称, 政治面貌, 学历, 出生年月 …</summary>
/// <param name="RecordId">The sheet.</param>
/// <param name="Version">Version of the record; the If-Match of settling.</param>
/// <param name="FormId">Its form.</param>
/// <param name="Sheet">Printed number, or null.</param>
/// <param name="Title">The form's title.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="PersonId">The cadre.</param>
/// <param name="PersonName">Name.</param>
/// <param name="Field">Field of the form.</param>
/// <param name="Label">Its printed label.</param>
/// <param name="LabelEn">The same in English.</param>
/// <param name="Key">Field of the roster.</param>
/// <param name="Day">The day the sheet speaks of: when it was handed in, else today, at most its year's end.</param>
/// <param name="OnSheet">What the sheet says.</param>
/// <param name="InRoster">What the roster says of that day; empty where it says nothing.</param>
/// <param name="Since">First day of the roster's value, where it is known.</param>
/// <param name="Dated">True where the fact may change in life, so that a date belongs to it.</param>
/// <param name="MayCorrectSheet">True where the asker may put the roster's value into the sheet.</param>
/// <param name="MayChangeRoster">True where the asker may change the roster.</param>
internal sealed record Contradiction(
    string RecordId, int Version, string FormId, string? Sheet, string Title, string TitleEn, string PersonId, string PersonName, string Field, string Label, string LabelEn,
    string Key, DateOnly Day, string OnSheet, string InRoster, DateOnly? Since, bool Dated, bool MayCorrectSheet, bool MayChangeRoster);

/// <summary>Which of two statements is right.</summary>
/// <param name="Field">Field of the form.</param>
/// <param name="OnSheet">What the sheet said when it was looked at.</param>
/// <param name="InRoster">What the roster said then.</param>
/// <param name="Right"><c>roster</c>: the sheet is corrected. <c>sheet</c>: the roster takes the sheet's value, from a day on. <c>both</c>: the sheet was right on its day, the roster's value began later.</param>
/// <param name="From">Of <c>sheet</c>: first day of the sheet's value, not after the sheet's day. Of <c>both</c>: first day of the roster's value, after the sheet's day. Left out for facts that never change.</param>
internal sealed record Settlement(string Field, string OnSheet, string InRoster, Settled Right, DateOnly? From = null);

/// <summary>What a settlement finds right.</summary>
internal enum Settled
{
    Roster,
    Sheet,
    Both,
}
