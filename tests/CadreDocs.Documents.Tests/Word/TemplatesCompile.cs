namespace CadreDocs.Documents.Tests.Word;

/// <summary>The official templates of the repository.</summary>
public class TemplatesCompile
{
    [Fact]
    public void All_official_templates_compile_without_a_fault()
    {
        var catalog = FormCatalog.Load(OfficialForms.Folder);
        Assert.Empty(catalog.Faults);
        Assert.Equal(16, catalog.Forms.Count(form => form.Kinds.Contains(DocumentKind.Word)));
    }
}
