using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>What the public API promises to a host, beside rendering.</summary>
public sealed class HostApiTests
{
    [Fact]
    public async Task The_asynchronous_calls_take_models_renamers_and_filters()
    {
        var template = Template.Parse("{{ Name }}{{ Size }}");
        var model = new { Name = "甲", Size = 3 };
        Assert.Equal("甲", await template.RenderAsync(model, member => member.Name, member => member.Name == "Name"));
        Assert.Equal(5, await Template.EvaluateAsync("2 + size", model));
        Assert.Equal(4, await Template.Parse("{{ size + 1 }}").EvaluateAsync(model));
        Assert.Equal(3, await Template.EvaluateAsync("1 + 2", new TemplateContext()));
        Assert.Equal(7, await new TemplateContext().EvaluateAsync(Template.ParseExpression("3 + 4").Page!.Body.Children.First().Children.First()));
    }

    [Fact]
    public async Task Tasks_of_functions_and_members_are_waited_for()
    {
        var model = new ScriptObject();
        model.Import(new { Held = Task.FromResult(41), Inner = new { Later = Task.FromResult("学") } });
        model.Import("quick", new Func<ValueTask<int>>(() => ValueTask.FromResult(6)));
        model.Import("ask", new Func<string, Task<string>>(async text =>
        {
            await Task.Yield();
            return text + "!";
        }));
        model.Import("done", new Func<Task>(() => Task.CompletedTask));
        Assert.Equal("42 学 a! 6 .", await Template.Parse("{{ held + 1 }} {{ inner.later }} {{ ask 'a' }} {{ quick }} {{ done }}.").RenderAsync(model));
    }

