using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>The fields of a form by the tags of their controls.</summary>
internal sealed class FormFields
{
    private readonly Dictionary<string, (FormSection? Section, FormField Field)> _byTag = new(StringComparer.Ordinal);

    public FormFields(FormDefinition form)
    {
        Form = form;
        foreach (var field in form.Fields)
        {
            _byTag[field.Key] = (null, field);
        }

        foreach (var section in form.Sections)
        {
            foreach (var field in section.Fields)
            {
                _byTag[$"{section.Key}.{field.Key}"] = (section, field);
            }
        }
    }

    public FormDefinition Form { get; }

    /// <summary>All tags of the form.</summary>
    public IEnumerable<string> Tags => _byTag.Keys;

    public (FormSection? Section, FormField Field)? Find(string tag) => _byTag.TryGetValue(tag, out var found) ? found : null;

    /// <summary>Family, number and count of a field such as <c>m3</c> of <c>m1</c> … <c>m10</c>, which stands under the third column; null for all others.</summary>
    public (string Family, int Slot, int Slots)? ColumnMarks(FormSection section, FormField field)
    {
        var (family, slot) = Split(field.Key);
        if (slot == 0 || Form.Sections.Count < 2)
        {
            return null;
        }

        var slots = section.Fields.Count(other => Split(other.Key) is var (name, number) && number > 0 && name == family);
        return slots > 1 ? (family, slot, slots) : null;
    }

    public bool HasColumnMarks(FormSection section) => section.Fields.Any(field => ColumnMarks(section, field) is not null);

    /// <summary>Splits <c>m12</c> into <c>m</c> and 12; the number is 0 where there is none.</summary>
    public static (string Family, int Number) Split(string key)
    {
        var digits = key.Length;
        while (digits > 0 && char.IsAsciiDigit(key[digits - 1]))
        {
            digits--;
        }

        return digits is 0 || !int.TryParse(key.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (key, 0)
            : (key[..digits], number);
    }
}
