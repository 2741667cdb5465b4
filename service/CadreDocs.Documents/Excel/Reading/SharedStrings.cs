using System.Text;
using System.Xml;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Reads the shared strings and the rich text of cells.</summary>
internal static class SharedStrings
{
    /// <summary>All strings, by index.</summary>
    public static IReadOnlyList<string> Read(PackageEntry part) => SafeXml.Read<IReadOnlyList<string>>(part.Inflate(), part.Name, reader =>
    {
        var strings = new List<string>();
        var text = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            SafeXml.Guard(reader, part.Name);
            if (reader.LocalName == "si")
            {
                strings.Add(ReadText(reader, text, part.Name));
            }
        }

        return strings;
    });

    /// <summary>The text of the <c>si</c> or <c>is</c> under the reader: all its <c>t</c>, without the phonetic guides (<c>rPh</c>).</summary>
    public static string ReadText(XmlReader reader, StringBuilder text, string part)
    {
        text.Clear();
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var depth = reader.Depth;
        var inText = false;
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "rPh":
                    SkipPhonetic(reader);
                    break;
                case XmlNodeType.Element:
                    SafeXml.Guard(reader, part);
                    inText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when inText:
                    text.Append(reader.Value);
                    break;
                default:
                    break;
            }
        }

        return CellText.Decode(text.ToString());
    }

    private static void SkipPhonetic(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            // Nothing of a phonetic guide belongs to the value.
        }
    }
}
