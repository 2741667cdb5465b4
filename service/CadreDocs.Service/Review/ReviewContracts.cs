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
