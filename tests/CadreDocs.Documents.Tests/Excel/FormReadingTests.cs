using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests.Excel;

public sealed class FormReadingTests
{
    [Fact]
    public void Identity_survives_the_loss_of_custom_parts_and_properties()
    {
        var file = Workbooks.Without(Workbooks.Render("attendance", Workbooks.Data("attendance")), "customXml/", "docProps/custom.xml");
        Assert.Equal(Workbooks.Identity("attendance"), Workbooks.Read(file).Identity);
    }

    [Fact]
    public void A_form_that_says_nothing_is_told_by_its_words()
    {
        foreach (var form in Workbooks.Forms)
        {
            var file = Workbooks.Patch(Workbooks.Without(Workbooks.Render(form, Workbooks.Data(form)), "customXml/", "docProps/custom.xml"), "xl/workbook.xml", xml =>
                xml.Replace("CadreDocsIdentity", "Other", StringComparison.Ordinal));
            var read = Workbooks.Read(file);
            Assert.Null(read.Identity);
            Assert.Equal(form, read.Form?.Id);
            Workbooks.AssertSame(form, Workbooks.Data(form), read.Data);
        }
    }

    [Fact]
    public void Lost_names_are_made_up_for_by_labels()
    {
        var file = Workbooks.Patch(Workbooks.Render("credit-declaration", Workbooks.Data("credit-declaration")), "xl/workbook.xml", xml =>
            xml.Replace("name=\"field_", "name=\"lost_", StringComparison.Ordinal).Replace("name=\"rows_", "name=\"lost2_", StringComparison.Ordinal));
        var read = Workbooks.Read(file);
        Workbooks.AssertSame("credit-declaration", Workbooks.Data("credit-declaration"), read.Data);
        Assert.Equal("read-by-label", Assert.Single(read.NotUnderstood).Code);
        Assert.Equal(ReadSource.Label, read.Fields.First(field => field.Key == "leader").Source);
    }

    [Fact]
    public void A_lost_table_is_found_by_its_headers_and_ends_at_the_notes()
    {
        var file = Workbooks.Patch(Workbooks.Render("credit-declaration", Workbooks.Data("credit-declaration")), "xl/tables/table1.xml", xml =>
            xml.Replace("displayName=\"rows\"", "displayName=\"Table1\"", StringComparison.Ordinal));
        Workbooks.AssertSame("credit-declaration", Workbooks.Data("credit-declaration"), Workbooks.Read(file).Data);
    }

