using CadreDocs.Documents.Binding;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Documents.Tests.Binding;

public sealed class DocumentBinderTests
{
    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Bound_document_is_valid(FileFormatVersions version)
    {
        using var document = Open(Bind(new BinderPaper("甲", Paper("甲", "楷体")), new BinderPaper("乙", Paper("乙", "黑体"))));
        Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void Papers_stand_in_the_order_of_the_request()
    {
        using var document = Open(Bind(new BinderPaper("乙", Paper("乙文", "楷体")), new BinderPaper("甲", Paper("甲文", "楷体"))));
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.InRange(text.IndexOf("乙文", StringComparison.Ordinal), 0, text.IndexOf("甲文", StringComparison.Ordinal) - 1);
    }

    [Fact]
    public void Styles_of_one_name_keep_the_look_of_their_own_paper()
    {
        using var document = Open(Bind(new BinderPaper("甲", Paper("甲文", "楷体")), new BinderPaper("乙", Paper("乙文", "黑体"))));
        Assert.Equal(("楷体", "黑体"), (Face(document, "甲文"), Face(document, "乙文")));
        var names = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleName!.Val!.Value).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Lists_of_two_papers_do_not_run_on()
    {
        using var document = Open(Bind(new BinderPaper("甲", Paper("甲文", "楷体")), new BinderPaper("乙", Paper("乙文", "楷体"))));
        var lists = document.MainDocumentPart!.Document.Descendants<NumberingId>().Select(id => id.Val!.Value).ToList();
        Assert.Equal(2, lists.Distinct().Count());
        var numbering = document.MainDocumentPart.NumberingDefinitionsPart!.Numbering;
        Assert.Equal(2, numbering.Elements<NumberingInstance>().Where(number => lists.Contains(number.NumberID!.Value)).Select(number => number.AbstractNumId!.Val!.Value).Distinct().Count());
        Assert.Empty(numbering.Descendants<Nsid>());
    }

    [Fact]
    public void Footnotes_follow_their_paper()
    {
        using var document = Open(Bind(new BinderPaper("甲", Paper("甲文", "楷体")), new BinderPaper("乙", Paper("乙文", "楷体"))));
        var notes = document.MainDocumentPart!.FootnotesPart!.Footnotes!.Elements<Footnote>().ToDictionary(note => note.Id!.Value, note => note.InnerText);
        var references = document.MainDocumentPart.Document.Descendants<FootnoteReference>().Select(reference => notes[reference.Id!.Value]);
        Assert.Equal(["甲文的注", "乙文的注"], references);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_paper_begins_its_own_page_and_a_leaf_when_printed_duplex(bool duplex)
    {
        using var document = Open(Bind(duplex, new BinderPaper("甲", Paper("甲文", "楷体")), new BinderPaper("乙", Paper("乙文", "楷体"))));
        var types = document.MainDocumentPart!.Document.Descendants<SectionProperties>().Skip(2).Select(section => section.GetFirstChild<SectionType>()!.Val!.Value);
        Assert.All(types, type => Assert.Equal(duplex ? SectionMarkValues.OddPage : SectionMarkValues.NextPage, type));
    }

    [Fact]
    public void No_paper_inherits_the_header_of_the_one_before()
    {
        using var document = Open(Bind(new BinderPaper("甲", Paper("甲文", "楷体")), new BinderPaper("乙", Paper("乙文", "楷体", header: false))));
        var main = document.MainDocumentPart!;
        string Header(SectionProperties section) =>
            ((HeaderPart)main.GetPartById(section.Elements<HeaderReference>().Single(reference => reference.Type!.Value == HeaderFooterValues.Default).Id!.Value!)).Header!.InnerText;
        Assert.Equal(["甲文页眉", ""], main.Document.Descendants<SectionProperties>().Skip(2).Select(Header));
    }

    [Fact]
    public void Every_paper_carries_the_page_number_of_the_binder_in_its_footer()
    {
        using var document = Open(Bind(new BinderPaper("甲", Paper("甲文", "楷体")), new BinderPaper("乙", Paper("乙文", "楷体", header: false))));
        var main = document.MainDocumentPart!;
        foreach (var reference in main.Document.Descendants<FooterReference>())
        {
            var footer = ((FooterPart)main.GetPartById(reference.Id!.Value!)).Footer!;
            Assert.Contains(footer.Descendants<FieldCode>(), code => code.Text.Trim() == "PAGE");
        }
    }

    [Fact]
    public void Contents_name_what_is_missing_and_what_is_attached()
    {
        var result = DocumentBinder.Bind(new BinderRequest("档案袋", [], [
            new BinderEntry("1．规划", []),
            new BinderEntry("2．计划", [new BinderPaper("扫描件", null)]),
            new BinderEntry("3．心得", [new BinderPaper("心得", Paper("心得文", "楷体"))]),
        ]));
        using var document = Open(result);
        var lines = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText).ToList();
        Assert.Contains("1．规划缺", lines);
        Assert.Contains("2．计划另附", lines);
        var code = document.MainDocumentPart.Document.Descendants<FieldCode>().Single(field => field.Text.Contains("PAGEREF", StringComparison.Ordinal)).Text;
        Assert.Contains(document.MainDocumentPart.Document.Descendants<BookmarkStart>(), mark => code.Contains(mark.Name!.Value!, StringComparison.Ordinal));
    }

    [Fact]
    public void Damaged_papers_are_all_named_and_nothing_is_bound()
    {
        var result = Bind(new BinderPaper("坏一", new byte[] { 1, 2, 3 }), new BinderPaper("好", Paper("好文", "楷体")), new BinderPaper("坏二", Array.Empty<byte>()));
        Assert.Null(result.Document);
        Assert.Collection(
            result.Faults,
            fault => Assert.Contains("坏一", fault.Message, StringComparison.Ordinal),
            fault => Assert.Contains("坏二", fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Same_papers_give_the_same_bytes()
    {
        var paper = Paper("甲文", "楷体");
        Assert.Equal(Bind(new BinderPaper("甲", paper)).Document, Bind(new BinderPaper("甲", paper)).Document);
    }

    private static BinderResult Bind(params BinderPaper[] papers) => Bind(true, papers);

    private static BinderResult Bind(bool duplex, params BinderPaper[] papers) => DocumentBinder.Bind(
        new BinderRequest("干部个人自培档案袋", ["明溪中学", "2024年度"], papers.Select(paper => new BinderEntry(paper.Title, [paper])).ToList()) { Duplex = duplex });

    private static WordprocessingDocument Open(BinderResult result)
    {
        Assert.Empty(result.Faults);
        return WordprocessingDocument.Open(new MemoryStream(result.Document!), false);
    }

    private static string Face(WordprocessingDocument document, string text)
    {
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!);
        var id = document.MainDocumentPart.Document.Descendants<Paragraph>().Single(paragraph => paragraph.InnerText == text).ParagraphProperties!.ParagraphStyleId!.Val!.Value;
        while (id is not null)
        {
            if (styles[id].StyleRunProperties?.RunFonts?.EastAsia?.Value is { } face)
            {
                return face;
            }

            id = styles[id].BasedOn?.Val?.Value;
        }

        return "";
    }

    // What a stranger's editor leaves behind: document defaults, the same style ids and list ids everywhere, a footnote, a header.
    private static byte[] Paper(string text, string face, bool header = true)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(
                new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { EastAsia = face }))),
                new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, Default = true, StyleId = "Normal" });
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    new Nsid { Val = "1A2B3C4D" },
                    new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }) { LevelIndex = 0 })
                {
                    AbstractNumberId = 0,
                },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(
                new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Footnote(new Paragraph(new Run(new Text(text + "的注")))) { Id = 1 });
            var section = new SectionProperties();
            if (header)
            {
                var part = main.AddNewPart<HeaderPart>();
                part.Header = new Header(new Paragraph(new Run(new Text(text + "页眉"))));
                section.Append(new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(part) });
            }

            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text(text))),
                new Paragraph(
                    new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
                    new Run(new Text("条目")),
                    new Run(new FootnoteReference { Id = 1 })),
                section));
        }

        return stream.ToArray();
    }
}
