using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Data.Samples;

/// <summary>One paper of the made-up district.</summary>
internal sealed record SyntheticPaper(string FormId, string FileName, DocumentRequest Request);

/// <summary>One cadre's folder.</summary>
internal sealed record SyntheticFolder(string Path, IEnumerable<SyntheticPaper> Papers);

/// <summary>A made-up district of any size. Equal numbers give equal papers, byte for byte; nothing is held in memory.</summary>
internal sealed class SyntheticPapers(int schools, int cadres, int year)
{
    /// <summary>The eleven papers that a cadre owes when 表6 falls due (R32), 表12 in the place of none.</summary>
    private static readonly (string FormId, int Semester)[] Papers =
    [
        ("development-plan", 0), ("semester-plan", 1), ("semester-plan", 2), ("reflection", 0), ("lecture", 0), ("case-study", 0),
        ("semester-summary", 1), ("semester-summary", 2), ("duty-report", 0), ("results", 0), ("training-credits", 0),
    ];

    private static readonly string[] Surnames = ["李", "王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "司徒", "𠮷", "阿不都·"];
    private static readonly string[] GivenNames = ["知远", "若云", "明溪", "𣲘", "思齐", "景行", "一诺", "𬱖", "文博", "晚晴", "守正", "念慈"];
    private static readonly string[] Posts = ["党支部书记", "校长", "副校长", "教导主任", "德育主任", "总务主任", "科研主任", "工会主席"];

    /// <summary>Number of papers.</summary>
    public int Count => schools * cadres * Papers.Length;

    /// <summary>All folders.</summary>
    public IEnumerable<SyntheticFolder> Folders() =>
        from s in Enumerable.Range(1, schools)
        let school = School(s)
        from c in Enumerable.Range(1, cadres)
        let cadre = Cadre(s, c)
        select new SyntheticFolder(Path.Combine(school.Name, $"{cadre.Name}（{cadre.Id}）"), PapersOf(school, cadre, (s * 31) + c));

    private IEnumerable<SyntheticPaper> PapersOf(SampleSchool school, SampleCadre cadre, int number)
    {
        for (var i = 0; i < Papers.Length; i++)
        {
            var (formId, semester) = Papers[i];
            var json = formId == "training-credits" ? Trainings(cadre, school) : SampleTexts.For(formId, cadre, school, year, semester, number + i);
            var recordId = string.Create(CultureInfo.InvariantCulture, $"{cadre.Id}-{i:00}");
            var code = Records.ContentCode.Of(recordId, json);
            var request = new DocumentRequest(
                FormData.FromJson(json), Globals(school, cadre, semester, code), new DocumentIdentity(formId, "2018", recordId, 1, code));
            yield return new SyntheticPaper(formId, string.Create(CultureInfo.InvariantCulture, $"{i + 1:00}-{formId}.docx"), request);
        }
    }

    private JsonObject Globals(SampleSchool school, SampleCadre cadre, int semester, string code) => new()
    {
        ["year"] = year,
        ["semester"] = semester switch
        {
            1 => new JsonObject { ["no"] = 1, ["name"] = string.Create(CultureInfo.InvariantCulture, $"{year - 1}学年第二学期") },
            2 => new JsonObject { ["no"] = 2, ["name"] = string.Create(CultureInfo.InvariantCulture, $"{year}学年第一学期") },
            _ => null,
        },
        ["school"] = new JsonObject { ["name"] = school.Name, ["code"] = school.Code, ["stage"] = school.Stage, ["leader"] = cadre.Name },
        ["region"] = new JsonObject { ["name"] = "东片区", ["theme"] = null },
        ["cadre"] = new JsonObject { ["id"] = cadre.Id, ["name"] = cadre.Name, ["post"] = cadre.Post },
        ["period"] = null,
        ["scheme"] = new JsonObject { ["version"] = "2018", ["district"] = "宝山区" },
        ["copy"] = "",
        ["code"] = code,
        ["fonts"] = new JsonObject(),
    };

    private static JsonObject Trainings(SampleCadre cadre, SampleSchool school)
    {
        var rows = new JsonArray();
        for (var i = 0; i < 4; i++)
        {
            rows.Add(new JsonObject
            {
                ["course"] = i == 0 ? "干部自培" : $"校级管理者研修班（第{i}期）",
                ["level"] = i == 3 ? "市级" : "区级",
                ["span"] = string.Create(CultureInfo.InvariantCulture, $"{2021 + i}.03—{2021 + i}.06"),
                ["issuer"] = "区教育学院",
                ["credit"] = 2,
            });
        }

        return new JsonObject { ["name"] = cadre.Name, ["school"] = school.Name, ["post"] = cadre.Post, ["rows"] = rows };
    }

    private static SampleSchool School(int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"s{number:000}"), string.Create(CultureInfo.InvariantCulture, $"32{number:0000}"),
        string.Create(CultureInfo.InvariantCulture, $"第{number:000}实验学校"), "primary", "r", []);

    private static SampleCadre Cadre(int school, int number)
    {
        var seed = (school * 7) + (number * 13);
        return new SampleCadre(
            string.Create(CultureInfo.InvariantCulture, $"c{school:000}{number:00}"),
            Surnames[seed % Surnames.Length] + GivenNames[((seed / 3) + number) % GivenNames.Length],
            seed % 2 == 0 ? "女" : "男", string.Create(CultureInfo.InvariantCulture, $"{1968 + (seed % 25)}-{1 + (seed % 12):00}"),
            "中共党员", "本科", "高级教师", "语文", "1999-09", Posts[number % Posts.Length]);
    }
}

/// <summary>Entry to the made-up district.</summary>
internal static class SyntheticDistrict
{
    public static SyntheticPapers Papers(int schools, int cadres, int year) => schools is >= 1 and <= 999 && cadres is >= 1 and <= 99
        ? new SyntheticPapers(schools, cadres, year)
        : throw new ArgumentException("学校数为1–999，干部数为1–99。 / 1 to 999 schools, 1 to 99 cadres.", nameof(schools));
}
