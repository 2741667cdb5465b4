namespace CadreDocs.Service.Credits;

/// <summary>A person's credit ledger, period by period.</summary>
internal sealed record LedgerView(string PersonId, string Name, List<PeriodView> Periods, List<OpeningYearView> OpeningYears, List<TrainingView> Trainings, bool CanEdit, bool CanConfirm);

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
internal sealed record LedgerLineView(int Year, LedgerYearState State, string StateLabel, string StateLabelEn, string? SchoolName, decimal Ethics, decimal Skills, string? Proof, bool FiledTwice);

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
internal sealed record TrainingView(string Id, string Name, string Level, string From, string To, string Issuer, decimal Credit, bool HasCertificate, string? DuplicateOf, int Version);

/// <summary>A training as it is typed.</summary>
/// <param name="Name">培训班名称.</param>
/// <param name="Level">国家级, 市级 or 区级.</param>
/// <param name="From"><c>2019-03-05</c> or <c>2019-03</c>.</param>
/// <param name="To">As From; not before it.</param>
/// <param name="Issuer">发证机构.</param>
/// <param name="Credit">获得学分, tenths.</param>
/// <param name="KeepDuplicate">True to keep it though one of the same name and days is there.</param>
internal sealed record EditTraining(string Name, string Level, string From, string To, string? Issuer, decimal Credit, bool KeepDuplicate = false);
