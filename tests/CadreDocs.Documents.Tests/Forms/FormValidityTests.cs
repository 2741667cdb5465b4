using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Tests.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CadreDocs.Documents.Tests.Forms;

public sealed class FormValidityTests
{
    public static TheoryData<string> WordForms => FilledForms.WordForms;

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Blank_filled_and_overfull_documents_are_valid(string form)
    {
        foreach (var file in new[] { FilledForms.Blank(form), FilledForms.BlankForPaper(form), FilledForms.Sample(form), FilledForms.Overfull(form) })
        {
            foreach (var version in new[] { FileFormatVersions.Office2019, FileFormatVersions.Microsoft365 })
            {
                using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
                Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(error => $"{version} {error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
            }
        }
    }

    [Fact]
    public void Every_form_but_the_appraisal_has_a_Word_template() =>
        Assert.Equal(["appraisal"], OfficialForms.Catalog.Forms.Where(form => !form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form.Id));

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Filled_document_is_read_back_as_the_same_data(string form)
    {
        var (data, _) = FilledForms.SampleOf(form);
        AssertSame(form, data, OfficialForms.Catalog.Read(FilledForms.Sample(form), form + ".docx"));
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Overfull_document_is_read_back_as_the_same_data(string form) =>
        AssertSame(form, FilledForms.OverfullData(form), OfficialForms.Catalog.Read(FilledForms.Overfull(form), form + ".docx"));

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Blank_is_read_back_as_nothing(string form)
    {
        var read = OfficialForms.Catalog.Read(FilledForms.Blank(form), form + ".docx");
        Assert.Empty(read.Faults);
        Assert.Empty(read.Fields);
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Blank_for_paper_shows_no_prompt_and_is_read_back_as_nothing(string form)
    {
        var file = FilledForms.BlankForPaper(form);
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.DoesNotContain("请填写", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        var read = OfficialForms.Catalog.Read(file, form + ".docx");
        Assert.Empty(read.Faults);
        Assert.Empty(read.Fields);
    }

    internal static void AssertSame(string form, FormData expected, ReadResult read)
    {
        Assert.Empty(read.Faults);
        Assert.Equal(form, read.Form?.Id);
        Assert.Equal(Lines(expected, read.Form!), Lines(read.Data, read.Form!));
    }

    /// <summary>Values of the form as lines; what a filled sheet cannot change (computed) is left out.</summary>
    private static IEnumerable<string> Lines(FormData data, FormDefinition form)
    {
        foreach (var field in form.Fields.Where(field => !field.Ink && !field.Computed && data[field.Key].Length > 0))
        {
            yield return $"{field.Key} = {data[field.Key]}";
        }

        foreach (var section in form.Sections)
        {
            var rows = data.Rows(section.Key);
            for (var i = 0; i < rows.Count; i++)
            {
                var computed = section.Fields.Where(field => field.Computed).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
                foreach (var (key, value) in rows[i].Where(pair => pair.Value.Length > 0 && !computed.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    yield return $"{section.Key}[{i + 1}].{key} = {value}";
                }
            }
        }
    }
}
