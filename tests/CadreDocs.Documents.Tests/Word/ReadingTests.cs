using CadreDocs.Documents.Forms;
using static CadreDocs.Documents.Tests.Word.SampleForm;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>Documents made here and changed by others.</summary>
public class ReadingTests
{
    private static readonly byte[] Filled = Render(
        Data(("name", "王芳"), ("birth", "1978-06"), ("insight", "第一段\n第二段")).WithRows(Row(("who", "甲"), ("mark", "√"), ("number", "3")), Row(("who", "乙"))));

    [Fact]
    public void Every_value_says_that_it_came_by_its_tag()
    {
        var read = Read(Filled);
        Assert.Equal(Identity, read.Identity);
        Assert.All(read.Fields, field => Assert.Equal(ReadSource.Tag, field.Source));
        Assert.Contains(read.Fields, field => field is { Section: "rows", Row: 1, Key: "mark", Value: "√" });
        Assert.Empty(read.NotUnderstood);
    }

    [Fact]
    public void Prompt_text_is_never_a_value() => Assert.Empty(Read(Render(new FormData())).Fields);

    [Fact]
    public void Prompt_text_without_its_mark_is_no_value_either() =>
        Assert.Empty(Read(Docx.EditBody(Render(new FormData()), body => body.Replace("<w:showingPlcHdr/>", "", StringComparison.Ordinal))).Fields);

    [Fact]
    public void A_value_typed_by_a_program_that_left_the_prompt_mark_is_read()
    {
        var edited = Docx.EditBody(Render(new FormData()), body => ReplaceFirst(body, ">请填写<", ">王芳<"));
        Assert.Equal("王芳", Read(edited).Data["name"]);
    }

    [Fact]
    public void Runs_that_an_editor_split_are_joined() => Assert.Equal("王芳", Edited(
        ">王芳<", """>王</w:t></w:r><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="x"/><w:r><w:rPr><w:b/></w:rPr><w:t>芳<""").Data["name"]);

    [Fact]
    public void Tracked_changes_are_read_as_if_accepted()
    {
        var read = Edited(
            """<w:t xml:space="preserve">王芳</w:t></w:r>""",
            """<w:t>王</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>芳</w:delText></w:r></w:del><w:ins w:id="2" w:author="x"><w:r><w:t>方</w:t></w:r></w:ins>""");
        Assert.Equal("王方", read.Data["name"]);
    }

    [Fact]
    public void A_paragraph_whose_mark_was_deleted_joins_the_next()
    {
        var read = Edited(
            """<w:pPr><w:ind w:firstLine="480"/></w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr><w:t xml:space="preserve">第一段""",
            """<w:pPr><w:ind w:firstLine="480"/><w:rPr><w:del w:id="1" w:author="x"/></w:rPr></w:pPr><w:r><w:t>第一段""");
        Assert.Equal("第一段第二段", read.Data["insight"]);
    }

    [Fact]
    public void A_row_deleted_as_a_tracked_change_is_gone()
    {
        var body = Docx.Body(Filled);
        var row = body.LastIndexOf("<w:tr>", body.IndexOf(">甲<", StringComparison.Ordinal), StringComparison.Ordinal);
        var read = Read(Docx.EditBody(Filled, text => text.Insert(row + 6, """<w:trPr><w:del w:id="9" w:author="x"/></w:trPr>""")));
        Assert.Equal("乙", Assert.Single(read.Data.Rows("rows"))["who"]);
    }

    [Fact]
    public void Comments_smart_tags_and_hyperlinks_do_not_disturb() => Assert.Equal("王芳", Edited(
        """<w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/></w:rPr><w:t xml:space="preserve">王芳</w:t></w:r>""",
        """<w:commentRangeStart w:id="0"/><w:smartTag w:uri="u" w:element="e"><w:r><w:t>王</w:t></w:r></w:smartTag><w:hyperlink w:anchor="a"><w:r><w:t>芳</w:t></w:r></w:hyperlink><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>""").Data["name"]);

    [Fact]
    public void Only_one_branch_of_an_alternative_is_read() => Assert.Equal("王芳", Edited(
        "王芳</w:t></w:r>",
        """王</w:t></w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:r><w:t>芳</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>芳</w:t></w:r></mc:Fallback></mc:AlternateContent>""").Data["name"]);

    [Fact]
    public void A_field_code_is_not_read_but_its_result_is() => Assert.Equal("王芳", Edited(
        "王芳</w:t></w:r>",
        """王</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>芳</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>""").Data["name"]);