    [Fact]
    public void Moved_and_missing_and_unknown_columns_are_told_apart()
    {
        var read = Workbooks.Read(Workbooks.Typed("rows", ["申报学分", "姓名", "电话", "学期计划", "学期总结"], ["2", "王芳", "55512345", "2", "2"]), "credit-declaration");
        var row = Assert.Single(read.Data.Rows("rows"));
        Assert.Equal(("王芳", "2", "2"), (row["name"], row["plan"], row["credit"]));
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "unknown-column", Tag: "电话" });
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "column-not-found", Tag: "opinion" });
    }

    [Fact]
    public void Numbers_typed_as_text_in_full_width_are_taken_with_a_notice()
    {
        var read = Workbooks.Read(Workbooks.Typed("rows", ["姓名", "学期计划", "申报学分"], ["王芳", "２", "２．０分"]), "credit-declaration");
        Assert.Equal(("2", "2.0"), (read.Data.Rows("rows")[0]["plan"], read.Data.Rows("rows")[0]["credit"]));
        Assert.Equal(2, read.NotUnderstood.Count(notice => notice is { Code: "normalised", Row: 1 }));
        Assert.Contains(read.Fields, field => field is { Key: "plan", Raw: "２", Row: 1, Section: "rows" });
    }

    [Fact]
    public void What_is_no_number_is_left_out_with_its_place()
    {
        var read = Workbooks.Read(Workbooks.Typed("rows", ["姓名", "学期计划"], ["王芳", "两份"]), "credit-declaration");
        Assert.False(read.Data.Rows("rows")[0].ContainsKey("plan"));
        var notice = Assert.Single(read.NotUnderstood, notice => notice.Code == "not-a-number");
        Assert.Equal(("B2", "rows.plan", 1), (notice.Part, notice.Tag, notice.Row));
    }

    [Theory]
    [InlineData("2024-03-05")]
    [InlineData("2024年3月5日")]
    [InlineData("2024.3.5")]
    [InlineData("45356")]
    public void A_date_is_read_from_text_or_a_day_number(string typed) =>
        Assert.Equal("2024-03-05", Workbooks.Read(Workbooks.Typed("rows", ["时间", "地点", "自培内容", "主讲人"], [typed, "", "学习", ""]), "session-schedule").Data.Rows("rows")[0]["date"]);

    [Fact]
    public void A_day_number_without_a_date_format_is_a_date()
    {
        var file = Xlsx.Write(new WorkbookDefinition
        {
            Sheets = [new WorkbookSheet { Name = "表3", Table = new WorkbookTable { Name = "rows", Columns = [new() { Header = "时间", Type = WorkbookColumnType.Integer }, new() { Header = "自培内容" }], Rows = [["45356", "学习"]] } }],
        });
        Assert.Equal("2024-03-05", Workbooks.Read(file, "session-schedule").Data.Rows("rows")[0]["date"]);
    }

    [Fact]
    public void Look_alike_marks_are_normalised_with_a_notice_and_others_left_out()
    {
        var read = Workbooks.Read(Workbooks.Typed("rows", ["姓名", "3月5日", "3月12日", "3月19日", "出勤次数", "缺勤次数"], ["王芳", "✓", "〇", "迟到", "1", "1"]), "attendance");
        var row = read.Data.Rows("rows")[0];
        Assert.Equal(("√", "O", false), (row["m1"], row["m2"], row.ContainsKey("m3")));
        Assert.Equal(["3月5日", "3月12日", "3月19日"], read.Data.Rows("dates").Select(date => date["date"]));
        Assert.Equal(2, read.NotUnderstood.Count(notice => notice.Code == "normalised"));
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "not-a-mark", Tag: "rows.m3", Part: "D2" });
    }

    [Fact]
    public void A_column_of_marks_without_a_date_is_kept_and_named()
    {
        var read = Workbooks.Read(Workbooks.Typed("rows", ["姓名", "3月5日", "第2次", "第3次", "出勤次数"], ["王芳", "√", "√", "", "2"]), "attendance");
        Assert.Equal("√", read.Data.Rows("rows")[0]["m2"]);
        Assert.Equal(2, read.Data.Rows("dates").Count);
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "column-without-header");
    }

    [Fact]
    public void Rows_typed_below_the_table_are_read_up_to_the_notes()
    {
        // The table is made to end after its first row, as an editor does that does not extend it.
        var file = Workbooks.Patch(Workbooks.Render("training-credits", Workbooks.Data("training-credits")), "xl/tables/table1.xml", xml =>
            System.Text.RegularExpressions.Regex.Replace(xml, "ref=\"A4:G14\"", "ref=\"A4:G5\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Contains("A4:G5", Workbooks.Part(file, "xl/tables/table1.xml"), StringComparison.Ordinal);
        Workbooks.AssertSame("training-credits", Workbooks.Data("training-credits"), Workbooks.Read(file).Data);
    }

    [Fact]
    public void Sorted_rows_keep_their_ids()
    {
        var data = new FormData();
        data.Sections["rows"] = [new() { ["name"] = "王芳", ["id"] = "p-2" }, new() { ["name"] = "王芳", ["id"] = "p-1" }];
        var rows = Workbooks.Read(Workbooks.Render("credit-declaration", data)).Data.Rows("rows");
        Assert.Equal(["p-2", "p-1"], rows.Select(row => row["id"]));
    }

    [Fact]
    public void An_extra_sheet_is_named_and_an_error_value_not_taken()
    {
        var file = Xlsx.Write(new WorkbookDefinition
        {
            Sheets =
            [
                new WorkbookSheet { Name = "表4", Table = new WorkbookTable { Name = "rows", Columns = [new() { Header = "姓名" }, new() { Header = "学期计划" }, new() { Header = "申报学分" }], Rows = [["王芳", "2", "2"]] } },
                new WorkbookSheet { Name = "草稿", Notes = ["随手记"] },
            ],
        });
        file = Workbooks.Patch(file, "xl/worksheets/sheet1.xml", xml => xml.Replace("t=\"inlineStr\"><is><t xml:space=\"preserve\">2</t></is></c><c r=\"C2\"", "t=\"e\"><v>#N/A</v></c><c r=\"C2\"", StringComparison.Ordinal));
        var read = Workbooks.Read(file, "credit-declaration");
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "extra-sheet", Part: "草稿" });
        Assert.Contains(read.NotUnderstood, notice => notice is { Code: "error-cell", Part: "B2" });
        Assert.False(read.Data.Rows("rows")[0].ContainsKey("plan"));
    }

    [Fact]
    public void A_workbook_of_another_kind_has_no_table()
    {
        var read = Workbooks.Read(Workbooks.Typed("rows", ["品名", "数量"], ["粉笔", "3"]), "credit-declaration");
        Assert.Empty(read.Data.Rows("rows"));
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "table-not-found");
    }

    [Fact]
    public void Mutated_workbooks_end_in_a_result_or_a_fault()
    {
        // The parts are changed before they are packed, or nearly every change would only break a checksum.
        var random = new Random(20181002);
        var sound = Workbooks.Render("attendance", FormWorkbookTests.Attendance(5, 3));
        var parts = CadreDocs.Documents.Packaging.PackageReader.Open(sound).Entries.Select(entry => (entry.Name, Content: entry.Inflate())).ToList();
        for (var i = 0; i < 1500; i++)
        {
            var victim = random.Next(parts.Count);
            var read = Workbooks.Read(Packaging.Zip.Pack(parts.Select((part, index) => (part.Name, index == victim ? Mutation.Of(part.Content, random) : part.Content))), "attendance");
            Assert.True(read.Faults.Count > 0 || read.Form is not null);
            Assert.All(read.Faults, fault => Assert.NotEmpty(fault.Message));
        }
    }
}
