namespace CadreDocs.Service.Data.Samples;

/// <summary>A made-up cadre of the sample district.</summary>
internal sealed record SampleCadre(
    string Id, string Name, string Sex, string Birth, string Political, string Education, string Title, string Subject, string Teaching, string Post);

/// <summary>A made-up school of the sample district.</summary>
internal sealed record SampleSchool(string Id, string Code, string Name, string Stage, string RegionId, SampleCadre[] Cadres);

/// <summary>The people of the sample district. All of them, and the schools, are made up.</summary>
internal static class SamplePeople
{
    public const string Reviewer = "p0001";
    public const string Officer = "p0002";
    public const string Chair = "p0003";
    public const string Administrator = "p0004";

    private const string Party = "中共党员";
    private const string None = "群众";

    public static readonly (string Id, string Code, string Name)[] Regions = [("r-east", "E", "东片区"), ("r-west", "W", "西片区")];

    public static readonly SampleSchool[] Schools =
    [
        new("s-chenlu", "310901", "晨露幼儿园", "kindergarten", "r-east",
        [
            new("p1001", "顾念慈", "女", "1974-08", Party, "本科", "高级教师", "学前教育", "1995-09", "党支部书记、园长"),
            new("p1002", "阿依古丽·买买提", "女", "1983-03", Party, "本科", "一级教师", "学前教育", "2005-09", "副园长"),
            new("p1003", "陶知微", "女", "1986-11", Party, "本科", "一级教师", "学前教育", "2008-09", "保教主任"),
            new("p1004", "沈𣲘", "女", "1989-05", None, "本科", "二级教师", "学前教育", "2011-09", "科研主任"),
            new("p1005", "鲁春晓", "女", "1985-02", Party, "大专", "一级教师", "学前教育", "2006-09", "后勤主任"),
            new("p1006", "欧阳若岚", "女", "1990-10", "民进会员", "本科", "二级教师", "学前教育", "2012-09", "工会主席"),
            new("p1007", "白芷兰", "女", "1991-09", Party, "硕士", "二级教师", "学前教育", "2016-09", "团支部书记"),
            new("p1008", "邵一鸣", "男", "1988-12", Party, "本科", "一级教师", "学前教育", "2010-09", "信息主任"),
        ]),
        new("s-qinghe", "310902", "青禾小学", "primary", "r-east",
        [
            new("p2001", "严守拙", "男", "1971-04", Party, "本科", "高级教师", "语文", "1993-08", "党支部书记"),
            new("p2002", "王芳", "女", "1978-06", Party, "本科", "高级教师", "数学", "1999-09", "副校长"),
            new("p2003", "王芳", "女", "1984-01", None, "本科", "一级教师", "英语", "2006-09", "教导主任"),
            new("p2004", "司徒景行", "男", "1980-09", Party, "硕士", "高级教师", "语文", "2003-09", "校长"),
            new("p2005", "杨𠮷雅", "女", "1987-07", None, "本科", "一级教师", "音乐", "2009-09", "艺术总辅导员"),
            new("p2006", "梅傲霜", "女", "1982-12", Party, "本科", "一级教师", "数学", "2004-09", "科研主任"),
            new("p2007", "方圆", "男", "1990-03", Party, "本科", "二级教师", "体育", "2012-09", "大队辅导员"),
            new("p2008", "祝榕", "男", "1985-05", "民盟盟员", "硕士", "一级教师", "自然", "2010-09", "总务主任"),
            new("p2009", "卓玛", "女", "1988-08", Party, "本科", "一级教师", "语文", "2010-09", "德育主任"),
        ]),
        new("s-yunfan", "310903", "云帆中学", "secondary", "r-west",
        [
            new("p3001", "秦远山", "男", "1969-10", Party, "本科", "正高级教师", "历史", "1991-08", "党总支书记"),
            new("p3002", "诸葛明轩", "男", "1976-02", Party, "硕士", "高级教师", "物理", "1998-08", "校长"),
            new("p3003", "林𬱖", "女", "1981-06", Party, "硕士", "高级教师", "化学", "2004-08", "副校长"),
            new("p3004", "郁文博", "男", "1979-11", Party, "本科", "高级教师", "数学", "2001-08", "教导主任"),
            new("p3005", "巴图·那仁", "男", "1986-04", Party, "硕士", "一级教师", "地理", "2011-08", "政教主任"),
            new("p3006", "江晚照", "女", "1984-09", None, "硕士", "一级教师", "英语", "2008-08", "科研室主任"),
            new("p3007", "武陵春", "女", "1987-01", Party, "本科", "一级教师", "语文", "2009-08", "年级组长"),
            new("p3008", "闻人语", "男", "1989-03", None, "硕士", "一级教师", "生物", "2014-08", "实验室主任"),
            new("p3009", "於菟", "男", "1992-07", Party, "本科", "二级教师", "体育", "2015-08", "团委书记"),
            new("p3010", "柳如絮", "女", "1990-05", Party, "硕士", "一级教师", "思想政治", "2015-08", "党政办主任"),
        ]),
    ];

    /// <summary>People of the bureau and the college, who are no cadres here.</summary>
    public static readonly (string Id, string Name)[] District =
        [(Reviewer, "贺章"), (Officer, "彭程"), (Chair, "温故"), (Administrator, "龚平")];
}
