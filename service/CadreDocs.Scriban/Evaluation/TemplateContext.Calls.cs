using System.Collections;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>How functions get their arguments and run.</summary>
public partial class TemplateContext
{
    /// <summary>A call weighs more than a step of a loop, so that functions that call themselves twice end soon.</summary>
    private const int StepsOfACall = 10;

    private readonly ArgumentBuffer?[] _buffers = new ArgumentBuffer?[4];
    private int _bufferCount;
    private int _depth;

    internal IScriptCustomFunction RequireFunction(ScriptExpression target, object? value) => value as IScriptCustomFunction ?? throw MissingFunction(target, value);

    /// <summary>Calls a function that stands alone: no arguments.</summary>
    internal object? Call(IScriptCustomFunction function, ScriptNode caller, ScriptBlockStatement? block = null)
    {
        if (function is MethodFunction method)
        {
            var buffer = RentBuffer();
            try
            {
                return method.Call(this, caller, buffer);
            }
            finally
            {
                ReturnBuffer(buffer);
            }
        }
        return Invoke(function, caller, [], block);
    }

    internal object? CallPiped(object? target, ScriptExpression node, in PipedValue piped)
    {
        if (target is not IScriptCustomFunction function)
        {
            return target is null && EnableRelaxedFunctionAccess ? null : throw MissingFunction(node, target);
        }
        var buffer = RentBuffer();
        try
        {
            buffer.AddPiped(piped);
            return Call(function, node, buffer, null);
        }
        finally
        {
            ReturnBuffer(buffer);
        }
    }

    internal object? CallFunction(ScriptFunctionCall call, object? target, bool hasPiped, in PipedValue piped, ScriptBlockStatement? block)
    {
        if (target is not IScriptCustomFunction function)
        {
            return target is null && EnableRelaxedFunctionAccess ? null : throw MissingFunction(call.Target, target);
        }
        var buffer = RentBuffer();
        try
        {
            if (hasPiped)
            {
                buffer.AddPiped(piped);
            }
            foreach (var argument in call.ArgumentArray)
            {
                AddArgument(buffer, argument);
            }
            return Call(function, call, buffer, block);
        }
        finally
        {
            ReturnBuffer(buffer);
        }
    }

    /// <summary>Calls a function value with arguments already evaluated; used by functions that take functions.</summary>
    internal object? CallWith(IScriptCustomFunction function, ScriptNode caller, object? first, IList? rest = null)
    {
        var buffer = RentBuffer();
        try
        {
            buffer.Add(first);
            for (var i = 0; i < (rest?.Count ?? 0); i++)
            {
                buffer.Add(rest![i]);
            }
            CountStep(caller);
            return Call(function, caller, buffer, null);
        }
        finally
        {
            ReturnBuffer(buffer);
        }
    }

    /// <summary>Runs a function written in a template.</summary>
    internal object? RunFunction(ScriptFunction function, ScriptNode caller, ScriptArray arguments, ScriptBlockStatement? block)
    {
        EnterCall(caller);
        var frame = PushLocalFrame(arguments, block);
        frame.Indent = _indent;
        if (function.NameOrDoToken is ScriptVariableLocal { Name: var own })
        {
            // A function with a local name can call itself, though its locals are its own.
            (frame.Variables ??= new MemberTable(4, null)).Set(own, function, readOnly: false);
        }
        var opened = false;
        try
        {
            if (function.Parameters is not null)
            {
                PushGlobal(BindParameters(function, caller, arguments));
                opened = true;
            }
            var isStatement = !ErrorForStatementFunctionAsExpression || IsStatement(caller);
            var result = function.Body.Evaluate(this);
            if (Flow == FlowState.None && function.Body is not ScriptExpressionBody)
            {
                RequireValue(caller, isStatement);
            }
            Flow = FlowState.None;
            return result;
        }
        finally
        {
            if (opened)
            {
                PopGlobal();
            }
            _indent = frame.Indent;
            PopLocalFrame();
            _depth--;
        }
    }

