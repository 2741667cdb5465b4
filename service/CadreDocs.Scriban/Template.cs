using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>A parsed template. Parse once, render as often as wanted, on any number of threads (each with its own <see cref="TemplateContext"/>).</summary>
public class Template
{
    private const int DefaultDepth = 250;

    private Template(ScriptPage? page, LogMessageBag messages, string? sourceFilePath, ParserOptions parserOptions, LexerOptions lexerOptions)
    {
        Page = page;
        Messages = messages;
        SourceFilePath = sourceFilePath;
        ParserOptions = parserOptions;
        LexerOptions = lexerOptions;
    }

    /// <summary>The statements; null where there are errors.</summary>
    public ScriptPage? Page { get; }

    /// <summary>What the parser found, in the order of the text.</summary>
    public LogMessageBag Messages { get; }

    /// <summary>Whether the template cannot be rendered.</summary>
    public bool HasErrors => Messages.HasErrors;

    /// <summary>The logical name used in messages; null where none was given.</summary>
    public string? SourceFilePath { get; }

    /// <summary>How it was parsed.</summary>
    public ParserOptions ParserOptions { get; }

    /// <summary>How it was cut into tokens.</summary>
    public LexerOptions LexerOptions { get; }

    /// <summary>Parses a template. Faults are found in <see cref="Messages"/>, all of them at once.</summary>
    /// <param name="text">The template.</param>
    /// <param name="sourceFilePath">Logical name used in messages; nothing is read from it.</param>
    /// <param name="parserOptions">Limits of parsing.</param>
    /// <param name="lexerOptions">Text and code, or code only.</param>
    /// <exception cref="NotSupportedException">The options ask for Liquid, scientific mode or front matter.</exception>
    public static Template Parse(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lexing = lexerOptions ?? default;
        if (lexing.Lang != ScriptLang.Default)
        {
            throw new NotSupportedException($"The dialect {lexing.Lang} is not supported; templates are written in the default language.");
        }
        if (lexing.Mode is ScriptMode.FrontMatterOnly or ScriptMode.FrontMatterAndContent)
        {
            throw new NotSupportedException($"The mode {lexing.Mode} is not supported; a template is text with code, or code only.");
        }
        var parsing = parserOptions ?? default;
        var depth = parsing.ExpressionDepthLimit is > 0 and var limit ? limit : DefaultDepth;
        var (page, messages) = Parser.Parse(new SourceText(text, sourceFilePath), lexing.Mode, depth);
        return new Template(page, messages, sourceFilePath, parsing, lexing);
    }

    /// <summary>Parses code without <c>{{ }}</c>; <see cref="Evaluate(TemplateContext)"/> then gives its value.</summary>
    /// <param name="text">The code.</param>
    /// <param name="sourceFilePath">Logical name used in messages; nothing is read from it.</param>
    /// <param name="parserOptions">Limits of parsing.</param>
    /// <remarks>The same as <see cref="Parse"/> with <see cref="ScriptMode.ScriptOnly"/>, which is what a host writes that must also compile against the original package.</remarks>
    public static Template ParseExpression(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null) =>
        Parse(text, sourceFilePath, parserOptions, new LexerOptions { Mode = ScriptMode.ScriptOnly });

    /// <summary>Liquid is not supported.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public static Template ParseLiquid(string text, string? sourceFilePath = null, ParserOptions? parserOptions = null, LexerOptions? lexerOptions = null) =>
        Parse(text, sourceFilePath, parserOptions, (lexerOptions ?? default) with { Lang = ScriptLang.Liquid });

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Code without <c>{{ }}</c>.</param>
    /// <param name="context">Variables and limits.</param>
    /// <exception cref="InvalidOperationException">The expression has faults.</exception>
    /// <exception cref="ScriptRuntimeException">The evaluation fails.</exception>
    public static object? Evaluate(string expression, TemplateContext context) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(context);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Code without <c>{{ }}</c>.</param>
    /// <param name="model">Its members become variables; a .NET object is imported, once, here.</param>
    /// <param name="memberRenamer">How members of a .NET object are named.</param>
    /// <param name="memberFilter">Which members of a .NET object are taken.</param>
    public static object? Evaluate(string expression, object? model, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).Evaluate(model, memberRenamer, memberFilter);

