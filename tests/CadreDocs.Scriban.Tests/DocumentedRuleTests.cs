using Scriban;
using Scriban.Parsing;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>Rules of the language that its public documentation and test records state and the shared cases leave open.</summary>
public sealed class DocumentedRuleTests
{
    [Theory]
    [InlineData("date.parse_to_string '2024/09/10' '第%j天'", "第254天")]
    [InlineData("'10.9.2024' | date.parse_to_string '%F' input_culture:'de-DE'", "2024-09-10")]
    [InlineData("date.parse_to_string '2024|09' '%Y年%m月' input_pattern:'%Y|%m'", "2024年09月")]
    [InlineData("'九月' | date.parse_to_string", "")]
    [InlineData("(null | date.parse_to_string) == null", "true")]
    public void A_text_is_read_as_a_date_and_written_anew(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("%x %X", "10/09/2024 08:05:01", "fr-FR")]
    [InlineData("%x %X", "10.09.2024 08:05:01", "de-DE")]
    [InlineData("%g%x %X", "09/10/2024 08:05:01", "fr-FR")]
    [InlineData("%x %X%g", "09/10/2024 08:05:01", "fr-FR")]
    [InlineData("%F %r", "2024-09-10 08:05:01 AM", "en-US")]
    [InlineData("%c", "Tue Sep 10 08:05:01 2024", "en-US")]
    public void Dates_are_read_by_the_forms_they_are_written_in(string pattern, string date, string culture) =>
        Assert.Equal("2024-09-10 08:05:01", Render($"date.parse '{date}' '{pattern}' culture:'{culture}' | date.to_string '%F %T'"));

    [Theory]
    [InlineData("%g", " 03 Mar 2025")]
    [InlineData("%g%d %b", "03 Mar")]
    [InlineData("%c", "Mon Mar 03 00:00:00 2025")]
    [InlineData("%U %W %V", "10 10 10")]
    public void Dates_are_written_as_the_reference_writes_them(string pattern, string text) => Assert.Equal(text, Render($"date.parse '2025-03-03' | date.to_string '{pattern}'"));

    [Theory]
    [InlineData("'乡村振兴' | string.slice (-6) 3", "乡")]
    [InlineData("'乡村振兴' | string.slice (-9)", "")]
    [InlineData("'乡村振兴' | string.slice1 (-6) 2", "")]
    [InlineData("'乡村振兴' | string.slice (-2)", "振兴")]
    public void A_slice_that_begins_before_the_text_is_shorter_by_what_is_missing(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("n?.a[0][1]", "")]
    [InlineData("n?.a.b.c", "")]
    [InlineData("o = { p: { q: [[1, 2]] } }; o?.p.q[0][1]", "2")]
    [InlineData("o = { p: { q: null } }; o.p?.r ?? 'none'", "none")]
    public void Nothing_after_an_absent_optional_target_is_asked(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("o = {}; o?.p.q", "'q' cannot be read because 'o?.p' is empty (null).")]
    [InlineData("o = { p: [1] }; o?.p[n?.i].q", "'n?.i' is empty (null) and cannot be used as an index.")]
    public void A_present_optional_target_excuses_nothing_after_it(string code, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ScriptRuntimeException>(() => Render(code)).OriginalMessage);

