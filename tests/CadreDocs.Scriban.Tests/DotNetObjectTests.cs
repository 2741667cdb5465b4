using System.Reflection;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>What templates see of .NET objects that the host put into a model.</summary>
public sealed class DotNetObjectTests
{
    [Theory]
    [InlineData("school.name", "示例小学")]
    [InlineData("school['name']", "示例小学")]
    [InlineData("school.head.full_name", "李梅")]
    [InlineData("school.rooms[1]", "乙")]
    [InlineData("school.open_since", "2001")]
    [InlineData("school.motto ?? 'none'", "none")]
    [InlineData("school | object.keys", "[\"name\", \"head\", \"rooms\", \"place\", \"open_since\"]")]
    [InlineData("school | object.size", "5")]
    [InlineData("school | object.has_key 'head'", "true")]
    [InlineData("school | object.has_value 'motto'", "false")]
    [InlineData("[school.head] | array.map 'full_name'", "[\"李梅\"]")]
    [InlineData("school.place | object.to_json", "{\"x\":1,\"label\":\"A1\"}")]
    [InlineData("school.head | object.values", "[\"李梅\"]")]
    [InlineData("school", "A school")]
    public void Public_data_of_an_object_can_be_read(string code, string text) => Assert.Equal(text, Render(code));

    [Theory]
    [InlineData("with school; name; end")]
    [InlineData("import school; name")]
    [InlineData("school.name = 'other'")]
    [InlineData("for x in school; x; end")]
    public void An_object_of_the_host_is_no_script_object(string code) => Assert.Throws<ScriptRuntimeException>(() => Render(code));

    [Fact]
    public void A_renamer_names_the_members_of_objects_inside_the_model() =>
        Assert.Equal("李梅", Template.Parse("{{ School.Head.FullName }}").Render(new { School = new School() }, member => member.Name));

    [Fact]
    public void A_filter_takes_members_of_objects_inside_the_model_away() =>
        Assert.Equal("|示例小学", Template.Parse("{{ school.open_since }}|{{ school.name }}").Render(new { School = new School() }, memberFilter: member => member is PropertyInfo));

    [Fact]
    public void A_new_filter_counts_at_once()
    {
        var context = new TemplateContext { MemberFilter = _ => true };
        context.PushGlobal(new ScriptObject { ["school"] = new School() });
        var template = Template.Parse("{{ school.name }}");
        Assert.Equal("示例小学", template.Render(context));
        context.MemberFilter = _ => false;
        Assert.Equal("", template.Render(context));
    }

    [Fact]
    public void A_context_may_compare_names_of_members_without_case()
    {
        var context = new TemplateContext(StringComparer.OrdinalIgnoreCase);
        context.PushGlobal(new ScriptObject { ["school"] = new School() });
        Assert.Equal("示例小学", Template.Parse("{{ school.NAME }}").Render(context));
    }

    [Theory]
    [InlineData("{{ marks[3] }}", "三")]
    [InlineData("{{ pair.key }}{{ pair.value }}", "a1")]
    [InlineData("{{ notes.place = '厅'; notes.place }}", "厅")]
    [InlineData("{{ notes['time'] = '早'; notes.time }}", "早")]
    public void Dictionaries_and_pairs_of_any_type_work(string template, string text)
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject
        {
            ["marks"] = new Dictionary<int, string> { [3] = "三" },
            ["pair"] = KeyValuePair.Create("a", 1),
            ["notes"] = new Dictionary<string, string>(),
        });
        Assert.Equal(text, Template.Parse(template).Render(context));
    }

    [Fact]
    public void A_getter_that_fails_is_a_failure_of_the_template_at_its_place()
    {
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("\n{{ o.bad }}").Render(new { O = new Failing() }));
        Assert.Equal((1, "'bad' could not be read: no value yet"), (failure.Span.Start.Line, failure.OriginalMessage));
    }

    [Fact]
    public void Importing_a_type_takes_its_functions_and_constants_and_those_of_its_base()
    {
        var model = new ScriptObject();
        model.Import(typeof(MoreTools));
        Assert.Equal(["base_only", "greet", "limit", "version"], model.GetMembers().Order(StringComparer.Ordinal));
        Assert.Equal("new 3 2", Template.Parse("{{ greet }} {{ limit }} {{ version }}").Render(model));
    }

    private static string Render(string code)
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["school"] = new School() });
        return Template.Parse("{{ " + code + " }}").Render(context);
    }

    private sealed class School
    {
        public int OpenSince = 2001;

        public string Name { get; } = "示例小学";

        public Person Head { get; } = new("李梅");

        public string[] Rooms { get; } = ["甲", "乙"];

        public Place Place { get; } = new(1, "A1");

        [ScriptMemberIgnore]
        public string Motto { get; } = "hidden";

        public override string ToString() => "A school";
    }

    private sealed class Person(string fullName)
    {
        public string FullName { get; } = fullName;
    }

    private readonly record struct Place(int X, string Label);

    private sealed class Failing
    {
        public string Bad => throw new NotSupportedException("no value yet");
    }

    private class Tools
    {
        public static string Greet() => "old";

        public static string BaseOnly() => "base";
    }

    private sealed class MoreTools : Tools
    {
        public const int Limit = 3;

        public static int Version => 2;

        public static new string Greet() => "new";
    }
}
