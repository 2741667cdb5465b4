using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Forms;

/// <summary>Skipped where LibreOffice is not installed.</summary>
public sealed class FormPrintTests(PrintedForms printed) : IClassFixture<PrintedForms>
{
    public static TheoryData<string> WordForms => FilledForms.WordForms;

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Blanks_and_sample_print_on_one_page(string form)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice is not installed.");
        Assert.Equal((1, 1, 1), (printed.Pages(form, "blank"), printed.Pages(form, "paper"), printed.Pages(form, "filled")));
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Overfull_sheet_goes_to_further_pages(string form)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice is not installed.");
        Assert.True(printed.Pages(form, "overfull") > 1, "All fits on one page: the overfull data are not overfull.");
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Filled_document_saved_by_LibreOffice_is_read_back_as_the_same_data(string form)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice is not installed.");
        var read = OfficialForms.Catalog.Read(printed.Resaved(form, "filled"), form + ".docx");
        Assert.DoesNotContain(read.NotUnderstood, notice => notice.Code == "text-outside");
        FormValidityTests.AssertSame(form, FilledForms.SampleOf(form).Data, read);
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Overfull_document_saved_by_LibreOffice_is_read_back_as_the_same_data(string form)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice is not installed.");
        var read = OfficialForms.Catalog.Read(printed.Resaved(form, "overfull"), form + ".docx");
        FormValidityTests.AssertSame(form, FilledForms.OverfullData(form), read);
    }

    [Theory]
    [MemberData(nameof(WordForms))]
    public void Blank_saved_by_LibreOffice_is_read_back_as_nothing(string form)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice is not installed.");
        foreach (var state in new[] { "blank", "paper" })
        {
            var read = OfficialForms.Catalog.Read(printed.Resaved(form, state), form + ".docx");
            Assert.Empty(read.Faults);
            Assert.Empty(read.Fields.Select(field => $"{field.Key} = {field.Value}"));
        }
    }
}
