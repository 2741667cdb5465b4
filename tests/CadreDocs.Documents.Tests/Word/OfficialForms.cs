using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>The forms of the repository, compiled once for all tests.</summary>
internal static class OfficialForms
{
    public static string Folder { get; } = Find();

    public static FormCatalog Catalog { get; } = FormCatalog.Load(Folder);

    /// <summary>Renders a form's sample.json.</summary>
    public static (FormData Data, byte[] Document) RenderSample(string id)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, id, "sample.json")))!;
        var data = FormData.FromJson(sample["data"]!.AsObject());
        return (data, Render(id, data, sample["globals"]!.AsObject()));
    }

    public static byte[] Render(string id, FormData data, JsonObject? globals = null) => Catalog.Find(id)!.Render(
        DocumentKind.Word, new DocumentRequest(data, globals ?? new JsonObject { ["year"] = 2024 }, new DocumentIdentity(id, "2018", "r-1", 2, "7K3F-92QX")));

    /// <summary>All that a person fills in is equal; computed fields are not read back.</summary>
    public static void AssertSame(FormDefinition form, FormData expected, FormData actual)
    {
        Assert.Equal(
            Sorted(expected.Fields.Where(value => value.Value.Length > 0 && form.FindField(value.Key) is { Computed: false, Ink: false })),
            Sorted(actual.Fields));
        foreach (var section in form.Sections)
        {
            var computed = section.Fields.Where(field => field.Computed).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
            Assert.Equal(
                expected.Rows(section.Key).Select(row => Sorted(row.Where(value => value.Value.Length > 0 && !computed.Contains(value.Key)))).Where(row => row.Length > 0),
                actual.Rows(section.Key).Select(Sorted));
        }
    }

    private static string Sorted(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Join('\n', values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));

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
