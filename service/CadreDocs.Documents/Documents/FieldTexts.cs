using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Reading;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents;

/// <summary>One place of an open document: what stands there as text.</summary>
/// <param name="Tag">Field key, or <c>section.key</c>.</param>
/// <param name="Occurrence">0-based count of the tag in document order: the row of a section, the sheet for single fields.</param>
/// <param name="Text">The text as printed.</param>
public sealed record FieldText(string Tag, int Occurrence, string Text);

/// <summary>
/// Between the texts of content controls, as a task pane sees them one by one, and the values of the form.
/// The same spelling as in a rendered document, the same reading as of an uploaded one.
/// </summary>
public static class FieldTexts
{
    /// <summary>Every field in the order of the form; rows as many as the data has, at least one sheet of blank ones.</summary>
    public static List<FieldText> Print(FormDefinition form, FormData data)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(data);
        var texts = form.Fields.Where(field => !field.Ink).Select(field => new FieldText(field.Key, 0, ValueText.Print(field, data[field.Key]))).ToList();
        foreach (var section in form.Sections)
        {
            var rows = data.Rows(section.Key);
            for (var row = 0; row < Math.Max(rows.Count, section.RowsPerSheet); row++)
            {
                foreach (var field in section.Fields.Where(field => !field.Ink))
                {
                    var value = row < rows.Count ? rows[row].GetValueOrDefault(field.Key, "") : "";
                    texts.Add(new FieldText($"{section.Key}.{field.Key}", row, ValueText.Print(field, value)));
                }
            }
        }

        return texts;
    }

    /// <summary>
    /// Reads texts into the values that stand already. A text replaces its own place, a blank one empties it; places without a text stay.
    /// A row that was emptied stays as a blank one, so that the rows below keep their numbers in document and record.
    /// </summary>
    /// <param name="form">The form.</param>
    /// <param name="before">Values before; not changed.</param>
    /// <param name="texts">Texts with prompts already taken for empty. What is no value of its field is named and left out.</param>
    public static (FormData Data, IReadOnlyList<Fault> Faults) Read(FormDefinition form, FormData before, IEnumerable<FieldText> texts)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(texts);
        var data = FormData.FromJson(before.ToJson(form));
        var faults = new List<Fault>();
        foreach (var text in texts)
        {
            var (section, field) = Find(form, text.Tag);
            if (field is null or { Ink: true })
            {
                faults.Add(new Fault("unknown-tag", $"本表没有“{text.Tag}”这一栏。", $"This form has no field '{text.Tag}'.", Tag: text.Tag));
                continue;
            }

            // A single field stands again on each continuation sheet; the first sheet speaks.
            if (section is null && text.Occurrence > 0)
            {
                continue;
            }

            // Blanks are the prompt of small cells.
            if (string.IsNullOrWhiteSpace(text.Text))
            {
                Clear(data, section, field, text.Occurrence);
                continue;
            }

            var value = ValueReader.Read(field, text.Text);
            if (value.Value is not { Length: > 0 } canonical)
            {
                faults.Add(value.Notice ?? Unreadable(field, text));
            }
            else if (section is null)
            {
                data[field.Key] = canonical;
            }
            else
            {
                RowAt(data, section, text.Occurrence)[field.Key] = canonical;
            }
        }

        return (data, faults);
    }

    private static void Clear(FormData data, FormSection? section, FormField field, int row)
    {
        if (section is null)
        {
            data.Fields.Remove(field.Key);
        }
        else if (data.Sections.TryGetValue(section.Key, out var rows) && row < rows.Count)
        {
            rows[row].Remove(field.Key);
        }
    }

    private static Dictionary<string, string> RowAt(FormData data, FormSection section, int number)
    {
        var rows = data.Sections.TryGetValue(section.Key, out var known) ? known : data.Sections[section.Key] = [];
        while (rows.Count <= number)
        {
            rows.Add(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        return rows[number];
    }

    /// <summary>A canonical value of the field with this tag as it is printed; unchanged where the form has no such field.</summary>
    public static string Print(FormDefinition form, string tag, string value) => FieldOf(form, tag) is { } field ? ValueText.Print(field, value) : value;

    /// <summary>The field of a control's tag, or null.</summary>
    public static FormField? FieldOf(FormDefinition form, string tag)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(tag);
        return Find(form, tag).Field;
    }

    private static (FormSection? Section, FormField? Field) Find(FormDefinition form, string tag)
    {
        var dot = tag.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return (null, form.FindField(tag));
        }

        var section = form.FindSection(tag[..dot]);
        return (section, section?.Fields.FirstOrDefault(field => field.Key == tag[(dot + 1)..]));
    }

    private static Fault Unreadable(FormField field, FieldText text) => new(
        "unreadable",
        string.Create(CultureInfo.InvariantCulture, $"“{field.Label}”的内容没有读懂。"),
        $"The content of '{field.LabelEn ?? field.Key}' was not understood.",
        Tag: text.Tag,
        Row: text.Occurrence + 1);
}