    internal void EnterCall(ScriptNode caller)
    {
        CheckStack(caller);
        CheckAbort(caller);
        CountStep(caller, StepsOfACall);
        if (RecursiveLimit > 0 && _depth >= RecursiveLimit)
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"Functions and includes call each other more than {RecursiveLimit} deep at '{caller}'."));
        }
        _depth++;
    }

    internal void LeaveCall() => _depth--;

    internal object? RunWrappedBlock()
    {
        var block = CurrentLocal.Block;
        if (block is null)
        {
            return null;
        }
        EnterCall(block);
        try
        {
            return block.Evaluate(this);
        }
        finally
        {
            _depth--;
        }
    }

    internal ScriptRuntimeException MissingFunction(ScriptExpression target, object? value) => value is null
        ? new ScriptRuntimeException(target.Span, Say.It($"There is no function '{target}'."))
        : new ScriptRuntimeException(target.Span, Say.It($"'{target}' is not a function, it is {Describe(value)}."));

    private object? Call(IScriptCustomFunction function, ScriptNode caller, ArgumentBuffer arguments, ScriptBlockStatement? block) =>
        function is MethodFunction method ? method.Call(this, caller, arguments) : Invoke(function, caller, arguments.ToScriptArray(), block);

    private object? Invoke(IScriptCustomFunction function, ScriptNode caller, ScriptArray arguments, ScriptBlockStatement? block)
    {
        if (function is ScriptFunction written)
        {
            return RunFunction(written, caller, arguments, block);
        }
        try
        {
            return FromHost(function.Invoke(this, caller, arguments, block));
        }
        catch (Exception failure) when (failure is not (ScriptRuntimeException or OperationCanceledException))
        {
            throw Errors.Failed(caller, failure);
        }
    }

    private void AddArgument(ArgumentBuffer buffer, ScriptExpression argument)
    {
        switch (argument)
        {
            case ScriptNamedArgument named:
                buffer.Add(named.Evaluate(this), named.Name);
                break;
            case ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand:
                var items = ToList(expand.Span, expand.Right.Evaluate(this));
                CheckCount(expand, items?.Count - 1 ?? 0);
                buffer.AddAll(items);
                break;
            default:
                buffer.Add(argument.Evaluate(this));
                break;
        }
    }

    private ParameterObject BindParameters(ScriptFunction function, ScriptNode caller, ScriptArray arguments)
    {
        var parameters = function.Parameters!;
        var bound = new ParameterObject(parameters.Length);
        var given = arguments.Count;
        for (var i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            var name = parameter.Name.Name;
            if (parameter.IsVariadic)
            {
                bound[name] = new ScriptArray(arguments.Skip(i));
                given = Math.Min(given, i);
            }
            else if (i < arguments.Count)
            {
                bound[name] = arguments[i];
            }
            else if (arguments.Contains(name) && arguments.TryGetValue(this, caller.Span, name, out var named))
            {
                bound[name] = named;
            }
            else if (parameter.Default is { } preset)
            {
                bound[name] = preset.Evaluate(this);
            }
            else
            {
                throw new ScriptRuntimeException(caller.Span, Say.It($"The function '{function.NameOrDoToken?.Name ?? "do"}' needs a value for '{name}'."));
            }
        }
        if (given > parameters.Length)
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"The function '{function.NameOrDoToken?.Name ?? "do"}' takes {parameters.Length} values, but {given} are given."));
        }
        foreach (var name in arguments.GetMembers())
        {
            if (!bound.Contains(name))
            {
                throw new ScriptRuntimeException(caller.Span, Say.It($"The function '{function.NameOrDoToken?.Name ?? "do"}' has no parameter '{name}'."));
            }
        }
        return bound;
    }

    private ArgumentBuffer RentBuffer() => _bufferCount < _buffers.Length ? _buffers[_bufferCount++] ??= new ArgumentBuffer() : Overflow();

    private ArgumentBuffer Overflow()
    {
        _bufferCount++;
        return new ArgumentBuffer();
    }

    private void ReturnBuffer(ArgumentBuffer buffer)
    {
        buffer.Clear();
        _bufferCount--;
    }

    /// <summary>The object a function with parameters opens.</summary>
    private sealed class ParameterObject : ScriptObject
    {
        public ParameterObject(int capacity) : base(capacity, autoImportStaticsFromThisType: false) => IsPlain = true;
    }
}

/// <summary>Arguments of a running call; used again and again.</summary>
internal sealed class ArgumentBuffer
{
    public object?[] Items { get; private set; } = new object?[6];

    public string?[]? Names { get; private set; }

    public int Count { get; private set; }

    public object?[] Bound { get; private set; } = new object?[6];

    public void Add(object? value, string? name = null)
    {
        if (Count == Items.Length)
        {
            Items = Grow(Items);
            if (Names is not null)
            {
                Names = Grow(Names);
            }
        }
        if (name is not null)
        {
            Names ??= new string?[Items.Length];
        }
        if (Names is not null)
        {
            Names[Count] = name;
        }
        Items[Count++] = value;
    }

    public void AddAll(IList? items)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            Add(items![i]);
        }
    }

    public void AddPiped(in PipedValue piped)
    {
        if (piped.Expanded is { } expanded)
        {
            AddAll(expanded);
        }
        else
        {
            Add(piped.Value);
        }
    }

    public Span<object?> BoundFor(int parameters)
    {
        if (Bound.Length < parameters)
        {
            Bound = new object?[parameters];
        }
        return Bound.AsSpan(0, parameters);
    }

    public ScriptArray ToScriptArray()
    {
        var array = new ScriptArray(Count);
        for (var i = 0; i < Count; i++)
        {
            if (Names?[i] is { } name)
            {
                array.ScriptObject[name] = Items[i];
            }
            else
            {
                array.Add(Items[i]);
            }
        }
        return array;
    }

    public void Clear()
    {
        Array.Clear(Items, 0, Count);
        Array.Clear(Bound);
        Count = 0;
        Names = null;
    }

    private static T[] Grow<T>(T[] items)
    {
        Array.Resize(ref items, items.Length * 2);
        return items;
    }
}
