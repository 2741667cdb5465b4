using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Tests.Word;

namespace CadreDocs.Documents.Tests.Forms;

/// <summary>Blank, filled and overfull documents of the official forms.</summary>
internal static class FilledForms
{
    private static readonly string[] _names = ["沈若云", "阿依古丽·买买提", "欧阳思淼", "陆景行", "帕提古丽·阿不都热合曼", "江照"];
    private static readonly string[] _marks = ["√", "O", "⊕", "△"];

    /// <summary>Ids of the forms with a Word template, in official order.</summary>
    public static TheoryData<string> WordForms =>
        new(OfficialForms.Catalog.Forms.Where(form => form.Kinds.Contains(DocumentKind.Word)).Select(form => form.Form.Id));

    public static FormTemplate Template(string id) =>
        OfficialForms.Catalog.Find(id) ?? throw new InvalidOperationException($"The form '{id}' has faults: {string.Join('\n', OfficialForms.Catalog.Faults)}");

    public static byte[] Blank(string id) => Render(id, new FormData(), [], "");

    /// <summary>A blank to be filled by hand.</summary>
    public static byte[] BlankForPaper(string id) =>
        Template(id).Render(DocumentKind.Word, new DocumentRequest(new FormData(), [], new DocumentIdentity(id, "2018", "", 0, "")) { ForPaper = true });

    public static byte[] Sample(string id)
    {
        var (data, globals) = SampleOf(id);
        return Render(id, data, globals, "7K3F-92QX");
    }

    public static byte[] Overfull(string id)
    {
        var (_, globals) = SampleOf(id);
        return Render(id, OverfullData(id), globals, "7K3F-92QX");
    }

    public static byte[] Render(string id, FormData data, JsonObject globals, string code) => Template(id).Render(
        DocumentKind.Word,
        new DocumentRequest(data, globals, new DocumentIdentity(id, "2018", code.Length == 0 ? "" : "R-1007", code.Length == 0 ? 0 : 3, code)));

    public static (FormData Data, JsonObject Globals) SampleOf(string id)
    {
        var sample = JsonNode.Parse(File.ReadAllText(Path.Combine(OfficialForms.Folder, id, "sample.json")))!;
        return (FormData.FromJson(sample["data"]!.AsObject()), sample["globals"]!.AsObject());
    }

    /// <summary>One row more than the sheet has, the longest names, and three pages of text.</summary>
    public static FormData OverfullData(string id)
    {
        var form = Template(id).Form;
        var (data, _) = SampleOf(id);
        foreach (var field in form.Fields.Where(field => !field.Ink))
        {
            if (field.Type == FieldType.Paragraphs)
            {
                data[field.Key] = Text(field == form.Fields.Last(other => other.Type == FieldType.Paragraphs) ? 40 : 8);
            }
            else if (field.Type == FieldType.Text)
            {
                data[field.Key] = Long(field, 4);
            }
        }

        var dates = form.FindSection("dates") is null ? 0 : 11;
        foreach (var section in form.Sections)
        {
            data.Sections[section.Key] = Enumerable.Range(0, section.RowsPerSheet + 1).Select(i => Row(section, i, dates)).ToList();
        }

        return data;
    }

    private static Dictionary<string, string> Row(FormSection section, int index, int dates)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in section.Fields)
        {
            row[field.Key] = field.Type switch
            {
                FieldType.Integer => "2",
                FieldType.Credit => section.Fields.Any(other => other.Key == "opinion") ? "2" : "1.6",
                FieldType.Mark => _marks[index % 4],
                FieldType.Date => $"2024-{(index % 12) + 1:D2}-{(index % 28) + 1:D2}",
                FieldType.Choice => field.Choices[index % field.Choices.Count],
                _ when section.Key == "dates" => string.Create(CultureInfo.InvariantCulture, $"12月{index + 10}日①"),
                _ => Long(field, index),
            };
        }

        for (var i = 1; section.Key == "rows" && i <= dates; i++)
        {
            row[string.Create(CultureInfo.InvariantCulture, $"m{i}")] = _marks[(index + i) % 4];
        }

        return row;
    }

    private static string Long(FormField field, int index) => field.Key switch
    {
        "name" or "speaker" or "leader" => _names[index % _names.Length],
        "post" => "党支部副书记兼副校长（主持工作）",
        "unit" or "school" => "明溪大学附属第二外国语实验学校",
        "content" => "片区联合活动：新课程背景下的年级组管理与教师专业发展（第二阶段，上午现场观摩，下午分组研讨）",
        "course" => "全国中小学校长及中层管理干部课程领导力与学校治理高级研修班（第三期）",
        "topic" => "从“管课”到“看见学生”：一所普通初中课堂观察改革的三年实践与反思",
        "span" => "2019.03—2019.06",
        "code" => "031007202418000612",
        "issuer" => "国家教育行政研修中心培训部",
        "opinion" => "核定1.6分，缺第二学期总结，请于下月补正后再报",
        "place" => "清河小学图文信息中心三楼",
        "politics" => "中国民主促进会会员",
        "education" => "在职研究生",
        "title" => "正高级教师",
        "rank" => "专业技术四级",
        "subject" => "道德与法治",
        "sex" => "女",
        "audience" => "全体教研组长、年级组长与新任教师",
        "project" => "师德素养",
        "level" => "区级",
        "category" => "干部自培",
        _ => "文字",
    };

    private static string Text(int paragraphs) => string.Join('\n', Enumerable.Range(1, paragraphs).Select(i =>
        $"第{i}段：坚持问题导向，把课堂观察与教研组建设结合起来，用证据说话；每周进课堂不少于三节，期末形成书面反馈，并在教师大会上通报改进情况，下一学期继续跟进。"));
}
