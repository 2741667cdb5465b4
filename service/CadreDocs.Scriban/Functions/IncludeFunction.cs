using System.Collections;
using System.Text;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>include 'name' arguments…</c>: the text of another template. There, <c>$0</c> is the name and <c>$1</c> the first argument.</summary>
internal class IncludeFunction : IScriptCustomFunction
{
    public virtual int RequiredParameterCount => 1;

    public virtual int ParameterCount => 1;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public virtual ScriptParameterInfo GetParameterInfo(int index) => new(typeof(string), "template_name");

    public virtual object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var caller = callerContext!;
        if (arguments.Count == 0)
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"'include' needs the name of a template."));
        }
        return Include(context, caller, context.ObjectToString(arguments[0]), arguments);
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    protected static string Include(TemplateContext context, ScriptNode caller, string name, ScriptArray arguments)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"The name of the template to include is empty."));
        }
        var template = Load(context, caller, name);
        context.EnterCall(caller);
        try
        {
            return context.Capture(template, arguments);
        }
        finally
        {
            context.LeaveCall();
        }
    }

    private static Template Load(TemplateContext context, ScriptNode caller, string name)
    {
        var loader = context.TemplateLoader ?? throw new ScriptRuntimeException(caller.Span, Say.It($"'{name}' cannot be included: no template loader is set."));
        string path;
        string? text;
        try
        {
            path = loader.GetPath(context, caller.Span, name);
            if (path is not null && context.CachedTemplates.TryGetValue(path, out var known))
            {
                return known;
            }
            text = path is null ? null : context.LoadsAsynchronously ? (string?)Awaiting.ResultOf(loader.LoadAsync(context, caller.Span, path).AsTask(), context.CancellationToken) : loader.Load(context, caller.Span, path);
        }
        catch (Exception failure) when (failure is not (ScriptRuntimeException or OperationCanceledException))
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"The template '{name}' cannot be loaded: {failure.Message}"), failure);
        }
        if (text is null)
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"There is no template '{name}'."));
        }
        var template = Template.Parse(text, path, context.TemplateLoaderParserOptions, context.TemplateLoaderLexerOptions);
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(caller.Span, Say.It($"The template '{name}' has faults: {template.Messages[0]}"), template.Messages);
        }
        context.CachedTemplates[path!] = template;
        return template;
    }
}

/// <summary><c>include_join names separator begin end</c>: several templates with text between them. <c>tpl:name</c> as separator, begin or end is a template too.</summary>
internal sealed class IncludeJoinFunction : IncludeFunction
{
    private static readonly string[] Parameters = ["template_names", "separator", "begin", "end"];

    public override int RequiredParameterCount => 2;

    public override int ParameterCount => 4;

    public override ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), Parameters[index]);

    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var caller = callerContext!;
        if (arguments.Count < 2 || arguments[0] is not IList names || arguments[0] is string)
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"'include_join' needs a list of template names and a separator."));
        }
        var separator = Part(context, caller, arguments[1]);
        var result = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            result.Append(i == 0 ? string.Empty : separator);
            var name = context.ObjectToString(names[i]);
            result.Append(Include(context, caller, name, [name]));
            context.CheckLength(caller, result.Length);
        }
        return result.Length == 0 ? string.Empty : Part(context, caller, arguments[2]) + result + Part(context, caller, arguments[3]);
    }

    private static string Part(TemplateContext context, ScriptNode caller, object? value)
    {
        var text = context.ObjectToString(value);
        return text.StartsWith("tpl:", StringComparison.Ordinal) ? Include(context, caller, text[4..], [text[4..]]) : text;
    }
}
