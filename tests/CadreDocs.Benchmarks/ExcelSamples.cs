using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Benchmarks;

/// <summary>The workbooks by which speed is judged: 表2 with 100 names and 20 dates, 表4 with any number of rows.</summary>
internal static class ExcelSamples
{
    private static readonly string[] Marks = ["√", "O", "⊕", "△"];

    private static readonly JsonObject Globals = new()
    {
        ["year"] = 2024,
        ["school"] = new JsonObject { ["name"] = "明溪中学" },
    };

    public static FormCatalog Catalog { get; } = FormCatalog.Load(FindForms());

    public static FormTemplate Attendance => Catalog.Find("attendance")!;

    public static FormTemplate Declaration => Catalog.Find("credit-declaration")!;

    /// <summary>Nine of ten marks are √, the others spread as they fall in a year.</summary>
    public static DocumentRequest AttendanceRequest(int names, int dates)
    {
        var random = new Random(2024);
        var data = new FormData();
        data.Sections["dates"] = [.. Enumerable.Range(1, dates).Select(i => new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = string.Create(CultureInfo.InvariantCulture, $"{1 + (i / 3)}月{1 + (i * 9 % 28)}日{i}") })];
        data.Sections["rows"] = [.. Enumerable.Range(1, names).Select(i =>
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = string.Create(CultureInfo.InvariantCulture, $"干部{i}"), ["present"] = "18", ["absent"] = "1" };
            for (var d = 1; d <= dates; d++)
            {
                row[string.Create(CultureInfo.InvariantCulture, $"m{d}")] = random.Next(10) > 0 ? Marks[0] : Marks[random.Next(4)];
            }

            return row;
        })];
        return Request("attendance", data);
    }

    public static DocumentRequest DeclarationRequest(int rows)
    {
        var data = new FormData { ["unit"] = "明溪中学", ["leader"] = "顾知远" };
        data.Sections["rows"] = [.. Enumerable.Range(1, rows).Select(i => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = string.Create(CultureInfo.InvariantCulture, $"干部{i}"),
            ["post"] = i % 3 == 0 ? "年级组长" : "教导主任",
            ["plan"] = "2",
            ["summary"] = "2",
            ["lecture"] = "1",
            ["reflection"] = "1",
            ["case"] = "1",
            ["report"] = "1",
            ["result"] = (i % 5).ToString(CultureInfo.InvariantCulture),
            ["credit"] = "2",
            ["opinion"] = i % 7 == 0 ? "同意" : "",
        })];
        return Request("credit-declaration", data);
    }

    private static DocumentRequest Request(string form, FormData data) =>
        new(data, Globals, new DocumentIdentity(form, "2018", "7d1f6a52-3a38-4f2c-9a53-1b7f6b3f0c11", 3, "7K3F-92QX"));

    private static string FindForms()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var forms = Path.Combine(folder.FullName, "templates", "scheme-2018", "forms");
            if (Directory.Exists(forms))
            {
                return forms;
            }
        }

        throw new DirectoryNotFoundException("templates/scheme-2018/forms stands in no folder above the benchmarks.");
    }
}
