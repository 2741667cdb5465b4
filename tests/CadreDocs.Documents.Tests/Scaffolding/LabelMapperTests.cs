using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Tests.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Documents.Tests.Scaffolding;

public sealed class LabelMapperTests
{
    public static TheoryData<string> WordForms => FilledForms.WordForms;

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Official_blank_without_controls_gets_every_tag_by_its_labels(string id)
    {
        var form = FilledForms.Template(id).Form;
        var mapped = LabelMapper.Map(form, Plain(FilledForms.Blank(id)));
        Assert.Empty(mapped.Faults.Select(fault => fault.MessageEn));
        var tags = form.Fields.Where(field => !field.Ink).Select(field => field.Key)
            .Concat(form.Sections.SelectMany(section => section.Fields.Select(field => $"{section.Key}.{field.Key}")));
        Assert.Equal(tags.Order(StringComparer.Ordinal), mapped.Tags.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Mapped_file_is_valid_compiles_and_carries_data_there_and_back(string id)
    {
        var form = FilledForms.Template(id).Form;
        var mapped = LabelMapper.Map(form, Plain(FilledForms.Blank(id))).Document!;
        using (var document = WordprocessingDocument.Open(new MemoryStream(mapped), false))
        {
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        }

        var (template, faults) = FormTemplate.Compile(form, mapped, null);
        Assert.Empty(faults.Select(fault => fault.MessageEn));
        var (data, globals) = FilledForms.SampleOf(id);
        var file = template!.Render(DocumentKind.Word, new DocumentRequest(data, globals, new DocumentIdentity(id, "2018", "R-1", 1, "7K3F-92QX")));
        FormValidityTests.AssertSame(id, data, Word.OfficialForms.Catalog.Read(file, id + ".docx"));
    }

    [Fact]
    public void Title_of_the_file_becomes_generated_text()
    {
        var mapped = LabelMapper.Map(FilledForms.Template("annual-plan").Form, Plain(FilledForms.Blank("annual-plan"))).Document!;
        using var document = WordprocessingDocument.Open(new MemoryStream(mapped), false);
        Assert.Contains(
            document.MainDocumentPart!.Document.Descendants<Paragraph>(),
            paragraph => paragraph.InnerText.Contains("{{ year ?? \"_______\" }}年度{{ school.name ?? \"__________\" }}学校干部自培工作计划", StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_split_over_runs_and_spread_with_blanks_are_found()
    {
        var form = FilledForms.Template("reflection").Form;
        var mapped = LabelMapper.Map(form, Edit(Plain(FilledForms.Blank("reflection")), body =>
        {
            var run = body.Descendants<Run>().First(run => run.InnerText == "姓 名");
            var second = (Run)run.CloneNode(true);
            run.GetFirstChild<Text>()!.Text = "姓";
            second.GetFirstChild<Text>()!.Text = "　名：";
            run.InsertAfterSelf(second);
        }));
        Assert.Contains("name", mapped.Tags);
    }

    [Fact]
    public void Label_of_other_words_is_named_and_then_mapped_by_the_file()
    {
        var form = FilledForms.Template("reflection").Form;
        var file = Edit(Plain(FilledForms.Blank("reflection")), body => body.Descendants<Text>().First(text => text.Text == "题 目").Text = "文章标题");
        var fault = Assert.Single(LabelMapper.Map(form, file).Faults);
        Assert.Equal(("label-not-found", "topic"), (fault.Code, fault.Tag));
        var mapped = LabelMapper.Map(form, file, LabelMapping.Read("- {field: topic, label: 文章标题}"));
        Assert.Empty(mapped.Faults);
        Assert.Contains("topic", mapped.Tags);
    }

    [Fact]
    public void Cell_can_be_named_by_its_position()
    {
        var form = FilledForms.Template("reflection").Form;
        var file = Edit(Plain(FilledForms.Blank("reflection")), body => body.Descendants<Text>().First(text => text.Text == "题 目").Text = "……");
        var mapped = LabelMapper.Map(form, file, LabelMapping.Read("- {field: topic, table: 1, row: 1, cell: 4}"));
        Assert.Empty(mapped.Faults);
        using var document = WordprocessingDocument.Open(new MemoryStream(mapped.Document!), false);
        var cell = document.MainDocumentPart!.Document.Descendants<TableRow>().First().Elements<TableCell>().ElementAt(3);
        Assert.Equal("topic", cell.Descendants<Tag>().Single().Val!.Value);
    }

    [Fact]
    public void File_that_is_no_Word_document_is_refused_as_a_fault()
    {
        var mapped = LabelMapper.Map(FilledForms.Template("reflection").Form, new byte[] { 1, 2, 3 });
        Assert.Null(mapped.Document);
        Assert.Single(mapped.Faults);
    }

    [Theory]
    [InlineData("field: name")]
    [InlineData("- {label: 姓名}")]
    [InlineData("- {field: name, table: 1, row: 1}")]
    [InlineData("- {field: name, table: 0, row: 1, cell: 1}")]
    public void Mapping_file_that_is_not_understood_names_its_line(string yaml) =>
        Assert.StartsWith("Line 1:", Assert.Throws<FormatException>(() => LabelMapping.Read(yaml)).Message, StringComparison.Ordinal);

    /// <summary>The blank as the bureau would hand it over: no control, no prompt, its lines to write on in place.</summary>
    private static byte[] Plain(byte[] file) => Edit(file, body =>
    {
        foreach (var run in body.Descendants<Run>().Where(run => run.RunProperties?.RunStyle?.Val?.Value == "PlaceholderText" && run.InnerText.Any(letter => letter != '_')).ToList())
        {
            run.Remove();
        }

        while (body.Descendants<SdtElement>().FirstOrDefault() is { } control)
        {
            var content = control.ChildElements.First(child => child.LocalName == "sdtContent");
            foreach (var child in content.ChildElements.ToList())
            {
                child.Remove();
                control.InsertBeforeSelf(child);
            }

            control.Remove();
        }
    });

    private static byte[] Edit(byte[] file, Action<Body> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var document = WordprocessingDocument.Open(stream, true))
        {
            edit(document.MainDocumentPart!.Document.Body!);
        }

        return stream.ToArray();
    }
}
