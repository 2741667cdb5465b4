using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests.Word;

public class FormDefinitionReaderTests
{
    [Fact]
    public void A_form_is_read_with_fields_and_sections()
    {
        var form = SampleForm.Definition;
        Assert.Equal(("sample", Portfolio.Personal, 3, Clock.Year), (form.Id, form.Portfolio, form.Item, form.Clock));
        Assert.Equal(["name", "birth", "date", "insight", "signature"], form.Fields.Select(field => field.Key));
        Assert.Equal(FieldType.Paragraphs, form.FindField("insight")!.Type);
        Assert.Equal("short", form.FindField("birth")!.Format);
        Assert.Equal(2, form.FindSection("rows")!.RowsPerSheet);
        Assert.Equal(["国家级", "市级", "区级"], form.FindSection("rows")!.Fields.Single(field => field.Key == "level").Choices);
    }

    [Fact]
    public void All_faults_come_at_once_with_their_lines()
    {
        var (form, faults) = FormDefinitionReader.Read("id: x\ntitle: 甲\nportfolio: nobody\nitem: 12\nclock: year\nfields:\n  - {key: A b, label: 乙, type: text}\n  - {key: c, label: 丙, type: choice}\nsurprise: 1\n");
        Assert.Null(form);
        Assert.Contains(faults, fault => fault.Code == "form-missing-key" && fault.MessageEn.Contains("titleEn", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Code == "form-value" && fault.Message.Contains("第 3 行", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Code == "form-value" && fault.Message.Contains("第 4 行", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Code == "form-key" && fault.Message.Contains("第 7 行", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Code == "field-choices" && fault.Message.Contains("第 8 行", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Code == "form-unknown-key" && fault.Message.Contains("第 9 行", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a: [1, 2")]
    [InlineData("- x")]
    [InlineData("")]
    [InlineData("id: &a [*a]")]
    public void What_is_no_mapping_is_a_fault(string yaml)
    {
        var (form, faults) = FormDefinitionReader.Read(yaml);
        Assert.Null(form);
        Assert.NotEmpty(faults);
    }
}
