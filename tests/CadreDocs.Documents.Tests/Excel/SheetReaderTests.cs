using CadreDocs.Documents.Excel;

namespace CadreDocs.Documents.Tests.Excel;

public sealed class SheetReaderTests
{
    private const string Dates = "<numFmts count='1'><numFmt numFmtId='164' formatCode='yyyy\"年\"m\"月\"d\"日\"'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='31'/><xf numFmtId='2'/></cellXfs>";

    [Theory]
    [InlineData("<c r='A1' t='s'><v>0</v></c>", "王芳")]
    [InlineData("<c r='A1' t='s'><v>1</v></c>", "阿依古丽·买买提")]
    [InlineData("<c r='A1' t='s'><v>2</v></c>", "a\nb")]
    [InlineData("<c r='A1' t='inlineStr'><is><t>李_x5F3A_</t></is></c>", "李强")]
    [InlineData("<c r='A1' t='str'><f>A2&amp;A3</f><v>张伟</v></c>", "张伟")]
    [InlineData("<c r='A1'><f>1+1</f><v>2</v></c>", "2")]
    [InlineData("<c r='A1' t='b'><v>1</v></c>", "TRUE")]
    [InlineData("<c r='A1' t='e'><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c r='A1'><v>0.30000000000000004</v></c>", "0.3")]
    [InlineData("<c r='A1'><v>1.2E-3</v></c>", "0.0012")]
    [InlineData("<c r='A1'><v>3.10113198001011E+17</v></c>", "310113198001011000")]
    [InlineData("<c r='A1' s='1'><v>45356</v></c>", "2024-03-05")]
    [InlineData("<c r='A1' s='2'><v>45356</v></c>", "2024-03-05")]
    [InlineData("<c r='A1' s='3'><v>45356.354166666664</v></c>", "2024-03-05T08:30:00")]
    [InlineData("<c r='A1' s='4'><v>45356</v></c>", "45356")]
    [InlineData("<c r='A1' t='d'><v>2024-03-05T00:00:00</v></c>", "2024-03-05")]
    [InlineData("<c r='A1' s='1'><v>1</v></c>", "1900-01-01")]
    [InlineData("<c><v>7</v></c>", "7")]
    public void A_cell_of_each_type_reads_as_text(string cell, string text) =>
        Assert.Equal(text, Xlsx.ReadWith($"<row r='1'>{cell}</row>", Dates).Sheets[0].Text(new CellAddress(1, 1)));

    [Fact]
    public void Days_counted_from_1904_are_moved() =>
        Assert.Equal("2024-03-05", Xlsx.ReadWith("<row><c s='1'><v>43894</v></c></row>", Dates, "<workbookPr date1904='1'/>").Sheets[0].Text(new CellAddress(1, 1)));

    [Theory]
    [InlineData("yyyy/m/d", true)]
    [InlineData("[$-804]yyyy\"年\"m\"月\";@", true)]
    [InlineData("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", true)]
    [InlineData("[h]:mm", true)]
    [InlineData("General", false)]
    [InlineData("0.0\"分\"", false)]
    [InlineData("#,##0.00_);[Red](#,##0.00)", false)]
    [InlineData("\"d\"0", false)]
    [InlineData("@", false)]
    public void A_date_format_is_told_from_others(string code, bool date) => Assert.Equal(date, NumberFormat.IsDate(code));

    [Fact]
    public void A_table_is_found_below_titles_with_moved_columns()
    {
        var workbook = Xlsx.Write(new WorkbookDefinition
        {
            Sheets =
            [
                new WorkbookSheet { Name = "说明", Notes = ["姓名 工号 职务 的填写方法"] },
                new WorkbookSheet
                {
                    Name = "名册", Title = "干部名册", Intro = ["2024年度"],
                    Table = new WorkbookTable { Name = "t", Columns = [new() { Header = "职 务" }, new() { Header = "备注" }, new() { Header = "姓名＊" }, new() { Header = "工号" }], Rows = [["校长", "", "王芳", "007"], [], ["主任", "", "李强", "008"]] },
                },
            ],
        });
        var table = SheetReader.Read(workbook).FindTable(["姓名", "工号", "职务"])!;
        Assert.Equal(3, table.HeaderRow);
        Assert.Equal([(4, "王芳", "007"), (6, "李强", "008")], table.Rows.Select(row => (row.Number, row["姓名"], row["工号"])));
        Assert.Equal("C6", table.Rows[1].AddressOf("姓名").ToString());
        Assert.Equal("", table.Rows[0]["电话"]);
        Assert.Null(table.Rows[0].AddressOf("电话"));
    }

    [Fact]
    public void Missing_headers_are_named()
    {
        var sheet = SheetReader.Read(Xlsx.Write(Xlsx.Table([new() { Header = "姓名" }, new() { Header = "职务" }]))).Sheets[0];
        Assert.Null(sheet.FindTable(["姓名", "工号"]));
        Assert.Equal(["工号"], sheet.MissingHeaders(["姓名", "工号"]));
    }

    [Fact]
    public void A_file_of_another_kind_is_a_fault_and_no_exception()
    {
        Assert.Equal("file-old-word", SheetReader.Read((byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. System.Text.Encoding.Unicode.GetBytes("WordDocument")]).Faults[0].Code);
        Assert.Equal("file-not-workbook", SheetReader.Read(Packaging.Zip.Pack(Packaging.Zip.Minimal)).Faults[0].Code);
    }

    [Fact]
    public void Cells_in_falling_order_are_sorted()
    {
        var row = Xlsx.ReadWith("<row r='1'><c r='C1'><v>3</v></c><c r='B1'><v>2</v></c><c r='A1'><v>1</v></c><c r='A1'><v>9</v></c></row>").Sheets[0].Row(1);
        Assert.Equal(["1", "2", "3"], row.Select(cell => cell.Text));
    }

    [Theory]
    [InlineData("A1", 1, 1)]
    [InlineData("$AB$12", 12, 28)]
    [InlineData("XFD1048576", 1048576, 16384)]
    public void An_address_reads_and_writes(string text, int row, int column)
    {
        Assert.True(CellAddress.TryParse(text, out var address));
        Assert.Equal(new CellAddress(row, column), address);
        Assert.Equal(text.Replace("$", "", StringComparison.Ordinal), address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("1")]
    [InlineData("A0")]
    [InlineData("XFE1")]
    [InlineData("A1:B2")]
    [InlineData("A1048577")]
    public void Other_text_is_no_address(string text) => Assert.False(CellAddress.TryParse(text, out _));
}