    [Theory]
    [InlineData("x = (do; ret 3; end) * (do; ret 4; end); x", "12")]
    [InlineData("[1, 2, 3] | array.filter @(do; ret $0 > 1; end)", "[2, 3]")]
    [InlineData("f = do; ret 5; end; f + 1", "6")]
    public void A_function_in_parentheses_is_called_and_an_aliased_one_is_handed_over(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("total = 1; func raise(by); total += by; end; raise 4; total", "5")]
    [InlineData("func count(n); seen = n; if n > 0; below = count (n - 1); end; ret seen; end; count 3", "3")]
    [InlineData("o = { a: 1 }; func f(x); a = x; end; with o; f 9; end; o.a", "9")]
    [InlineData("x = 1; func f(x); x = 7; end; f 2; x", "1")]
    [InlineData("func f(x); fresh = x; end; f 2; fresh", "")]
    [InlineData("kept = 1; readonly kept; func f(x); kept = x; ret kept; end; f(8) + kept", "9")]
    public void A_function_with_parameters_writes_variables_that_exist_around_it_and_keeps_its_own(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("[{ p: { n: 'b' } }, { p: { n: 'a' } }] | array.sort 'p.n' | array.map 'p' | array.map 'n'", "[\"a\", \"b\"]")]
    [InlineData("[{ 'p.n': 2, p: { n: 1 } }, { 'p.n': 1, p: { n: 2 } }] | array.sort 'p.n' | array.map 'p.n'", "[1, 2]")]
    public void Sorting_goes_by_a_member_or_else_by_a_path_of_members(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("(null | html.url_escape) == null", "true")]
    [InlineData("math.random 6 6", "6")]
    [InlineData("[1, 2] || array.sort", "true")]
    [InlineData("[1, 2, 3] | array.join null", "123")]
    public void Edges_of_functions(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("object.to_json @string.upcase", "A function cannot be written as JSON.")]
    [InlineData("math.random 7 6", "The lower bound 7 must not be above the upper bound 6.")]
    public void Functions_refuse_what_the_reference_refuses(string code, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<ScriptRuntimeException>(() => Render(code)).OriginalMessage);

    [Theory]
    [InlineData("case x\nwhen 1\nwhen x++\nend", 3)]
    [InlineData("case x\nwhen [1, --x]\nend", 2)]
    public void A_when_must_not_change_a_variable(string code, int line) => Assert.Equal(line, Parse(code).Messages[0].Span.Start.Line + 1);

    [Fact]
    public void A_function_inside_a_when_may_change_its_variables() => Assert.Equal("yes", Render("case 2\nwhen (do; $c = 1; $c += 1; $d = $c++; ret $d; end)\n'yes'\nend"));

    [Fact]
    public void Text_that_is_not_written_is_the_value_of_its_statement() => Assert.Equal(" 终", Template.Parse("{{ 1 }} 终").Evaluate());

    [Fact]
    public void A_function_with_a_local_name_can_call_itself() =>
        Assert.Equal("321", Render("func $down; $0; if $0 > 1; $down ($0 - 1); end; end; o = { go: @$down }; o.go 3"));

    [Theory]
    [InlineData("{{ func f }}{\n{{ $0 }}\n}{{ end ~}}\n  {{ f 1 }}\nx", "  {\n1\n  }\nx")]
    [InlineData("{{ func f }}{\na {{ $0 }}\n}{{ end ~}}\n  {{ f 1 }}\nx", "  {\n  a 1\n  }\nx")]
    [InlineData("{{ func f }}{\n{{ if true }}\n{{~ $0 }}\n{{ end }}}{{ end ~}}\n  {{ f 1 }}\nx", "  {\n  \n1\n  }\nx")]
    [InlineData("{{ func f }}{\n   {{ $0 }}\n}{{ end ~}}\n  {{ f \"1\\n2\" }}\nx", "  {\n     1\n   2\n  }\nx")]
    public void What_a_function_writes_keeps_the_indentation_of_its_caller(string template, string text) => Assert.Equal(text, Template.Parse(template).Render());

    [Theory]
    [InlineData("7. + 0", "7")]
    [InlineData("2.e2", "200")]
    [InlineData("25.e-1", "2.5")]
    [InlineData("1..3", "[1, 2, 3]")]
    [InlineData("(4).e1 ?? 'none'", "none")]
    public void A_number_may_end_with_its_point(string code, string text) => Assert.Equal(text, Render(code));

    [Fact]
    public void Every_kind_of_line_end_gets_its_break() => Assert.Equal("a<br />\r\nb<br />\rc<br />\nd", Render("'a\\r\\nb\\rc\\nd' | html.newline_to_br"));

    private static Template Parse(string code) => Template.Parse(code, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly });

    private static string Render(string code) => Parse(code).Render();
}
