using System.Text.Json.Nodes;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>The official Word templates of the repository, blank and with their samples.</summary>
public class OfficialTemplatesTests
{
    public static TheoryData<string> WordForms =>
        [.. OfficialForms.Catalog.Forms.Where(form => form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form.Id)];

    [Fact]
    public void All_templates_compile_without_a_fault()
    {
        Assert.Empty(OfficialForms.Catalog.Faults);
        Assert.Equal(16, OfficialForms.Catalog.Forms.Count(form => form.Kinds.Contains(DocumentKind.Word)));
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void A_blank_is_valid_for_Office_2019_and_reads_back_empty(string id)
    {
        var blank = OfficialForms.Catalog.Find(id)!.Render(
            DocumentKind.Word, new DocumentRequest(new FormData(), new JsonObject(), new DocumentIdentity(id, "2018", "", 0, "")));

        Assert.Empty(DocumentChecker.CheckDocument(blank, id));
        var read = OfficialForms.Catalog.Read(blank, "blank.docx");
        Assert.Empty(read.Faults);
        Assert.Empty(read.Fields);
        Assert.Empty(read.NotUnderstood);
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void A_sample_is_valid_for_Office_2019_and_reads_back_as_it_was(string id)
    {
        var (data, document) = OfficialForms.RenderSample(id);

        Assert.Empty(DocumentChecker.CheckDocument(document, id));
        var read = OfficialForms.Catalog.Read(document, "sample.docx");
        Assert.Empty(read.NotUnderstood);
        OfficialForms.AssertSame(OfficialForms.Catalog.Find(id)!.Form, data, read.Data);
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Equal_requests_give_equal_bytes(string id) =>
        Assert.Equal(OfficialForms.RenderSample(id).Document, OfficialForms.RenderSample(id).Document);
}
