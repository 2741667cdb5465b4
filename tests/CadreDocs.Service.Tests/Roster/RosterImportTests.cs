using System.Text;
using CadreDocs.Service.Roster.Import;

namespace CadreDocs.Service.Tests.Roster;

public sealed class RosterImportTests
{
    private static readonly Dictionary<string, string> NothingRemembered = [];
    private static readonly OtherPerson[] Nobody = [];
    private static readonly DateOnly Start = new(2024, 9, 1);

    private const string Plain = "进修编号,姓名,性别,出生年月,职务\n0012,王芳,女,1978.06,教导主任\n,阿依古丽・买买提,女,1980年2月,副校长\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-mark", "gb18030", "utf-16le", "utf-16be"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_that_Excel_and_WPS_write_is_read(string encoding)
    {
        var bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Plain),
            "utf-8-mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)],
            "gb18030" => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(Plain),
            "utf-16le" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)],
            _ => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Plain)],
        };
        var roster = Read(bytes);
        Assert.Equal(["王芳", "阿依古丽·买买提"], roster.Rows.Select(row => row["name"]));
    }

    [Fact]
    public void Bytes_in_no_known_encoding_are_refused_with_a_way_out()
    {
        var (table, problem) = CsvTable.Read(new byte[] { 0x81, 0xFF, 0x00, 0xFE }, "名册.csv");
        Assert.Null(table);
        Assert.Equal("unknown-encoding", problem!.Code);
    }

    [Fact]
    public void Leading_zeros_of_the_platform_number_stay() => Assert.Equal("0012", Read(Plain).Rows[0]["platformNo"]);

    [Theory]
    [InlineData("1978.06")]
    [InlineData("1978.6")]
    [InlineData("1978年6月")]
    [InlineData("1978/6/12")]
    [InlineData("197806")]
    [InlineData("1978-06-12 00:00:00")]
    public void A_birth_month_is_read_however_it_is_written(string typed) => Assert.Equal("1978-06", RosterValues.Month(typed));

    [Theory]
    [InlineData("78.06")]
    [InlineData("1978.13")]
    [InlineData("六月")]
    public void What_is_no_month_is_refused(string typed) =>
        Assert.Equal("month-invalid", Read($"姓名,职务,出生年月\n王芳,主任,{typed}\n").Rows[0].Problems.Single().Code);

    [Fact]
    public void A_title_above_the_heading_is_skipped()
    {
        var roster = Read("某校干部名册,,\n姓 名,现任职务（岗位）,职称\n王芳,主任,高级\n");
        Assert.Equal(3, Assert.Single(roster.Rows).Row);
        Assert.Equal("高级", roster.Rows[0]["title"]);
    }

    [Fact]
    public void A_remembered_mapping_wins_over_the_words()
    {
        var (table, _) = CsvTable.Read(Encoding.UTF8.GetBytes("姓名,分管,职务\n王芳,教导主任,中层\n"), "a.csv");
        var roster = RosterReader.Read(table!, new Dictionary<string, string> { ["分管"] = "post", ["职务"] = "" });
        Assert.Equal("教导主任", roster.Rows[0]["post"]);
    }

    [Fact]
    public void A_file_without_a_heading_says_so() => Assert.Equal("no-header", Read("王芳,主任\n李明,校长\n").Problems.Single().Code);

    [Fact]
    public void Two_columns_of_one_meaning_are_refused() => Assert.Equal("column-twice", Read("姓名,职务,现任职务\n王芳,a,b\n").Problems.Single().Code);

    [Fact]
    public void Duplicate_ids_name_each_other()
    {
        var rows = Read("进修编号,姓名,职务\n7,王芳,主任\n7,李明,校长\n").Rows;
        Assert.Equal(["duplicate-id", "duplicate-id"], rows.SelectMany(row => row.Problems).Select(problem => problem.Code));
        Assert.Contains("第 3 行", rows[0].Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_Excel_rounded_is_refused() =>
        Assert.Equal("platform-no-invalid", Read("进修编号,姓名,职务\n1.23E+15,王芳,主任\n").Rows[0].Problems.Single().Code);

    [Fact]
    public void Every_fault_of_a_row_is_reported_at_once() => Assert.Equal(3, Read("姓名,职务,性别\n9,,未知\n").Rows[0].Problems.Count);

    [Fact]
    public void Rare_characters_and_long_names_are_names()
    {
        Assert.Equal("𠮷𡈽", RosterValues.Name("𠮷 𡈽"));
        Assert.Equal("阿卜杜热合曼·买买提明", RosterValues.Name("阿卜杜热合曼•买买提明"));
        Assert.Null(RosterValues.Name("王"));
    }

    [Fact]
    public void The_same_roster_again_changes_nothing()
    {
        var difference = RosterDifference.Compare(Read("姓名,职务\n王芳,主任\n").Rows, [Cadre("p1", "王芳", "主任")], Nobody, whole: true, Start);
        Assert.Equal(RowStatus.Same, Assert.Single(difference.Rows).Status);
    }

    [Fact]
    public void A_change_shows_before_and_after()
    {
        var row = Assert.Single(RosterDifference.Compare(Read("姓名,职务\n王芳,校长\n").Rows, [Cadre("p1", "王芳", "主任")], Nobody, whole: true, Start).Rows);
        Assert.Equal(("p1", new FieldChange("post", "主任", "校长")), (row.PersonId, Assert.Single(row.Changes)));
    }

    [Fact]
    public void An_empty_cell_takes_nothing_away()
    {
        var known = Cadre("p1", "王芳", "主任", ("sex", "女"));
        Assert.Equal(RowStatus.Same, Assert.Single(RosterDifference.Compare(Read("姓名,职务,性别\n王芳,主任,\n").Rows, [known], Nobody, whole: true, Start).Rows).Status);
    }

    [Fact]
    public void Namesakes_are_told_apart_by_birth_month()
    {
        ExistingCadre[] known = [Cadre("p1", "王芳", "主任", ("birthMonth", "1978-06")), Cadre("p2", "王芳", "校长", ("birthMonth", "1980-01"))];
        var row = Assert.Single(RosterDifference.Compare(Read("姓名,职务,出生年月\n王芳,书记,1980.01\n").Rows, known, Nobody, whole: false, Start).Rows);
        Assert.Equal("p2", row.PersonId);
    }

    [Fact]
    public void Namesakes_without_a_difference_are_never_guessed()
    {
        ExistingCadre[] known = [Cadre("p1", "王芳", "主任"), Cadre("p2", "王芳", "校长")];
        var row = Assert.Single(RosterDifference.Compare(Read("姓名,职务\n王芳,书记\n").Rows, known, Nobody, whole: false, Start).Rows);
        Assert.Equal("namesakes", row.Problems.Single().Code);
    }

    [Fact]
    public void A_number_of_another_school_asks_for_a_transfer()
    {
        var row = Assert.Single(RosterDifference.Compare(
            Read("进修编号,姓名,职务\n9,李明,主任\n").Rows, [], [new OtherPerson("9", "李明", "", "第二小学", InOffice: true, WasHere: false)], whole: true, Start).Rows);
        Assert.Equal("belongs-elsewhere", row.Problems.Single().Code);
    }

    [Fact]
    public void A_number_of_somebody_who_left_asks_to_bring_them_back()
    {
        var row = Assert.Single(RosterDifference.Compare(
            Read("进修编号,姓名,职务\n9,李明,主任\n").Rows, [], [new OtherPerson("9", "李明", "", "第二小学", InOffice: false, WasHere: false)], whole: false, Start).Rows);
        Assert.Equal("left-before", row.Problems.Single().Code);
        Assert.Contains("第二小学", row.Problems.Single().Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("李明", "1980.01", "left-before")]
    [InlineData("李明", "1990.01", null)]
    [InlineData("赵敏", "1980.01", null)]
    public void A_name_that_was_here_before_is_no_new_person(string name, string birth, string? problem)
    {
        var row = Assert.Single(RosterDifference.Compare(
            Read($"姓名,职务,出生年月\n{name},主任,{birth}\n").Rows, [], [new OtherPerson("", "李明", "1980-01", "本校", InOffice: false, WasHere: true)], whole: false, Start).Rows);
        Assert.Equal(problem, row.Problems.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("姓名,职务\n王芳,主任\n", "2024-09-01")]
    [InlineData("姓名,职务,任职时间\n王芳,主任,2019年8月\n", "2019-08-01")]
    public void A_new_person_shows_the_first_day_in_office(string file, string from)
    {
        var row = Assert.Single(RosterDifference.Compare(Read(file).Rows, [], Nobody, whole: false, Start).Rows);
        Assert.Equal(new FieldChange("from", "", from), row.Changes.Single(change => change.Field == "from"));
    }

    [Fact]
    public void A_different_first_day_of_a_known_person_is_a_change()
    {
        var row = Assert.Single(RosterDifference.Compare(
            Read("姓名,职务,任职时间\n王芳,主任,2019.08.15\n").Rows, [Cadre("p1", "王芳", "主任", ("from", "2019-09-01"))], Nobody, whole: false, Start).Rows);
        Assert.Equal(new FieldChange("from", "2019-09-01", "2019-08-15"), Assert.Single(row.Changes));
    }

    [Fact]
    public void The_first_day_of_two_posts_is_corrected_one_by_one()
    {
        var known = Cadre("p1", "王芳", "主任、干事", ("from", "2019-09-01")) with { Posts = 2 };
        var row = Assert.Single(RosterDifference.Compare(Read("姓名,职务,任职时间\n王芳,主任、干事,2019.08.15\n").Rows, [known], Nobody, whole: false, Start).Rows);
        Assert.Equal("several-posts", row.Problems.Single().Code);
    }

    [Fact]
    public void Nobody_leaves_before_the_own_first_day()
    {
        var rows = RosterDifference.Compare(
            Read("姓名,职务\n王芳,主任\n").Rows, [Cadre("p1", "王芳", "主任"), Cadre("p2", "李明", "校长", ("from", "2024-09-01"))], Nobody, whole: true, Start).Rows;
        Assert.Equal("drops-before-post", rows.Single(row => row.PersonId == "p2").Problems.Single().Code);
    }

    [Fact]
    public void The_same_new_person_twice_is_refused()
    {
        var rows = RosterDifference.Compare(Read("姓名,职务\n李明,主任\n李明,主任\n").Rows, [], Nobody, whole: true, Start).Rows;
        Assert.All(rows, row => Assert.Equal("same-person-twice", row.Problems.Single().Code));
    }

    [Fact]
    public void Dropping_someone_with_papers_is_refused_by_name()
    {
        var rows = RosterDifference.Compare(Read("姓名,职务\n王芳,主任\n").Rows, [Cadre("p1", "王芳", "主任"), Cadre("p2", "李明", "校长") with { Records = 3 }], Nobody, whole: true, Start).Rows;
        var problem = rows.Single(row => row.PersonId == "p2").Problems.Single();
        Assert.Equal("drops-records", problem.Code);
        Assert.Contains("李明", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_addition_drops_nobody_and_lists_who_was_not_named()
    {
        var difference = RosterDifference.Compare(Read("姓名,职务\n王芳,主任\n").Rows, [Cadre("p2", "李明", "校长")], Nobody, whole: false, Start);
        Assert.Equal(RowStatus.Add, Assert.Single(difference.Rows).Status);
        Assert.Equal("p2", Assert.Single(difference.Absent).PersonId);
    }

    private static RosterTable Read(string csv) => Read(Encoding.UTF8.GetBytes(csv));

    private static RosterTable Read(byte[] csv)
    {
        var (table, problem) = CsvTable.Read(csv, "名册.csv");
        Assert.Null(problem);
        return RosterReader.Read(table!, NothingRemembered);
    }

    private static ExistingCadre Cadre(string id, string name, string post, params (string Key, string Value)[] more)
    {
        var values = new Dictionary<string, string> { ["name"] = name, ["post"] = post };
        foreach (var (key, value) in more)
        {
            values[key] = value;
        }

        return new ExistingCadre(id, 1, values, 0);
    }
}
