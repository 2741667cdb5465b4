namespace CadreDocs.Service.Portfolios;

/// <summary>A pass (督导查阅凭证) with which the college lets somebody read a school's portfolios for a time (R6). It expires by itself and never opens restricted papers.</summary>
public sealed class InspectionPass
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    /// <summary>Who may read.</summary>
    public required string HolderId { get; set; }

    public bool SchoolPortfolio { get; set; }

    public bool PersonalPortfolios { get; set; }

    /// <summary>First day, in the district's calendar.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day.</summary>
    public DateOnly Until { get; set; }

    /// <summary>What the survey is for; the school reads it.</summary>
    public required string Purpose { get; set; }

    public required string IssuedBy { get; set; }

    public DateTimeOffset IssuedAt { get; set; }

    /// <summary>When the college took it back before its last day; null where it did not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>One reading under a pass; the school reads these lines.</summary>
public sealed class InspectionReading
{
    public required string Id { get; set; }

    public required string PassId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The paper; null for the board itself.</summary>
    public string? RecordId { get; set; }
}
