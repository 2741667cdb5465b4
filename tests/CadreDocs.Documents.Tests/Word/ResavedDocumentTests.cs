using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Tests.Forms;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>Documents as LibreOffice 7.4 left them on disk: they are read the same wherever the tests run, and after templates change.</summary>
public sealed class ResavedDocumentTests
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Word", "Resaved");

    public static TheoryData<string> WordForms => FilledForms.WordForms;

    [Fact]
    public void Every_sheet_has_its_document() => Assert.Equal(
        OfficialForms.Catalog.Forms.Where(form => form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(_folder, "*.libreoffice.docx").Select(file => Path.GetFileName(file)[..^".libreoffice.docx".Length]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Saved_document_is_read_back_as_the_data_it_was_made_from(string form)
    {
        var data = FormData.FromJson(JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, form + ".json")))!.AsObject());
        var read = OfficialForms.Catalog.Read(File.ReadAllBytes(Path.Combine(_folder, form + ".libreoffice.docx")), form + ".docx");
        FormValidityTests.AssertSame(form, data, read);
        Assert.Contains(read.NotUnderstood, notice => notice.Code == "tags-lost");
        Assert.DoesNotContain(read.NotUnderstood, notice => notice.Code is "text-outside" or "field-not-found");
    }
}
