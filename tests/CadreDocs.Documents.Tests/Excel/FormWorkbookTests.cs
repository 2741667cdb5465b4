using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using FsCheck;
using FsCheck.Fluent;

namespace CadreDocs.Documents.Tests.Excel;

public sealed class FormWorkbookTests
{
    public static TheoryData<string> Forms => [.. Workbooks.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_filled_workbook_is_valid_and_comes_back(string form)
    {
        var file = Workbooks.Render(form, Workbooks.Data(form));
        Xlsx.AssertValid(file);
        var read = Workbooks.Read(file);
        Assert.Empty(read.Faults);
        Assert.Empty(read.NotUnderstood);
        Assert.Equal(Workbooks.Identity(form), read.Identity);
        Workbooks.AssertSame(form, Workbooks.Data(form), read.Data);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_blank_is_valid_and_holds_nothing(string form)
    {
        var file = Workbooks.Render(form, new FormData(), []);
        Xlsx.AssertValid(file);
        var read = Workbooks.Read(file);
        Assert.Empty(read.NotUnderstood);
        Assert.Empty(read.Fields);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_blank_has_the_rows_of_the_official_sheet(string form)
    {
        var definition = Workbooks.Template(form).Form;
        var section = definition.Sections[^1];
        using var package = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(Workbooks.Render(form, new FormData(), [])), false);
        var table = package.WorkbookPart!.WorksheetParts.Single().TableDefinitionParts.Single().Table!;
        Assert.Equal(section.Key, table.DisplayName!.Value);
        Assert.True(CellRange.TryParse(table.Reference!.Value, out var range));
        Assert.Equal(section.RowsPerSheet, range.Last.Row - range.First.Row);
    }

    [Theory]
    [InlineData("libreoffice")]
    [InlineData("openpyxl")]
    public void A_workbook_saved_again_elsewhere_gives_the_same_data_and_identity(string editor)
    {
        foreach (var form in Workbooks.Forms)
        {
            var read = Workbooks.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Excel", "Resaved", $"{form}.{editor}.xlsx")));
            Assert.Empty(read.Faults);
            Assert.Equal(Workbooks.Identity(form), read.Identity);
            Workbooks.AssertSame(form, Workbooks.Data(form), read.Data);
        }
    }

    [Fact]
    public void A_hundred_names_and_twenty_dates_make_the_table_longer_and_wider()
    {
        var data = Attendance(100, 20);
        var file = Workbooks.Render("attendance", data);
        Xlsx.AssertValid(file);
        Workbooks.AssertSame("attendance", data, Workbooks.Read(file).Data);
        var sheet = Workbooks.Part(file, "xl/worksheets/sheet1.xml");
        Assert.Contains("<mergeCell ref=\"B3:U3\"/>", sheet, StringComparison.Ordinal);
        Assert.Contains("<c r=\"A105\"", sheet, StringComparison.Ordinal);
        Assert.Contains("sqref=\"B5:U104\"", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sessions_of_one_date_stay_two()
    {
        var data = Attendance(2, 12);
        data.Sections["dates"][3]["date"] = data.Sections["dates"][2]["date"];
        data.Sections["dates"][4]["date"] = data.Sections["dates"][2]["date"];
        var file = Workbooks.Render("attendance", data);
        Xlsx.AssertValid(file);
        Workbooks.AssertSame("attendance", data, Workbooks.Read(file).Data);
    }

    [Fact]
    public void Ten_thousand_rows_are_written_and_read()
    {
        var data = new FormData { ["unit"] = "明溪中学" };
        data.Sections["rows"] = [.. Enumerable.Range(1, 10_000).Select(i => new Dictionary<string, string> { ["name"] = FormattableString.Invariant($"干部{i}"), ["plan"] = "2", ["credit"] = "1.5" })];
        Workbooks.AssertSame("credit-declaration", data, Workbooks.Read(Workbooks.Render("credit-declaration", data)).Data);
    }

    [Fact]
    public void Equal_requests_give_equal_bytes() =>
        Assert.Equal(Workbooks.Render("attendance", Workbooks.Data("attendance")), Workbooks.Render("attendance", Workbooks.Data("attendance")));

    [Fact]
    public void Any_name_comes_back_as_it_was() =>
        Prop.ForAll(Texts, text =>
        {
            var data = new FormData { ["unit"] = text };
            data.Sections["rows"] = [new() { ["name"] = text, ["id"] = text }];
            var read = Workbooks.Read(Workbooks.Render("credit-declaration", data)).Data;
            return read["unit"] == text && read.Rows("rows")[0]["name"] == text && read.Rows("rows")[0]["id"] == text;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Forms))]
    public void No_script_of_the_template_is_left_in_a_document(string form)
    {
        var package = PackageReader.Open(Workbooks.Render(form, Workbooks.Data(form)));
        Assert.DoesNotContain(package.Entries, entry => System.Text.Encoding.UTF8.GetString(entry.Inflate()).Contains("{{", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_with_script_braces_stays_text()
    {
        var data = new FormData { ["unit"] = "{{ year }}" };
        Assert.Equal("{{ year }}", Workbooks.Read(Workbooks.Render("credit-declaration", data)).Data["unit"]);
    }

    [Fact]
    public void A_workbook_read_and_rendered_again_is_a_template_too()
    {
        // An officer may beautify a rendered blank instead of the template: its scripts are gone, its names are not.
        var form = Workbooks.Template("training-credits").Form;
        var (template, faults) = FormTemplate.Compile(form, null, Workbooks.Render("training-credits", new FormData(), []));
        Assert.Empty(faults);
        var file = template!.Render(DocumentKind.Excel, new DocumentRequest(Workbooks.Data("training-credits"), [], Workbooks.Identity("training-credits")));
        Xlsx.AssertValid(file);
        Workbooks.AssertSame("training-credits", Workbooks.Data("training-credits"), Workbooks.Read(file).Data);
    }

    [Fact]
    public void A_long_text_makes_its_row_higher()
    {
        var data = new FormData();
        data.Sections["rows"] = [new() { ["content"] = new string('学', 200) }, new() { ["content"] = "短" }];
        var sheet = Workbooks.Part(Workbooks.Render("session-schedule", data), "xl/worksheets/sheet1.xml");
        Assert.Matches("<row r=\"4\" ht=\"(?:1[0-9]{2}|2[0-9]{2})\"", sheet);
        Assert.DoesNotMatch("<row r=\"5\" ht=\"[12][0-9]{2}\"", sheet);
    }

    [Fact]
    public void Long_ids_and_leading_zeros_stay_text()
    {
        var data = new FormData();
        data.Sections["rows"] = [new() { ["code"] = "00012345678901234567", ["name"] = "王芳", ["credit"] = "0.4" }];
        var cells = SheetReader.Read(Workbooks.Render("platform-ethics", data)).FindTable(["进修编号", "学分"])!.Rows[0];
        Assert.Equal((SheetCellKind.Text, SheetCellKind.Number), (cells.Cell("进修编号")!.Kind, cells.Cell("学分")!.Kind));
        Assert.Equal("00012345678901234567", cells["进修编号"]);
    }

    [Fact]
    public void A_text_beyond_the_cell_is_refused_rather_than_cut()
    {
        var data = new FormData { ["unit"] = new string('长', 40_000) };
        Assert.Contains("40000", Assert.Throws<InvalidOperationException>(() => Workbooks.Render("credit-declaration", data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_footer_carries_the_content_code_and_doubles_ampersands()
    {
        var file = Workbooks.Template("attendance").Render(DocumentKind.Excel, new DocumentRequest(new FormData(), new JsonObject { ["code"] = "A&B" }, Workbooks.Identity("attendance")));
        Assert.Contains("内容码 A&amp;&amp;B", Workbooks.Part(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    internal static FormData Attendance(int names, int dates)
    {
        string[] marks = ["√", "O", "⊕", "△"];
        var data = new FormData();
        data.Sections["dates"] = [.. Enumerable.Range(1, dates).Select(i => new Dictionary<string, string> { ["date"] = string.Create(CultureInfo.InvariantCulture, $"{1 + (i / 28)}月{1 + (i % 28)}日") })];
        data.Sections["rows"] = [.. Enumerable.Range(0, names).Select(i =>
        {
            var row = new Dictionary<string, string> { ["name"] = string.Create(CultureInfo.InvariantCulture, $"干部{i:D3}"), ["present"] = "7", ["absent"] = "1" };
            for (var d = 1; d <= dates; d++)
            {
                row[string.Create(CultureInfo.InvariantCulture, $"m{d}")] = marks[(i * d) % 7 % 4];
            }

            return row;
        })];
        return data;
    }

    // Every scalar that XML allows; a cell's lone blanks are no value, and Excel has no carriage return in a cell.
    private static Arbitrary<string> Texts { get; } = Gen.OneOf(
            Gen.Choose(0x20, 0xD7FF).Select(code => ((char)code).ToString()),
            Gen.Choose(0xE000, 0xFFFD).Select(code => ((char)code).ToString()),
            Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32),
            Gen.Elements("_x0041_", "\n", "\t", "<&>\"'", "=SUM(A1)", "·"))
        .NonEmptyListOf().Select(parts => "名" + string.Concat(parts)).ToArbitrary();
}
