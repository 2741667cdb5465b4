using System.Globalization;
using CadreDocs.Service.Commands;
using Scriban;
using Scriban.Syntax;

namespace CadreDocs.Service.Tests.Commands;

public sealed class ScriptErrorsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void A_fault_shows_its_line_and_a_caret_under_its_first_character()
    {
        const string text = "first\n  {{ if }}x{{ end }}";
        var lines = Faults(text, English).Split('\n');
        Assert.StartsWith("error t.sbn(2,9): ", lines[0], StringComparison.Ordinal);
        Assert.Equal("  2 |   {{ if }}x{{ end }}", lines[1]);
        Assert.StartsWith("    |         ^", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("  hint: ", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_characters_before_the_fault_take_wide_blanks()
    {
        var marks = Faults("学校{{ if }}{{ end }}", Chinese).Split('\n')[2];
        Assert.StartsWith("    | \u3000\u3000      ^", marks, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_is_shown()
    {
        var shown = Faults("{{ if }}{{ end }}\n{{ 1 + }}", English);
        Assert.Contains("(1,7)", shown, StringComparison.Ordinal);
        Assert.Contains("  2 | {{ 1 + }}", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_of_the_render_has_carets_under_the_text_and_a_hint_in_the_language_of_its_reader()
    {
        const string text = "{{ 1 }}\n{{ nobody.name }}";
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse(text, "t.sbn").Render());
        var shown = ScriptErrors.Format(text, "t.sbn", failure, Chinese);
        Assert.StartsWith("错误 t.sbn(2,", shown, StringComparison.Ordinal);
        Assert.Contains("  2 | {{ nobody.name }}", shown, StringComparison.Ordinal);
        Assert.Contains("提示：值可能为空", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_in_another_template_shows_no_line_of_this_one()
    {
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ a.b }}", "other.sbn").Render());
        Assert.DoesNotContain("mine", ScriptErrors.Format("mine", "t.sbn", failure, English), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ if true }}", "结束")]
    [InlineData("{{ x = }}", "漏写")]
    [InlineData("{{ if x = 1 }}{{ end }}", "比较用 ==")]
    [InlineData("{{ 1..5000 }}", null)]
    public void A_Chinese_sentence_finds_its_hint_too(string text, string? hint)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Chinese;
        try
        {
            var shown = Faults(text, Chinese);
            Assert.Equal(hint is not null, shown.Contains("提示：", StringComparison.Ordinal));
            Assert.Contains(hint ?? string.Empty, shown, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string Faults(string text, CultureInfo culture) => ScriptErrors.Format(text, Template.Parse(text, "t.sbn").Messages, culture);
}
