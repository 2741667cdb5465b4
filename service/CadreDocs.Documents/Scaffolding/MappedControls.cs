using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Puts content controls into an official file, in the look of the place they take.</summary>
internal static class MappedControls
{
    /// <summary>A control for one short value in an empty cell.</summary>
    internal static void FillCell(XElement cell, string tag, FormField field)
    {
        var paragraph = cell.Elements(W + "p").FirstOrDefault();
        if (paragraph is null)
        {
            cell.Add(paragraph = Element("p"));
        }

        var look = Look(paragraph);
        paragraph.Elements(W + "r").Remove();
        paragraph.Add(Control(tag, field, look, field.Prompt ?? BlankPrompt));
    }

    /// <summary>A control for paragraphs: in an empty cell, or below the label that the cell begins with.</summary>
    internal static void FillBlock(XElement cell, string tag, FormField field)
    {
        var paragraphs = cell.Elements(W + "p").ToList();
        var label = paragraphs.FindIndex(paragraph => MappedTable.TextOf(paragraph).Trim().Length > 0);
        var words = "";
        var last = -1;
        for (var i = Math.Max(label, 0); i < paragraphs.Count && label >= 0 && words.Length < MappedTable.Squeeze(field.Label).Length; i++)
        {
            words += MappedTable.Squeeze(MappedTable.TextOf(paragraphs[i]));
            last = i;
        }

        var blank = paragraphs.Skip(last + 1).TakeWhile(paragraph => MappedTable.TextOf(paragraph).Trim().Length == 0).ToList();
        var model = blank.FirstOrDefault() ?? paragraphs.LastOrDefault() ?? Element("p");
        var properties = model.Element(W + "pPr") is { } found ? new XElement(found) : null;
        var look = Look(model);
        var control = Element(
            "sdt",
            Properties(tag, field, look),
            Element("sdtContent", Element("p", properties, Prompt(field.Prompt ?? (field.Required ? "请填写" + field.Label : BlankPrompt), look))));

        // The blank lines were room to write in by hand; row height keeps that room.
        if (last >= 0)
        {
            paragraphs[last].AddAfterSelf(control);
        }
        else if (cell.Element(W + "tcPr") is { } cellProperties)
        {
            cellProperties.AddAfterSelf(control);
        }
        else
        {
            cell.AddFirst(control);
        }

        blank.Remove();
        if (cell.Elements().Last().Name != W + "p")
        {
            cell.Add(Element("p", Element("pPr", Element("spacing", new XAttribute(W + "line", 20), new XAttribute(W + "lineRule", "exact")))));
        }
    }

    /// <summary>A control in place of the blank between two positions of a line.</summary>
    internal static void FillLine(XElement paragraph, ParagraphCut cut, int start, int end, string tag, FormField field)
    {
        var runs = cut.Take(start, end);
        var text = cut.Text[start..end];
        var before = cut.Take(0, start).LastOrDefault();
        var look = (runs.FirstOrDefault() ?? before)?.Element(W + "rPr");
        var control = Control(tag, field, look is null ? null : new XElement(look), text.Length == 0 || text.Contains('\t', StringComparison.Ordinal) ? BlankPrompt : text);
        if (runs.Count > 0)
        {
            runs[0].AddBeforeSelf(control);
            runs.Remove();
        }
        else if (before is not null)
        {
            before.AddAfterSelf(control);
        }
        else
        {
            paragraph.Add(control);
        }
    }

    /// <summary>Replaces part of a line by Scriban, in the look of its first run.</summary>
    internal static void Replace(ParagraphCut cut, int start, int end, string script)
    {
        var runs = cut.Take(start, end);
        if (runs.Count == 0)
        {
            return;
        }

        var look = runs[0].Element(W + "rPr");
        runs[0].AddBeforeSelf(Element(
            "r",
            look is null ? null : new XElement(look),
            Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), script)));
        runs.Remove();
    }

    private static XElement Control(string tag, FormField field, XElement? look, string prompt) =>
        Element("sdt", Properties(tag, field, look), Element("sdtContent", Prompt(prompt, look)));

    private static XElement Properties(string tag, FormField field, XElement? look) => Element(
        "sdtPr",
        look is null ? null : new XElement(look),
        Element("alias", Value(field.Label)),
        Element("tag", Value(tag)),
        Element("lock", Value("sdtLocked")),
        Element("showingPlcHdr"));

    private static XElement Prompt(string text, XElement? look)
    {
        var properties = look is null ? Element("rPr") : new XElement(look);
        properties.Elements(W + "color").Remove();
        var color = Element("color", Value("808080"));

        // rPr is a sequence: colour stands after the faces and toggles, before spacing and size.
        var after = properties.Elements().LastOrDefault(element => element.Name.LocalName is "rStyle" or "rFonts" or "b" or "bCs" or "i" or "iCs" or "caps"
            or "smallCaps" or "strike" or "dstrike" or "outline" or "shadow" or "emboss" or "imprint" or "noProof" or "snapToGrid" or "vanish" or "webHidden");
        if (after is null)
        {
            properties.AddFirst(color);
        }
        else
        {
            after.AddAfterSelf(color);
        }

        return Element("r", properties, Element("t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
    }

    private static XElement? Look(XElement paragraph)
    {
        var look = paragraph.Element(W + "r")?.Element(W + "rPr") ?? paragraph.Element(W + "pPr")?.Element(W + "rPr");
        if (look is null)
        {
            return null;
        }

        var copy = new XElement(look);
        copy.Elements().Where(element => element.Name.LocalName is "ins" or "del" or "moveFrom" or "moveTo" or "rPrChange").Remove();
        return copy;
    }
}
