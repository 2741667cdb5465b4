using System.Globalization;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Which cell formats (<c>s</c> of a cell) show a date.</summary>
internal sealed class CellFormats(IReadOnlyList<bool> dates)
{
    public bool IsDate(int format) => format >= 0 && format < dates.Count && dates[format];

    public static CellFormats Read(PackageEntry part)
    {
        var root = SafeXml.Load(part).Root;
        var custom = new Dictionary<int, bool>();
        var dates = new List<bool>();
        foreach (var group in root?.Elements() ?? [])
        {
            if (group.Name.LocalName == "numFmts")
            {
                foreach (var format in group.Elements())
                {
                    custom[Number((string?)format.Attribute("numFmtId"))] = NumberFormat.IsDate((string?)format.Attribute("formatCode") ?? "");
                }
            }
            else if (group.Name.LocalName == "cellXfs")
            {
                foreach (var format in group.Elements())
                {
                    var id = Number((string?)format.Attribute("numFmtId"));
                    dates.Add(custom.TryGetValue(id, out var isDate) ? isDate : NumberFormat.IsDate(id));
                }
            }
        }

        return new CellFormats(dates);
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
