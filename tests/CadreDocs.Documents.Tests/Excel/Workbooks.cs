using System.Text.Json.Nodes;
using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Excel;

/// <summary>The official workbooks, their data, and the editing of them part by part.</summary>
internal static class Workbooks
{
    public static readonly string[] Forms = ["attendance", "session-schedule", "credit-declaration", "platform-ethics", "platform-skills", "training-credits"];

    public static DocumentIdentity Identity(string form) => new(form, "2018", "r-1", 3, "7K3F-92QX");

    public static FormTemplate Template(string form) => OfficialForms.Catalog.Find(form)!;

    public static FormData Data(string form) =>
        FormData.FromJson(JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Excel", "Resaved", $"{form}.json")))!.AsObject());

    public static JsonObject Globals => new()
    {
        ["year"] = 2024,
        ["school"] = new JsonObject { ["name"] = "明溪中学" },
        ["period"] = new JsonObject { ["numeral"] = "三" },
        ["copy"] = "第一份",
    };

    public static byte[] Render(string form, FormData data, JsonObject? globals = null) =>
        Template(form).Render(DocumentKind.Excel, new DocumentRequest(data, globals ?? Globals, Identity(form)));

    public static ReadResult Read(byte[] file, string? expected = null) => OfficialForms.Catalog.Read(file, "表.xlsx", expected);

    /// <summary>A workbook with one part changed.</summary>
    public static byte[] Patch(byte[] file, string part, Func<string, string> change) => Zip(file, entry =>
        (entry.Name, entry.Name == part ? Packaging.Zip.Bytes(change(System.Text.Encoding.UTF8.GetString(entry.Inflate()))) : entry.Inflate()));

    /// <summary>A workbook without some of its parts.</summary>
    public static byte[] Without(byte[] file, params string[] prefixes) => Packaging.Zip.Pack(PackageReader.Open(file).Entries
        .Where(entry => !prefixes.Any(prefix => entry.Name.StartsWith(prefix, StringComparison.Ordinal)))
        .Select(entry => (entry.Name, entry.Inflate())));

    public static string Part(byte[] file, string part) => System.Text.Encoding.UTF8.GetString(PackageReader.Open(file).Get(part).Inflate());

    /// <summary>A sheet made by hand, without names or tables of ours.</summary>
    public static byte[] Typed(string table, IReadOnlyList<string> headers, params IReadOnlyList<IReadOnlyList<WorkbookCell>> rows) => Xlsx.Write(new WorkbookDefinition
    {
        Sheets =
        [
            new WorkbookSheet
            {
                Name = "Sheet1",
                Table = new WorkbookTable { Name = table, Columns = [.. headers.Select(header => new WorkbookColumn { Header = header })], Rows = rows },
            },
        ],
    });

    /// <summary>Equal as JSON; the order of keys says nothing.</summary>
    public static void AssertSame(string form, FormData expected, FormData actual)
    {
        var (left, right) = (expected.ToJson(Template(form).Form), actual.ToJson(Template(form).Form));
        Assert.True(JsonNode.DeepEquals(left, right), $"{form}\n{left.ToJsonString()}\n{right.ToJsonString()}");
    }

    private static byte[] Zip(byte[] file, Func<PackageEntry, (string, byte[])> part) => Packaging.Zip.Pack(PackageReader.Open(file).Entries.Select(part));
}
