namespace CadreDocs.Service.Credits;

/// <summary>A person's credit ledger, period by period.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="Name">Name.</param>
/// <param name="Periods">Five-year periods in order.</param>
/// <param name="OpeningYears">Years before the rule that were entered.</param>
/// <param name="OpenYears">Years before the rule that may still be entered.</param>
/// <param name="Trainings">Other trainings.</param>
/// <param name="CanEdit">True where the asker may enter opening years and trainings.</param>
/// <param name="CanConfirm">True where the asker may confirm opening years.</param>
internal sealed record LedgerView(
    string PersonId, string Name, List<PeriodView> Periods, List<OpeningYearView> OpeningYears, List<int> OpenYears, List<TrainingView> Trainings, bool CanEdit, bool CanConfirm);

/// <summary>A five-year period.</summary>
/// <param name="From">First year.</param>
/// <param name="Until">Last year.</param>
/// <param name="Numeral">As printed in “十 五”.</param>
/// <param name="Lines">A line per year.</param>
/// <param name="Years">Actual years (实际年数).</param>
/// <param name="Ethics">师德素养; null while the rates are unset.</param>
/// <param name="Skills">知识技能; null while the rates are unset.</param>
/// <param name="EthicsCap">Its cap, or null.</param>
/// <param name="SkillsCap">Its cap, or null.</param>
/// <param name="Refusal">Why nothing was computed and who has to set what; null where it was computed.</param>
/// <param name="RefusalEn">The same in English.</param>
internal sealed record PeriodView(
    int From, int Until, string Numeral, List<LedgerLineView> Lines, int Years, decimal? Ethics, decimal? Skills, decimal? EthicsCap, decimal? SkillsCap, string? Refusal, string? RefusalEn);

/// <summary>A year of the ledger.</summary>
/// <param name="Year">Calendar year.</param>
/// <param name="State">What became of it.</param>
/// <param name="StateLabel">The same in words.</param>
/// <param name="StateLabelEn">The same in English.</param>
/// <param name="SchoolName">The school of record that filed it; null for opening years.</param>
/// <param name="Declared">申报学分; null where none.</param>
/// <param name="Recognised">认定学分; null until audited.</param>
/// <param name="Ethics">师德素养 of this year.</param>
/// <param name="Skills">知识技能 of this year.</param>
/// <param name="Proof">Proof of an opening year, or the reviewer's opinion.</param>
/// <param name="ReviewedBy">Who audited or confirmed it; null before.</param>
/// <param name="ReviewedAt">When.</param>
/// <param name="FiledTwice">True where two schools filed it; it counts once.</param>
internal sealed record LedgerLineView(
    int Year, LedgerYearState State, string StateLabel, string StateLabelEn, string? SchoolName, decimal? Declared, decimal? Recognised, decimal Ethics, decimal Skills, string? Proof,
    string? ReviewedBy, DateTimeOffset? ReviewedAt, bool FiledTwice);

/// <summary>A year before the rule.</summary>
internal sealed record OpeningYearView(int Year, string Proof, string? ConfirmedBy, DateTimeOffset? ConfirmedAt);

internal sealed record NewOpeningYear(int Year, string Proof);

/// <summary>Another training.</summary>
/// <param name="Id">The training.</param>
/// <param name="Name">培训班名称.</param>
/// <param name="Level">国家级, 市级 or 区级.</param>
/// <param name="From">First day or month.</param>
/// <param name="To">Last day or month.</param>
/// <param name="Issuer">发证机构.</param>
/// <param name="Credit">获得学分.</param>
/// <param name="HasCertificate">True where its certificate was uploaded.</param>
/// <param name="DuplicateOf">Another training of the same name and days; null where there is none.</param>
/// <param name="Version">For If-Match.</param>
internal sealed record TrainingView(string Id, string Name, string Level, string From, string To, string Issuer, decimal Credit, bool HasCertificate, string? CertificateName, string? DuplicateOf, int Version);

/// <summary>A training as it is typed.</summary>
/// <param name="Name">培训班名称.</param>
/// <param name="Level">国家级, 市级 or 区级.</param>
/// <param name="From"><c>2019-03-05</c> or <c>2019-03</c>.</param>
/// <param name="To">As From; not before it.</param>
/// <param name="Issuer">发证机构.</param>
/// <param name="Credit">获得学分, tenths.</param>
/// <param name="KeepDuplicate">True to keep it though one of the same name and days is there.</param>
internal sealed record EditTraining(string Name, string Level, string From, string To, string? Issuer, decimal Credit, bool KeepDuplicate = false);
