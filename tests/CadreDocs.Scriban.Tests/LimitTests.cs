using System.Globalization;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>No template, however it is written, runs without end or fills the memory.</summary>
public sealed class LimitTests
{
    private const int Deep = 10_000;

    public static TheoryData<string, string> TooDeepToParse => new()
    {
        { "parentheses", $"{{{{ {Repeat("(")}1{Repeat(")")} }}}}" },
        { "lists", $"{{{{ {Repeat("[")}{Repeat("]")} }}}}" },
        { "objects", $"{{{{ {Repeat("{a:")}1{Repeat("}")} }}}}" },
        { "signs", $"{{{{ {Repeat("!")}true }}}}" },
        { "members", $"{{{{ x{Repeat(".a")} }}}}" },
        { "items", $"{{{{ x{Repeat("[0]")} }}}}" },
        { "arguments", $"{{{{ {Repeat("f(")}{Repeat(")")} }}}}" },
        { "conditions", $"{{{{ {Repeat("true ? ")}1{Repeat(" : 2")} }}}}" },
        { "ifs", $"{Repeat("{{ if true }}")}x{Repeat("{{ end }}")}" },
        { "else ifs", $"{{{{ if false }}}}{Repeat("{{ else if false }}")}{{{{ end }}}}" },
        { "loops", $"{Repeat("{{ for x in [1] }}")}{Repeat("{{ end }}")}" },
        { "functions", $"{Repeat("{{ func f }}")}{Repeat("{{ end }}")}" },
        { "anonymous functions", $"{{{{ x = {Repeat("do; ")} }}}}" },
        { "strings in strings", $"{{{{ {Repeat("$\"{")}1{Repeat("}\"")} }}}}" },
    };

    public static TheoryData<string, string> Endless => new()
    {
        { "while true; end", "steps" },
        { "for i in 1..500; for j in 1..500; end; end", "steps" },
        { "for i in 1..1000000; end", "range" },
        { "1..1000000000 | array.reverse", "range" },
        { "x = 'a'; for i in 1..900; x = x + x; end", "characters" },
        { "x = 'a'; for i in 1..900; x = x | string.append x; end", "characters" },
        { "'ab' * 1000000000", "characters" },
        { "'a' | string.pad_left 2000000000", "characters" },
        { "'a' * 100000 | string.replace 'a' ('b' * 100000)", "characters" },
        { "'a' * 100000 | regex.replace 'a' ('b' * 100000)", "characters" },
        { "5 | math.format 'D999999999'", "characters" },
        { "5.0 | object.format 'F1000000000000'", "characters" },
        { "['a', 'b'] | array.join ('c' * 1048576)", "characters" },
        { "x = 'a' * 1000000; $\"{x}{x}\"", "characters" },
        { "x = [1]; for i in 1..900; x = x + x; end", "items" },
        { "x = [1]; for i in 1..900; x = array.add_range x x; end", "items" },
        { "[1] * 1000000000", "items" },
        { "x = []; x[1000000000] = 1", "items" },
        { "[1] | array.insert_at 1000000000 1", "items" },
        { "('a,' * 5000) | string.split ','", "items" },
        { "('a' * 5000) | regex.matches 'a'", "items" },
        { "x = 7; for i in 1..900; x = x * x; end", "too large" },
        { "1 << 100000", "bits" },
        { "func f; f; end; f", "deep" },
        { "func f; f 1; f 1; end; f", "deep" },
        { "f(x) = x < 90 ? f(x + 1) + f(x + 1) : 1; f(1)", "steps" },
        { "x = [1]; y = [1]; for i in 1..900; x = [x, x]; y = [y, y]; end; x == y", "steps" },
        { "x = '{{ x | object.eval_template }}'; x | object.eval_template", "deep" },
        { "x = {}; x.x = x; x | object.to_json", "deep" },
        { "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(?=a)(a+)+$'", "regular expression" },
    };

    [Theory]
    [MemberData(nameof(TooDeepToParse))]
    public void Ten_thousand_levels_are_a_parse_error(string what, string template)
    {
        var parsed = Template.Parse(template);
        Assert.True(parsed.HasErrors, what);
        Assert.Contains(parsed.Messages, m => m.Message.Contains("deep", StringComparison.Ordinal) || m.Message.Contains("too long", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1{0} }}}}", " + 1", "10001")]
    [InlineData("1{0} }}}}", " | math.plus 1", "10001")]
    [InlineData("x{0} ?? 7 }}}}", " ?? x", "7")]
    public void Ten_thousand_operators_in_a_row_give_a_value_or_say_that_it_is_too_deep(string form, string link, string value)
    {
        var template = Template.Parse("{{ " + string.Format(CultureInfo.InvariantCulture, form, Repeat(link)));
        try
        {
            Assert.Equal(value, template.Render());
        }
        catch (ScriptRuntimeException failure)
        {
            Assert.Contains("deep", failure.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Endless))]
    public void Endless_work_ends_with_a_sentence(string code, string sentence)
    {
        var context = new TemplateContext { RegexTimeOut = TimeSpan.FromMilliseconds(100) };
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ " + code + " }}").Render(context));
        Assert.Contains(sentence, failure.OriginalMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_that_makes_others_track_back_is_matched_at_once() =>
        Assert.Equal("[]", Template.Parse("{{ ('a' * 100000 + '!') | regex.match '^(a+)+$' }}").Render());

    [Fact]
    public void Output_beyond_the_limit_is_cut_and_marked()
    {
        var context = new TemplateContext { LimitToString = 10 };
        Assert.Equal("0123456789...", Template.Parse("01234{{ '56789' }}ABC{{ 'D' }}").Render(context));
    }

    [Fact]
    public void A_long_list_becomes_text_only_up_to_the_limit()
    {
        var context = new TemplateContext { LimitToString = 10 };
        Assert.StartsWith("[1, 2, 3, ", Template.Parse("{{ 1..500 }}").Render(context), StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_inside_themselves_are_written_to_a_depth() =>
        Assert.Equal("[[[...]]]", Template.Parse("{{ x = [1]; x[0] = x; x }}").Render(new TemplateContext { ObjectRecursionLimit = 3 }));

    [Fact]
    public void Limits_can_be_lifted()
    {
        var context = new TemplateContext { LoopLimit = 0, LimitToString = 0 };
        Assert.Equal("2000000", Template.Parse("{{ x = 0; for i in 1..20000; x = x + 1; end; ('ab' * (x * 50)) | string.size }}").Render(context));
    }

    [Fact]
    public void Loops_one_after_the_other_each_have_their_own_limit() =>
        Assert.Equal("1800", Template.Parse("{{ x = 0; for i in 1..900; x = x + 1; end; for i in 1..900; x = x + 1; end; x }}").Render());

    [Fact]
    public void Templates_that_include_each_other_end()
    {
        var context = new TemplateContext { TemplateLoader = new Loader(("a", "{{ include 'b' }}"), ("b", "{{ include 'a' }}")) };
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ include 'a' }}").Render(context));
        Assert.Contains("deep", failure.OriginalMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while true; end")]
    [InlineData("f(x) = f(x); f(1)")]
    [InlineData("('a' * 60 + '!') | regex.match '^(?=a)(a+)+$'")]
    [InlineData("for i in rows; for j in rows; for k in rows; x = i; end; end; end")]
    [InlineData("rows | array.each @(do; rows | array.each @(do; rows | array.each @string.size; end); end)")]
    public async Task Cancelling_stops_the_render(string code)
    {
        using var cancel = new CancellationTokenSource();
        var context = new TemplateContext { LoopLimit = 0, RecursiveLimit = 0, CancellationToken = cancel.Token };
        context.PushGlobal(new ScriptObject { ["rows"] = Enumerable.Range(0, 3000).ToArray() });
        var render = Task.Run(() => Template.Parse("{{ " + code + " }}").Render(context), TestContext.Current.CancellationToken);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<ScriptRuntimeException>(() => render);
        Assert.True(failure is ScriptAbortException || failure.OriginalMessage.Contains("deep", StringComparison.Ordinal));
    }

    [Fact]
    public void Five_thousand_faults_are_reported_as_fifty() =>
        Assert.Equal(50, Template.Parse(string.Concat(Enumerable.Repeat("{{ ) }}\n", 5000))).Messages.Count);

    private static string Repeat(string text) => string.Concat(Enumerable.Repeat(text, Deep));
}

/// <summary>Templates by name.</summary>
internal sealed class Loader(params (string Name, string Text)[] templates) : ITemplateLoader
{
    public int Loads { get; private set; }

    public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath)
    {
        Loads++;
        return templates.FirstOrDefault(t => t.Name == templatePath).Text;
    }

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => new(Load(context, callerSpan, templatePath));
}
