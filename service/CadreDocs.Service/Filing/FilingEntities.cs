namespace CadreDocs.Service.Filing;

/// <summary>One act of filing (归档) a school's portfolios of a year: a durable plan.</summary>
public sealed class FilingPlan
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    public int Year { get; set; }

    public FilingPlanState State { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>State of a plan.</summary>
public enum FilingPlanState
{
    Running = 0,
    Done = 1,
    DoneWithFailures = 2,
    Cancelled = 3,
}

/// <summary>One file of a plan.</summary>
public sealed class FilingItem
{
    public required string Id { get; set; }

    public required string PlanId { get; set; }

    public int Order { get; set; }

    public string? RecordId { get; set; }

    /// <summary>Version of the record that is filed.</summary>
    public int RecordVersion { get; set; }

    public string? AttachmentId { get; set; }

    /// <summary><c>docx</c>, <c>xlsx</c> or the attachment's own.</summary>
    public required string Kind { get; set; }

    /// <summary>Path in the library, parts divided by <c>/</c>.</summary>
    public required string Path { get; set; }

    /// <summary>SHA-256 of the content, once made.</summary>
    public string? Hash { get; set; }

    public long SizeBytes { get; set; }

    public FilingItemState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextTry { get; set; }

    public string? RemoteId { get; set; }

    public string? ETag { get; set; }

    /// <summary>Secret URL of an open upload session, so that it can go on after a break.</summary>
    public string? UploadUrl { get; set; }

    /// <summary>Stable code of a failure or conflict.</summary>
    public string? Reason { get; set; }
}

/// <summary>State of a file.</summary>
public enum FilingItemState
{
    Planned = 0,
    Uploading = 1,
    Filed = 2,
    AlreadyFiled = 3,
    Conflict = 4,
    Failed = 5,
    Cancelled = 6,
}

/// <summary>What the library holds at a path, as last known; the memory that makes filing idempotent.</summary>
public sealed class FiledDocument
{
    public required string Path { get; set; }

    public required string SchoolId { get; set; }

    public int Year { get; set; }

    public string? RecordId { get; set; }

    public required string Hash { get; set; }

    public required string RemoteId { get; set; }

    public required string ETag { get; set; }

    public DateTimeOffset FiledAt { get; set; }
}
