using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Benchmarks;

/// <summary>The two sheets by which speed is judged: 表6 with five texts of 600 characters, 表4 with any number of rows.</summary>
internal static class WordSamples
{
    private const string Sentence = "围绕学校发展规划，提升课程领导力，带好教研组长队伍，每周进课堂听课评课，每学期主持一次校本研修，及时总结经验并形成案例。";

    private static readonly JsonObject Globals = new()
    {
        ["year"] = 2024,
        ["copy"] = "第一份",
        ["school"] = new JsonObject { ["name"] = "明溪中学", ["leader"] = "顾知远" },
    };

    public static FormCatalog Catalog { get; } = FormCatalog.Load(FindForms());

    public static FormTemplate Plan => Catalog.Find("development-plan")!;

    public static FormTemplate Declaration => Catalog.Find("credit-declaration")!;

    public static FormTemplate Attendance => Catalog.Find("attendance")!;

    public static DocumentRequest PlanRequest { get; } = MakePlan();

    public static DocumentRequest DeclarationRequest(int rows)
    {
        var data = new FormData { ["unit"] = "明溪中学", ["leader"] = "顾知远" };
        data.Sections["rows"] = [.. Enumerable.Range(1, rows).Select(DeclarationRow)];
        return Request("credit-declaration", data);
    }

    private static DocumentRequest MakePlan()
    {
        var data = new FormData
        {
            ["name"] = "沈若溪", ["sex"] = "女", ["birth"] = "1980-04", ["post"] = "副校长", ["politics"] = "中共党员", ["education"] = "本科",
            ["title"] = "中学高级", ["rank"] = "副处", ["subject"] = "语文", ["teaching"] = "2003-09",
        };
        string[] keys = ["analysis", "goal", "stages", "strategy", "wishes"];
        for (var i = 0; i < keys.Length; i++)
        {
            data[keys[i]] = string.Join('\n', Enumerable.Range(0, 4).Select(part => Text(150, (i * 4) + part)));
        }

        return Request("development-plan", data);
    }

    // Prose does not repeat itself word for word as one sentence copied would: numbers and turned parts keep the deflater honest.
    private static string Text(int length, int seed)
    {
        var text = string.Concat(Enumerable.Range(0, (length / Sentence.Length) + 1).Select(i =>
        {
            var turn = ((seed * 7) + (i * 13)) % Sentence.Length;
            return string.Concat(Sentence.AsSpan(turn), (seed + i).ToString(CultureInfo.InvariantCulture), Sentence.AsSpan(0, turn));
        }));
        return text[..length];
    }

    private static Dictionary<string, string> DeclarationRow(int row) => new(StringComparer.Ordinal)
    {
        ["name"] = $"干部{row}", ["post"] = row % 3 == 0 ? "年级组长" : "教导主任", ["plan"] = "2", ["summary"] = "2", ["lecture"] = "1", ["reflection"] = "1",
        ["case"] = "1", ["report"] = "1", ["result"] = (row % 5).ToString(CultureInfo.InvariantCulture), ["credit"] = "2", ["opinion"] = row % 7 == 0 ? "同意" : "",
    };

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
