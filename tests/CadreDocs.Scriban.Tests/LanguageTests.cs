using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>Rules of the language beside the answers of the reference engine.</summary>
public sealed class LanguageTests
{
    [Theory]
    [InlineData("{{ x = 5 ~}}\n{{ x }}\n{{ x + 1 }}", "5\n6")]
    [InlineData("a <\n{{- 'b' -}} \n> c", "a <b> c")]
    [InlineData("{{ t = \"1\\n2\\n\" ~}}\n   {{ t }}.", "   1\n   2\n.")]
    [InlineData("{{ t = \"1\\n2\\n\" -}}\n   {{ t }}.", "1\n2\n.")]
    [InlineData("{%{Hello {{ name }}}%}", "Hello {{ name }}")]
    [InlineData("{%%{ }%} }%%}", " }%} ")]
    [InlineData("{{ $\"a {1 + 2} b {\"c\"} {'{'}\" }}", "a 3 b c {")]
    [InlineData("{{ `a\\n``b` }}", "a\\n`b")]
    [InlineData("{{ \"\\x41\\u5b66\\t\" }}", "A学\t")]
    [InlineData("{{ 0x1ef }} {{ 0x80000000u }} {{ 0b101 }} {{ 1_000 }} {{ 1.5e-1 }} {{ 1.50m }} {{ 2d }}", "495 2147483648 5 1000 0.15 1.50 2")]
    [InlineData("{{ 变量 = 1; 变量 }}", "1")]
    public void Text_code_and_literals(string template, string text) => Assert.Equal(text, Template.Parse(template).Render());

    [Theory]
    [InlineData("1 + 2 * 3 - 4 / 2", "5")]
    [InlineData("2147483647 + 1", "2147483648")]
    [InlineData("9223372036854775807 + 1", "9223372036854775808")]
    [InlineData("-7 // 2", "-3")]
    [InlineData("7 % 4", "3")]
    [InlineData("1 / 0", "Infinity")]
    [InlineData("2 * 3.5m", "7.0")]
    [InlineData("'a' * 3 + 2 * 'b'", "aaabb")]
    [InlineData("[1] + [2] << 3", "[1, 2, 3]")]
    [InlineData("1 < 2 && 'a' < 'b'", "true")]
    [InlineData("'1' == 1", "true")]
    [InlineData("null == false", "false")]
    [InlineData("[1, [2]] == [1, [2]]", "true")]
    [InlineData("{} == empty", "true")]
    [InlineData("null ?? 'n'", "n")]
    [InlineData("1 ?! 'y'", "y")]
    [InlineData("x?.y?.z ?? 'n'", "n")]
    [InlineData("[1, 2, 3][-1]", "3")]
    [InlineData("'学习'[1]", "习")]
    [InlineData("{ a: { 'b c': 1 } }.a['b c']", "1")]
    [InlineData("(1..3) | array.join ','", "1,2,3")]
    [InlineData("(4..<1) | array.join ','", "4,3,2")]
    [InlineData("true ? 1 : false ? 2 : 3", "1")]
    [InlineData("'a' | string.append 'b' |> string.upcase", "AB")]
    [InlineData("string.append with:'b' text:'a'", "ab")]
    [InlineData("-1 | math.abs", "1")]
    [InlineData("'12' | string.to_int + 1", "13")]
    [InlineData("^['a', 'b'] | string.append", "ab")]
    public void Expressions(string code, string text) => Assert.Equal(text, Template.Parse("{{ " + code + " }}").Render());

