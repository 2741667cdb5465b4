using System.Text.Json;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>What a program that renders templates can do.</summary>
public sealed class HostTests
{
    [Fact]
    public void Dictionaries_lists_and_json_are_read_as_they_are()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject
        {
            ["map"] = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1" },
            ["list"] = new List<int> { 2, 3 },
            ["json"] = JsonDocument.Parse("""{"x":[4.50,{"y":"学"}]}""").RootElement,
            ["query"] = Enumerable.Range(5, 2).Select(i => i),
        });
        Assert.Equal("1 [2, 3] 2 4.50 学 56", Template.Parse("{{ map.a }} {{ list }} {{ list.size }} {{ json.x[0] }} {{ json.x[1].y }} {{ for q in query; q; end }}").Render(context));
    }

    [Fact]
    public void The_object_pushed_last_is_asked_first_and_written_to()
    {
        var below = new ScriptObject { ["a"] = 1, ["b"] = 1 };
        var above = new ScriptObject { ["b"] = 2 };
        var context = new TemplateContext();
        context.PushGlobal(below);
        context.PushGlobal(above);
        Assert.Equal("12", Template.Parse("{{ a; b; c = 3 }}").Render(context));
        Assert.Same(above, context.PopGlobal());
        Assert.Equal((3, null), (above["c"], below["c"]));
    }

    [Fact]
    public void Delegates_are_functions_with_names_defaults_and_the_context()
    {
        var model = new ScriptObject();
        model.Import("hello", (string name, int times) => string.Concat(Enumerable.Repeat(name, times)));
        model.Import("culture", (TemplateContext context, SourceSpan span) => context.CurrentCulture.Name + span.Start.Line);
        var context = new TemplateContext();
        context.PushGlobal(model);
        Assert.Equal("aaa bb 0", Template.Parse("{{ 'a' | hello 3 }} {{ hello times:2 name:'b' }} {{ culture }}").Render(context));
    }

    [Fact]
    public void Static_methods_become_functions_by_import_and_by_inheritance()
    {
        var context = new TemplateContext();
        context.PushGlobal(new Tools());
        Assert.Equal("hi x,y|z", Template.Parse("{{ say_hi 'x' 'y' }}|{{ opt }}").Render(context));
        Assert.Null(new Tools()["hidden"]);
    }

    [Fact]
    public void A_function_of_the_host_gets_arguments_and_block()
    {
        var function = new Recorder();
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["f"] = function });
        Assert.Equal("1:[1, 2]", Template.Parse("{{ wrap f 1 2 n:3; 'block'; end }}").Render(context));
        Assert.Equal(3, function.Named);
    }

    [Fact]
    public void An_exception_of_a_host_function_points_at_the_call()
    {
        var model = new ScriptObject();
        model.Import("boom", new Func<string>(() => throw new InvalidOperationException("no paper")));
        var context = new TemplateContext();
        context.PushGlobal(model);
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("\n {{ boom }}").Render(context));
        Assert.Equal("The function 'boom' failed: no paper", failure.OriginalMessage);
        Assert.Equal((1, 4), (failure.Span.Start.Line, failure.Span.Start.Column));
        Assert.IsType<InvalidOperationException>(failure.InnerException);
    }

    [Fact]
    public void Unknown_variables_are_errors_in_strict_mode_only()
    {
        Assert.Equal("", Template.Parse("{{ nobody }}").Render(new TemplateContext()));
        var failure = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ nobody }}").Render(new TemplateContext { StrictVariables = true }));
        Assert.Equal("There is no variable or function 'nobody'.", failure.OriginalMessage);
    }

    [Fact]
    public void Hooks_answer_for_variables_and_members_nothing_else_has()
    {
        var context = new TemplateContext
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            TryGetVariable = (TemplateContext _, SourceSpan _, ScriptVariable variable, out object? value) => (value = variable.Name == "v" ? "V" : null) is not null,
            TryGetMember = (TemplateContext _, SourceSpan _, object _, string member, out object? value) => (value = member == "m" ? "M" : null) is not null,
        };
        Assert.Equal("VM", Template.Parse("{{ v }}{{ {}.m }}").Render(context));
        Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ {}.n }}").Render(context));
    }

    [Fact]
    public void Relaxed_access_gives_null_where_it_is_allowed()
    {
        var relaxed = new TemplateContext { EnableRelaxedTargetAccess = true, EnableRelaxedFunctionAccess = true, EnableNullIndexer = true };
        Assert.Equal("..", Template.Parse("{{ a.b.c[1] }}.{{ 1 | nobody }}.{{ [1][null] }}").Render(relaxed));
        Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ [1][5] }}").Render(new TemplateContext { EnableRelaxedIndexerAccess = false }));
    }

    [Fact]
    public void A_derived_context_decides_how_values_become_text()
    {
        var template = Template.Parse("{{ 1 }}{{ null }}{{ 'x' }}{{ true }}");
        Assert.Equal("<1>x<true>", template.Render(new Marking()));
    }

    [Fact]
    public void Text_goes_to_the_output_that_was_pushed()
    {
        var output = new StringBuilderOutput();
        var context = new TemplateContext();
        context.PushOutput(output);
        Assert.Equal("a1", Template.Parse("a{{ 1 }}").Render(context));
        Assert.Same(output, context.PopOutput());
        using var writer = new StringWriter();
        context.PushOutput(new TextWriterOutput(writer));
        Template.Parse("b{{ 2.5 }}").Render(context);
        Assert.Equal("b2.5", writer.ToString());
    }

    [Fact]
    public void An_output_that_prefers_bytes_gets_the_text_of_the_template_as_bytes()
    {
        var output = new ByteOutput();
        var context = new TemplateContext();
        context.PushOutput(output);
        Template.Parse("学{{ 12 }}习{{ 'x' }}").Render(context);
        Assert.Equal("[学]12[习]x", output.ToString());
    }

    [Fact]
    public void A_failed_render_leaves_nothing_behind_in_its_context()
    {
        var context = new TemplateContext();
        Assert.Throws<ScriptRuntimeException>(() => Template.Parse("abc{{ for x in [1]; capture c; y.z; end; end }}").Render(context));
        Assert.Equal("1", Template.Parse("{{ 1 }}").Render(context));
        Assert.Throws<InvalidOperationException>(() => context.PopOutput());
    }

    [Fact]
    public void Reset_makes_a_context_new()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["a"] = 1 });
        Template.Parse("{{ b = 2; date.format = '%Y' }}").Render(context);
        context.Reset();
        Assert.Equal("..01 Jan 2020", Template.Parse("{{ a }}.{{ b }}.{{ date.parse '2020-01-01' }}").Render(context));
    }

    [Fact]
    public void The_steps_of_one_render_do_not_count_for_the_next()
    {
        var template = Template.Parse("{{ for i in 1..900 }}{{ end }}done");
        var context = new TemplateContext();
        for (var i = 0; i < 2000; i++)
        {
            Assert.Equal("done", template.Render(context));
        }
    }

    [Fact]
    public void One_template_renders_on_many_threads()
    {
        var template = Template.Parse("{{ for r in rows }}{{ r.name }}{{ r.n + base }},{{ end }}");
        Parallel.For(0, 200, i =>
        {
            // Members stand in another order every other time, so the hints where they were found are often wrong.
            var row = i % 2 == 0 ? new ScriptObject { ["name"] = "x", ["n"] = i } : new ScriptObject { ["n"] = i, ["pad"] = 0, ["name"] = "x" };
            var context = new TemplateContext();
            context.PushGlobal(new ScriptObject { ["base"] = 1, ["rows"] = new ScriptArray { row, row } });
            Assert.Equal($"x{i + 1},x{i + 1},", template.Render(context));
        });
    }

    [Fact]
    public void An_expression_has_a_value()
    {
        Assert.Equal(3, Template.ParseExpression("1 + 2").Evaluate());
        Assert.Equal(27, Template.Evaluate("var1 * 5 + 2", new ScriptObject { ["var1"] = 5 }));
        Assert.Equal(11, Template.Parse("y = x + 1; y;", lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(new { x = 10 }));
    }

    [Fact]
    public void Read_only_members_keep_their_values()
    {
        var model = new ScriptObject();
        model.SetValue("a", 1, readOnly: true);
        Assert.False(model.CanWrite("a"));
        Assert.Throws<ScriptRuntimeException>(() => model["a"] = 2);
    }

    [Fact]
    public void A_deep_copy_shares_nothing()
    {
        var inner = new ScriptObject { ["x"] = 1 };
        var original = new ScriptObject { ["list"] = new ScriptArray { inner } };
        var copy = (ScriptObject)original.Clone(deep: true);
        inner["x"] = 2;
        Assert.Equal("{list: [{x: 1}]}", copy.ToString());
    }

    [Fact]
    public void A_visitor_meets_every_variable()
    {
        var names = new VariableNames();
        names.Visit(Template.Parse("{{ a.b | f c[d] }}{{ for e in g offset:h }}{{ if !i }}{{ $j ? k : l }}{{ end }}{{ end }}").Page);
        Assert.Equal("a f c d e g h i j k l".Split(' ').Order(StringComparer.Ordinal), names.Found.Order(StringComparer.Ordinal));
    }

    private sealed class Tools : ScriptObject
    {
        public static string SayHi(params object[] args) => "hi " + string.Join(',', args);

        public static string Opt(string text = "z") => text;

        [ScriptMemberIgnore]
        public static string Hidden() => "no";
    }

    private sealed class Recorder : IScriptCustomFunction
    {
        public object? Named { get; private set; }

        public int RequiredParameterCount => 0;

        public int ParameterCount => 0;

        public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

        public Type ReturnType => typeof(object);

        public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "x");

        public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
        {
            Named = arguments.ScriptObject["n"];
            return $"{blockStatement!.Statements.Count(s => s is ScriptExpressionStatement)}:{arguments}";
        }

        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }

    private sealed class Marking : TemplateContext
    {
        public override string ObjectToString(object? value, bool nested = false) => value is string ? base.ObjectToString(value, nested) : $"<{base.ObjectToString(value, nested)}>";
    }

    private sealed class ByteOutput : IScriptOutput
    {
        private readonly System.Text.StringBuilder _text = new();

        public bool PrefersUtf8 => true;

        public void Write(string text, int offset, int count) => _text.Append(text, offset, count);

        public void Write(ReadOnlySpan<char> text) => _text.Append(text);

        public void WriteLiteral(ReadOnlySpan<byte> utf8) => _text.Append('[').Append(System.Text.Encoding.UTF8.GetString(utf8)).Append(']');

        public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
        {
            Write(text, offset, count);
            return default;
        }

        public override string ToString() => _text.ToString();
    }

    private sealed class VariableNames : ScriptVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(ScriptVariableGlobal node) => Found.Add(node.Name);

        public override void Visit(ScriptVariableLocal node) => Found.Add(node.Name);
    }
}
