using CadreDocs.Service.Records;

namespace CadreDocs.Service.Credits;

/// <summary>表4 of a school's year.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Year">The year.</param>
/// <param name="Lead">干部自培负责人.</param>
/// <param name="Columns">The seven columns in printed order.</param>
/// <param name="Rows">A row per cadre whose school of record this is on 31 December.</param>
/// <param name="Sheet">The record that is printed, with its codes; null until it was made.</param>
/// <param name="SignedOff">When and by whom the reviewer settled the school's year; null before.</param>
/// <param name="Closed">True once the school handed the year in; reopening needs the college.</param>
/// <param name="CanEdit">True where the asker may type and declare now.</param>
internal sealed record CreditSheetView(
    string SchoolId, string SchoolName, int Year, string? Lead, List<CreditColumnView> Columns, List<CreditRowView> Rows, CreditSheetState? Sheet,
    SignedOffView? SignedOff, bool Closed, bool CanEdit);

/// <summary>A column of 表4.</summary>
internal sealed record CreditColumnView(string Key, string FormId, string Label, string LabelEn, int Minimum);

/// <summary>The printed sheet.</summary>
/// <param name="RecordId">Its record.</param>
/// <param name="State">Its state.</param>
/// <param name="ContentCode">内容码 of the numbers as they stand now.</param>
/// <param name="PrintedCode">内容码 of the last print; empty if never printed.</param>
/// <param name="PrintVoid">True where the numbers changed since the last print (R66).</param>
internal sealed record CreditSheetState(string RecordId, RecordState State, string ContentCode, string PrintedCode, bool PrintVoid);

/// <summary>The reviewer's signature.</summary>
internal sealed record SignedOffView(string By, DateTimeOffset At);

/// <summary>A row of 表4.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">姓名.</param>
/// <param name="Post">现任干部职务.</param>
/// <param name="Counts">The seven numbers by column key, each with the papers behind it.</param>
/// <param name="Gaps">What a complete year lacks.</param>
/// <param name="Proposed">2 where the set is complete, else null.</param>
/// <param name="Declared">What the school decided; null follows the proposal.</param>
/// <param name="DeclaredReason">Why, where the set is incomplete.</param>
/// <param name="Credit">申报学分 as printed.</param>
/// <param name="Opinion">区级审核意见.</param>
/// <param name="Recognised">认定学分.</param>
/// <param name="OpinionReason">The reviewer's reason.</param>
/// <param name="Version">For If-Match; 0 while nothing was written.</param>
internal sealed record CreditRowView(
    string PersonId, string Name, string Post, Dictionary<string, CreditCountView> Counts, List<CreditGapView> Gaps, decimal? Proposed, decimal? Declared,
    string? DeclaredReason, decimal? Credit, string? Opinion, decimal? Recognised, string? OpinionReason, int Version)
{
    public static CreditRowView Of(CreditRow row) => new(
        row.PersonId, row.Name, row.Post,
        row.Count.Counts.ToDictionary(count => count.Key, count =>
        {
            var typed = row.Typed.GetValueOrDefault(count.Key);
            return new CreditCountView(
                count.Counted, typed?.Value, typed?.Reason,
                count.Papers.Select(paper => new CreditPaperView(paper.RecordId, paper.Title, paper.State, paper.Counts, paper.Entries)).ToList());
        }),
        row.Count.Gaps.Select(gap => new CreditGapView(gap.FormId, gap.Semester, gap.Missing, gap.Label, gap.LabelEn)).ToList(),
        row.Count.Proposed, row.Line?.Declared, row.Line?.DeclaredReason, row.Declared, row.Line?.Opinion, row.Line?.Recognised, row.Line?.OpinionReason, row.Version);
}

/// <summary>A number with the papers behind it.</summary>
/// <param name="Counted">From papers.</param>
/// <param name="Typed">Typed by hand instead; null where it was not.</param>
/// <param name="Reason">Why it was typed.</param>
/// <param name="Papers">All papers of the column, those that do not count yet included.</param>
internal sealed record CreditCountView(int Counted, int? Typed, string? Reason, List<CreditPaperView> Papers);

/// <summary>A paper behind a number.</summary>
internal sealed record CreditPaperView(string RecordId, string Title, RecordState State, bool Counts, int Entries);

/// <summary>A missing paper.</summary>
internal sealed record CreditGapView(string FormId, int Semester, int Missing, string Label, string LabelEn);

/// <summary>What the school types and declares for one cadre; it replaces what was there.</summary>
/// <param name="Typed">Numbers that differ from the papers, each with its reason; left out columns are counted.</param>
/// <param name="Declared">0 or 2; null follows the proposal.</param>
/// <param name="DeclaredReason">Needed where the set is incomplete.</param>
internal sealed record EditCredit(Dictionary<string, TypedCount>? Typed, decimal? Declared, string? DeclaredReason);
