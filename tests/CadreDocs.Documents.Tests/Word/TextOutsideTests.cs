using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Tests.Forms;
using static CadreDocs.Documents.Tests.Word.SampleForm;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>What is typed beside the controls is named, and the form's own words are not.</summary>
public sealed class TextOutsideTests
{
    [Fact]
    public void A_paragraph_typed_behind_a_control_is_named_with_its_place()
    {
        var notice = Assert.Single(ReadEdited(Data(("name", "王芳"), ("insight", "甲")), "</w:sdt><w:p/>", "</w:sdt>" + Docx.P("写在下面的话") + "<w:p/>"));
        Assert.Equal("text-outside", notice.Code);
        Assert.Contains("“写在下面的话”写在填写栏之外（在“学习心得”处）", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_typed_behind_a_label_is_named_without_the_label()
    {
        var notice = Assert.Single(ReadEdited(Data(("name", "王芳")), ">学习心得<", ">学习心得：见附页<"));
        Assert.Contains("见附页”写在填写栏之外（在“学习心得”处）", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_typed_signature_is_no_surprise() =>
        Assert.Empty(ReadEdited(Data(("name", "王芳")), ">签名：<", ">签名：王芳<"));

    [Fact]
    public void A_value_in_a_cell_whose_control_was_deleted_is_read_and_not_named()
    {
        var data = new FormData().WithRows(Row(("who", "甲"), ("mark", "√"), ("number", "1")));
        var file = Render(data);
        var body = Docx.Body(file);
        var start = body.IndexOf("<w:sdt>", body.IndexOf("rows.mark", StringComparison.Ordinal), StringComparison.Ordinal);
        var end = body.IndexOf("</w:sdt>", start, StringComparison.Ordinal) + "</w:sdt>".Length;
        var read = ReadBack(Docx.EditBody(file, _ => body[..start] + "<w:r><w:t>1</w:t></w:r>" + body[end..]));
        Assert.DoesNotContain(read.NotUnderstood, notice => notice.Code == "text-outside");
    }

    [Theory]
    [MemberData(nameof(FilledForms.WordForms), MemberType = typeof(FilledForms))]
    public void No_official_sheet_names_its_own_words(string form)
    {
        foreach (var file in new[] { FilledForms.Blank(form), FilledForms.BlankForPaper(form), FilledForms.Sample(form), FilledForms.Overfull(form) })
        {
            Assert.Empty(OfficialForms.Catalog.Read(file, form + ".docx").NotUnderstood.Where(notice => notice.Code == "text-outside").Select(notice => notice.Message));
        }
    }

    private static List<Fault> ReadEdited(FormData data, string old, string edited)
    {
        var file = Render(data);
        var body = Docx.Body(file);
        Assert.Contains(old, body, StringComparison.Ordinal);
        var at = body.LastIndexOf(old, StringComparison.Ordinal);
        return ReadBack(Docx.EditBody(file, _ => string.Concat(body.AsSpan(0, at), edited, body.AsSpan(at + old.Length)))).NotUnderstood.ToList();
    }
}
