using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Data.Samples;

/// <summary>Made-up contents of the sample papers, so that boards and documents are not empty.</summary>
internal static class SampleTexts
{
    private static readonly string[] Books =
        ["《爱满天下》", "《静悄悄的革命》", "《学校管理漫谈》", "《给教师的一百条新建议》", "《课程的逻辑》", "《观课笔记》", "《童心与制度》"];

    private static readonly string[] Topics =
        ["课堂观察怎样留下证据", "让作业少一点、准一点", "值日制度的一次改动", "家长开放日之后", "新教师的第一百天", "一张课表的协商", "走廊里的科学角"];

    /// <summary>The values of a paper of this cadre; the number varies the text.</summary>
    public static JsonObject For(string formId, SampleCadre cadre, SampleSchool school, int year, int semester, int number)
    {
        var topic = Topics[number % Topics.Length];
        var book = Books[number % Books.Length];
        return formId switch
        {
            "semester-plan" => new JsonObject
            {
                ["name"] = cadre.Name,
                ["post"] = cadre.Post,
                ["goals"] = $"围绕“{topic}”，把{cadre.Post}岗位的工作做实。\n每月完成一次听课与反馈。",
                ["work"] = "一、开学两周内完成现状梳理，列出三个问题。\n二、每两周组织一次小组研讨，留有记录。\n三、学期末形成一份可供同行借鉴的材料。",
                ["study"] = $"自学{book}，参加中心组学习不少于四次。",
            },
            "semester-summary" => new JsonObject
            {
                ["name"] = cadre.Name,
                ["post"] = cadre.Post,
                ["work"] = $"完成了“{topic}”的三次研讨和八节随堂观察。\n修订了部门工作流程两项。",
                ["outcomes"] = "青年教师能独立撰写观察记录；流程由五步减为三步。",
                ["problems"] = "与年级组的沟通还不够及时。",
            },
            "reflection" => new JsonObject
            {
                ["name"] = cadre.Name,
                ["topic"] = $"读{book}有感",
                ["date"] = Day(year, semester == 2 ? 10 : 4, number),
                ["content"] = $"{book}第二章至第四章。",
                ["insight"] = "管理首先是看见人。书中的案例让我想到，制度要给善意留出空间。\n回到学校，我把例会从布置任务改为交换观察，会议短了，问题却更早浮现。",
            },
            "lecture" => new JsonObject
            {
                ["speaker"] = cadre.Name,
                ["audience"] = $"{school.Name}全体中层干部",
                ["date"] = Day(year, 5, number),
                ["topic"] = topic,
                ["goal"] = "了解做法，学会一种记录工具，能在本部门试用。",
                ["outline"] = "一、问题从哪里来\n二、我们怎样记录\n三、三个小改动\n四、讨论与约定",
            },
            "case-study" => new JsonObject
            {
                ["name"] = cadre.Name,
                ["topic"] = topic,
                ["date"] = Day(year, 11, number),
                ["event"] = "十月的一个早晨，两个班为了操场的使用起了争执。",
                ["background"] = "新学期调整了大课间安排，通知只贴在办公室。",
                ["cause"] = "信息没有到达需要它的人；负责人以为“贴了就是知道了”。",
                ["measures"] = "当天召开十分钟碰头会，由体育组画出分区图；此后凡涉及两个以上班级的安排，一律当面确认。",
                ["insight"] = "通知不等于沟通。管理者要为“对方听到”负责。",
            },
            "duty-report" => new JsonObject
            {
                ["unit"] = school.Name,
                ["name"] = cadre.Name,
                ["sex"] = cadre.Sex,
                ["birth"] = cadre.Birth,
                ["politics"] = cadre.Political,
                ["education"] = cadre.Education,
                ["post"] = cadre.Post,
                ["report"] = $"一年来，我在{cadre.Post}岗位上主要做了三件事：\n一是完成两个学期的岗位工作计划；\n二是主持“{topic}”的研讨；\n三是带教青年教师一名。\n不足之处是调研还不够深入。",
            },
            "results" => new JsonObject
            {
                ["exchange"] = $"{year}年4月 校级 在中心组学习会上交流读书体会",
                ["openClass"] = number % 2 == 0 ? $"{year}年5月 区级 公开课《{cadre.Subject}：{topic}》" : "",
                ["papers"] = number % 3 == 0 ? $"{year}年9月 区级 论文《{topic}》获二等奖" : "",
                ["mentoring"] = $"{year}年 校级 带教青年教师一名",
            },
            "development-plan" => new JsonObject
            {
                ["name"] = cadre.Name,
                ["sex"] = cadre.Sex,
                ["birth"] = cadre.Birth,
                ["post"] = cadre.Post,
                ["politics"] = cadre.Political,
                ["education"] = cadre.Education,
                ["title"] = cadre.Title,
                ["subject"] = cadre.Subject,
                ["teaching"] = cadre.Teaching,
                ["analysis"] = "优势：熟悉本校情况，做事有始有终。\n不足：教育科研经历较少，善于做而不善于写。",
                ["goal"] = "三年内能独立主持一项区级课题，形成可推广的管理案例。",
                ["stages"] = "第一年：补课，读书不少于六本。\n第二年：立项，完成中期报告。\n第三年：结题，整理成果并交流。",
                ["strategy"] = "每月一次自修记录；每学期一次跨校走访；请区教育学院专家指导。",
                ["wishes"] = "希望学校每学期安排一次外出学习。",
            },
            "annual-plan" => new JsonObject
            {
                ["guiding"] = "以本区干部自培实施办法为依据，学做合一，学用相长。",
                ["situation"] = string.Create(CultureInfo.InvariantCulture, $"{school.Name}现有中层及以上干部{school.Cadres.Length}名，年龄结构合理，青年干部管理经验有待积累。"),
                ["goals"] = "人人有计划，月月有活动，年末有成果。",
                ["projects"] = "一、中心组学习\n二、专题讲座\n三、岗位带教",
                ["measures"] = "书记负总责，逐项落实到人；每次活动留有记录。",
                ["evaluation"] = "年末对照档案袋逐项检查，结果与学分申报一致。",
            },
            _ => throw new ArgumentOutOfRangeException(nameof(formId), formId, "No sample text."),
        };
    }

    private static string Day(int year, int month, int number) =>
        new DateOnly(year, month, 1 + (number * 3 % 27)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
