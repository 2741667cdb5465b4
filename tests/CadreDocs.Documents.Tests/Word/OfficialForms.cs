namespace CadreDocs.Documents.Tests.Word;

/// <summary>The forms of the repository, compiled once for all tests.</summary>
internal static class OfficialForms
{
    public static string Folder { get; } = Find();

    public static FormCatalog Catalog { get; } = FormCatalog.Load(Folder);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var forms = Path.Combine(folder.FullName, "templates", "scheme-2018", "forms");
            if (Directory.Exists(forms))
            {
                return forms;
            }
        }

        throw new DirectoryNotFoundException("templates/scheme-2018/forms stands in no folder above the tests.");
    }
}