    /// <summary>The value of the last statement; nothing is written.</summary>
    /// <param name="context">Variables and limits.</param>
    /// <exception cref="InvalidOperationException">The template has faults.</exception>
    /// <exception cref="ScriptRuntimeException">The evaluation fails.</exception>
    public object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var enabled = context.EnableOutput;
        context.EnableOutput = false;
        try
        {
            return Run(context);
        }
        finally
        {
            context.EnableOutput = enabled;
        }
    }

    /// <summary>The value of the last statement; nothing is written.</summary>
    /// <param name="model">Its members become variables; a .NET object is imported, once, here.</param>
    /// <param name="memberRenamer">How members of a .NET object are named.</param>
    /// <param name="memberFilter">Which members of a .NET object are taken.</param>
    public object? Evaluate(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Evaluate(ContextOf(model, memberRenamer, memberFilter));

    /// <summary>The rendered text. With a pushed output the text goes there; a <see cref="StringBuilderOutput"/> is emptied after.</summary>
    /// <param name="context">Variables, limits and output.</param>
    /// <exception cref="InvalidOperationException">The template has faults.</exception>
    /// <exception cref="ScriptRuntimeException">The render fails.</exception>
    public string Render(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var done = false;
        try
        {
            Run(context);
            done = true;
            return context.DetachOutput();
        }
        finally
        {
            if (!done)
            {
                context.DropOutput();
            }
        }
    }

    /// <summary>The rendered text.</summary>
    /// <param name="model">Its members become variables; a .NET object is imported, once, here.</param>
    /// <param name="memberRenamer">How members of a .NET object are named.</param>
    /// <param name="memberFilter">Which members of a .NET object are taken.</param>
    public string Render(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Render(ContextOf(model, memberRenamer, memberFilter));

    /// <summary>The rendered text. Functions and members that give tasks, and a template loader, are waited for where the template needs them.</summary>
    /// <param name="context">Variables, limits and output.</param>
    public ValueTask<string> RenderAsync(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using (context.LoadAsynchronously())
        {
            return new ValueTask<string>(Render(context));
        }
    }

    /// <summary>The rendered text.</summary>
    /// <param name="model">Its members become variables; a .NET object is imported, once, here.</param>
    /// <param name="memberRenamer">How members of a .NET object are named.</param>
    /// <param name="memberFilter">Which members of a .NET object are taken.</param>
    public ValueTask<string> RenderAsync(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        RenderAsync(ContextOf(model, memberRenamer, memberFilter));

    /// <summary>The value of the last statement; nothing is written.</summary>
    /// <param name="context">Variables and limits.</param>
    public ValueTask<object?> EvaluateAsync(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        using (context.LoadAsynchronously())
        {
            return new ValueTask<object?>(Evaluate(context));
        }
    }

    /// <summary>The value of the last statement; nothing is written.</summary>
    /// <param name="model">Its members become variables; a .NET object is imported, once, here.</param>
    /// <param name="memberRenamer">How members of a .NET object are named.</param>
    /// <param name="memberFilter">Which members of a .NET object are taken.</param>
    public ValueTask<object?> EvaluateAsync(object? model = null, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        EvaluateAsync(ContextOf(model, memberRenamer, memberFilter));

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Code without <c>{{ }}</c>.</param>
    /// <param name="context">Variables and limits.</param>
    public static ValueTask<object?> EvaluateAsync(string expression, TemplateContext context) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).EvaluateAsync(context);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">Code without <c>{{ }}</c>.</param>
    /// <param name="model">Its members become variables; a .NET object is imported, once, here.</param>
    /// <param name="memberRenamer">How members of a .NET object are named.</param>
    /// <param name="memberFilter">Which members of a .NET object are taken.</param>
    public static ValueTask<object?> EvaluateAsync(string expression, object? model, MemberRenamerDelegate? memberRenamer = null, MemberFilterDelegate? memberFilter = null) =>
        Parse(expression, lexerOptions: new LexerOptions { Mode = ScriptMode.ScriptOnly }).EvaluateAsync(model, memberRenamer, memberFilter);

    /// <summary>The template as text: as it was parsed, blanks and comments included.</summary>
    /// <exception cref="InvalidOperationException">The template has faults.</exception>
    public string ToText(ScriptPrinterOptions options = default)
    {
        _ = options;
        return Page?.ToString() ?? throw new InvalidOperationException($"The template has faults and cannot be written: {Messages.FirstOrDefault()}");
    }

    /// <summary>Runs the page with locals of its own.</summary>
    internal object? Run(TemplateContext context, ScriptArray? arguments = null)
    {
        if (Page is null)
        {
            throw new InvalidOperationException($"The template has faults and cannot be rendered: {Messages.FirstOrDefault()}");
        }
        context.BeginRun();
        var before = context.EnterSourceFile(SourceFilePath);
        context.PushLocalFrame(arguments, null);
        try
        {
            return Page.Evaluate(context);
        }
        finally
        {
            context.EndRun();
            context.EnterSourceFile(before);
            context.Flow = FlowState.None;
            context.PopLocalFrame();
        }
    }

    private static TemplateContext ContextOf(object? model, MemberRenamerDelegate? memberRenamer, MemberFilterDelegate? memberFilter)
    {
        var context = new TemplateContext { MemberFilter = memberFilter };
        if (memberRenamer is not null)
        {
            context.MemberRenamer = memberRenamer;
        }
        switch (model)
        {
            case null: context.PushGlobal(new ScriptObject()); break;
            case IScriptObject given: context.PushGlobal(given); break;
            default:
                var imported = new ScriptObject();
                imported.Import(model, memberFilter, memberRenamer);
                context.PushGlobal(imported);
                break;
        }
        return context;
    }
}
