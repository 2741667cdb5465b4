using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>The shared strings of a first workbook.</summary>
internal sealed class ScaffoldStrings
{
    private readonly List<string> _strings = [];

    public int Add(string text)
    {
        var index = _strings.IndexOf(text);
        if (index < 0)
        {
            index = _strings.Count;
            _strings.Add(text);
        }

        return index;
    }

    public void Write(PackageWriter writer) => WorkbookParts.Part(writer, "xl/sharedStrings.xml", xml =>
    {
        xml.Raw("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
        _strings.ForEach(text => xml.Raw("<si><t xml:space=\"preserve\">"u8).Text(CellText.Encode(text)).Raw("</t></si>"u8));
        xml.Raw("</sst>"u8);
    });
}
