using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Excel;

public sealed class ExcelTemplateTests
{
    private static readonly FormDefinition Form = Workbooks.Template("credit-declaration").Form;

    private static byte[] Template => File.ReadAllBytes(Path.Combine(OfficialForms.Folder, "credit-declaration", "workbook.xlsx"));

    [Theory]
    [MemberData(nameof(FormWorkbookTests.Forms), MemberType = typeof(FormWorkbookTests))]
    public void A_scaffolded_workbook_is_valid_and_compiles(string form)
    {
        var yaml = File.ReadAllText(Path.Combine(OfficialForms.Folder, form, "form.yaml"));
        var definition = FormDefinitionReader.Read(yaml).Form!;
        foreach (var layout in (DocumentLayout?[])[LayoutReader.Read(yaml), null])
        {
            if (layout is null && form == "attendance")
            {
                // Without its layout nothing says that the dates stand across the names.
                continue;
            }

            var file = WorkbookScaffolder.Scaffold(definition, layout);
            Xlsx.AssertValid(file);
            Assert.Empty(FormTemplate.Compile(definition, null, file).Faults);
        }
    }

    [Fact]
    public void All_faults_come_at_once_with_what_to_do()
    {
        var faults = Faults("xl/workbook.xml", xml => xml
            .Replace("name=\"field_unit\"", "name=\"field_school\"", StringComparison.Ordinal)
            .Replace("name=\"rows_opinion\"", "name=\"opinion\"", StringComparison.Ordinal));
        Assert.Equal(["missing-name", "missing-name", "unknown-name"], faults.Select(fault => fault.Code).Order());
        Assert.Contains(faults, fault => fault.Tag == "field_unit" && fault.Message.Contains("名称框", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Tag == "rows_opinion");
    }

    [Fact]
    public void A_missing_table_is_named() =>
        Assert.Contains(Faults("xl/tables/table1.xml", xml => xml.Replace("displayName=\"rows\"", "displayName=\"other\"", StringComparison.Ordinal)), fault => fault is { Code: "missing-table", Tag: "rows" });

    [Fact]
    public void A_totals_row_is_refused() =>
        Assert.Contains(Faults("xl/tables/table1.xml", xml => xml.Replace("totalsRowShown=\"0\"", "totalsRowCount=\"1\"", StringComparison.Ordinal)), fault => fault.Code == "table-shape");

    [Fact]
    public void A_broken_name_is_named() =>
        Assert.Contains(Faults("xl/workbook.xml", xml => xml.Replace("'表4'!$C$3", "#REF!", StringComparison.Ordinal)), fault => fault.Code is "broken-name");

    [Fact]
    public void A_name_outside_of_the_row_is_named() =>
        Assert.Contains(Faults("xl/workbook.xml", xml => xml.Replace("'表4'!$B$6", "'表4'!$B$2", StringComparison.Ordinal)), fault => fault is { Code: "name-outside-row", Tag: "rows_name" });

    [Fact]
    public void A_formula_is_refused_with_its_cell() =>
        Assert.Contains(Faults("xl/worksheets/sheet1.xml", xml => xml.Replace("<c r=\"D6\"", "<c r=\"D6\"><f>1+1</f></c><c r=\"N6\"", StringComparison.Ordinal)), fault => fault is { Code: "template-formula", Tag: "D6" });

    [Fact]
    public void A_wrong_script_is_named_with_its_cell() =>
        Assert.Contains(Faults("xl/sharedStrings.xml", xml => xml.Replace("{{ copy ??", "{{ copy +", StringComparison.Ordinal).Replace("\"\" }}", "}}", StringComparison.Ordinal)), fault => fault is { Code: "script-syntax", Tag: "L1" });

    [Fact]
    public void A_script_that_is_never_closed_is_named_with_its_cell() =>
        Assert.Contains(Faults("xl/sharedStrings.xml", xml => xml.Replace("\"\" }}", "\"\"", StringComparison.Ordinal)), fault => fault is { Code: "script-syntax", Tag: "L1" });

    [Fact]
    public void A_script_in_a_header_is_refused() =>
        Assert.Contains(Faults("xl/sharedStrings.xml", xml => xml.Replace("申报学分<", "{{ year }}<", StringComparison.Ordinal)), fault => fault.Code == "header-script");

    [Fact]
    public void Something_outside_of_the_file_is_refused() =>
        Assert.Contains(Faults("xl/_rels/workbook.xml.rels", xml => xml.Replace("</Relationships>", "<Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink\" Target=\"file:///c:/x.xlsx\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal)), fault => fault.Code == "template-external");

    [Fact]
    public void A_strict_workbook_is_refused() =>
        Assert.Contains(Faults("xl/worksheets/sheet1.xml", xml => xml.Replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)), fault => fault.Code == "template-strict");

    [Fact]
    public void A_template_that_is_no_workbook_is_a_fault() =>
        Assert.Equal("file-pdf", Assert.Single(FormTemplate.Compile(Form, null, Packaging.Zip.Bytes("%PDF-1.7")).Faults).Code);

    [Fact]
    public void A_script_that_fails_on_the_data_says_where()
    {
        var broken = Workbooks.Patch(Template, "xl/sharedStrings.xml", xml => xml.Replace("{{ copy ?? \"\" }}", "{{ nothing }}", StringComparison.Ordinal));
        var template = FormTemplate.Compile(Form, null, broken).Template!;
        var failure = Assert.Throws<InvalidOperationException>(() => template.Render(DocumentKind.Excel, new DocumentRequest(new FormData(), [], Workbooks.Identity("credit-declaration"))));
        Assert.Contains("L1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_and_looks_that_an_officer_added_grow_with_the_rows()
    {
        var template = Workbooks.Patch(Template, "xl/worksheets/sheet1.xml", xml => xml
            .Replace("<dataValidations", "<conditionalFormatting sqref=\"K6 B9:C9\"><cfRule type=\"duplicateValues\" priority=\"1\"/></conditionalFormatting><dataValidations", StringComparison.Ordinal)
            .Replace("<sheetData>", "<sheetData xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\">", StringComparison.Ordinal)
            .Replace("<row r=\"6\"", "<row r=\"6\" x14ac:dyDescent=\"0.3\"", StringComparison.Ordinal));
        var data = new FormData();
        data.Sections["rows"] = [.. Enumerable.Range(0, 30).Select(_ => new Dictionary<string, string> { ["name"] = "王芳" })];
        var (compiled, faults) = FormTemplate.Compile(Form, null, template);
        Assert.Empty(faults);
        var file = compiled!.Render(DocumentKind.Excel, new DocumentRequest(data, [], Workbooks.Identity("credit-declaration")));
        Xlsx.AssertValid(file);
        Assert.Contains("<conditionalFormatting sqref=\"K6:K35 B38:C38\">", Workbooks.Part(file, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
    }

    private static IReadOnlyList<Fault> Faults(string part, Func<string, string> change)
    {
        var changed = Workbooks.Patch(Template, part, change);
        Assert.NotEqual(Workbooks.Part(Template, part), Workbooks.Part(changed, part));
        return FormTemplate.Compile(Form, null, changed).Faults;
    }
}
