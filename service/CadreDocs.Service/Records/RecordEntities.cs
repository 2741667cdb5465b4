namespace CadreDocs.Service.Records;

/// <summary>One filled form of one owner and period: a cadre's (PersonId set) or a school's.</summary>
public sealed class Record
{
    public required string Id { get; set; }

    public required string FormId { get; set; }

    /// <summary>The scheme version it was made under; kept for good (R1).</summary>
    public required string SchemeVersion { get; set; }

    /// <summary>Year, or first year of a three- or five-year paper.</summary>
    public int Year { get; set; }

    /// <summary>Last year it is in force; equal to <see cref="Year"/> for yearly and semester papers.</summary>
    public int UntilYear { get; set; }

    /// <summary>1 or 2 in the calendar year for semester papers, else 0.</summary>
    public int Semester { get; set; }

    public required string SchoolId { get; set; }

    /// <summary>The cadre; null for the school's own papers.</summary>
    public string? PersonId { get; set; }

    /// <summary>The values as JSON (see FormData).</summary>
    public string Data { get; set; } = "{}";

    /// <summary>Paragraphs and rows taken over from last year and not yet touched, as JSON (see <see cref="CarriedText"/>); null where none. The author's own until hand-in.</summary>
    public string? Carried { get; set; }

    /// <summary>Counts up with every write; the ETag.</summary>
    public int Version { get; set; } = 1;

    public RecordState State { get; set; } = RecordState.Draft;

    /// <summary>What the secretary said when returning it.</summary>
    public string? Comment { get; set; }

    /// <summary>内容码 over the data; a printed sheet with another code is void (R66).</summary>
    public string ContentCode { get; set; } = "";

    /// <summary>The content code that was printed last; empty if never.</summary>
    public string PrintedCode { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }

    public string? UpdatedBy { get; set; }

    public DateTimeOffset? SubmittedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }
}

/// <summary>States of a paper: 草稿 → 已提交 → (退回) → 已接受 → 归档.</summary>
public enum RecordState
{
    Draft = 0,
    Submitted = 1,
    Returned = 2,
    Accepted = 3,
    Filed = 4,
}

/// <summary>A file beside a record: stamped scan, lecture script, certificate, uploaded paper.</summary>
public sealed class Attachment
{
    public required string Id { get; set; }

    public required string RecordId { get; set; }

    /// <summary><c>upload</c>, <c>scan</c>, <c>script</c> or <c>certificate</c>.</summary>
    public required string Kind { get; set; }

    public required string FileName { get; set; }

    public required string MediaType { get; set; }

    /// <summary>SHA-256 in lower-case hex; key of the <see cref="Blob"/>.</summary>
    public required string Hash { get; set; }

    public long SizeBytes { get; set; }

    /// <summary>For a scan: the content code it carries.</summary>
    public string? ContentCode { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>Bytes by their hash.</summary>
public sealed class Blob
{
    public required string Hash { get; set; }

    public required byte[] Bytes { get; set; }
}

/// <summary>What was read from an uploaded document, kept until it is applied or a week has passed.</summary>
public sealed class Reading
{
    public required string Id { get; set; }

    public required string RecordId { get; set; }

    /// <summary>Version of the record that the document was made from; 0 where it does not say.</summary>
    public int DocumentVersion { get; set; }

    /// <summary>Content code that the document was made with; empty where it does not say.</summary>
    public string DocumentCode { get; set; } = "";

    public required string FileName { get; set; }

    public required string Hash { get; set; }

    /// <summary>The data read, as JSON.</summary>
    public required string Data { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Where the document was fetched from: <c>inbox:ID</c>, <c>library:PATH</c>; null where a person uploaded it.</summary>
    public string? Origin { get; set; }

    /// <summary>The file's eTag when it was fetched.</summary>
    public string? OriginETag { get; set; }

    public DateTimeOffset? AppliedAt { get; set; }
}
