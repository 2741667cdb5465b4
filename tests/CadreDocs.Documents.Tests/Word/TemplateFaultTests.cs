using CadreDocs.Documents.Forms;
using static CadreDocs.Documents.Tests.Word.SampleForm;

namespace CadreDocs.Documents.Tests.Word;

public class TemplateFaultTests
{
    [Fact]
    public void All_faults_come_at_once_each_with_its_tag()
    {
        var body = SampleForm.Body
            .Replace("w:val=\"name\"", "w:val=\"nmae\"", StringComparison.Ordinal)
            .Replace("w:val=\"date\"", "w:val=\"birth\"", StringComparison.Ordinal)
            + Docx.P("{{ 1 + }}") + Docx.P("{{ year");
        var faults = Faults(Docx.Make(body));
        Assert.Contains(faults, fault => fault is { Code: "unknown-tag", Tag: "nmae" });
        Assert.Contains(faults, fault => fault is { Code: "missing-tag", Tag: "name" });
        Assert.Contains(faults, fault => fault is { Code: "duplicate-tag", Tag: "birth" });
        Assert.Contains(faults, fault => fault is { Code: "missing-tag", Tag: "date" });
        Assert.Contains(faults, fault => fault is { Code: "script-syntax", Paragraph: > 1 });
        Assert.Contains(faults, fault => fault.Code == "script-open");
    }

    [Fact]
    public void A_control_for_ink_is_a_fault() =>
        Assert.Contains(Faults(Docx.Make(SampleForm.Body + $"<w:p>{Docx.Run("signature")}</w:p>")), fault => fault.Code == "ink-control");

    [Fact]
    public void A_control_around_a_cell_is_a_fault()
    {
        var cell = Docx.Cell($"<w:p>{Docx.Run("name")}</w:p>");
        var wrapped = $"""<w:sdt><w:sdtPr><w:tag w:val="name"/></w:sdtPr><w:sdtContent>{Docx.Cell(Docx.P("x"))}</w:sdtContent></w:sdt>""";
        Assert.Contains(Faults(Docx.Make(SampleForm.Body.Replace(cell, wrapped, StringComparison.Ordinal))), fault => fault is { Code: "control-shape", Tag: "name" });
    }

    [Fact]
    public void A_field_of_a_row_outside_of_a_row_is_a_fault() =>
        Assert.Contains(Faults(Docx.Make(SampleForm.Body.Replace("rows.who", "name2", StringComparison.Ordinal) + $"<w:p>{Docx.Run("rows.who")}</w:p>")), fault => fault is { Code: "tag-outside-row", Tag: "rows.who" });

    [Fact]
    public void An_external_relationship_is_a_fault()
    {
        const string Relationships = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.test/x.dotm" TargetMode="External"/></Relationships>""";
        Assert.Contains(Faults(Docx.Make(SampleForm.Body, ("word/_rels/document.xml.rels", Relationships))), fault => fault.Code == "template-external");
    }

    [Fact]
    public void A_DTD_is_a_fault() =>
        Assert.Contains(
            Faults(Docx.Make("", ("word/document.xml", $"<!DOCTYPE w:document [<!ENTITY e 'x'>]><w:document {Docx.Namespaces}><w:body/></w:document>"))),
            fault => fault.Code == "xml-dtd");

    [Fact]
    public void Macros_are_a_fault() =>
        Assert.Contains(Faults(Docx.Make(SampleForm.Body, ("word/vbaProject.bin", "x"))), fault => fault.Code == "file-macros");

    [Fact]
    public void Every_fault_speaks_Chinese_and_English()
    {
        foreach (var fault in Faults(Docx.Make(Docx.P("{{ 1 + }}") + $"<w:p>{Docx.Run("nmae")}</w:p>")))
        {
            Assert.Contains(fault.Message, c => c is >= '一' and <= '龥');
            Assert.DoesNotContain(fault.MessageEn, c => c is '。' or '，');
        }
    }

    private static IReadOnlyList<Fault> Faults(byte[] docx)
    {
        var (template, faults) = FormTemplate.Compile(Definition, docx, null);
        Assert.Null(template);
        return faults;
    }
}
