using System.Globalization;
using Scriban;
using Scriban.Functions;
using Scriban.Runtime;

namespace CadreDocs.Scriban.Tests;

/// <summary>Built-in functions that the answers of the reference engine leave out.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData("[' hello', '20'] | array.any @string.contains '20'", "true")]
    [InlineData("['', '200', ''] | array.filter @string.empty", "[\"\", \"\"]")]
    [InlineData("['a', 'b', 'c'] | array.insert_at 2 'Yo'", "[\"a\", \"b\", \"Yo\", \"c\"]")]
    [InlineData("[{n: 'b', k: 1}, {n: 'a', k: 2}, {n: 'a', k: 3}] | array.sort 'n' | array.map 'k'", "[2, 3, 1]")]
    [InlineData("['b', 'A', 'a', null, 'B'] | array.sort", "[null, \"a\", \"A\", \"b\", \"B\"]")]
    [InlineData("'(abc.*)' | regex.escape", "\\(abc\\.\\*\\)")]
    [InlineData("'aXbxc' | regex.split 'x' 'i'", "[\"a\", \"b\", \"c\"]")]
    [InlineData("'abc' | regex.replace '(b)' '[$1]'", "a[b]c")]
    [InlineData("'Hel\\tlo\\n\"' | string.escape", "Hel\\tlo\\n\\\"")]
    [InlineData("'The cat came' | string.truncate 10", "The cat...")]
    [InlineData("'a\\r\\nb\\nc' | string.strip_newlines", "abc")]
    [InlineData("2 | string.pluralize 'day' 'days'", "days")]
    [InlineData("'abcabc' | string.replace_first 'b' 'x'", "axcabc")]
    [InlineData("'abcabc' | string.replace_first 'b' 'x' true", "abcaxc")]
    [InlineData("'x' | string.pad_left 3", "  x")]
    [InlineData("'x' | string.pad_right 3 '.'", "x..")]
    [InlineData("'hello' | string.index_of 'L' stringComparison:'OrdinalIgnoreCase'", "2")]
    [InlineData("'hello' | string.slice (-3) 2", "ll")]
    [InlineData("'Scriban' | string.equals_ignore_case 'SCRIBAN'", "true")]
    [InlineData("'test' | string.sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("'x' | string.to_int", "")]
    [InlineData("'1 + 2' | object.eval", "3")]
    [InlineData("'{{ 1 + 2 }}!' | object.eval_template", "3!")]
    [InlineData("[null, true, 1, 1.0, 1m, 's', 1..5, [1], {}, @string.size] | array.each @object.kind", "[null, \"bool\", \"int\", \"double\", \"decimal\", \"string\", \"range\", \"array\", \"object\", \"function\"]")]
    [InlineData("{ a: 1, b: [true, null, '学', 1.5] } | object.to_json", "{\"a\":1,\"b\":[true,null,\"\\u5B66\",1.5]}")]
    [InlineData("('[1, {\"a\": 2.0}]' | object.from_json)[1].a", "2.0")]
    [InlineData("{ a: null } | object.has_key 'a'", "true")]
    [InlineData("{ a: null } | object.has_value 'a'", "false")]
    [InlineData("'' | object.default 'd'", "d")]
    [InlineData("3.5 | math.floor", "3")]
    [InlineData("2.5 | math.round", "2")]
    [InlineData("1234.5 | math.format 'N1' 'de-DE'", "1.234,5")]
    [InlineData("'a<b & c' | html.escape", "a&lt;b &amp; c")]
    [InlineData("'<!-- x --><b a=\">\">t</b><style>s</style> 1 < 2' | html.strip", "t 1 < 2")]
    [InlineData("(timespan.from_hours 25).total_days | math.round 2", "1.04")]
    [InlineData("(date.parse '2016-01-05') - (date.parse '2016-01-01')", "4.00:00:00")]
    [InlineData("(date.parse '2016-01-05') + (timespan.from_days 1) | date.to_string '%F'", "2016-01-06")]
    [InlineData("(date.parse '2016-01-05') < (date.parse '2016-01-06')", "true")]
    [InlineData("(timespan.zero + timespan.from_days 5).days", "5")]
    [InlineData("f(x) = 7; func g; ret 6; end; @g | object.eval", "6")]
    [InlineData("date.parse '学'", "")]
    public void Gives(string code, string text) => Assert.Equal(text, Template.Parse("{{ " + code + " }}").Render());

    [Theory]
    [InlineData("%a %A %b %B", "Thu Thursday Sep September")]
    [InlineData("%C %d %D %e %F", "20 12 09/12/13 12 2013-09-12")]
    [InlineData("%h %H %I %j %k %l %L", "Sep 22 10 255 22 10 123")]
    [InlineData("%m %M %N %p %P %r %R", "09 49 123000000 PM pm 10:49:27 PM 22:49")]
    [InlineData("%S %T %u %U %v %V %W %w", "27 22:49:27 4 37 12-SEP-2013 37 37 4")]
    [InlineData("%y %Y %% %n%t", "13 2013 % \n\t")]
    [InlineData("%g%d", "12")]
    [InlineData("%g", " 12 Sep 2013")]
    [InlineData("%Y年%m月%d日", "2013年09月12日")]
    public void Date_patterns(string pattern, string text)
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["d"] = new DateTime(2013, 9, 12, 22, 49, 27, 123, DateTimeKind.Unspecified) });
        Assert.Equal(text, Template.Parse("{{ d | date.to_string '" + pattern + "' }}").Render(context));
    }

    [Fact]
    public void Dates_are_written_in_the_culture_of_the_context()
    {
        var context = new TemplateContext();
        context.PushCulture(CultureInfo.GetCultureInfo("fr-FR"));
        Assert.Equal("05 janvier 2016 1,5", Template.Parse("{{ date.parse '2016-01-05' | date.to_string '%d %B %Y' }} {{ 1.5 }}").Render(context));
        context.PopCulture();
        Assert.Equal("1.5", Template.Parse("{{ 1.5 }}").Render(context));
    }

    [Fact]
    public void The_clock_can_be_given()
    {
        var context = new TemplateContext();
        context.Tags[typeof(TimeProvider)] = new FixedClock();
        Assert.Equal("2020-02-03", Template.Parse("{{ date.utc_now | date.to_string '%F' }}").Render(context));
    }

    [Fact]
    public void Cycles_begin_anew_with_each_context()
    {
        var template = Template.Parse("{{ array.cycle ['a', 'b']; array.cycle ['a', 'b'] 'g'; array.cycle ['a', 'b'] }}");
        Assert.Equal("aab", template.Render());
        Assert.Equal("aab", template.Render());
    }

    [Fact]
    public void Every_documented_function_is_there()
    {
        var documented = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["array"] = "add add_range any compact concat contains cycle each filter first insert_at join last limit map offset remove_at reverse size sort uniq",
            ["date"] = "add_days add_hours add_milliseconds add_minutes add_months add_seconds add_years now parse to_string utc_now default_format",
            ["html"] = "escape newline_to_br strip url_encode url_escape",
            ["math"] = "abs ceil divided_by floor format is_number minus modulo plus random round times uuid",
            ["object"] = "default eval eval_template format from_json has_key has_value keys kind size to_json typeof values",
            ["regex"] = "escape match matches replace split unescape",
            ["string"] = "append base64_decode base64_encode capitalize capitalizewords contains downcase empty ends_with equals_ignore_case escape handleize hmac_sha1 hmac_sha256 hmac_sha512 "
                + "index_of literal lstrip md5 pad_left pad_right pluralize prepend remove remove_first remove_last replace replace_first rstrip sha1 sha256 sha512 size slice slice1 split "
                + "starts_with strip strip_newlines to_double to_float to_int to_long truncate truncatewords upcase whitespace",
            ["timespan"] = "zero from_days from_hours from_milliseconds from_minutes from_seconds parse",
        };
        var builtins = new BuiltinFunctions();
        Assert.All(documented, entry => Assert.Empty(entry.Value.Split(' ').Except(((ScriptObject)builtins[entry.Key]!).GetMembers())));
        Assert.True(builtins.Contains("include") && builtins.Contains("include_join") && builtins.Contains("empty"));
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
