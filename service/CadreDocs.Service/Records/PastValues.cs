using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>
/// A record's values as a document holds them that was made from it earlier: the change log walked back until the document's content code comes out.
/// So it is known which fields the document's author changed, and which others did.
/// </summary>
internal sealed class PastValues(CadreDbContext database)
{
    private const string Prefix = "record.data.";

    /// <summary>More changes than a paper sees; a document older than that is compared without its past.</summary>
    private const int MaxSteps = 500;

    /// <summary>The values that had this code, or null where the log does not lead there (values drawn from elsewhere are not in it).</summary>
    public async Task<FormData?> FindAsync(OpenRecord open, string code, CancellationToken cancellationToken)
    {
        var changes = await database.Changes.AsNoTracking()
            .Where(change => change.RecordId == open.Record.Id && change.Subject.StartsWith(Prefix))
            .OrderByDescending(change => change.At).ThenByDescending(change => change.Id)
            .Take(MaxSteps).Select(change => new { change.Subject, change.Before }).ToListAsync(cancellationToken);
        var data = FormData.FromJson(open.Data.ToJson(open.Form));
        foreach (var change in changes)
        {
            if (!Put(data, open.Form, change.Subject[Prefix.Length..], change.Before ?? ""))
            {
                return null;
            }

            var values = RecordValidator.Tidy(data, open.Form, data);
            if (ContentCode.Of(open.Record.Id, values.ToJson(open.Form)) == code)
            {
                return values;
            }
        }

        return null;
    }

    // Places as RecordDifferences spells them: goals, rows[3].credit.
    private static bool Put(FormData data, FormDefinition form, string place, string value)
    {
        var bracket = place.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0)
        {
            data[place] = value;
            return form.FindField(place) is not null;
        }

        var end = place.IndexOf("].", bracket, StringComparison.Ordinal);
        if (end < 0 || !int.TryParse(place.AsSpan(bracket + 1, end - bracket - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row < 1 || form.FindSection(place[..bracket]) is null)
        {
            return false;
        }

        var rows = data.Sections.TryGetValue(place[..bracket], out var known) ? known : data.Sections[place[..bracket]] = [];
        while (rows.Count < row)
        {
            rows.Add(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        rows[row - 1][place[(end + 2)..]] = value;
        return true;
    }
}
