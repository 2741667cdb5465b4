namespace CadreDocs.Service.Training;

/// <summary>A session (自培活动): a row of 表3 and a date column of 表2.</summary>
public sealed class TrainingSession
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    public int Year { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>1, 2 … where two sessions fell on one day (①②); else 0.</summary>
    public int NumberOfDay { get; set; }

    public string Place { get; set; } = "";

    public string Topic { get; set; } = "";

    public string Lecturer { get; set; } = "";

    /// <summary>One of the scheme's six carriers (载体), or empty.</summary>
    public string Carrier { get; set; } = "";

    /// <summary>One of the scheme's four contents, or empty.</summary>
    public string Content { get; set; } = "";

    public SessionState State { get; set; }

    /// <summary>The joint session (联合活动) of the region it came from, or null.</summary>
    public string? JointSessionId { get; set; }

    /// <summary>True where it was taken over from last year's plan and nobody has touched it since.</summary>
    public bool Carried { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>Planned, held or dropped.</summary>
public enum SessionState
{
    Planned = 0,
    Held = 1,
    Dropped = 2,
}

/// <summary>A session that the region runs for several schools (R7).</summary>
public sealed class JointSession
{
    public required string Id { get; set; }

    public required string RegionId { get; set; }

    public int Year { get; set; }

    public DateOnly Date { get; set; }

    public string Place { get; set; } = "";

    public string Topic { get; set; } = "";

    public string Lecturer { get; set; } = "";

    public string Carrier { get; set; } = "";

    public string Content { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>The region's theme of the year (年度主题).</summary>
public sealed class RegionTheme
{
    public required string RegionId { get; set; }

    public int Year { get; set; }

    public required string Theme { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>An attendance mark: √ O ⊕ △. A blank is the absence of a row.</summary>
public sealed class AttendanceMark
{
    public required string SessionId { get; set; }

    public required string PersonId { get; set; }

    public required string Mark { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A school's year that was closed; reopening needs the college.</summary>
public sealed class YearClosing
{
    public required string SchoolId { get; set; }

    public int Year { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public required string ClosedBy { get; set; }

    /// <summary>True where every blank mark was confirmed 不计.</summary>
    public bool BlanksConfirmed { get; set; }
}
