using System.Globalization;
using System.Xml.Linq;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Binding;

/// <summary>Sections of bound papers: each begins its own page, none inherits a neighbour's header, and pages are numbered through the binder.</summary>
internal sealed class BinderSections(BoundPackage target, BinderRequest request)
{
    private string? _emptyHeader;
    private string? _plainFooter;

    /// <summary>Brings a section to the binder. <paramref name="read"/> gives the paper's header or footer of a relationship id.</summary>
    internal void Finish(XElement section, bool first, Func<string, XElement?> read)
    {
        section.Elements(W + "sectPrChange").Remove();
        foreach (var reference in section.Elements().Where(element => element.Name == W + "headerReference" || element.Name == W + "footerReference").ToList())
        {
            var kind = reference.Name == W + "headerReference" ? "header" : "footer";
            if ((string?)reference.Attribute(W + "type") == "even" || read((string?)reference.Attribute(BoundPackage.R + "id") ?? "") is not { } content)
            {
                reference.Remove();
                continue;
            }

            if (kind == "footer")
            {
                NumberPages(content, section);
            }

            reference.SetAttributeValue(BoundPackage.R + "id", target.AddHeaderOrFooter(kind, content));
        }

        if (first)
        {
            // What a section does not name it takes from the section before it, another paper's.
            var kinds = section.Element(W + "titlePg") is null ? new[] { "default" } : ["first", "default"];
            foreach (var type in kinds)
            {
                Ensure(section, "footer", type, _plainFooter ??= PlainFooter());
                Ensure(section, "header", type, _emptyHeader ??= target.AddHeaderOrFooter("header", Element("hdr", Element("p"))));
            }

            SetType(section, request.Duplex ? "oddPage" : "nextPage");
        }

        section.Element(W + "pgNumType")?.Attribute(W + "start")?.Remove();
    }

    /// <summary>How the section begins. The schema orders it after notes, before the page size.</summary>
    internal static void SetType(XElement section, string type)
    {
        section.Element(W + "type")?.Remove();
        var before = section.Elements().LastOrDefault(element => element.Name == W + "headerReference" || element.Name == W + "footerReference"
            || element.Name == W + "footnotePr" || element.Name == W + "endnotePr");
        if (before is null)
        {
            section.AddFirst(Element("type", Value(type)));
        }
        else
        {
            before.AddAfterSelf(Element("type", Value(type)));
        }
    }

    private static void Ensure(XElement section, string kind, string type, string id)
    {
        if (!section.Elements(W + $"{kind}Reference").Any(reference => (string?)reference.Attribute(W + "type") == type))
        {
            section.AddFirst(Element($"{kind}Reference", new XAttribute(W + "type", type), new XAttribute(BoundPackage.R + "id", id)));
        }
    }

    private string PlainFooter() => target.AddHeaderOrFooter(
        "footer",
        Element("ftr", Element("p", Element("pPr", Element("pStyle", Value("BinderFoot")), Element("jc", Value("right"))), BinderFront.PageNumber(request.Fonts))));

    /// <summary>A footer that numbers the pages of its own paper now numbers those of the binder; one that does not gets the number at its right end.</summary>
    private void NumberPages(XElement footer, XElement section)
    {
        if (footer.Descendants(W + "instrText").Any(instruction => instruction.Value.Contains("PAGE", StringComparison.Ordinal)) || footer.Descendants(W + "fldSimple").Any())
        {
            return;
        }

        var paragraph = footer.Elements(W + "p").LastOrDefault();
        if (paragraph is null)
        {
            footer.Add(paragraph = Element("p"));
        }

        var properties = paragraph.Element(W + "pPr");
        if (properties?.Element(W + "tabs") is null)
        {
            var width = Twips(section, "pgSz", "w", 11906) - Twips(section, "pgMar", "left", 1134) - Twips(section, "pgMar", "right", 1134);
            var tabs = Element("tabs", Element("tab", Value("right"), new XAttribute(W + "pos", width)));
            if (properties?.Element(W + "pStyle") is { } style)
            {
                style.AddAfterSelf(tabs);
            }
            else if (properties is not null)
            {
                properties.AddFirst(tabs);
            }
            else
            {
                paragraph.AddFirst(Element("pPr", tabs));
            }
        }

        paragraph.Add(Element("r", Element("tab")), BinderFront.PageNumber(request.Fonts));
    }

    private static int Twips(XElement section, string element, string attribute, int otherwise) =>
        int.TryParse((string?)section.Element(W + element)?.Attribute(W + attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var twips) ? twips : otherwise;
}
