using System.Reflection;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A .NET method as a function: it names its parameters, converts the arguments and fills in defaults.</summary>
internal sealed class MethodFunction : IScriptCustomFunction
{
    private readonly MethodInvoker _invoker;
    private readonly object? _target;
    private readonly Parameter[] _parameters;
    private readonly bool _takesContext;
    private readonly bool _takesNode;
    private readonly int _skipped;
    private readonly int _total;
    private readonly bool _variadic;
    private readonly bool _givesTask;

    public MethodFunction(MethodInfo method, object? target, ParameterInfo[]? named = null)
    {
        _invoker = MethodInvoker.Create(method);
        _target = target;
        ReturnType = method.ReturnType;
        _givesTask = Awaiting.IsTask(ReturnType);
        var parameters = method.GetParameters();
        _total = parameters.Length;
        _takesContext = parameters.Length > 0 && parameters[0].ParameterType == typeof(TemplateContext);
        var next = _takesContext ? 1 : 0;
        _takesNode = parameters.Length > next && (parameters[next].ParameterType == typeof(Parsing.SourceSpan) || parameters[next].ParameterType == typeof(ScriptNode));
        _skipped = next + (_takesNode ? 1 : 0);
        _spanWanted = _takesNode && parameters[next].ParameterType == typeof(Parsing.SourceSpan);
        var names = named is not null && named.Length >= parameters.Length ? named[^parameters.Length..] : parameters;
        _parameters = [.. parameters.Select((p, i) => new Parameter(p, names[i].Name ?? string.Empty)).Skip(_skipped)];
        _variadic = _parameters.Length > 0 && parameters[^1].ParameterType == typeof(object[]);
    }

    private readonly bool _spanWanted;

    public int RequiredParameterCount => _parameters.Count(p => !p.HasDefault) - (_variadic ? 1 : 0);

    public int ParameterCount => _parameters.Length;

    public ScriptVarParamKind VarParamKind => _variadic ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;

    public Type ReturnType { get; }

    public ScriptParameterInfo GetParameterInfo(int index) => new(_parameters[index].Type, _parameters[index].Name, _parameters[index].HasDefault, _parameters[index].Default);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        var buffer = new ArgumentBuffer();
        buffer.AddAll(arguments);
        foreach (var name in arguments.GetMembers())
        {
            buffer.Add(arguments.ScriptObject[name], name);
        }
        return Call(context, callerContext ?? new ScriptLiteral(null), buffer);
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    internal object? Call(TemplateContext context, ScriptNode caller, ArgumentBuffer arguments)
    {
        var bound = arguments.BoundFor(_total);
        if (_takesContext)
        {
            bound[0] = context;
        }
        if (_takesNode)
        {
            bound[_skipped - 1] = _spanWanted ? caller.Span : caller;
        }
        Bind(context, caller, arguments, bound[_skipped..]);
        try
        {
            var result = _invoker.Invoke(_target, bound);
            return context.FromHost(_givesTask ? Awaiting.ResultOf(result, context.CancellationToken) : result);
        }
        catch (OperationCanceledException) when (_givesTask && context.CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(caller.Span, context.CancellationToken);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } inner)
        {
            throw inner is ScriptRuntimeException or OperationCanceledException ? inner : Errors.Failed(caller, inner);
        }
        catch (Exception failure) when (failure is not (ScriptRuntimeException or OperationCanceledException))
        {
            throw Errors.Failed(caller, failure);
        }
    }

    private void Bind(TemplateContext context, ScriptNode caller, ArgumentBuffer arguments, Span<object?> bound)
    {
        var fixedCount = _variadic ? _parameters.Length - 1 : _parameters.Length;
        var filled = 0UL;
        List<object?>? rest = null;
        var position = 0;
        for (var i = 0; i < arguments.Count; i++)
        {
            var at = arguments.Names?[i] is { } name ? IndexOf(caller, name) : position++;
            if (at < fixedCount)
            {
                bound[at] = _parameters[at].Convert(context, caller, arguments.Items[i]);
                filled |= 1UL << at;
            }
            else if (_variadic)
            {
                (rest ??= []).Add(arguments.Items[i]);
            }
            else
            {
                throw new ScriptRuntimeException(caller.Span, Say.It($"The function '{Errors.NameOf(caller)}' takes {fixedCount} values, but more are given."));
            }
        }
        for (var i = 0; i < fixedCount; i++)
        {
            if ((filled & (1UL << i)) == 0)
            {
                bound[i] = _parameters[i].HasDefault
                    ? _parameters[i].Default
                    : throw new ScriptRuntimeException(caller.Span, Say.It($"The function '{Errors.NameOf(caller)}' needs a value for '{_parameters[i].Name}'."));
            }
        }
        if (_variadic)
        {
            bound[fixedCount] = rest?.ToArray() ?? [];
        }
    }

    private int IndexOf(ScriptNode caller, string name)
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (string.Equals(_parameters[i].Name, name) || string.Equals(_parameters[i].SnakeName, name))
            {
                return i;
            }
        }
        throw new ScriptRuntimeException(caller.Span, Say.It($"The function '{Errors.NameOf(caller)}' has no parameter '{name}'."));
    }

    /// <summary>One parameter and the conversion its type asks for.</summary>
    private sealed class Parameter(ParameterInfo parameter, string name)
    {
        public Type Type { get; } = parameter.ParameterType;

        public string Name { get; } = name;

        public string SnakeName { get; } = StandardMemberRenamer.Rename(name);

        public bool HasDefault { get; } = parameter.HasDefaultValue;

        public object? Default { get; } = parameter.HasDefaultValue ? parameter.DefaultValue : null;

        public object? Convert(TemplateContext context, ScriptNode caller, object? value) =>
            Type == typeof(object) ? value
            : Type == typeof(string) ? value as string ?? (value is null ? null : context.ObjectToString(value))
            : Evaluation.ArgumentConversion.To(context, caller, Name, Type, value);
    }
}
