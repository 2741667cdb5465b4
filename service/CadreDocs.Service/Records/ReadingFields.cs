using CadreDocs.Documents;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Records;

/// <summary>Lists what was read beside what stands in the record, in the order of the sheet.</summary>
internal static class ReadingFields
{
    public static List<ReadingField> List(
        OpenRecord open, FormData read, Dictionary<string, Difference> differences, Dictionary<string, ReadField> sources)
    {
        var fields = open.Form.Fields.Where(field => !field.Ink)
            .Select(field => Field(null, null, field, read[field.Key], open.Data[field.Key])).ToList();
        foreach (var section in open.Form.Sections)
        {
            var (rows, before) = (read.Rows(section.Key), open.Data.Rows(section.Key));
            var columns = section.FieldsOf(rows.Concat(before)).Where(field => !field.Ink).ToList();
            for (var i = 0; i < Math.Max(rows.Count, before.Count); i++)
            {
                fields.AddRange(columns.Select(field => Field(
                    section.Key, i + 1, field, i < rows.Count ? rows[i].GetValueOrDefault(field.Key, "") : "",
                    i < before.Count ? before[i].GetValueOrDefault(field.Key, "") : "")));
            }
        }

        return fields;

        ReadingField Field(string? section, int? row, FormField field, string value, string before)
        {
            var place = new Difference(section, row, field.Key, "", "", "").Place;
            var source = sources.GetValueOrDefault(place);
            return new ReadingField(section, row, field.Key, field.Label, before, value, differences.ContainsKey(place), source?.Source, source?.Raw);
        }
    }
}
