namespace CadreDocs.Service.Portfolios;

/// <summary>A pass.</summary>
/// <param name="Id">The pass.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="HolderId">Who may read.</param>
/// <param name="HolderName">Their name.</param>
/// <param name="SchoolPortfolio">True where it opens the school's portfolio.</param>
/// <param name="PersonalPortfolios">True where it opens the cadres' portfolios.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; it expires by itself.</param>
/// <param name="Purpose">What the survey is for.</param>
/// <param name="IssuedBy">Who issued it.</param>
/// <param name="IssuedAt">When.</param>
/// <param name="State">Whether it holds today.</param>
/// <param name="Readings">Readings under it so far.</param>
internal sealed record PassView(
    string Id, string SchoolId, string SchoolName, string HolderId, string HolderName, bool SchoolPortfolio, bool PersonalPortfolios, DateOnly From, DateOnly Until, string Purpose,
    string IssuedBy, DateTimeOffset IssuedAt, PassState State, int Readings);

/// <summary>Whether a pass holds.</summary>
internal enum PassState
{
    /// <summary>Its first day has not come.</summary>
    Coming,

    /// <summary>It holds today.</summary>
    InForce,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The college took it back.</summary>
    Revoked,
}

/// <summary>The passes of a school with their readings, as the school reads them.</summary>
internal sealed record SchoolInspections(string SchoolId, string SchoolName, List<PassView> Passes, List<ReadingLine> Readings);

/// <summary>One reading.</summary>
/// <param name="At">When.</param>
/// <param name="HolderName">Who read.</param>
/// <param name="PassId">Under which pass.</param>
/// <param name="RecordId">The paper; null for the board.</param>
/// <param name="PersonName">Whose paper; null for the school's and the board.</param>
/// <param name="Label">The paper's title.</param>
/// <param name="LabelEn">The same in English.</param>
/// <param name="Year">Its year; null for the board.</param>
internal sealed record ReadingLine(DateTimeOffset At, string HolderName, string PassId, string? RecordId, string? PersonName, string Label, string LabelEn, int? Year);

/// <summary>A pass to be issued.</summary>
internal sealed record NewPass(string HolderId, bool SchoolPortfolio, bool PersonalPortfolios, DateOnly From, DateOnly Until, string Purpose);

/// <summary>Why a pass is taken back.</summary>
internal sealed record RevokePass(string? Reason);

/// <summary>Somebody who may hold a pass: a reviewer, a region's chair or an officer.</summary>
internal sealed record PassHolder(string PersonId, string Name, List<string> Roles);
