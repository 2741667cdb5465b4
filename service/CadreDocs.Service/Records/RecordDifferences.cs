using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Records;

/// <summary>One place where two versions of a record differ.</summary>
/// <param name="Section">Section, or null for a single field.</param>
/// <param name="Row">1-based row, or null.</param>
/// <param name="Key">Field.</param>
/// <param name="Label">The field's printed label.</param>
/// <param name="Yours">The value that was sent.</param>
/// <param name="Theirs">The value that stands in the record.</param>
internal sealed record Difference(string? Section, int? Row, string Key, string Label, string Yours, string Theirs)
{
    /// <summary>Field key with its section and row, such as <c>rows[3].credit</c>.</summary>
    public string Place => Section is null ? Key : FormattableString.Invariant($"{Section}[{Row}].{Key}");
}

internal static class RecordDifferences
{
    /// <summary>All differences, in the order of the sheet.</summary>
    public static List<Difference> Between(FormData yours, FormData theirs, FormDefinition form)
    {
        var differences = form.Fields
            .Where(field => !field.Ink && !string.Equals(yours[field.Key], theirs[field.Key], StringComparison.Ordinal))
            .Select(field => new Difference(null, null, field.Key, field.Label, yours[field.Key], theirs[field.Key]))
            .ToList();
        foreach (var section in form.Sections)
        {
            var (mine, other) = (yours.Rows(section.Key), theirs.Rows(section.Key));
            var fields = section.FieldsOf(mine.Concat(other));
            for (var i = 0; i < Math.Max(mine.Count, other.Count); i++)
            {
                differences.AddRange(
                    from field in fields
                    where !field.Ink
                    let left = i < mine.Count ? mine[i].GetValueOrDefault(field.Key, "") : ""
                    let right = i < other.Count ? other[i].GetValueOrDefault(field.Key, "") : ""
                    where !string.Equals(left, right, StringComparison.Ordinal)
                    select new Difference(section.Key, i + 1, field.Key, field.Label, left, right));
            }
        }

        return differences;
    }
}
