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

    /// <summary>Until when nothing moves because the library asked for a pause; null while work goes on.</summary>
    public DateTimeOffset? WaitingUntil { get; set; }

    /// <summary>Code of the fault that asked for the pause.</summary>
    public string? WaitingFor { get; set; }
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

    /// <summary>What is filed, the same in every plan: <c>record:ID:docx</c>, <c>attachment:ID</c>, <c>reference:ID:2025</c>.</summary>
    public required string Source { get; set; }

    public string? RecordId { get; set; }

    /// <summary>Version of the record that is filed.</summary>
    public int RecordVersion { get; set; }

    public string? AttachmentId { get; set; }

    /// <summary><c>docx</c>, <c>xlsx</c>, <c>txt</c> (a reference) or the attachment's own.</summary>
    public required string Kind { get; set; }

    /// <summary>Path in the library, parts divided by <c>/</c>.</summary>
    public required string Path { get; set; }

    /// <summary>The library's columns for this file, as JSON.</summary>
    public string Fields { get; set; } = "{}";

    /// <summary>SHA-256 of the content, once made.</summary>
    public string? Hash { get; set; }

    /// <summary>Size as sent; while a large file is under way, how much of it the library has.</summary>
    public long SizeBytes { get; set; }

    public FilingItemState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? NextTry { get; set; }

    public string? RemoteId { get; set; }

    public string? ETag { get; set; }

    /// <summary>Secret address of an open upload, as the library wrote it, so that it can go on after a break; null while none is open.</summary>
    public string? UploadUrl { get; set; }

    /// <summary>Stable code of a failure, a conflict or the fault that makes it wait.</summary>
    public string? Reason { get; set; }

    /// <summary>What the sentence of the reason names: who changed the file, a request id.</summary>
    public string? ReasonDetail { get; set; }

    /// <summary>True where a person decided that the file in the library gives way.</summary>
    public bool Replace { get; set; }
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

    /// <summary>As <see cref="FilingItem.Source"/>: by it a file is found again when its path changes.</summary>
    public required string Source { get; set; }

    public string? RecordId { get; set; }

    /// <summary>SHA-256 of the bytes that were sent.</summary>
    public required string Hash { get; set; }

    /// <summary>Hash over the parts that SharePoint leaves alone when it writes its columns into an Office file.</summary>
    public required string StableHash { get; set; }

    /// <summary>Hash of the columns as they were set last; empty while they are not.</summary>
    public string FieldsHash { get; set; } = "";

    public long SizeBytes { get; set; }

    public required string RemoteId { get; set; }

    public required string ETag { get; set; }

    public DateTimeOffset FiledAt { get; set; }
}

/// <summary>The one allowance that all workers of all nodes share towards a tenant.</summary>
public sealed class TenantBudget
{
    public required string Id { get; set; }

    /// <summary>The moment, in milliseconds since 1970, up to which requests have been given out already.</summary>
    public long GivenOutUntil { get; set; }

    /// <summary>Units a minute that may be spent now; moves with what the tenant answers.</summary>
    public double UnitsPerMinute { get; set; }

    /// <summary>No request before this moment: milliseconds since 1970, 0 for none.</summary>
    public long BlockedUntil { get; set; }
}

/// <summary>How far the changes of a library have been read.</summary>
public sealed class LibraryCursor
{
    /// <summary>Id of the library: the drive's, or <c>local</c>.</summary>
    public required string Id { get; set; }

    /// <summary>What the library wants to be asked with next time.</summary>
    public required string DeltaLink { get; set; }

    public DateTimeOffset ReadAt { get; set; }
}

/// <summary>A paper that arrived in the library without us (收件).</summary>
public sealed class InboxPaper
{
    /// <summary>Made of library and file, so that the same file is never there twice.</summary>
    public required string Id { get; set; }

    public string LibraryId { get; set; } = "";

    /// <summary>Id of the file in the library.</summary>
    public string RemoteId { get; set; } = "";

    public required string SchoolId { get; set; }

    public required string Path { get; set; }

    public required string ETag { get; set; }

    /// <summary>Who wrote it last, where the library says so.</summary>
    public string? ModifiedBy { get; set; }

    public long SizeBytes { get; set; }

    public InboxState State { get; set; }

    /// <summary>The record it belongs to, where it was recognised.</summary>
    public string? RecordId { get; set; }

    public string? FormId { get; set; }

    /// <summary>How it was recognised: <c>filed</c>, <c>record</c>, <c>code</c>, <c>labels</c>; or the fault's code.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>State of a paper in the inbox.</summary>
public enum InboxState
{
    /// <summary>Recognised, waiting to be read in.</summary>
    Recognised = 0,

    /// <summary>Left for a person.</summary>
    Unknown = 1,

    /// <summary>Read in or put aside.</summary>
    Settled = 2,
}

/// <summary>A reviewer may read a school's folder in the library until a day (限期查阅).</summary>
public sealed class LibraryPass
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    public required string PersonId { get; set; }

    /// <summary>From this moment it does not hold any more.</summary>
    public DateTimeOffset Until { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When the library was seen without it; null while it may still be there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>What the last setting of a school's rights in the library came to.</summary>
public sealed class LibraryRightsReport
{
    public required string SchoolId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>True where the library shows exactly what is wanted.</summary>
    public bool Good { get; set; }

    /// <summary>Sentences, as JSON.</summary>
    public string Findings { get; set; } = "[]";
}
