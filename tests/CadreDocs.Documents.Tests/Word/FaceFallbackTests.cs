using System.Text;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Tests.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using static CadreDocs.Documents.Tests.Word.SampleForm;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>A character that its face lacks is written in a face that has it (R83).</summary>
public sealed class FaceFallbackTests
{
    private const string Song = """<w:rFonts w:hint="eastAsia" w:ascii="宋体-ExtB" w:eastAsia="宋体-ExtB" w:hAnsi="宋体-ExtB"/>""";

    [Fact]
    public void Only_the_character_itself_changes_its_face() => Assert.Contains(
        """<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">王</w:t></w:r>"""
        + $"""<w:r><w:rPr>{Song}</w:rPr><w:t xml:space="preserve">𠮷</w:t></w:r>"""
        + """<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">明</w:t></w:r>""",
        Docx.Body(Print(Data(("name", "王𠮷明")))), StringComparison.Ordinal);

    [Fact]
    public void Neighbours_share_a_run() =>
        Assert.Contains(""">𠮷𠮷</w:t>""", Docx.Body(Print(Data(("name", "王𠮷𠮷明")))), StringComparison.Ordinal);

    [Fact]
    public void Sick_leave_in_a_GB2312_face_is_written_in_a_face_of_GBK() => Assert.Contains(
        """w:eastAsia="宋体" w:hAnsi="宋体"/></w:rPr><w:t xml:space="preserve">⊕</w:t>""",
        Docx.Body(Print(Data(("name", "病假⊕")), FontPlan.Of("仿宋", "宋体", "Times New Roman", "宋体") with { Body = new FontCoverage("仿宋", FontCoverage.Gb2312) })),
        StringComparison.Ordinal);

    [Fact]
    public void What_no_face_draws_stays_where_it_is() =>
        Assert.Contains(">王\U0002B740明</w:t>", Docx.Body(Print(Data(("name", "王\U0002B740明")))), StringComparison.Ordinal);

    [Fact]
    public void A_fallback_after_a_character_that_no_face_draws_is_found() =>
        Assert.Contains(">\U0002B740</w:t>", Docx.Body(Print(Data(("name", "\U0002B740𠮷")))), StringComparison.Ordinal);

    [Fact]
    public void Lines_stay_lines_beside_a_change_of_face()
    {
        var read = ReadBack(Print(Data(("insight", "第一𠮷\n𠮷第二\n𠮷\n尾"))));
        Assert.Equal("第一𠮷\n𠮷第二\n𠮷\n尾", read.Data["insight"]);
    }

    [Fact]
    public void Text_that_its_face_draws_gives_the_same_bytes_as_without_a_plan()
    {
        var data = Data(("name", "阿依古丽·买买提"), ("insight", "二〇二四年，“看见”学生——第一\n第二"));
        Assert.Equal(Render(data), Print(data));
    }

    [Fact]
    public void Generated_text_falls_back_too()
    {
        var file = FilledForms.Template("annual-plan").Render(
            DocumentKind.Word, new DocumentRequest(new FormData(), JsonNode.Parse("""{"year": 2024, "school": {"name": "𠮷田小学"}}""")!.AsObject(), Identity) { Fonts = FontPlan.Windows });
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var run = Assert.Single(document.MainDocumentPart!.Document.Descendants<Run>(), run => run.InnerText == "𠮷");
        Assert.Equal("宋体-ExtB", run.RunProperties?.RunFonts?.EastAsia?.Value);
        Assert.NotNull(run.RunProperties?.FontSize);
    }

    [Fact]
    public void Every_character_that_XML_allows_comes_back_from_the_faces_it_was_written_in()
    {
        var all = new StringBuilder();
        for (var code = 0x20; code <= 0x10FFFF; code++)
        {
            if (code is < 0xD800 or >= 0xE000 and <= 0xFFFD or >= 0x10000)
            {
                all.Append(char.ConvertFromUtf32(code));
            }
        }

        var read = ReadBack(Print(Data(("name", all.ToString()), ("insight", all.ToString()))));
        Assert.True(all.Equals(read.Data["name"]));
        Assert.True(all.Equals(read.Data["insight"]));
    }

    [Theory]
    [MemberData(nameof(FilledForms.WordForms), MemberType = typeof(FilledForms))]
    public void Official_sheets_with_rare_names_are_valid_and_read_back(string form)
    {
        var (data, globals) = FilledForms.SampleOf(form);
        foreach (var field in FilledForms.Template(form).Form.Fields.Where(field => field.Type is FieldType.Text or FieldType.Paragraphs && !field.Ink))
        {
            data[field.Key] = $"沈𣲘{field.Label}䶮";
        }

        var file = FilledForms.Template(form).Render(DocumentKind.Word, new DocumentRequest(data, globals, new DocumentIdentity(form, "2018", "R-1", 1, "")) { Fonts = FontPlan.Windows });
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        FormValidityTests.AssertSame(form, data, OfficialForms.Catalog.Read(file, form + ".docx"));
    }

    private static byte[] Print(FormData data, FontPlan? fonts = null) =>
        Compiled.Render(DocumentKind.Word, new DocumentRequest(data, JsonNode.Parse("""{ "year": 2024 }""")!.AsObject(), Identity) { Fonts = fonts ?? FontPlan.Windows });
}
