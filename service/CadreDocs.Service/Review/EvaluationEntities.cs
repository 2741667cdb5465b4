namespace CadreDocs.Service.Review;

/// <summary>The college's year-end evaluation of a school (年度结束): kept per year with the data that stood beside it.</summary>
public sealed class SchoolEvaluation
{
    public required string SchoolId { get; set; }

    public int Year { get; set; }

    /// <summary>Key of one of the scheme's grades.</summary>
    public required string Grade { get; set; }

    public string Comment { get; set; } = "";

    /// <summary>What stood beside it when it was written: JSON of plan, summary, completeness and credits.</summary>
    public required string Facts { get; set; }

    public required string WrittenBy { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public int Version { get; set; } = 1;
}