    [Fact]
    public void Waiting_for_a_task_ends_with_the_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var context = new TemplateContext { CancellationToken = cancellation.Token };
        var never = new TaskCompletionSource<int>();
        context.CurrentGlobal.Import("wait", new Func<Task<int>>(() =>
        {
            cancellation.Cancel();
            return never.Task;
        }));
        Assert.Throws<ScriptAbortException>(() => Template.Parse("{{ wait }}").Render(context));
    }

    [Fact]
    public async Task An_asynchronous_render_loads_asynchronously()
    {
        var context = new TemplateContext { TemplateLoader = new AsyncOnlyLoader() };
        Assert.Equal("[a.sbn a.sbn]", await Template.Parse("{{ include 'a' }}").RenderAsync(context));
    }

    [Fact]
    public void A_lazy_value_is_made_once_and_only_when_asked_for()
    {
        var made = 0;
        var model = new ScriptObject { ["cost"] = new ScriptLazy<int>(() => ++made) };
        Assert.Equal("x", Template.Parse("{{ if false; cost; end }}x").Render(model));
        Assert.Equal("112", Template.Parse("{{ cost }}{{ cost }}{{ cost + 1 }}").Render(model));
        Assert.Equal(1, made);
    }

    [Fact]
    public void A_host_may_have_failures_written_in_their_place()
    {
        var context = new TemplateContext { RenderRuntimeException = TemplateContext.RenderRuntimeExceptionDefault };
        Assert.Equal("a [There is no function 'nobody'.] b", Template.Parse("a {{ 1 | nobody }} b").Render(context));
        context.RenderRuntimeException = failure => $"<{failure.Span.Start.Line}>";
        Assert.Equal("\n<1>2", Template.Parse("\n{{ x.y; 2 }}").Render(context));
    }

    [Fact]
    public void A_cancelled_render_ends_where_failures_are_written_too()
    {
        using var cancellation = new CancellationTokenSource();
        var context = new TemplateContext { RenderRuntimeException = TemplateContext.RenderRuntimeExceptionDefault, CancellationToken = cancellation.Token };
        context.CurrentGlobal.Import("stop", new Action(cancellation.Cancel));
        Assert.Throws<ScriptAbortException>(() => Template.Parse("{{ stop; for x in 1..9; x; end }}").Render(context));
    }

    [Theory]
    [InlineData("func f(x); x; end; 1 + f(2)")]
    [InlineData("func f; 'text'; end; y = f")]
    public void A_function_without_a_value_in_an_expression_is_an_error_where_the_host_says_so(string code) =>
        Assert.EndsWith("it can only be a statement of its own.", Assert.Throws<ScriptRuntimeException>(() => RenderStrictly(code)).OriginalMessage, StringComparison.Ordinal);

    [Theory]
    [InlineData("func f(x); x; end; f 2", "2")]
    [InlineData("func f(x); x; end; 3 | f", "3")]
    [InlineData("f(x) = x * 2; 1 + f(2)", "5")]
    [InlineData("func f(x); if x < 0; ret 1; end; ret 2; end; f(1) + f(-1)", "3")]
    public void Functions_with_values_and_functions_as_statements_are_not(string code, string text) => Assert.Equal(text, RenderStrictly(code));

    [Fact]
    public void A_queryable_has_a_limit_of_its_own()
    {
        var context = new TemplateContext { LoopLimit = 20, LoopLimitQueryable = 4 };
        context.CurrentGlobal.SetValue("rows", Enumerable.Range(0, 5).AsQueryable(), false);
        var template = Template.Parse("{{ for x in rows; x; end }}");
        Assert.Contains("more than 4", Assert.Throws<ScriptRuntimeException>(() => template.Render(context)).OriginalMessage, StringComparison.Ordinal);
        context.LoopLimitQueryable = 0;
        Assert.Equal("01234", template.Render(context));
    }

    [Fact]
    public void A_host_may_read_and_write_objects_of_its_own_kind()
    {
        var context = new RowContext();
        context.CurrentGlobal.SetValue("row", new Row(), false);
        Assert.Equal("c1 c7", Template.Parse("{{ row.c1 }} {{ row.c2 = 7; row.c2 }}").Render(context));
        Assert.True(context.GetMemberAccessor(new ScriptObject { ["a"] = 1 }).HasMember(context, default, new ScriptObject { ["a"] = 1 }, "a"));
    }

    [Fact]
    public void A_template_is_written_back_as_it_was_parsed()
    {
        const string Text = "a {{-  b  ## why ## | c }}\n";
        var template = Template.Parse(Text, lexerOptions: new LexerOptions { KeepTrivia = true });
        Assert.Equal(Text, template.ToText());
        var output = new StringBuilderOutput();
        template.Page!.PrintTo(new ScriptPrinter(output));
        Assert.Equal(Text, output.ToString());
    }

    [Fact]
    public void A_visitor_meets_every_kind_of_statement_and_value()
    {
        var visitor = new Collector();
        visitor.Visit(Template.Parse("{{ if a; with b; 1; end; end; tablerow x in [2]; x; end }}").Page);
        Assert.Equal(["if", "with", "1", "loop", "2"], visitor.Met);
    }

    [Fact]
    public void A_function_may_ask_where_it_runs()
    {
        var context = new TemplateContext { TemplateLoader = new AsyncOnlyLoader() };
        context.CurrentGlobal.Import("place", new Func<TemplateContext, string>(running => $"{running.CurrentSourceFile} {running.IsInLoop}"));
        Assert.Equal("main.sbn False, main.sbn True", Template.Parse("{{ place }}, {{ for x in [1]; place; end }}", "main.sbn").Render(context));
        Assert.Null(context.CurrentSourceFile);
    }

    [Fact]
    public void An_import_takes_the_kinds_and_the_members_it_is_asked_for()
    {
        var model = new ScriptObject();
        model.Import(typeof(Constants), ScriptMemberImportFlags.Property);
        model.ImportMember(new { Name = "甲", Other = 1 }, "Name", "who");
        Assert.Equal(["second", "who"], model.GetMembers());
        Assert.Throws<ArgumentException>(() => model.ImportMember(new { Name = 1 }, "Nothing"));
    }

    [Fact]
    public void Variables_and_values_are_at_hand()
    {
        var context = new TemplateContext();
        var name = ScriptVariable.Create("n", ScriptVariableScope.Global);
        context.SetValue(name, 1, asReadOnly: true);
        Assert.Throws<ScriptRuntimeException>(() => context.SetValue(name, 2));
        context.SetReadOnly(name, false);
        context.DeleteValue(name);
        Assert.Null(context.GetValue(name));
        Assert.Equal(5, context.ToObject<int>(default, "5"));
        Assert.Equal("[1]", context.ToObject<string>(default, new[] { 1 }));
        Assert.Throws<ScriptRuntimeException>(() => context.ToObject<int>(default, "五"));
    }

    private static string RenderStrictly(string code) => Template
        .Parse(code, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly })
        .Render(new TemplateContext { ErrorForStatementFunctionAsExpression = true });

    private sealed class AsyncOnlyLoader : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName + ".sbn";

        public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw new NotSupportedException("Only asynchronously.");

        public async ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath)
        {
            await Task.Yield();
            return $"[{templatePath} {context.CachedTemplates.Count switch { 0 => templatePath, _ => "again" }}]";
        }
    }

    private sealed class RowContext : TemplateContext
    {
        protected override IObjectAccessor? GetMemberAccessorImpl(object target) => target is Row ? new RowAccessor() : base.GetMemberAccessorImpl(target);
    }

    private sealed class Row
    {
        public Dictionary<string, object?> Cells { get; } = [];
    }

    private sealed class RowAccessor : IObjectAccessor
    {
        public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((Row)target).Cells.Count;

        public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ((Row)target).Cells.Keys;

        public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => ((Row)target).Cells.ContainsKey(member);

        public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
        {
            value = ((Row)target).Cells.TryGetValue(member, out var cell) ? $"c{cell}" : member;
            return true;
        }

        public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value)
        {
            ((Row)target).Cells[member] = value;
            return true;
        }
    }

    private sealed class Collector : ScriptVisitor
    {
        public List<string> Met { get; } = [];

        public override void Visit(ScriptIfStatement node) => Meet("if", node);

        public override void Visit(ScriptWithStatement node) => Meet("with", node);

        public override void Visit(ScriptForStatement node) => Meet("loop", node);

        public override void Visit(ScriptLiteral node) => Meet(node.ToString(), node);

        private void Meet(string name, ScriptNode node)
        {
            Met.Add(name);
            DefaultVisit(node);
        }
    }

    private static class Constants
    {
        public const int First = 1;

        public static int Second => 2;

        public static int Third() => 3;
    }
}
