using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Training;

namespace CadreDocs.Service.Data.Samples;

/// <summary>A large made-up district for measuring: equal arguments give equal data. Ten cadres a school, sixty in the first, eleven papers a cadre and year.</summary>
public sealed class SampleDistrict
{
    private const int CadresPerSchool = 10;
    private const int CadresOfFirstSchool = 60;
    private const int SchoolsPerRegion = 25;
    private const int SessionsPerYear = 8;
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹";
    private const string GivenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华玉兰红波辉斌云飞雪梅晨曦子涵";
    private static readonly string[] Stages = ["kindergarten", "primary", "secondary"];
    private static readonly string[] Posts = ["支部书记", "校长", "副校长", "教导主任", "副教导主任", "德育主任", "总务主任", "科研主任", "工会主席", "团队负责人"];

    private static readonly (string FormId, int Semester)[] Papers =
    [
        ("semester-plan", 1), ("semester-plan", 2), ("reflection", 0), ("lecture", 0), ("case-study", 0), ("semester-summary", 1),
        ("semester-summary", 2), ("duty-report", 0), ("results", 0), ("reflection", 0), ("lecture", 0),
    ];

    private readonly int _seed;

    private SampleDistrict(int schools, int years, int seed, int lastYear)
    {
        (Schools, Years, _seed, LastYear) = (schools, years, seed, lastYear);
    }

    /// <summary>Number of schools.</summary>
    public int Schools { get; }

    /// <summary>Number of years.</summary>
    public int Years { get; }

    /// <summary>The last of the years.</summary>
    public int LastYear { get; }

