namespace CadreDocs.Service.Credits;

/// <summary>One row of a school's 表4: what a person declares for a year and what the reviewer recognised. Counts are computed, not stored.</summary>
public sealed class CreditLine
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    public required string PersonId { get; set; }

    public int Year { get; set; }

    /// <summary>Hand-typed counts that differ from the papers: JSON <c>{"plan":{"value":2,"reason":"…"}}</c>; null where none.</summary>
    public string? Typed { get; set; }

    /// <summary>申报学分; null while undecided.</summary>
    public decimal? Declared { get; set; }

    /// <summary>Why it is declared though the set is incomplete.</summary>
    public string? DeclaredReason { get; set; }

    /// <summary>区级审核意见.</summary>
    public string? Opinion { get; set; }

    /// <summary>Recognised credit (认定学分); null until audited.</summary>
    public decimal? Recognised { get; set; }

    public string? OpinionReason { get; set; }

    public string? ReviewedBy { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A year before the rule, entered with proof and confirmed by the college (R59).</summary>
public sealed class OpeningYear
{
    public required string PersonId { get; set; }

    public int Year { get; set; }

    public required string Proof { get; set; }

    public string? ConfirmedBy { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }
}

/// <summary>Another training with its certificate: a row of 表12 (R60).</summary>
public sealed class OtherTraining
{
    public required string Id { get; set; }

    public required string PersonId { get; set; }

    public required string Name { get; set; }

    /// <summary>国家级, 市级 or 区级.</summary>
    public required string Level { get; set; }

    public required string From { get; set; }

    public required string To { get; set; }

    public string Issuer { get; set; } = "";

    public decimal Credit { get; set; }

    /// <summary>SHA-256 of the certificate's scan, key of its blob; null where there is none.</summary>
    public string? CertificateHash { get; set; }

    public string? CertificateName { get; set; }

    public string? CertificateType { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>An import sheet that was handed to the online platform: what was filed, so that nothing is filed twice, and the platform's receipt.</summary>
public sealed class PlatformFiling
{
    public required string Id { get; set; }

    public required string SchoolId { get; set; }

    /// <summary>First year of the five-year period.</summary>
    public int From { get; set; }

    /// <summary>What was filed: JSON rows of person, platform number and both credits.</summary>
    public required string Rows { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>回执: number or words that the platform answered with; null until known.</summary>
    public string? Receipt { get; set; }

    public DateTimeOffset? ReceiptAt { get; set; }

    /// <summary>When it was taken back; its people may then be filed anew. Null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawnReason { get; set; }
}
