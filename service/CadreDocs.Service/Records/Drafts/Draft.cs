using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Records.Drafts;

/// <summary>A first text of a paper, made of the owner's own records.</summary>
/// <param name="Fields">The fields it has sentences for, in the order of the form.</param>
internal sealed record DraftView(List<DraftField> Fields);

/// <summary>The draft of one field.</summary>
/// <param name="Key">The field.</param>
/// <param name="Label">Its printed label.</param>
/// <param name="LabelEn">The same in English.</param>
/// <param name="Empty">True where nothing stands there yet; a draft goes into empty fields only.</param>
/// <param name="Paragraphs">What it would say.</param>
internal sealed record DraftField(string Key, string Label, string LabelEn, bool Empty, List<DraftParagraph> Paragraphs);

/// <summary>One paragraph with the records it says this of; never without one.</summary>
internal sealed record DraftParagraph(string Text, List<DraftSource> Sources);

/// <summary>A record that a paragraph rests on.</summary>
/// <param name="Kind"><c>record</c>, <c>session</c>, <c>attendance</c> or <c>training</c>.</param>
/// <param name="Id">Its id; of <c>attendance</c> the year.</param>
/// <param name="Label">What it is.</param>
/// <param name="LabelEn">The same in English.</param>
internal sealed record DraftSource(string Kind, string Id, string Label, string LabelEn)
{
    /// <summary>How a template names it.</summary>
    public string Ref => $"{Kind}:{Id}";
}

/// <summary>Takes a rendered draft apart.</summary>
internal static class DraftText
{
    /// <summary>
    /// Reads fields, paragraphs and sources. A heading is a line <c># key</c>; every other line is a paragraph and ends with its sources <c>[[kind:id]]</c>.
    /// A line without a known source is left out: nothing is said that no record says.
    /// </summary>
    public static Dictionary<string, List<DraftParagraph>> Read(string rendered, FormDefinition form, IReadOnlyDictionary<string, DraftSource> sources)
    {
        var fields = new Dictionary<string, List<DraftParagraph>>(StringComparer.Ordinal);
        List<DraftParagraph>? current = null;
        foreach (var line in rendered.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal) && form.FindField(line[2..].Trim()) is { } field)
            {
                current = fields.TryGetValue(field.Key, out var begun) ? begun : fields[field.Key] = [];
                continue;
            }

            var (text, found) = Split(line, sources);
            if (found.Count > 0 && text.Length > 0)
            {
                current?.Add(new DraftParagraph(text, found));
            }
        }

        return fields;
    }

    private static (string Text, List<DraftSource> Sources) Split(string line, IReadOnlyDictionary<string, DraftSource> sources)
    {
        var found = new List<DraftSource>();
        while (line.EndsWith("]]", StringComparison.Ordinal) && line.LastIndexOf("[[", StringComparison.Ordinal) is >= 0 and var start
            && sources.TryGetValue(line[(start + 2)..^2], out var source))
        {
            found.Insert(0, source);
            line = line[..start].TrimEnd();
        }

        return (line, found.Distinct().ToList());
    }
}
