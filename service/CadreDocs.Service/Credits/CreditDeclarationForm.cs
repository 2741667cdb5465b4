using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Records;

namespace CadreDocs.Service.Credits;

/// <summary>表4 draws its rows from the papers and the lines; nobody types into the document.</summary>
internal sealed class CreditDeclarationForm(CreditBook book) : IComputedForm
{
    public const string Id = "credit-declaration";

    public string FormId => Id;

    public async Task FillAsync(Record record, FormData data, CancellationToken cancellationToken) =>
        data.Sections["rows"] = Rows(await book.SchoolAsync(record.SchoolId, record.Year, cancellationToken));

    /// <summary>The printed rows.</summary>
    public static List<Dictionary<string, string>> Rows(IEnumerable<CreditRow> rows) => rows.Select(row =>
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = row.Name, ["post"] = row.Post };
        foreach (var count in row.Count.Counts)
        {
            values[count.Key] = row.Printed(count.Key).ToString(CultureInfo.InvariantCulture);
        }

        values["credit"] = row.Declared is { } declared ? declared.ToString("0.#", CultureInfo.InvariantCulture) : "";
        values["opinion"] = row.Line?.Opinion ?? "";
        return values;
    }).ToList();
}