    [Fact]
    public void A_tick_from_a_symbol_font_is_a_tick()
    {
        var read = Edited("""<w:t xml:space="preserve">√</w:t>""", """<w:sym w:font="Wingdings" w:char="F0FC"/>""");
        Assert.Equal("√", read.Data.Rows("rows")[0]["mark"]);
    }

    [Theory]
    [InlineData("✓", "√")]
    [InlineData("✔", "√")]
    [InlineData("〇", "O")]
    [InlineData("○", "O")]
    [InlineData("0", "O")]
    [InlineData("０", "O")]
    [InlineData("o", "O")]
    [InlineData("▲", "△")]
    public void A_look_alike_mark_is_normalised_with_a_notice(string typed, string mark)
    {
        var read = Edited(">√<", $">{typed}<");
        Assert.Equal(mark, read.Data.Rows("rows")[0]["mark"]);
        Assert.Equal(typed, Assert.Single(read.Fields, field => field.Key == "mark").Raw);
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "normalised", Row: 1, Tag: "rows.mark" });
    }

    [Fact]
    public void A_mark_that_is_none_is_left_out_and_named()
    {
        var read = Edited(">√<", ">公差<");
        Assert.False(read.Data.Rows("rows")[0].ContainsKey("mark"));
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "not-a-mark", Row: 1 } && notice.Message.Contains("公差", StringComparison.Ordinal));
    }

    [Fact]
    public void Full_width_digits_are_normalised_with_a_notice()
    {
        var read = Edited("""<w:t xml:space="preserve">3</w:t>""", "<w:t>１２次</w:t>");
        Assert.Equal("12", read.Data.Rows("rows")[0]["number"]);
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "normalised");
    }

    [Theory]
    [InlineData("1978年6月")]
    [InlineData("1978-06")]
    [InlineData("１９７８．６")]
    [InlineData("一九七八年六月")]
    [InlineData("1978 / 6")]
    public void A_month_is_understood_as_people_write_it(string typed) => Assert.Equal("1978-06", Edited(">1978.06<", $">{typed}<").Data["birth"]);

    [Theory]
    [InlineData("去年夏天")]
    [InlineData("1978.13")]
    [InlineData("2024年2月30日")]
    public void What_is_no_date_is_left_out_and_named(string typed)
    {
        var read = Edited(">1978.06<", $">{typed}<");
        Assert.Equal("", read.Data["birth"]);
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "not-a-date", Tag: "birth" });
    }

    [Fact]
    public void A_control_wrapped_around_its_cell_is_read()
    {
        var cell = Docx.Cell($"<w:p>{Docx.Run("name")}</w:p>");
        var body = Docx.Body(Filled);
        Assert.DoesNotContain(cell, body, StringComparison.Ordinal);
        var edited = Docx.EditBody(Filled, text =>
        {
            var start = text.LastIndexOf("<w:tc>", text.IndexOf(">王芳<", StringComparison.Ordinal), StringComparison.Ordinal);
            var end = text.IndexOf("</w:tc>", start, StringComparison.Ordinal) + 7;
            var wrapped = $"""<w:sdt><w:sdtPr><w:tag w:val="name"/></w:sdtPr><w:sdtContent>{Docx.Cell(Docx.P("王芳芳"))}</w:sdtContent></w:sdt>""";
            return text[..start] + wrapped + text[end..];
        });
        Assert.Equal("王芳芳", Read(edited).Data["name"]);
    }

    [Fact]
    public void A_control_wrapped_around_a_row_does_not_hide_its_fields()
    {
        var edited = Docx.EditBody(Filled, text =>
        {
            var start = text.LastIndexOf("<w:tr>", text.IndexOf(">甲<", StringComparison.Ordinal), StringComparison.Ordinal);
            var end = text.IndexOf("</w:tr>", start, StringComparison.Ordinal) + 7;
            return text[..start] + "<w:sdt><w:sdtPr/><w:sdtContent>" + text[start..end] + "</w:sdtContent></w:sdt>" + text[end..];
        });
        Assert.Equal(["甲", "乙"], Read(edited).Data.Rows("rows").Select(row => row["who"]));
    }

    [Fact]
    public void A_row_inserted_by_hand_is_read_by_its_columns_with_a_notice()
    {
        var inserted = Docx.Row(Docx.Cell(Docx.P("")), Docx.Cell(Docx.P("丁")), Docx.Cell(Docx.P("√")), Docx.Cell(Docx.P("")), Docx.Cell(Docx.P("")), Docx.Cell(Docx.P("")), Docx.Cell(Docx.P("")));
        var edited = Docx.EditBody(Filled, text =>
        {
            var end = text.IndexOf("</w:tr>", text.IndexOf(">甲<", StringComparison.Ordinal), StringComparison.Ordinal) + 7;
            return text.Insert(end, inserted);
        });
        var read = Read(edited);
        Assert.Equal(["甲", "丁", "乙"], read.Data.Rows("rows").Select(row => row["who"]));
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "row-added", Row: 2 });
        Assert.Contains(read.Fields, field => field is { Row: 2, Key: "mark", Source: ReadSource.Position });
    }

    [Fact]
    public void A_row_deleted_by_hand_is_gone()
    {
        var edited = Docx.EditBody(Filled, text =>
        {
            var start = text.LastIndexOf("<w:tr>", text.IndexOf(">甲<", StringComparison.Ordinal), StringComparison.Ordinal);
            return text.Remove(start, text.IndexOf("</w:tr>", start, StringComparison.Ordinal) + 7 - start);
        });
        Assert.Equal("乙", Assert.Single(Read(edited).Data.Rows("rows"))["who"]);
    }

    [Fact]
    public void Without_any_tag_all_is_read_by_place()
    {
        var read = Read(Docx.EditBody(Filled, text => System.Text.RegularExpressions.Regex.Replace(text, "<w:(tag|alias|id|lock) [^>]*/>", "", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))));
        Assert.Equal(("王芳", "1978-06", "第一段\n第二段"), (read.Data["name"], read.Data["birth"], read.Data["insight"]));
        Assert.Equal(["甲", "乙"], read.Data.Rows("rows").Select(row => row["who"]));
        Assert.All(read.Fields, field => Assert.Equal(ReadSource.Position, field.Source));
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "tags-lost");
    }

    [Fact]
    public void Sheets_that_disagree_are_named()
    {
        var file = Render(Data(("name", "王芳")).WithRows(Row(("who", "甲")), Row(("who", "乙")), Row(("who", "丙"))));
        var read = Read(Docx.EditBody(file, text => ReplaceFirst(text, ">王芳<", ">王方<")));
        Assert.Equal("王方", read.Data["name"]);
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "copies-differ", Tag: "name" });
        Assert.Equal(["甲", "乙", "丙"], read.Data.Rows("rows").Select(row => row["who"]));
    }

    [Fact]
    public void A_computed_field_is_not_read()
    {
        var file = Render(new FormData().WithRows(Row(("who", "甲"), ("total", "7"))));
        Assert.Contains(">7<", Docx.Body(file), StringComparison.Ordinal);
        Assert.Equal(["who"], Read(file).Data.Rows("rows")[0].Keys);
    }

    [Fact]
    public void A_control_of_another_form_is_named() => Assert.Contains(
        Read(Docx.EditBody(Filled, text => text.Replace("<w:sectPr>", $"<w:p>{Docx.Run("stranger").Replace("<w:showingPlcHdr/>", "", StringComparison.Ordinal)}</w:p><w:sectPr>", StringComparison.Ordinal))).NotUnderstood,
        notice => notice is { Code: "unknown-tag", Tag: "stranger" });

    [Fact]
    public void Another_namespace_prefix_is_read()
    {
        var parts = Docx.Parts(Filled);
        var body = parts["word/document.xml"].Replace("<w:", "<x:", StringComparison.Ordinal).Replace("</w:", "</x:", StringComparison.Ordinal)
            .Replace(" w:", " x:", StringComparison.Ordinal).Replace("xmlns:w=", "xmlns:x=", StringComparison.Ordinal);
        parts["word/document.xml"] = body;
        Assert.Equal("王芳", Read(Docx.Zip(parts)).Data["name"]);
    }

    private static ReadResult Edited(string what, string with) => Read(Docx.EditBody(Filled, body =>
    {
        Assert.Contains(what, body, StringComparison.Ordinal);
        return ReplaceFirst(body, what, with);
    }));

    private static string ReplaceFirst(string text, string what, string with)
    {
        var at = text.IndexOf(what, StringComparison.Ordinal);
        return at < 0 ? text : text[..at] + with + text[(at + what.Length)..];
    }

    private static ReadResult Read(byte[] file) => SampleForm.ReadBack(file);
}
