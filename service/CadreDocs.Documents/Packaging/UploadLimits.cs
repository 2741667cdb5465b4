namespace CadreDocs.Documents.Packaging;

/// <summary>How much of a stranger's file is read before it is refused.</summary>
internal sealed record UploadLimits
{
    /// <summary>The limits of the service.</summary>
    public static UploadLimits Default { get; } = new();

    /// <summary>Largest file, in bytes; 50 MB.</summary>
    public long MaxFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Most parts in one package; 2,000.</summary>
    public int MaxParts { get; init; } = 2_000;

    /// <summary>Largest inflated part, in bytes; 64 MB.</summary>
    public long MaxPartBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Largest sum of the inflated parts, in bytes; 200 MB.</summary>
    public long MaxInflatedBytes { get; init; } = 200L * 1024 * 1024;

    /// <summary>Largest ratio of inflated to compressed bytes of a part beyond <see cref="RatioFreeBytes"/>; 200.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Parts up to this size may have any ratio: a sheet of blank rows compresses well; 1 MB.</summary>
    public long RatioFreeBytes { get; init; } = 1024 * 1024;
}
