using System.Globalization;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Binding;

/// <summary>Binds filled papers into one Word document for printing (feature 12).</summary>
public static class DocumentBinder
{
    /// <summary>Binds. Equal requests give equal bytes.</summary>
    /// <param name="request">Cover, 目录 and papers.</param>
    /// <returns>The document; or, where papers cannot be bound, none and a fault for each of them.</returns>
    public static BinderResult Bind(BinderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var target = new BoundPackage();
        target.Styles.AddRange(BinderFront.Styles(request.Fonts));
        var sections = new BinderSections(target, request);
        var places = new Dictionary<(int Entry, int Paper), (string Bookmark, int? Page)>();
        var papers = new List<(List<XElement> Blocks, XElement Section)>();
        var faults = new List<Fault>();
        var number = 0;

        var page = request.ContentsPages is { } contents ? Next(Next(1, 1, request), contents, request) : (int?)null;
        for (var i = 0; i < request.Entries.Count; i++)
        {
            for (var j = 0; j < request.Entries[i].Papers.Count; j++)
            {
                var paper = request.Entries[i].Papers[j];
                if (paper.Document is not { } document)
                {
                    continue;
                }

                var bookmark = string.Create(CultureInfo.InvariantCulture, $"binder_{papers.Count + 1}");
                try
                {
                    var pages = paper.Pages;
                    (List<XElement> Blocks, XElement Section) bound;
                    try
                    {
                        bound = PaperImport.Import(document, paper.Title, ++number, target, sections);
                    }
                    catch (PackageException) when (paper.Instead is not null)
                    {
                        (bound, pages) = (PaperImport.Import(paper.Instead.Value, paper.Title, ++number, target, sections), 1);
                    }

                    Mark(bound.Blocks, bookmark, target.NextId());
                    papers.Add(bound);
                    places[(i, j)] = (bookmark, page);
                    page = page is { } first && pages is { } count ? Next(first, count, request) : null;
                }
                catch (PackageException e)
                {
                    faults.Add(e.Fault with { Message = $"“{paper.Title}”：{e.Fault.Message}", MessageEn = $"'{paper.Title}': {e.Fault.MessageEn}" });
                }
            }
        }

        if (faults.Count > 0)
        {
            return new BinderResult(null, faults);
        }

        var front = BinderFront.Contents(request, (entry, paper) => places.TryGetValue((entry, paper), out var place) ? place : null).ToList();
        var body = Element("body");
        Append(body, BinderFront.Cover(request).ToList(), BinderFront.Section(request, first: true), last: false);
        Append(body, front, BinderFront.Section(request, first: false), last: papers.Count == 0);
        for (var i = 0; i < papers.Count; i++)
        {
            Append(body, papers[i].Blocks, papers[i].Section, last: i == papers.Count - 1);
        }

        return new BinderResult(target.Write(body, request.Fonts, updateFields: papers.Count > 0), []);
    }

    /// <summary>The 目录 alone, without page numbers: to count the pages it takes.</summary>
    internal static byte[] Contents(BinderRequest request)
    {
        var target = new BoundPackage();
        target.Styles.AddRange(BinderFront.Styles(request.Fonts));
        var body = Element("body");
        Append(body, BinderFront.Contents(request, (_, _) => ("binder_1", null)).ToList(), BinderFront.Section(request, first: true), last: true);
        return target.Write(body, request.Fonts, updateFields: false);
    }

    /// <summary>The page on which the next part begins: with duplex always a right-hand one.</summary>
    private static int Next(int first, int pages, BinderRequest request)
    {
        var next = first + Math.Max(1, pages);
        return next + (request.Duplex && next % 2 == 0 ? 1 : 0);
    }

    /// <summary>Adds blocks and ends their section: in the properties of the last paragraph, or as the body's own for the last section.</summary>
    private static void Append(XElement body, List<XElement> blocks, XElement section, bool last)
    {
        body.Add(blocks);
        if (last)
        {
            body.Add(section);
            return;
        }

        var end = body.Elements().LastOrDefault();
        if (end?.Name != W + "p" || end.Element(W + "pPr")?.Element(W + "sectPr") is not null)
        {
            body.Add(end = Element("p", Element("pPr", Element("pStyle", Value("BinderEnd")))));
        }

        var properties = end.Element(W + "pPr");
        if (properties is null)
        {
            end.AddFirst(properties = Element("pPr"));
        }

        properties.Elements(W + "pPrChange").Remove();
        properties.Add(section);
    }

    /// <summary>Puts the bookmark that the 目录 points at on the paper's first paragraph.</summary>
    private static void Mark(List<XElement> blocks, string name, int id)
    {
        var start = Element("bookmarkStart", new XAttribute(W + "id", id), new XAttribute(W + "name", name));
        var end = Element("bookmarkEnd", new XAttribute(W + "id", id));
        if (blocks.FirstOrDefault() is { } first && first.Name == W + "p")
        {
            if (first.Element(W + "pPr") is { } properties)
            {
                properties.AddAfterSelf(start, end);
            }
            else
            {
                first.AddFirst(start, end);
            }
        }
        else
        {
            blocks.InsertRange(0, [start, end]);
        }
    }
}
