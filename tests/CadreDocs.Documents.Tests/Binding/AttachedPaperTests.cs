using CadreDocs.Documents.Binding;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Documents.Tests.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CadreDocs.Documents.Tests.Binding;

public sealed class AttachedPaperTests
{
    // 2 × 4 pixels of grey.
    private static readonly byte[] _png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAAECAAAAACBhLHlAAAADUlEQVR4nGNoaGCAIQAYDAQBPLlW0wAAAABJRU5ErkJggg==");
    private static readonly DocumentFonts _fonts = new();

    [Fact]
    public void A_picture_fills_a_page_of_its_own_in_its_own_proportion()
    {
        using var document = Bind(AttachedPaper.Of("签章扫描件", "scan.png", _png, _fonts));
        var extent = Assert.Single(document.MainDocumentPart!.Document.Descendants<Extent>());
        Assert.Equal(2 * extent.Cx!.Value, extent.Cy!.Value);
        Assert.InRange(extent.Cy.Value, 200L * 36_000, 240L * 36_000);
        Assert.Single(document.MainDocumentPart.ImageParts);
    }

    [Fact]
    public void A_Word_document_is_bound_as_it_is()
    {
        using var document = Bind(AttachedPaper.Of("讲稿", "讲稿.docx", FilledForms.Sample("lecture"), _fonts));
        Assert.Contains("课堂观察与反馈的基本方法", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("证书.pdf", "%PDF-1.7")]
    [InlineData("成绩.xlsx", "PK")]
    [InlineData("坏文件.docx", "这不是文档")]
    [InlineData("坏图片.png", "这不是图片")]
    public void For_what_cannot_be_bound_a_sheet_says_what_to_insert(string name, string content)
    {
        using var document = Bind(AttachedPaper.Of("证书", name, System.Text.Encoding.UTF8.GetBytes(content), _fonts));
        Assert.Contains($"请在此处插入：{name}", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_too_large_to_take_in_gets_its_sheet() =>
        Assert.Contains("请在此处插入：讲稿.docx", Bind(AttachedPaper.Of("讲稿", "讲稿.docx", default, _fonts)).MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);

    private static WordprocessingDocument Bind(BinderPaper paper)
    {
        var result = DocumentBinder.Bind(new BinderRequest("档案袋", [], [new BinderEntry("3．心得", [new BinderPaper("心得", FilledForms.Sample("reflection"), 1), paper])]) { ContentsPages = 1 });
        Assert.Empty(result.Faults);
        var document = WordprocessingDocument.Open(new MemoryStream(result.Document!), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        Assert.Equal(2, document.MainDocumentPart!.Document.Descendants<FieldCode>().Count(code => code.Text.Contains("PAGEREF", StringComparison.Ordinal)));
        return document;
    }
}
