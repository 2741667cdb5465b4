namespace CadreDocs.Service.Scheme;

/// <summary>A scheme version (办法版本) as <c>scheme.yaml</c> writes it: what the regulation counts, rates and names. What it leaves open is null here.</summary>
public sealed record SchemeDefinition
{
    /// <summary>Name of the version, such as <c>2018</c>; records keep it for good.</summary>
    public required string Version { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    public string? Issuer { get; init; }

    /// <summary>First month, <c>2018-10</c>.</summary>
    public required string ValidFrom { get; init; }

    /// <summary>Last month; null while in force.</summary>
    public string? ValidTo { get; init; }

    /// <summary>区: top folder of the library.</summary>
    public required string District { get; init; }

    /// <summary><c>calendar</c>, or <c>school-year</c>: the year then begins in September (A1).</summary>
    public string YearBasis { get; init; } = "calendar";

    /// <summary>True where a year is the 学年.</summary>
    public bool IsSchoolYear => YearBasis == "school-year";

    /// <summary>The semesters of a year in calendar order (A2).</summary>
    public List<SchemeSemester> Semesters { get; init; } = [];

    public List<SchemePortfolio> Portfolios { get; init; } = [];

    /// <summary>The columns of 表4 in printed order.</summary>
    public List<SchemeCount> Counts { get; init; } = [];

    /// <summary>Forms of which one owner may have more than one in a period (A29).</summary>
    public List<string> Several { get; init; } = [];

    public SchemeCredit Credit { get; init; } = new();

    /// <summary>Five-year periods with rates; a period that is not listed cannot be computed (A23).</summary>
    public List<SchemePeriod> Periods { get; init; } = [];

    public SchemeAttendance Attendance { get; init; } = new();

    /// <summary>Dates that hold until the college sets its own (A34); empty as the regulation names none.</summary>
    public List<SchemeDeadline> Deadlines { get; init; } = [];

    public List<SchemeWord> Carriers { get; init; } = [];

    public List<SchemeWord> Contents { get; init; } = [];

    public List<SchemeLevel> TrainingLevels { get; init; } = [];

    public List<SchemeOpinion> Opinions { get; init; } = [];

    /// <summary>Grades of the college's year-end evaluation of a school (R6); the regulation names none, so the college changes these (A14).</summary>
    public List<SchemeWord> EvaluationGrades { get; init; } = [];

    public SchemeRestricted Restricted { get; init; } = new();

    /// <summary>Marks of the printed copies by form id (R63).</summary>
    public Dictionary<string, List<string>> Copies { get; init; } = new Dictionary<string, List<string>>();

    public SchemeFiling Filing { get; init; } = new();

    /// <summary>Faces by use: title, heading, body, symbols, latin.</summary>
    public Dictionary<string, string> Fonts { get; init; } = new Dictionary<string, string>();

    /// <summary>False until the bureau hands over its own layout (A37).</summary>
    public bool LayoutConfirmed { get; init; }

    /// <summary>The listed period that holds this year, or null.</summary>
    public SchemePeriod? PeriodOf(int year) => Periods.FirstOrDefault(period => period.From <= year && year <= period.To);

    /// <summary>Years and name of the five-year period that holds this year: the listed one's, else those of the country's plan.</summary>
    public FiveYearPlan PlanOf(int year) => PeriodOf(year) is { } period
        ? new FiveYearPlan(period.From, period.To, period.Numeral ?? FiveYearPlan.Of(period.From).Numeral)
        : FiveYearPlan.Of(year);
}

/// <summary>A semester. Name and NameEn are Scriban templates over <c>year</c>; From and To are <c>MM-dd</c>, To before From lies in the next year.</summary>
public sealed record SchemeSemester
{
    public required int No { get; init; }

    public required string Name { get; init; }

    public required string NameEn { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }
}

/// <summary>A portfolio (档案袋) with its items in official order.</summary>
public sealed record SchemePortfolio
{
    /// <summary><c>school</c> or <c>personal</c>.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>Folder in the library.</summary>
    public required string Folder { get; init; }

    public List<SchemeItem> Items { get; init; } = [];
}

/// <summary>An item of a portfolio (档案袋条目).</summary>
public sealed record SchemeItem
{
    public required int No { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>Sheets as printed, such as <c>表5-1 ；表5-2</c>; null for an item without an official form.</summary>
    public string? Sheets { get; init; }

    /// <summary>Ids of its forms.</summary>
    public List<string> Forms { get; init; } = [];

    /// <summary><c>semester</c>, <c>year</c>, <c>three-year</c> or <c>five-year</c>.</summary>
    public required string Clock { get; init; }

    /// <summary>Papers that one owner owes in one turn of the clock.</summary>
    public int Copies { get; init; } = 1;

    public required string FilledBy { get; init; }

    public required string Clause { get; init; }
}

/// <summary>A column of 表4.</summary>
public sealed record SchemeCount
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    /// <summary>Form whose papers are counted.</summary>
    public required string Form { get; init; }

