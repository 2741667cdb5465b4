namespace CadreDocs.Service.Hosting;

/// <summary>A refusal that a person can act on; becomes problem details (RFC 9457) with both languages.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable code; the <c>type</c> is <c>/problems/</c> and this.</param>
/// <param name="Title">What is wrong, in Chinese.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="Detail">Where, and what to do, in Chinese.</param>
/// <param name="DetailEn">The same in English.</param>
public sealed record Problem(int Status, string Code, string Title, string TitleEn, string? Detail = null, string? DetailEn = null)
{
    /// <summary>Every single fault, where there are several.</summary>
    public IReadOnlyList<ProblemItem> Items { get; init; } = [];

    /// <summary>Further members of the problem details, such as the current version of a stale write.</summary>
    public IReadOnlyDictionary<string, object?> More { get; init; } = new Dictionary<string, object?>();
}

/// <summary>One fault with its place.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">Sentence in Chinese that says what to do.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="File">Name of the file, or null.</param>
/// <param name="Sheet">Sheet or part, or null.</param>
/// <param name="Row">1-based row as the user sees it, or null.</param>
/// <param name="Field">Key of the field, or null.</param>
public sealed record ProblemItem(
    string Code, string Message, string MessageEn, string? File = null, string? Sheet = null, int? Row = null, string? Field = null);
