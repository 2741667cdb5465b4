using System.Text.RegularExpressions;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using static CadreDocs.Documents.Tests.Word.SampleForm;

namespace CadreDocs.Documents.Tests.Word;

public partial class RenderingTests
{
    private static readonly XNamespace _w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void A_value_keeps_its_control_and_look_and_loses_the_prompt()
    {
        var body = Docx.Body(Render(Data(("name", "王芳"))));
        Assert.Contains("""<w:tag w:val="name"/>""", body, StringComparison.Ordinal);
        Assert.Contains("""<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">王芳</w:t></w:r>""", body, StringComparison.Ordinal);
        Assert.Equal(1, Count(body, "请填写</w:t>") - Count(Docx.Body(Render(Data(("name", "王芳"), ("birth", "1978-06")))), "请填写</w:t>"));
    }

    [Fact]
    public void An_empty_field_shows_its_prompt_as_a_prompt()
    {
        var body = Docx.Body(Render(new FormData()));
        Assert.Contains("<w:showingPlcHdr/>", body, StringComparison.Ordinal);
        Assert.Contains("""<w:rStyle w:val="PlaceholderText"/>""", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_become_paragraphs_in_the_look_of_the_template()
    {
        var body = Docx.Body(Render(Data(("insight", "第一段\n第二段"))));
        const string Open = """<w:p><w:pPr><w:ind w:firstLine="480"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr><w:t xml:space="preserve">""";
        Assert.Contains($"{Open}第一段</w:t></w:r></w:p>{Open}第二段</w:t></w:r></w:p></w:sdtContent>", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_value_is_text() =>
        Assert.Contains("&lt;b&gt;&amp;amp;", Docx.Body(Render(Data(("name", "<b>&amp;")))), StringComparison.Ordinal);

    [Theory]
    [InlineData(0x0)]
    [InlineData(0x1B)]
    [InlineData(0xFFFE)]
    [InlineData(0xD800)]
    public void A_character_that_XML_forbids_is_shown_as_replaced(int code) =>
        Assert.Contains("前\uFFFD后", Docx.Body(Render(Data(("name", $"前{(char)code}后")))), StringComparison.Ordinal);

    [Theory]
    [InlineData("1978-06", "1978.06")]
    [InlineData("1978", "1978年")]
    public void A_short_month_is_printed_with_a_point(string value, string printed) =>
        Assert.Contains($">{printed}<", Docx.Body(Render(Data(("birth", value)))), StringComparison.Ordinal);

    [Fact]
    public void A_day_is_printed_in_Chinese_without_leading_zeros() =>
        Assert.Contains(">2024年3月5日<", Docx.Body(Render(Data(("date", "2024-03-05")))), StringComparison.Ordinal);

    [Fact]
    public void Rows_are_padded_to_the_official_blank() =>
        Assert.Equal(2, Count(Docx.Body(Render(new FormData())), "rows.who\"/><w:id"));

    [Fact]
    public void Further_rows_go_to_a_further_sheet_with_page_break_header_and_running_number()
    {
        var body = Docx.Body(Render(Data(("name", "王芳")).WithRows(Row(("who", "甲")), Row(("who", "乙")), Row(("who", "丙")))));
        Assert.Equal(1, Count(body, "<w:pageBreakBefore/>"));
        Assert.Equal(2, Count(body, ">王芳<"));
        Assert.Contains("第 1 页<", body, StringComparison.Ordinal);
        Assert.Contains("第 2 页<", body, StringComparison.Ordinal);
        Assert.True(body.IndexOf("第 2 页<", StringComparison.Ordinal) < body.IndexOf(">丙<", StringComparison.Ordinal));
        Assert.Contains("""<w:t xml:space="preserve">3</w:t>""", body, StringComparison.Ordinal);
        Assert.DoesNotContain("""<w:t xml:space="preserve">4</w:t>""", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Control_ids_are_distinct_over_rows_and_sheets()
    {
        var body = Docx.Body(Render(new FormData().WithRows(Row(("who", "甲")), Row(("who", "乙")), Row(("who", "丙")))));
        var ids = ControlId().Matches(body).Select(match => match.Groups["id"].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.True(ids.Count > 20);
    }

    [Fact]
    public void A_script_that_Word_split_over_runs_is_joined()
    {
        var body = SampleForm.Body.Replace(
            Docx.P("{{ year ?? \"____\" }}年度样表{{ if sheet.count > 1 }}第 {{ sheet.number }} 页{{ end }}"),
            """<w:p><w:r><w:t>{{ ye</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>ar }}年度{{ if year &gt; 2000 }}新</w:t></w:r><w:r><w:t>式{{ end }}</w:t></w:r></w:p>""",
            StringComparison.Ordinal);
        var text = Docx.Body(Compile(Definition, Docx.Make(body)).Render(
            DocumentKind.Word, new DocumentRequest(new FormData(), new System.Text.Json.Nodes.JsonObject { ["year"] = 2024 }, Identity)));
        Assert.Contains(">2024</w:t>", text, StringComparison.Ordinal);
        Assert.Contains(">式</w:t></w:r></w:p>", text, StringComparison.Ordinal);
        Assert.Contains(">年度新</w:t>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_script_writes_is_text() =>
        Assert.Contains("&lt;w:br/&gt;年度样表", Docx.Body(Render(new FormData(), """{ "year": "<w:br/>" }""")), StringComparison.Ordinal);

    [Fact]
    public void A_script_that_fails_names_its_paragraph()
    {
        var body = SampleForm.Body.Replace("年度样表", "{{ nothing.here }}", StringComparison.Ordinal);
        var template = Compile(Definition, Docx.Make(body));
        var failure = Assert.Throws<InvalidOperationException>(() =>
            template.Render(DocumentKind.Word, new DocumentRequest(new FormData(), new System.Text.Json.Nodes.JsonObject(), Identity)));
        Assert.Contains("paragraph 1", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7K3F-92QX", "内容码 7K3F-92QX")]
    [InlineData("", "")]
    public void The_code_stands_in_a_control_of_its_own_that_a_blank_does_not_have(string code, string expected)
    {
        var file = SampleForm.Compile(SampleForm.Definition, Docx.Make(SampleForm.Body, ("word/footer1.xml", CodeFooter)))
            .Render(DocumentKind.Word, new DocumentRequest(new FormData(), [], SampleForm.Identity with { ContentCode = code }));
        var footer = XDocument.Parse(Docx.Parts(file)["word/footer1.xml"]).Root!;
        Assert.Equal(expected, footer.Value);
        Assert.Equal(code.Length > 0 ? ["cadredocs.code"] : [], footer.Descendants(_w + "tag").Select(tag => (string?)tag.Attribute(_w + "val")));

        // Ids are counted for each part: one in a footer would be a second of its kind in the document.
        Assert.Empty(footer.Descendants(_w + "id"));
    }

    [Fact]
    public void A_code_control_around_a_paragraph_is_a_fault_of_the_template()
    {
        var around = CodeFooter.Replace("<w:p><w:sdt>", "<w:sdt>", StringComparison.Ordinal).Replace("</w:sdt></w:p>", "</w:sdt>", StringComparison.Ordinal)
            .Replace("<w:sdtContent>", "<w:sdtContent><w:p>", StringComparison.Ordinal).Replace("</w:sdtContent>", "</w:p></w:sdtContent>", StringComparison.Ordinal);
        var (template, faults) = FormTemplate.Compile(SampleForm.Definition, Docx.Make(SampleForm.Body, ("word/footer1.xml", around)), null);
        Assert.Null(template);
        Assert.Contains(faults, fault => fault.Tag == "cadredocs.code");
    }

    private const string CodeFooter =
        $"""<w:ftr {Docx.Namespaces}><w:p><w:sdt><w:sdtPr><w:tag w:val="cadredocs.code"/><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:r><w:t>内容码</w:t></w:r></w:sdtContent></w:sdt></w:p></w:ftr>""";

    [Fact]
    public void The_footer_carries_the_content_code_and_the_document_its_identity()
    {
        var file = Render(new FormData());
        Assert.Contains("内容码 </w:t>", Docx.Parts(file)["word/footer1.xml"].Replace("内容码 7K3F-92QX", "内容码 </w:t>", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("record=\"r-17\"", Docx.Parts(file)["customXml/cadredocs.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_that_do_not_change_are_copied_as_they_are()
    {
        var theme = "<a>" + new string('x', 900) + "</a>";
        var template = Compile(Definition, Docx.Make(SampleForm.Body, ("word/theme.xml", theme)));
        var file = template.Render(DocumentKind.Word, new DocumentRequest(new FormData(), new System.Text.Json.Nodes.JsonObject(), Identity));
        Assert.Equal(theme, Docx.Parts(file)["word/theme.xml"]);
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    [GeneratedRegex("<w:id w:val=\"(?<id>[^\"]*)\"/>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ControlId();
}
