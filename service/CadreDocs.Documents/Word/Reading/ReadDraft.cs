using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Compiling;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>What has been read of a document so far; makes the result at the end.</summary>
internal sealed class ReadDraft(FormFields fields, FieldPrompts prompts)
{
    private readonly Dictionary<FormField, Single> _singles = new(ReferenceEqualityComparer.Instance);
    private readonly List<FormField> _order = [];
    private readonly List<DraftRow> _rows = [];

    public List<Fault> Notices { get; } = [];

    public bool UndidCopies { get; set; }

    /// <summary>Rows in the order of the document.</summary>
    public IReadOnlyList<DraftRow> Rows => _rows;

    /// <summary>True where the field's place was found, filled or not.</summary>
    public bool Found(FormField field) => _singles.ContainsKey(field);

    /// <summary>True where the document still has tags.</summary>
    public bool HasTags => _rows.Exists(row => row.Source == ReadSource.Tag) || _singles.Values.Any(single => single.Source == ReadSource.Tag);

    /// <summary>True where a label may still give the field: it was not found, or its place without a tag was empty and the value may stand elsewhere.</summary>
    public bool IsOpen(FormField field) => !_singles.TryGetValue(field, out var single) || (single.Text.Length == 0 && single.Source != ReadSource.Tag);

    /// <summary>Takes the text of a single field. Continuation sheets repeat them: the first filled one counts, and a tag counts more than a place.</summary>
    public void Add(FormField field, string text, ReadSource source)
    {
        text = prompts.IsPrompt(field, text) ? "" : source == ReadSource.Tag ? text : Untouched(field, text);
        if (!_singles.TryGetValue(field, out var known))
        {
            _singles.Add(field, new Single(text, source));
            _order.Add(field);
        }
        else if (known.Text.Length == 0 || (source < known.Source && text.Length > 0))
        {
            _singles[field] = new Single(text, source);
        }
        else if (source == known.Source && text.Length > 0 && text != known.Text)
        {
            Notices.Add(ReadNotices.CopiesDiffer(field, known.Text, text));
        }
    }

    public void Add(DraftRow row) => _rows.Add(row);

    /// <summary>The text of a control in a row without its prompt.</summary>
    public string Strip(FormField field, string text) => prompts.IsPrompt(field, text) ? "" : text;

    public (FormData Data, List<ReadField> Fields) Build()
    {
        var data = new FormData();
        var read = new List<ReadField>(_order.Count);
        foreach (var field in _order)
        {
            var (text, source) = _singles[field];
            if (Value(field, text, null, null, source) is { } value)
            {
                data.Fields[field.Key] = value.Value;
                read.Add(value);
            }
        }

        new SectionAssembler(fields, this, data, read).Assemble();
        return (data, read);
    }

    /// <summary>The canonical value with its provenance; null where nothing was filled in or understood, or the service computes the field.</summary>
    public ReadField? Value(FormField field, string text, FormSection? section, int? row, ReadSource source, string? key = null)
    {
        if (text.Length == 0 || field.Computed || field.Ink)
        {
            return null;
        }

        var value = ValueReader.Read(field, text);
        if (value.Notice is { } notice)
        {
            Notices.Add(section is null ? notice : InRow(notice, section, row));
        }

        return value.Value is { Length: > 0 } canonical ? new ReadField(section?.Key, row, key ?? field.Key, canonical, source, value.Raw) : null;
    }

    private static Fault InRow(Fault notice, FormSection section, int? row) => notice with
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"第 {row} 行：{notice.Message}"),
        MessageEn = string.Create(CultureInfo.InvariantCulture, $"Row {row}: {notice.MessageEn}"),
        Tag = $"{section.Key}.{notice.Tag}",
        Row = row,
    };

    // A line of underscores under a hand-typed value is what was left of the prompt.
    private string Untouched(FormField field, string text)
    {
        var prompt = prompts.Of(field);
        return prompt.Length > 0 && prompt.AsSpan().Trim('_').IsEmpty ? text.Trim('_', ' ', '\u3000') : text;
    }

    private readonly record struct Single(string Text, ReadSource Source);
}

/// <summary>One row of a section as it stood.</summary>
/// <param name="Section">Its section.</param>
/// <param name="AreColumns">True where the cells are columns: the dates of 表2.</param>
/// <param name="Cells">Fields and their texts, prompts taken out.</param>
/// <param name="Source">How it was found.</param>
/// <param name="ByHand">True for a row without controls among rows with them.</param>
internal sealed record DraftRow(FormSection Section, bool AreColumns, List<(FormField Field, string Text)> Cells, ReadSource Source, bool ByHand = false)
{
    /// <summary>True where nothing is filled in.</summary>
    public bool IsEmpty => Cells.TrueForAll(cell => cell.Text.Length == 0 || cell.Field.Computed);
}
