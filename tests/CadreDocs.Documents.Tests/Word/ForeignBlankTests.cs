
namespace CadreDocs.Documents.Tests.Word;

/// <summary>Old blanks of the regulation, typed by hand, without any control and without a word about what they are.</summary>
public class ForeignBlankTests
{
    [Fact]
    public void A_blank_is_recognised_by_its_labels_and_read_beside_them()
    {
        var file = Docx.Make(
            Docx.P("表8") + Docx.P("干 部 专 题 讲 座")
            + Docx.Table(
                Docx.Row(Cell("主 讲 人"), Cell("王芳"), Cell("学习对象"), Cell("全体教师"), Cell("讲座日期"), Cell("2024．3．5")),
                Docx.Row(Cell("讲座名称"), Cell("课堂观察")),
                Docx.Row(Docx.Cell(Docx.P("讲座目标：") + Docx.P("第一，看懂。") + Docx.P("第二，会用。"))),
                Docx.Row(Cell("讲座内容提纲")),
                Docx.Row(Cell("一、引入"))));

        var read = OfficialForms.Catalog.Read(file, "讲座.docx");

        Assert.Equal("lecture", read.Form?.Id);
        Assert.Null(read.Identity);
        Assert.Equal(["王芳", "全体教师", "2024-03-05", "课堂观察", "第一，看懂。\n第二，会用。", "一、引入"], read.Form!.Fields.Select(field => read.Data[field.Key]));
        Assert.All(read.Fields, field => Assert.NotEqual(ReadSource.Tag, field.Source));
    }

    [Fact]
    public void Rows_are_read_under_their_headings_whatever_their_order()
    {
        var file = Docx.Make(
            Docx.P("2024年度干部自培内容安排一览表")
            + Docx.Table(
                Docx.Row(Cell("主讲人"), Cell("时间"), Cell("自培内容"), Cell("地点")),
                Docx.Row(Cell("李明"), Cell("2024年3月5日"), Cell("读书会"), Cell("会议室")),
                Docx.Row(Cell(""), Cell(""), Cell(""), Cell("")),
                Docx.Row(Cell("赵敏"), Cell("2024.4.9"), Cell("参观"), Cell("馆内"))));

        var read = OfficialForms.Catalog.Read(file, "安排.docx", "session-schedule");

        Assert.Equal(
            ["2024-03-05 会议室 读书会 李明", "2024-04-09 馆内 参观 赵敏"],
            read.Data.Rows("rows").Select(row => $"{row["date"]} {row["place"]} {row["content"]} {row["speaker"]}"));
        Assert.All(read.Fields, field => Assert.Equal(ReadSource.Label, field.Source));
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "read-by-label");
    }

    [Fact]
    public void A_field_that_is_nowhere_is_named()
    {
        var file = Docx.Make(Docx.Table(Docx.Row(Cell("主讲人"), Cell("王芳"), Cell("学习对象"), Cell("全体教师"))));
        var read = OfficialForms.Catalog.Read(file, "讲座.docx", "lecture");
        Assert.Equal("王芳", read.Data[read.Form!.Fields[0].Key]);
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "field-not-found" && notice.Message.Contains("讲座名称", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_paper_is_not_taken_for_a_form()
    {
        var read = OfficialForms.Catalog.Read(Docx.Make(Docx.P("会议通知") + Docx.P("请各位老师准时参加。")), "通知.docx");
        Assert.Null(read.Form);
        Assert.Equal("form-not-recognised", Assert.Single(read.Faults).Code);
    }

    private static string Cell(string text) => Docx.Cell(Docx.P(text));
}