    /// <summary>Describes a district; nothing is made until it is enumerated.</summary>
    /// <param name="schools">Schools, 1 to 2,000.</param>
    /// <param name="years">Years up to and with <paramref name="lastYear"/>, 1 to 20.</param>
    /// <param name="seed">Any number; equal seeds give equal districts.</param>
    /// <param name="lastYear">Last year.</param>
    public static SampleDistrict Generate(int schools, int years, int seed, int lastYear = 2024)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(schools);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(schools, 2000);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(years, 20);
        return new SampleDistrict(schools, years, seed, lastYear);
    }

    /// <summary>The regions and who works for the whole district.</summary>
    public IEnumerable<object> District()
    {
        for (var region = 0; region <= (Schools - 1) / SchoolsPerRegion; region++)
        {
            yield return new Region { Id = RegionId(region), Code = RegionId(region), Name = string.Create(CultureInfo.InvariantCulture, $"第{region + 1}片区") };
        }

        foreach (var (id, name, role) in new[] { ("d-reviewer", "审核样", Roles.Reviewer), ("d-officer", "办公样", Roles.Officer) })
        {
            yield return new Person { Id = id, Name = name, Login = id + "@example.com" };
            yield return new RoleGrant { Id = "g-" + id, PersonId = id, Role = role };
        }
    }

    /// <summary>Everything of one school: cadres, posts, sessions, marks, papers, credit lines.</summary>
    /// <param name="school">0-based number of the school.</param>
    public IEnumerable<object> School(int school)
    {
        var random = new Random(HashCode(_seed, school));
        var id = string.Create(CultureInfo.InvariantCulture, $"d{school:0000}");
        yield return new School
        {
            Id = id, Code = "9" + id[1..], Name = string.Create(CultureInfo.InvariantCulture, $"样本第{school + 1}学校"), Stage = Stages[school % Stages.Length], RegionId = RegionId(school / SchoolsPerRegion),
        };
        var cadres = Enumerable.Range(0, school == 0 ? CadresOfFirstSchool : CadresPerSchool).Select(cadre => string.Create(CultureInfo.InvariantCulture, $"{id}-{cadre:00}")).ToList();
        for (var cadre = 0; cadre < cadres.Count; cadre++)
        {
            yield return new Person
            {
                Id = cadres[cadre],
                PlatformNo = string.Create(CultureInfo.InvariantCulture, $"00{school:0000}{cadre:00}"),
                Name = Name(random),
                Sex = random.Next(2) == 0 ? "男" : "女",
                BirthMonth = string.Create(CultureInfo.InvariantCulture, $"{random.Next(1965, 1990)}-{random.Next(1, 13):00}"),
                Political = "中共党员",
                Education = "大学本科",
                Title = "高级教师",
                Login = cadres[cadre] + "@example.com",
            };
            yield return new Appointment { Id = "a-" + cadres[cadre], PersonId = cadres[cadre], SchoolId = id, Post = Posts[cadre % Posts.Length], From = new DateOnly(LastYear - Years, 9, 1), Order = cadre + 1 };
        }

        yield return new RoleGrant { Id = "g-" + id, PersonId = cadres[0], Role = Roles.Secretary, SchoolId = id };
        for (var year = LastYear - Years + 1; year <= LastYear; year++)
        {
            foreach (var item in YearOf(id, cadres, year, random))
            {
                yield return item;
            }
        }
    }

    private IEnumerable<object> YearOf(string school, List<string> cadres, int year, Random random)
    {
        for (var i = 0; i < SessionsPerYear; i++)
        {
            var session = string.Create(CultureInfo.InvariantCulture, $"{school}-t{year}-{i}");
            yield return new TrainingSession { Id = session, SchoolId = school, Year = year, Date = new DateOnly(year, i + 3, 10), Place = "会议室", Topic = "专题学习", State = SessionState.Held, Carrier = "study", Content = "politics" };
            foreach (var cadre in cadres)
            {
                if (random.Next(20) is var draw and > 0)
                {
                    yield return new AttendanceMark { SessionId = session, PersonId = cadre, Mark = draw == 1 ? Marks.Absent : draw == 2 ? Marks.Personal : Marks.Present };
                }
            }
        }

        foreach (var cadre in cadres)
        {
            var complete = year < LastYear || random.Next(3) > 0;
            for (var i = 0; i < Papers.Length; i++)
            {
                yield return Paper(school, cadre, year, i, complete || random.Next(2) == 0 ? RecordState.Accepted : (RecordState)random.Next(3));
            }

            if (year < LastYear)
            {
                yield return new CreditLine { Id = string.Create(CultureInfo.InvariantCulture, $"l-{cadre}-{year}"), SchoolId = school, PersonId = cadre, Year = year, Declared = 2m, Opinion = Opinions.Agree, Recognised = 2m, ReviewedBy = "d-reviewer" };
            }
        }
    }

    private static Record Paper(string school, string cadre, int year, int index, RecordState state)
    {
        var (form, semester) = Papers[index];
        var id = string.Create(CultureInfo.InvariantCulture, $"{cadre}-{year}-{index:00}");
        var data = form == "results"
            ? new JsonObject { ["papers"] = string.Create(CultureInfo.InvariantCulture, $"{year}.05 区级 《样本论文》\n{year}.06 校级 《样本小结》"), ["openClass"] = string.Create(CultureInfo.InvariantCulture, $"{year}.10 市级 样本公开课") }
            : new JsonObject { ["name"] = cadre, ["title"] = "样本题目", ["date"] = string.Create(CultureInfo.InvariantCulture, $"{year}-06-20"), ["content"] = "样本正文，用于测量。" };
        var written = new DateTimeOffset(year, semester == 1 ? 6 : 12, 20, 9, 0, 0, TimeSpan.FromHours(8));
        return new Record
        {
            Id = id, FormId = form, SchemeVersion = "2018", Year = year, UntilYear = year, Semester = semester, SchoolId = school, PersonId = cadre,
            Data = data.ToJsonString(), ContentCode = ContentCode.Of(id, data), State = state, CreatedAt = written, UpdatedAt = written, UpdatedBy = cadre,
            SubmittedAt = written, AcceptedAt = state == RecordState.Accepted ? written : null,
        };
    }

    private static string RegionId(int region) => string.Create(CultureInfo.InvariantCulture, $"d-r{region:000}");

    private static string Name(Random random) => $"{Surnames[random.Next(Surnames.Length)]}{GivenNames[random.Next(GivenNames.Length)]}{(random.Next(3) == 0 ? "" : GivenNames[random.Next(GivenNames.Length)])}";

    // HashCode of the framework differs from run to run; this one does not.
    private static int HashCode(int seed, int school) => unchecked((seed * 397) ^ (school * 7919));
}
