using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using FsCheck;
using FsCheck.Fluent;

namespace CadreDocs.Documents.Tests.Excel;

public sealed class WorkbookWriterTests
{
    private static readonly WorkbookDefinition Review = new()
    {
        Title = "审核",
        Properties = new Dictionary<string, string> { ["CadreDocsBatch"] = "b-1" },
        Lists = [new("opinions", ["同意", "退回", "暂缓"])],
        Sheets =
        [
            new WorkbookSheet
            {
                Name = "表4 审核", Title = "2024年度干部自培学分申报审核", Intro = ["只填写浅黄色的列；其余各列由系统填写。"], Landscape = true, FrozenColumns = 3,
                Protection = WorkbookProtection.Sortable, Notes = ["审核意见为“退回”时须写明理由。"],
                Table = new WorkbookTable
                {
                    Name = "review",
                    Columns =
                    [
                        new() { Header = "键", Hidden = true }, new() { Header = "学校" }, new() { Header = "姓名" },
                        new() { Header = "学期计划", Type = WorkbookColumnType.Integer }, new() { Header = "申报学分", Type = WorkbookColumnType.Credit },
                        new() { Header = "提交日期", Type = WorkbookColumnType.Date },
                        new() { Header = "审核意见", Locked = false, List = "opinions", Prompt = "请选择" },
                        new() { Header = "认定学分", Type = WorkbookColumnType.Credit, Locked = false, Minimum = 0, Maximum = 2 },
                        new() { Header = "理由", Type = WorkbookColumnType.LongText, Locked = false, Width = 30 },
                    ],
                    Rows =
                    [
                        ["r-1/3", "实验小学", new WorkbookCell("王芳", "https://cadredocs.example/records/r-1?a=1&b=2"), "2", "2.0", "2024-12-20", "", "", ""],
                        ["r-2/1", "实验小学", "阿依古丽·买买提", "2", "2", "2024-12-21", "退回", "1.6", "缺少第二学期岗位工作总结，请补齐后重新提交；管理案例没有写明措施。"],
                        ["r-3/1", "第一中学", "李强", "1", "2", "待定", "同意", "2", ""],
                    ],
                    Highlights = [new("审核意见", "退回"), new("审核意见", "同意", "E2F0D9")],
                },
            },
            new WorkbookSheet { Name = "说明", Title = "怎样使用这本工作簿", Notes = ["一、在“审核意见”列中选择。", "二、保存后上传。"] },
        ],
    };

    [Fact]
    public void An_audit_workbook_is_valid() => Xlsx.AssertValid(Xlsx.Write(Review));

    [Fact]
    public void Values_come_back_as_they_went_in()
    {
        var workbook = SheetReader.Read(Xlsx.Write(Review));
        Assert.Equal("b-1", workbook.Properties["CadreDocsBatch"]);
        var rows = workbook.FindTable(["键", "审核意见"])!.Rows;
        Assert.Equal(["r-1/3", "r-2/1", "r-3/1"], rows.Take(3).Select(row => row["键"]));
        Assert.Equal(("2", "2", "2024-12-20", ""), (rows[0]["学期计划"], rows[0]["申报学分"], rows[0]["提交日期"], rows[0]["审核意见"]));
        Assert.Equal("待定", rows[2]["提交日期"]);
    }

    [Fact]
    public void Equal_definitions_give_equal_bytes() => Assert.Equal(Xlsx.Write(Review), Xlsx.Write(Review));

    [Fact]
    public void Any_text_comes_back() =>
        Prop.ForAll(Gen.OneOf(Gen.Choose(0x20, 0xD7FF).Select(code => ((char)code).ToString()), Gen.Elements("_x0041_", "_x", "\n", " ", "𠮷", "=1+1", "'", "<&>\""))
            .NonEmptyListOf().Select(string.Concat).ToArbitrary(), text =>
            SheetReader.Read(Xlsx.Write(Xlsx.Table([new() { Header = "姓名" }], [text]))).Sheets[0].Text(new CellAddress(2, 1)) == text)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Leading_zeros_and_long_numbers_stay_text()
    {
        var cell = SheetReader.Read(Xlsx.Write(Xlsx.Table([new() { Header = "进修编号" }], ["00123456789012345678"]))).Sheets[0][new CellAddress(2, 1)]!;
        Assert.Equal(("00123456789012345678", SheetCellKind.Text), (cell.Text, cell.Kind));
    }

    [Fact]
    public void A_text_too_long_for_a_cell_is_cut_with_a_notice()
    {
        var file = Xlsx.Write(Xlsx.Table([new() { Header = "心得" }], [new string('学', 40_000)]), out var notices);
        Assert.Equal(("cell-text-cut", 2), (notices[0].Code, notices[0].Row));
        Assert.Equal(WorkbookWriter.MaxCellCharacters, SheetReader.Read(file).Sheets[0].Text(new CellAddress(2, 1)).Length);
    }

    [Fact]
    public void A_character_that_xml_cannot_hold_is_replaced_with_a_notice()
    {
        var file = Xlsx.Write(Xlsx.Table([new() { Header = "姓名" }], ["王\u0001芳"]), out var notices);
        Assert.Equal("characters-replaced", Assert.Single(notices).Code);
        Assert.Equal("王\uFFFD芳", SheetReader.Read(file).Sheets[0].Text(new CellAddress(2, 1)));
    }

    [Fact]
    public void A_table_without_rows_and_long_choices_are_valid()
    {
        var choices = Enumerable.Range(1, 100).Select(i => $"第{i}片区，含逗号,的名称").ToList();
        var file = Xlsx.Write(Xlsx.Table([new() { Header = "片区", Choices = choices }, new() { Header = "姓名" }]));
        Xlsx.AssertValid(file);
        var list = Assert.Single(SheetReader.Read(file).Sheets, sheet => sheet.Hidden);
        Assert.Equal(choices[99], list.Text(new CellAddress(101, 1)));
    }

    [Fact]
    public void A_definition_that_contradicts_itself_is_refused()
    {
        Refused("header", Xlsx.Table([new() { Header = "姓名" }, new() { Header = "姓名" }]));
        Refused("list", Xlsx.Table([new() { Header = "姓名", List = "none" }]));
        Refused("address", Xlsx.Table([new() { Header = "姓名" }], [new WorkbookCell("王芳", "javascript:alert(1)")]));
        Refused("sheet name", new WorkbookDefinition { Sheets = [new WorkbookSheet { Name = "a/b" }] });
        Refused("visible", new WorkbookDefinition { Sheets = [] });

        static void Refused(string word, WorkbookDefinition workbook) =>
            Assert.Contains(word, Assert.Throws<ArgumentException>(() => Xlsx.Write(workbook)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Identity_comes_back()
    {
        var identity = new DocumentIdentity("credit-declaration", "2018", "r-1", 2, "7K3F-92QX");
        Assert.Equal(identity, SheetReader.Read(Xlsx.Write(Xlsx.Table([new() { Header = "姓名" }]) with { Identity = identity })).Identity);
    }
}
