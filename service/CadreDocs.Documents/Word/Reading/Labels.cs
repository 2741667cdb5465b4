using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>The texts of a document that may be labels.</summary>
internal static class Labels
{
    /// <summary>Cells and paragraphs, squeezed.</summary>
    public static IReadOnlySet<string> Of(MarkupTree tree)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var text = new ContentText(tree);
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree.Name(node) is WordName.TableCell or WordName.Paragraph && ValueReader.Squeeze(text.Read(node)) is { Length: > 0 } squeezed)
            {
                texts.Add(squeezed);
            }
        }

        return texts;
    }
}
