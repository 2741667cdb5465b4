namespace CadreDocs.Documents;

/// <summary>The two kinds of file a form exists in.</summary>
public enum DocumentKind
{
    /// <summary>A .docx.</summary>
    Word,

    /// <summary>A .xlsx.</summary>
    Excel,
}
