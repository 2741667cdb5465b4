using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Binding;

/// <summary>A binder (档案袋) to be printed as one document: cover, 目录, then the papers in official order.</summary>
/// <param name="Title">Title on the cover, such as 干部个人自培档案袋.</param>
/// <param name="CoverLines">Lines below the title: school, year, name.</param>
/// <param name="Entries">The items in official order, those without a paper too.</param>
public sealed record BinderRequest(string Title, IReadOnlyList<string> CoverLines, IReadOnlyList<BinderEntry> Entries)
{
    /// <summary>True (default) where 目录 and each paper begin on a right-hand page, so that duplex printing never puts two papers on one leaf.</summary>
    public bool Duplex { get; init; } = true;

    /// <summary>Pages that the 目录 takes, where known; null (default) where not.</summary>
    public int? ContentsPages { get; init; }

    /// <summary>Faces of cover, 目录 and page numbers; the papers keep their own.</summary>
    public DocumentFonts Fonts { get; init; } = new();
}

/// <summary>One line of the 目录 with its papers.</summary>
/// <param name="Title">The line as in the regulation's list, such as <c>3．干部学习心得（表7）</c>.</param>
/// <param name="Papers">Its papers in order; empty where nothing is filed: the line then says so.</param>
/// <param name="Heading">A heading above the line, where a portfolio or a person begins; else null.</param>
public sealed record BinderEntry(string Title, IReadOnlyList<BinderPaper> Papers, string? Heading = null);

/// <summary>One paper.</summary>
/// <param name="Title">Its name, printed in the 目录 where an item has several papers, and in faults.</param>
/// <param name="Document">A .docx; null for what cannot be bound (a scan, a PDF), which the 目录 names as 另附.</param>
/// <param name="Pages">
/// Pages it takes, where known; null (default) where not. The 目录 shows the page of a paper only where those of all before it are known, and Word is
/// asked to compute them anew when it opens the document, since its pages may break elsewhere.
/// </param>
public sealed record BinderPaper(string Title, ReadOnlyMemory<byte>? Document, int? Pages = null)
{
    /// <summary>A .docx of one page that is bound where <see cref="Document"/> cannot be; null (default) where the binder is then refused.</summary>
    public ReadOnlyMemory<byte>? Instead { get; init; }
}

/// <summary>A bound document.</summary>
/// <param name="Document">The bytes of a .docx; null where a paper cannot be bound.</param>
/// <param name="Faults">Every paper that cannot be bound, by its title, with the reason.</param>
public sealed record BinderResult(byte[]? Document, IReadOnlyList<Fault> Faults);
