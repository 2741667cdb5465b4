using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>A form with every kind of field, two rows a sheet, and its hand-made template.</summary>
internal static class SampleForm
{
    public static FormDefinition Definition { get; } = Read("""
        id: sample
        title: 样表
        titleEn: Sample
        portfolio: personal
        item: 3
        clock: year
        filledBy: cadre
        clause: 一.4
        printedTitle: '{{ year ?? "____" }}年度样表'
        fields:
          - {key: name, label: 姓名, type: text, required: true}
          - {key: birth, label: 出生年月, type: month, format: short}
          - {key: date, label: 日期, type: date}
          - {key: insight, label: 学习心得, type: paragraphs}
          - {key: signature, label: 签名, type: text, ink: true}
        sections:
          - key: rows
            label: 干部
            rowsPerSheet: 2
            fields:
              - {key: who, label: 谁, type: text}
              - {key: mark, label: 出勤, type: mark}
              - {key: number, label: 次数, type: integer}
              - {key: credit, label: 学分, type: credit}
              - {key: level, label: 级别, type: choice, choices: [国家级, 市级, 区级]}
              - {key: total, label: 合计, type: integer, computed: true}
        """);

    public static string Body { get; } = string.Concat(
        Docx.P("{{ year ?? \"____\" }}年度样表{{ if sheet.count > 1 }}第 {{ sheet.number }} 页{{ end }}"),
        Docx.Table(
            Docx.Row(Docx.Cell(Docx.P("姓 名")), Docx.Cell($"<w:p>{Docx.Run("name")}</w:p>"), Docx.Cell(Docx.P("出生年月")), Docx.Cell($"<w:p>{Docx.Run("birth")}</w:p>"), Docx.Cell(Docx.P("日期")), Docx.Cell($"<w:p>{Docx.Run("date")}</w:p>")),
            Docx.Row(Docx.Cell(Docx.P("学习心得") + Docx.Block("insight") + "<w:p/>"))),
        Docx.P("签名："),
        Docx.Table(
            Docx.Row(Docx.Cell(Docx.P("序号")), Docx.Cell(Docx.P("谁")), Docx.Cell(Docx.P("出勤")), Docx.Cell(Docx.P("次数")), Docx.Cell(Docx.P("学分")), Docx.Cell(Docx.P("级别")), Docx.Cell(Docx.P("合计"))),
            Docx.Row(
                Docx.Cell(Docx.P("{{ row.number }}")),
                Docx.Cell($"<w:p>{Docx.Run("rows.who", "　　")}</w:p>"),
                Docx.Cell($"<w:p>{Docx.Run("rows.mark", "　")}</w:p>"),
                Docx.Cell($"<w:p>{Docx.Run("rows.number", "　")}</w:p>"),
                Docx.Cell($"<w:p>{Docx.Run("rows.credit", "　")}</w:p>"),
                Docx.Cell($"<w:p>{Docx.Run("rows.level", "　")}</w:p>"),
                Docx.Cell($"<w:p>{Docx.Run("rows.total", "　")}</w:p>"))),
        Docx.P("注：谁填谁负责"));

    public static byte[] Template { get; } = Docx.Make(Body);

    public static FormTemplate Compiled { get; } = Compile(Definition, Template);

    public static DocumentIdentity Identity { get; } = new("sample", "2018", "r-17", 3, "7K3F-92QX");

    public static FormDefinition Read(string yaml)
    {
        var (form, faults) = FormDefinitionReader.Read(yaml);
        return form ?? throw new InvalidOperationException(string.Join("\n", faults.Select(fault => fault.MessageEn)));
    }

    public static FormTemplate Compile(FormDefinition form, byte[] docx)
    {
        var (template, faults) = FormTemplate.Compile(form, docx, null);
        return template ?? throw new InvalidOperationException(string.Join("\n", faults.Select(fault => fault.MessageEn)));
    }

    /// <summary>Renders data of the sample form for the year 2024.</summary>
    public static byte[] Render(FormData data, string globals = """{ "year": 2024 }""") =>
        Compiled.Render(DocumentKind.Word, new DocumentRequest(data, JsonNode.Parse(globals)!.AsObject(), Identity));

    /// <summary>Reads a document of the sample form.</summary>
    public static ReadResult ReadBack(byte[] file)
    {
        var package = PackageReader.Open(file, "sample.docx");
        using var document = new UploadedDocument(package, "sample.docx");
        return Compiled.Find(DocumentKind.Word)!.Read(document, IdentityParts.Read(package));
    }

    public static FormData Data(params (string Key, string Value)[] fields)
    {
        var data = new FormData();
        foreach (var (key, value) in fields)
        {
            data[key] = value;
        }

        return data;
    }

    public static FormData WithRows(this FormData data, params Dictionary<string, string>[] rows)
    {
        data.Sections["rows"] = [.. rows];
        return data;
    }

    public static Dictionary<string, string> Row(params (string Key, string Value)[] values) =>
        values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
}
