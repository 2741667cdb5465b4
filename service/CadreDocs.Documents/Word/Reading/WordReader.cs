using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Reads documents of one form: by tags; where they are gone by place in the template; in foreign blanks by the labels beside the values.</summary>
internal sealed class WordReader(FormFields fields, MarkupTree template)
{
    private readonly FieldPrompts _prompts = new(fields, template);
    private readonly Lazy<FormWords> _words = new(() => new FormWords(template, fields));
    private readonly Lazy<Layout> _layout = new(() => LayoutReader.Read(template, fields));

    /// <summary>How the labels of the template lie.</summary>
    public Layout Layout => _layout.Value;

    /// <summary>Parses the main part of a document.</summary>
    public static MarkupTree Parse(PackageReader package) => MarkupParser.Skim(Opc.MainPart(package));

    public ReadResult Read(MarkupTree document, DocumentIdentity? identity)
    {
        var draft = new ReadDraft(fields, _prompts);
        var body = document.Child(0, WordName.Body);
        if (body < 0)
        {
            return new ReadResult(DocumentKind.Word, identity, null, new FormData(), [], [], [PackageFaults.NotOffice()]);
        }

        new BodyReader(document, fields, draft, _layout).Read(body);
        ReadMissing(document, body, draft);
        var (data, read) = draft.Build();
        var notices = Notices(draft, read);

        // A foreign blank has words of its own everywhere.
        if (draft.HasTags && !read.Exists(field => field.Source == ReadSource.Label))
        {
            new OutsideReader(document, fields, _words.Value).Read(body, read, notices);
        }

        return new ReadResult(DocumentKind.Word, identity, fields.Form, data, read, notices, []);
    }

    /// <summary>What neither tag nor row gave: single fields by their place, then all else by its label.</summary>
    private void ReadMissing(MarkupTree document, int body, ReadDraft draft)
    {
        if (IsMissing(draft))
        {
            new PlaceReader(document, draft, _layout.Value).Read(body);
        }

        if (IsMissing(draft) || fields.Form.Fields.Any(field => !field.Ink && draft.IsOpen(field)))
        {
            new LabelReader(document, fields, draft).Read(body);
        }

        foreach (var field in fields.Form.Fields.Where(field => !field.Ink && !field.Computed && !draft.Found(field)))
        {
            draft.Notices.Add(ReadNotices.NotFound(field, field.Key));
        }
    }

    private bool IsMissing(ReadDraft draft) =>
        fields.Form.Fields.Any(field => !field.Ink && !draft.Found(field))
        || fields.Form.Sections.Any(section => !draft.Rows.Any(row => ReferenceEquals(row.Section, section)));

    private static List<Fault> Notices(ReadDraft draft, List<ReadField> read)
    {
        var notices = new List<Fault>();
        var byPlace = read.Count(field => field.Source == ReadSource.Position);
        var byLabel = read.Count(field => field.Source == ReadSource.Label);
        if (byPlace > 0)
        {
            notices.Add(ReadNotices.TagsLost(byPlace));
        }

        if (byLabel > 0)
        {
            notices.Add(ReadNotices.ReadByLabel(byLabel));
        }

        if (draft.UndidCopies)
        {
            notices.Add(ReadNotices.CopiesUndone());
        }

        notices.AddRange(draft.Notices);
        return notices;
    }
}
