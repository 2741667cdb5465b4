using System.Text;
using CadreDocs.Service.Filing.Libraries;
using FsCheck;
using FsCheck.Fluent;

namespace CadreDocs.Service.Tests.Filing.Libraries;

public sealed class LibraryPathTests
{
    [Theory]
    [InlineData("a/b:c*d?.docx", "a／b：c＊d？.docx")]
    [InlineData("\"引\"<x>|\\", "＂引＂＜x＞｜＼")]
    [InlineData("50%#1", "50％＃1")]
    [InlineData("  计划.  . ", "计划")]
    [InlineData("一\t\r\n二", "一 二")]
    [InlineData("王\u200B芳\u202E", "王芳")]
    [InlineData("...", "_")]
    [InlineData("", "_")]
    [InlineData("..", "_")]
    [InlineData("CON", "_CON")]
    [InlineData("con.docx", "_con.docx")]
    [InlineData("LPT1.tar.gz", "_LPT1.tar.gz")]
    [InlineData("console", "console")]
    [InlineData(".lock", "_.lock")]
    [InlineData("Desktop.ini", "_Desktop.ini")]
    [InlineData("~$plan.docx", "～$plan.docx")]
    [InlineData("~plan", "～plan")]
    [InlineData("a_VTI_b", "a＿VTI＿b")]
    [InlineData("Ame\u0301lie", "Amélie")]
    public void A_name_becomes_legal(string text, string expected) => Assert.Equal(expected, LibraryPath.Name(text));

    [Fact]
    public void Half_characters_and_noncharacters_become_marks() => Assert.Equal("a_b_", LibraryPath.Name("a\uD800b\uFFFE"));

    [Fact]
    public void A_legal_name_made_from_any_text_stays_as_it_is()
    {
        Prop.ForAll<string>(text =>
        {
            var name = LibraryPath.Name(text ?? "");
            return LibraryPath.Name(name) == name && name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= 255;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_folders_and_file_make_a_legal_path()
    {
        Prop.ForAll<string[], string>((folders, file) =>
            LibraryPath.IsLegal(LibraryPath.Combine((folders ?? []).Take(6).Select(folder => folder ?? ""), file ?? ""))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_long_name_keeps_its_beginning_its_extension_and_its_difference()
    {
        var one = LibraryPath.Name(new string('长', 300) + "一.docx");
        var two = LibraryPath.Name(new string('长', 300) + "二.docx");

        Assert.StartsWith("长长", one, StringComparison.Ordinal);
        Assert.EndsWith(".docx", one, StringComparison.Ordinal);
        Assert.NotEqual(one, two);
        Assert.InRange(Encoding.UTF8.GetByteCount(one), 200, LibraryPath.MaxNameBytes);
    }

    [Fact]
    public void A_cut_never_splits_a_character()
    {
        var name = LibraryPath.Name(string.Concat(Enumerable.Repeat("𠮷", 200)));

        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)));
        Assert.Equal(0, name.IndexOf('…', StringComparison.Ordinal) % 2);
    }

    [Fact]
    public void A_long_path_is_shortened_at_its_longest_names()
    {
        var path = LibraryPath.Combine(["宝山区", new string('校', 79), "2024年度", new string('袋', 79), new string('人', 79)], new string('题', 79) + ".docx");

        Assert.True(path.Length <= LibraryPath.MaxPath);
        Assert.StartsWith("宝山区/", path, StringComparison.Ordinal);
        Assert.EndsWith(".docx", path, StringComparison.Ordinal);
        Assert.Equal(6, path.Split('/').Length);
    }

    [Fact]
    public void A_folder_named_forms_does_not_stand_at_the_root() => Assert.Equal("_Forms/a.docx", LibraryPath.Combine(["Forms"], "a.docx"));

    [Fact]
    public void A_mark_stands_before_the_extension_even_where_the_name_is_full()
    {
        var full = LibraryPath.Combine(["宝山区"], new string('题', 100) + ".docx");
        var marked = LibraryPath.WithMark(full, "（2）");

        Assert.EndsWith("（2）.docx", marked, StringComparison.Ordinal);
        Assert.True(LibraryPath.IsLegal(marked));
    }
}
