using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;

namespace CadreDocs.Service.Review;

/// <summary>A school in the reviewer's queue.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="RegionName">Its region.</param>
/// <param name="Cadres">Rows of its 表4.</param>
/// <param name="Complete">Rows whose set is complete and untouched by hand.</param>
/// <param name="Reviewed">Rows with an opinion.</param>
/// <param name="Returned">Rows sent back.</param>
/// <param name="Exceptions">What needs a look, row by row.</param>
/// <param name="Plan">表1 of the year.</param>
/// <param name="Summary">The school's summary of the year.</param>
/// <param name="SignedOff">True once the reviewer signed.</param>
internal sealed record ReviewSchool(
    string SchoolId, string SchoolName, string RegionName, int Cadres, int Complete, int Reviewed, int Returned, List<ReviewException> Exceptions,
    ReviewPaper? Plan, ReviewPaper? Summary, bool SignedOff);

/// <summary>A row that is not plain.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name.</param>
/// <param name="Kind"><c>gaps</c>, <c>typed</c>, <c>declared-over-gaps</c> or <c>undecided</c>.</param>
/// <param name="Label">What is the matter, in Chinese.</param>
/// <param name="LabelEn">The same in English.</param>
internal sealed record ReviewException(string PersonId, string Name, string Kind, string Label, string LabelEn);

/// <summary>A paper of the school beside its credits.</summary>
internal sealed record ReviewPaper(string RecordId, RecordState State);

/// <summary>What a marked workbook did.</summary>
/// <param name="Applied">Rows whose opinion was taken.</param>
/// <param name="Unchanged">Rows that say what was known.</param>
/// <param name="Conflicts">Rows that changed since the download; they were left as they are.</param>
internal sealed record ReviewUploadView(List<AppliedOpinion> Applied, int Unchanged, List<ReviewConflict> Conflicts);

/// <summary>An opinion that was taken.</summary>
internal sealed record AppliedOpinion(int Row, string PersonId, string Name, string SchoolName, string? Opinion, decimal? Recognised);

/// <summary>A row that changed since the workbook was downloaded.</summary>
/// <param name="Row">Row in the workbook.</param>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name.</param>
/// <param name="SchoolName">School.</param>
/// <param name="Field"><c>opinion</c>, <c>recognised</c>, <c>reason</c> or <c>counts</c>.</param>
/// <param name="Yours">In the workbook.</param>
/// <param name="Theirs">In the service now.</param>
internal sealed record ReviewConflict(int Row, string PersonId, string Name, string SchoolName, string Field, string Yours, string Theirs);

/// <summary>An opinion typed in the portal.</summary>
/// <param name="Opinion">同意, 退回补正 or 核定N分; empty takes it back.</param>
/// <param name="Recognised">认定学分; null lets the opinion decide.</param>
/// <param name="Reason">Needed wherever the opinion differs from the declaration.</param>
internal sealed record EditOpinion(string? Opinion, decimal? Recognised, string? Reason);

/// <summary>The rows of the audit workbook as they stand now.</summary>
/// <param name="Year">The year.</param>
/// <param name="Columns">The workbook's columns, in order.</param>
/// <param name="Rows">A row per cadre of the asker's schools, odd ones first.</param>
internal sealed record ReviewRowsView(int Year, List<ReviewColumnView> Columns, List<ReviewRowView> Rows);

/// <summary>A column of the audit workbook.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Number">True where its cells hold numbers.</param>
internal sealed record ReviewColumnView(string Header, bool Number);

/// <summary>A row of the audit workbook.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name.</param>
/// <param name="SchoolId">School.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Key">The key cell, by which the row is found wherever it was sorted to.</param>
/// <param name="Clean">True for a plain row: complete, nothing typed by hand, declared.</param>
/// <param name="Own">True for the asker's own line, which another reviewer judges.</param>
/// <param name="SignedOff">True once the school's year was signed.</param>
/// <param name="Cells">The texts of the cells, one for each column.</param>
internal sealed record ReviewRowView(string PersonId, string Name, string SchoolId, string SchoolName, string Key, bool Clean, bool Own, bool SignedOff, List<string> Cells);

/// <summary>Rows that were changed in the open workbook.</summary>
internal sealed record ReviewRowEdits(List<ReviewRowEdit> Rows);

/// <summary>One changed row, as its cells say.</summary>
/// <param name="Row">Row number on the sheet, for messages.</param>
/// <param name="Key">键.</param>
/// <param name="Version">版本.</param>
/// <param name="Base">底稿.</param>
/// <param name="School">学校.</param>
/// <param name="Name">姓名.</param>
/// <param name="Opinion">区级审核意见; empty takes it back.</param>
/// <param name="Recognised">认定学分; empty lets the opinion decide.</param>
/// <param name="Reason">理由.</param>
internal sealed record ReviewRowEdit(int Row, string Key, string Version, string Base, string School, string Name, string? Opinion, string? Recognised, string? Reason);

/// <summary>What became of changed rows.</summary>
/// <param name="Applied">People whose opinion was taken.</param>
/// <param name="Unchanged">Rows that say what was known.</param>
/// <param name="Conflicts">Rows that changed since; they were left as they are.</param>
/// <param name="Problems">Rows with a fault, by row and column; they were left as they are.</param>
/// <param name="Rows">Every sent row as it stands now.</param>
internal sealed record ReviewRowsSaved(List<string> Applied, int Unchanged, List<ReviewConflict> Conflicts, List<ProblemItem> Problems, List<ReviewRowView> Rows);