    [Theory]
    [InlineData("for x in [1, 2, 2]; for.changed; ' '; end", "true true false ")]
    [InlineData("for x in [3, 4]; for.index; for.rindex; for.length; for.first; for.last; end", "012truefalse102falsetrue")]
    [InlineData("for kv in { a: 1, b: 2 }; kv.key; kv.value; end", "a1b2")]
    [InlineData("for c in '学习'; c; '.'; end", "学.习.")]
    [InlineData("for x in 1..3; for y in 1..3; if y == 2; break; end; x; y; end; end", "112131")]
    [InlineData("for x in [1]; x = 5; x; end; x", "5")]
    [InlineData("x = 1; for x in [2]; x; end; x", "21")]
    [InlineData("x = 0; while x < 3; x = x + 1; if x == 2; continue; end; x; end", "13")]
    [InlineData("case 5; when 1, 2; 'a'; when 3 || 5; 'b'; else; 'c'; end", "b")]
    [InlineData("o = { a: 1 }; with o; b = a + 1; end; o", "{a: 1, b: 2}")]
    [InlineData("capture c; 'in'; end; c + c", "inin")]
    [InlineData("x = { a: 1 }; import x; a", "1")]
    [InlineData("func f; if true; ret 1; end; ret 2; end; f", "1")]
    [InlineData("func f(a, b = 2, c...); a + b + c.size; end; f 1 3 5 6", "6")]
    [InlineData("f(a) = a * a; 3 | f", "9")]
    [InlineData("f = do(a, b); ret a - b; end; f 5 2", "3")]
    [InlineData("func outer; ret do; ret 7; end; end; g = outer; @g | object.kind", "function")]
    [InlineData("x = [1, 2]; x[3] = 4; x.tag = 't'; x + ' ' + x.tag", "[1, 2, null, 4] t")]
    [InlineData("x = 5; y = x++ + ++x; y", "12")]
    [InlineData("func f; $x = 1; ret $x; end; $x = 5; f + $x", "6")]
    [InlineData("x ??= 1; x ??= 2; o = {}; o.a ??= 3; x + o.a", "4")]
    [InlineData("'a'; ret; 'b'", "a")]
    public void Statements(string code, string text) => Assert.Equal(text, Template.Parse(code, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Render());

    [Fact]
    public void Table_rows_have_as_many_columns_as_asked()
    {
        var context = new TemplateContext { NewLine = "\n" };
        Assert.Equal(
            "<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n",
            Template.Parse("{{ tablerow x in [1, 2, 3] cols: 2; x; end }}").Render(context));
    }

    [Fact]
    public void An_included_template_sees_its_arguments_and_keeps_its_locals()
    {
        var context = new TemplateContext { TemplateLoader = new Loader(("a", "{{ $x = 2; $0 }}:{{ $1 }}:{{ shared = 3 }}")) };
        Assert.Equal("a:学:a:b:3", Template.Parse("{{ $x = 1; include 'a' '学'; include 'a' 'b' }}{{ $x == 1 ? shared : 0 }}").Render(context));
    }

    [Fact]
    public void An_included_template_is_loaded_once_and_indented()
    {
        var loader = new Loader(("a", "1\n2"));
        var context = new TemplateContext { TemplateLoader = loader };
        Assert.Equal("  1\n  2\n  1\n  2", Template.Parse("  {{ include 'a' }}\n  {{ include 'a' }}").Render(context));
        Assert.Equal(1, loader.Loads);
    }

    [Theory]
    [InlineData("include_join ['a', 'b'] '-' '<' '>'", "<A-B>")]
    [InlineData("include_join ['a', 'b'] 'tpl:s' 'tpl:a' '.'", "AA+B.")]
    [InlineData("include_join [] '-' '<' '>'", "")]
    public void Several_templates_are_joined(string code, string text)
    {
        var context = new TemplateContext { TemplateLoader = new Loader(("a", "A"), ("b", "B"), ("s", "+")) };
        Assert.Equal(text, Template.Parse("{{ " + code + " }}").Render(context));
    }

    [Fact]
    public void Faults_of_an_included_template_name_its_line()
    {
        var context = new TemplateContext { TemplateLoader = new Loader(("a", "\n{{ if }}x{{ end }}")) };
        var failure = Assert.Throws<ScriptParserRuntimeException>(() => Template.Parse("{{ include 'a' }}").Render(context));
        Assert.Equal(1, failure.ParserMessages[0].Span.Start.Line);
        Assert.Equal("a", failure.ParserMessages[0].Span.FileName);
    }

    [Theory]
    [InlineData("{{ if }}x{{ end }}", 1, 7, "After 'if' an expression is expected")]
    [InlineData("a\n{{ for x of y }}{{ end }}", 2, 4, "the word 'in' is expected instead of 'of'")]
    [InlineData("{{ for x in y }}", 1, 4, "'for' is never closed; it needs an 'end'.")]
    [InlineData("{{ end }}", 1, 4, "without a block")]
    [InlineData("{{ 'abc }}", 1, 4, "The string is never closed")]
    [InlineData("{{ x = }}", 1, 6, "a value is expected instead of '}}'")]
    [InlineData("{{ if x = 1 }}{{ end }}", 1, 7, "To compare, write '=='.")]
    [InlineData("{{ [1, 2 }}", 1, 10, "needs a ',' or a ']'")]
    [InlineData("{{ § }}", 1, 4, "has no meaning here")]
    [InlineData("{%{ x", 1, 1, "escape block is never closed")]
    public void A_fault_names_its_place_and_says_what_is_wrong(string template, int line, int column, string sentence)
    {
        var message = Template.Parse(template).Messages[0];
        Assert.Equal((line, column), (message.Span.Start.Line + 1, message.Span.Start.Column + 1));
        Assert.Contains(sentence, message.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_closed_only_by_the_end_of_the_template_is_a_warning()
    {
        var template = Template.Parse("a\n{{ 'b' ");
        Assert.Equal("a\nb", template.Render());
        var warning = Assert.Single(template.Messages);
        Assert.Equal((ParserMessageType.Warning, 1, "The code block is never closed; it needs '}}'."), (warning.Type, warning.Span.Start.Line, warning.Message));
    }

    [Fact]
    public void All_faults_are_reported_at_once_in_the_order_of_the_text()
    {
        var lines = Template.Parse("{{ if }}{{ end }}\n{{ 1 + }}\n{{ for x y }}{{ end }}").Messages.Select(m => m.Span.Start.Line);
        Assert.Equal([0, 1, 2], lines.Distinct());
    }

    [Theory]
    [InlineData("\n{{ nothing.name }}", 2, "'name' cannot be read because 'nothing' is empty (null).")]
    [InlineData("{{ 'x' | nobody }}", 1, "There is no function 'nobody'.")]
    [InlineData("{{ x = 1; readonly x; x = 2 }}", 1, "The variable 'x' is read-only and keeps its value.")]
    [InlineData("{{ math.round 'a' }}", 1, "A number is expected, but there is the text \"a\".")]
    [InlineData("{{ string.upcase 'a' 'b' }}", 1, "The function 'string.upcase' takes 1 values, but more are given.")]
    [InlineData("{{ string.append 'a' }}", 1, "The function 'string.append' needs a value for 'with'.")]
    [InlineData("{{ 5 | math.plus wrong:1 }}", 1, "The function 'math.plus' has no parameter 'wrong'.")]
    [InlineData("{{ break }}", 1, "'break' only works inside a loop.")]
    [InlineData("{{ for x in 5; end }}", 1, "A loop needs a list, but '5' is the value 5.")]
    [InlineData("{{ date.parse '9999-12-31' | date.add_days 9 }}", 1, "The function 'date.add_days' was given a value that is too large or too small.")]
    public void A_failure_names_its_place_and_says_what_is_wrong(string template, int line, string sentence)
    {
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse(template).Render());
        Assert.Equal(line, failure.Span.Start.Line + 1);
        Assert.Equal(sentence, failure.OriginalMessage);
    }

    [Theory]
    [InlineData("{{ if }}{{ end }}", "“if”之后应为表达式，而这里是'}}'。")]
    [InlineData("{{ x = 1 +\n }}", "“+”之后应为一个值，而这里是行尾。")]
    [InlineData("{{ for x in y }}", "“for”没有结束，缺少“end”。")]
    [InlineData("{{ nobody.name }}", "不能读取“name”，因为“nobody”为空 (null)。")]
    [InlineData("{{ math.round '一' }}", "应为数字，而实际是文字“一”。")]
    [InlineData("{{ while true; end }}", "循环（连同其中的循环）超过 1000 步。")]
    [InlineData("{{ 'a' | regex.match '(?=(a+)+$)(a+)+b' 'q' }}", "正则表达式没有选项“q”；可用的有 i、m、s、x。")]
    public void A_Chinese_reader_gets_Chinese_sentences(string template, string sentence)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        try
        {
            var parsed = Template.Parse(template);
            var message = parsed.HasErrors ? parsed.Messages[0].Message : Assert.Throws<ScriptRuntimeException>(() => parsed.Render()).OriginalMessage;
            Assert.Equal(sentence, message);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Other_dialects_are_refused_clearly()
    {
        Assert.Throws<NotSupportedException>(() => Template.Parse("x", lexerOptions: new LexerOptions { Lang = ScriptLang.Liquid }));
        Assert.Throws<NotSupportedException>(() => Template.ParseLiquid("x"));
        Assert.Throws<NotSupportedException>(() => Template.Parse("x", lexerOptions: new LexerOptions { Lang = ScriptLang.Scientific }));
        Assert.Throws<NotSupportedException>(() => Template.Parse("x", lexerOptions: new LexerOptions { Mode = ScriptMode.FrontMatterAndContent }));
    }
}
