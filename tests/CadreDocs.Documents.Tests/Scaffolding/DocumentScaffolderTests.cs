using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Tests.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Documents.Tests.Scaffolding;

public sealed class DocumentScaffolderTests
{
    public static TheoryData<string> WordForms => FilledForms.WordForms;

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Form_without_a_layout_gets_a_plain_valid_document_that_compiles(string id)
    {
        var form = FilledForms.Template(id).Form;
        var file = DocumentScaffolder.Scaffold(form, null);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}"));
        Assert.Empty(FormTemplate.Compile(form, file, null).Faults.Select(fault => fault.MessageEn));
    }

    [Fact]
    public void Faces_are_named_on_every_run()
    {
        var file = DocumentScaffolder.Scaffold(FilledForms.Template("reflection").Form, null, new DocumentFonts(Title: "标题体", Heading: "标签体", Body: "正文体"));
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        var faces = document.MainDocumentPart!.Document.Descendants<Run>().Select(run => run.RunProperties?.RunFonts?.EastAsia?.Value);
        Assert.Equal(["标签体", "标题体", "正文体"], faces.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Attendance_marks_are_drawn_by_the_symbol_face()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(FilledForms.Sample("attendance")), false);
        var runs = document.MainDocumentPart!.Document.Descendants<Run>().Where(run => run.InnerText.Contains('⊕', StringComparison.Ordinal)).ToList();
        Assert.True(runs.Count > 1);
        Assert.All(runs, run => Assert.Equal("宋体", run.RunProperties!.RunFonts!.EastAsia!.Value));
    }

    [Theory]
    [InlineData("layout: {columns: [1, 1], rows: [[姓名]]}", "row 1 covers 1 of 2 columns")]
    [InlineData("layout: {colums: [1]}", "'colums' is not a key")]
    [InlineData("layout: {margins: [1, 2]}", "margins are four numbers")]
    public void Layout_that_is_not_understood_says_where(string yaml, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LayoutReader.Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void Layout_that_names_an_unknown_field_is_refused()
    {
        var layout = LayoutReader.Read("layout: {columns: [1], rows: [[{field: nobody}]]}");
        var fault = Assert.Throws<FormatException>(() => DocumentScaffolder.Scaffold(FilledForms.Template("reflection").Form, layout));
        Assert.Contains("nobody", fault.Message, StringComparison.Ordinal);
    }
}