    /// <summary>Number that makes a set complete (A7).</summary>
    public int Minimum { get; init; }

    /// <summary>True where the paper must exist though its number may be 0.</summary>
    public bool Presence { get; init; }

    /// <summary>For 成果汇总: fields whose entries count (A10).</summary>
    public List<string> CountedRows { get; init; } = [];

    /// <summary>Lowest level that counts, itself included (A11).</summary>
    public string? CountedFromLevel { get; init; }
}

/// <summary>Credits (学分), exact tenths; null where the regulation sets nothing.</summary>
public sealed record SchemeCredit
{
    public decimal? DeclaredPerYear { get; init; }

    public decimal? MaximumPerYear { get; init; }

    public List<SchemeSplit> Split { get; init; } = [];

    public string? PlatformLevel { get; init; }

    public string? PlatformCategory { get; init; }

    /// <summary><c>year</c> or <c>category</c> (A27).</summary>
    public string TrainingRows { get; init; } = "year";

    public string? TrainingIssuer { get; init; }

    public string? TrainingLevel { get; init; }
}

/// <summary>One side of the credits' split: 师德素养, 知识技能.</summary>
public sealed record SchemeSplit
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required string Form { get; init; }

    public decimal? PerYear { get; init; }
}

/// <summary>A five-year period with its rates and caps by split key.</summary>
public sealed record SchemePeriod
{
    /// <summary>Fills 表12's title “十 五” (A35).</summary>
    public string? Numeral { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>Years before the rule, entered by hand with proof (A22).</summary>
    public List<int> OpeningYears { get; init; } = [];

    public Dictionary<string, decimal> Caps { get; init; } = new Dictionary<string, decimal>();

    public Dictionary<string, decimal> PerYear { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>How 表2 reads.</summary>
public sealed record SchemeAttendance
{
    /// <summary><c>absent</c> (only O) or <c>all</c> (A3).</summary>
    public string AbsentReading { get; init; } = "absent";

    public List<SchemeMark> Marks { get; init; } = [];

    public SchemeUnmarked? Unmarked { get; init; }
}

/// <summary>An attendance mark with the look-alikes that are normalised to it (R50).</summary>
public sealed record SchemeMark
{
    public required string Mark { get; init; }

    public required string Key { get; init; }

    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public bool Restricted { get; init; }

    public List<string> Accept { get; init; } = [];
}

/// <summary>What a blank mark is called (A4).</summary>
public sealed record SchemeUnmarked
{
    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public string? ClosedAs { get; init; }
}

/// <summary>A date for one year; one that the college sets in the portal takes its place (<see cref="Scheme.Deadline"/>).</summary>
public sealed record SchemeDeadline
{
    public required int Year { get; init; }

    /// <summary>Form that falls due.</summary>
    public required string Form { get; init; }

    /// <summary>Semester, or 0 for all.</summary>
    public int Semester { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>.</summary>
    public required string Date { get; init; }
}

/// <summary>A word of the vocabulary.</summary>
public sealed record SchemeWord
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public string? Examples { get; init; }
}

/// <summary>A training level (培训级别); a higher rank counts as more.</summary>
public sealed record SchemeLevel
{
    public required string Label { get; init; }

    public required string LabelEn { get; init; }

    public int Rank { get; init; }
}

/// <summary>A quick phrase of the audit opinion (A17). Text is Scriban over <c>credit</c>.</summary>
public sealed record SchemeOpinion
{
    public required string Key { get; init; }

    public required string Text { get; init; }

    public string? Label { get; init; }

    public required string LabelEn { get; init; }

    /// <summary><c>full</c>, <c>given</c> or <c>none</c>.</summary>
    public required string Recognises { get; init; }
}

/// <summary>Restricted classes (R88).</summary>
public sealed record SchemeRestricted
{
    public List<string> Forms { get; init; } = [];

    public List<string> Marks { get; init; } = [];
}

/// <summary>Paths of the library as Scriban templates (R73).</summary>
public sealed record SchemeFiling
{
    public string SchoolFolder { get; init; } = "";

    public string PersonalFolder { get; init; } = "";

    public string SchoolFile { get; init; } = "";

    public string PersonalFile { get; init; } = "";
}
