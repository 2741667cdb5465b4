using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>How a form's places are called in a workbook: <c>field_unit</c> for a single field, <c>rows_name</c> for a column, the section's key for its table.</summary>
internal static class FormNames
{
    /// <summary>Key of a row's id, kept in a hidden column: two people of one name stay two.</summary>
    public const string RowId = "id";

    public static string Of(FormField field) => "field_" + field.Key;

    public static string Of(FormSection section, FormField field) => $"{section.Key}_{field.Key}";

    public static string IdOf(FormSection section) => $"{section.Key}_{RowId}";

    /// <summary>The field of the hidden id column.</summary>
    public static FormField IdField { get; } = new() { Key = RowId, Label = "键", Type = FieldType.Text };

    /// <summary>Finds what a defined name means for a form; false for a name that is none of ours.</summary>
    public static bool TryFind(FormDefinition form, string name, out FormSection? section, out FormField? field)
    {
        (section, field) = (null, null);
        if (name.StartsWith("field_", StringComparison.OrdinalIgnoreCase))
        {
            field = form.Fields.FirstOrDefault(item => string.Equals(item.Key, name[6..], StringComparison.OrdinalIgnoreCase));
            return true;
        }

        foreach (var candidate in form.Sections)
        {
            if (name.StartsWith(candidate.Key + "_", StringComparison.OrdinalIgnoreCase))
            {
                var key = name[(candidate.Key.Length + 1)..];
                section = candidate;
                field = candidate.Fields.FirstOrDefault(item => string.Equals(item.Key, key, StringComparison.OrdinalIgnoreCase))
                    ?? (string.Equals(key, RowId, StringComparison.OrdinalIgnoreCase) ? IdField : null);
                return true;
            }
        }

        return false;
    }

    /// <summary>All names a form knows.</summary>
    public static IEnumerable<string> All(FormDefinition form) => form.Fields.Where(field => !field.Ink).Select(Of)
        .Concat(form.Sections.SelectMany(section => section.Fields.Where(field => !field.Ink).Select(field => Of(section, field)).Append(IdOf(section))));

    /// <summary>True for a field of a repeated column beyond its first: m2, m3 … follow m1 by themselves.</summary>
    public static bool IsRepeat(FormSection section, FormField field, FormField? repeated) =>
        repeated is not null && field != repeated && repeated.Key.EndsWith('1')
        && field.Key.StartsWith(repeated.Key[..^1], StringComparison.Ordinal)
        && int.TryParse(field.Key.AsSpan(repeated.Key.Length - 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _)
        && section.Fields.Contains(field);
}
