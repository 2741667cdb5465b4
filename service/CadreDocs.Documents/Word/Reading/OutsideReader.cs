using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Names what somebody typed beside the controls of a document that still has them: it is in no field, and must not be lost in silence.</summary>
internal sealed class OutsideReader(MarkupTree document, FormFields fields, FormWords form)
{
    // More would only say that the file is another form.
    private const int MaxNotices = 20;

    /// <summary>Adds a notice for each paragraph that is neither the form's own nor read as a value.</summary>
    public void Read(int body, List<ReadField> read, List<Fault> notices)
    {
        var values = read.ConvertAll(field => ValueReader.Squeeze(field.Raw ?? field.Value));
        var (label, found) = ("", 0);
        foreach (var (_, text) in FormWords.OwnTexts(document, body, tag => fields.Find(tag) is not null))
        {
            var words = ValueReader.Squeeze(text);
            if (words.Length == 0)
            {
                continue;
            }

            if (form.Hold(words))
            {
                label = text.Trim();
                continue;
            }

            var own = form.Label(words);
            var typed = words[own.Length..];
            if (!values.Exists(value => value.Contains(typed, StringComparison.Ordinal)) && ++found <= MaxNotices)
            {
                notices.Add(ReadNotices.TextOutside(own.Length > 0 ? own : label, own.Length > 0 ? typed : text.Trim()));
            }
        }
    }
}
