using System.Buffers.Binary;
using System.Text;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests.Checking;

public sealed class FontPreflightTests
{
    private static readonly FormDefinition _form = new()
    {
        Id = "sheet",
        Title = "表",
        TitleEn = "Sheet",
        Portfolio = Portfolio.School,
        Item = 1,
        Clock = Clock.Year,
        FilledBy = "secretary",
        Clause = "三.1(3)",
        PrintedTitle = "表",
        Fields = [new FormField { Key = "name", Label = "姓名", Type = FieldType.Text }],
        Sections =
        [
            new FormSection
            {
                Key = "rows",
                Label = "干部",
                RowsPerSheet = 20,
                Fields =
                [
                    new FormField { Key = "name", Label = "姓名", Type = FieldType.Text },
                    new FormField { Key = "m1", Label = "出勤1", Type = FieldType.Mark },
                    new FormField { Key = "m2", Label = "出勤2", Type = FieldType.Mark },
                ],
            },
        ],
    };

    [Theory]
    [InlineData("√", true, true)]
    [InlineData("△", true, true)]
    [InlineData("⊕", false, true)]
    [InlineData("〇", false, true)]
    [InlineData("王", true, true)]
    [InlineData("喆", false, true)]
    [InlineData("䶮", false, false)]
    [InlineData("𠮷", false, false)]
    public void Character_sets_hold_what_the_standards_say(string character, bool gb2312, bool gbk)
    {
        var rune = Rune.GetRuneAt(character, 0);
        Assert.Equal((gb2312, gbk), (FontCoverage.Gb2312(rune), FontCoverage.Gbk(rune)));
    }

    [Fact]
    public void Extension_A_is_in_GB18030() => Assert.True(FontCoverage.Gb18030(Rune.GetRuneAt("䶮", 0)));

    [Fact]
    public void Sick_leave_mark_in_a_GB2312_face_is_named_with_its_fallback()
    {
        var plan = FontPlan.Of("仿宋_GB2312", "仿宋_GB2312", "Times New Roman", "宋体");
        var gap = Assert.Single(FontPreflight.Check(_form, Row("m1", "⊕"), plan));
        Assert.Equal(("rows", 1, "m1", "⊕", "仿宋_GB2312", "宋体"), (gap.Section, gap.Row, gap.Key, gap.Character.ToString(), gap.Face, gap.Fallback));
        Assert.Equal("glyph-fallback", gap.ToFault().Code);
    }

    [Fact]
    public void Marks_beyond_the_tenth_column_are_tested()
    {
        var plan = FontPlan.Of("仿宋_GB2312", "仿宋_GB2312", "Times New Roman", "宋体");
        Assert.Equal("m11", Assert.Single(FontPreflight.Check(_form, Row("m11", "⊕"), plan)).Key);
    }

    [Fact]
    public void Rare_name_without_any_face_is_a_box_and_says_so()
    {
        var data = new FormData { ["name"] = "王𠮷" };
        var gap = Assert.Single(FontPreflight.Check(_form, data, FontPlan.Of("仿宋", "宋体", "Times New Roman", "宋体")));
        Assert.Null(gap.Fallback);
        Assert.Equal("glyph-missing", gap.ToFault().Code);
        Assert.Contains("U+20BB7", gap.ToFault().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Extension_B_falls_back_to_its_own_face()
    {
        var data = new FormData { ["name"] = "王𠮷" };
        Assert.Equal("宋体-ExtB", Assert.Single(FontPreflight.Check(_form, data, FontPlan.Windows)).Fallback);
    }

    [Fact]
    public void Official_marks_and_common_names_need_no_fallback_with_the_fonts_of_Windows()
    {
        var data = Row("m1", "⊕");
        data["name"] = "阿依古丽·买买提 2024年";
        Assert.Empty(FontPreflight.Check(_form, data, FontPlan.Windows));
    }

    [Fact]
    public void Font_file_says_what_its_cmap_holds()
    {
        var font = FontFile.Read(Font(Format4(('王', '王')), Format12((0x20BB7, 0x20BB9))));
        Assert.True(font.Covers(new Rune('王')));
        Assert.True(font.Covers(new Rune(0x20BB8)));
        Assert.False(font.Covers(new Rune('玉')));
        Assert.False(font.Covers(new Rune(0x20BBA)));
    }

    [Fact]
    public void Cut_off_font_file_is_refused_as_data()
    {
        var whole = Font(Format4(('王', '王')), Format12((0x20BB7, 0x20BB9)));
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.Throws<InvalidDataException>(() => FontFile.Read(cut));
        }
    }

    private static FormData Row(string key, string value)
    {
        var data = new FormData();
        data.Sections["rows"] = [new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = "沈若云", [key] = value }];
        return data;
    }

    // A font of one table: header, directory, cmap with two subtables.
    private static byte[] Font(byte[] format4, byte[] format12)
    {
        var cmap = 12 + 16;
        var font = new byte[cmap + 4 + 16 + format4.Length + format12.Length];
        Put(font, 0, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), 1);
        "cmap"u8.CopyTo(font.AsSpan(12));
        Put(font, 20, (uint)cmap);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(cmap + 2), 2);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(cmap + 4), 3);
        Put(font, cmap + 8, 20);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(cmap + 12), 0);
        Put(font, cmap + 16, (uint)(20 + format4.Length));
        format4.CopyTo(font, cmap + 20);
        format12.CopyTo(font, cmap + 20 + format4.Length);
        return font;
    }

    private static byte[] Format4((char First, char Last) segment)
    {
        ushort[] words = [4, 0, 0, 4, 0, 0, 0, segment.Last, 0xFFFF, 0, segment.First, 0xFFFF, unchecked((ushort)(1 - segment.First)), 1, 0, 0];
        var table = new byte[words.Length * 2];
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2 * i), words[i]);
        }

        return table;
    }

    private static byte[] Format12((uint First, uint Last) group)
    {
        var table = new byte[28];
        BinaryPrimitives.WriteUInt16BigEndian(table, 12);
        Put(table, 12, 1);
        Put(table, 16, group.First);
        Put(table, 20, group.Last);
        Put(table, 24, 2);
        return table;
    }

    private static void Put(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
}
