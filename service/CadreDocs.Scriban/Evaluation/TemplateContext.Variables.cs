using System.Runtime.InteropServices;
using Scriban.Functions;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Where variables live: objects one above the other, loops, and the locals of functions and pages.</summary>
public partial class TemplateContext
{
    private GlobalFrame[] _globals = new GlobalFrame[4];
    private int _globalCount;
    private ScriptObject _builtin;
    private LocalFrame?[]? _locals;
    private int _localCount;

    /// <summary>The built-in functions. The first access makes a copy that belongs to this context, so changes stay here.</summary>
    public ScriptObject BuiltinObject
    {
        get
        {
            if (ReferenceEquals(_builtin, BuiltinFunctions.Shared))
            {
                _builtin = (ScriptObject)BuiltinFunctions.Shared.Clone(deep: false);
                _globals[0] = new GlobalFrame(_builtin, 0);
            }
            return _builtin;
        }
    }

    /// <summary>The object that unprefixed names are written to: the one pushed last.</summary>
    public IScriptObject CurrentGlobal
    {
        get
        {
            if (_globalCount == 1 && _builtin.IsReadOnly)
            {
                _globals[1] = new GlobalFrame(new ScriptObject(), 0);
                _globalCount = 2;
                _ownsFirstGlobal = true;
            }
            return _globals[_globalCount - 1].Object;
        }
    }

    private bool _ownsFirstGlobal;

    /// <summary>A new object with all of Scriban's built-in functions, to change and to give to a context.</summary>
    public static ScriptObject GetDefaultBuiltinObject() => (ScriptObject)BuiltinFunctions.Shared.Clone(deep: false);

    /// <summary>Makes the members of an object variables, above those pushed before.</summary>
    public void PushGlobal(IScriptObject scriptObject)
    {
        ArgumentNullException.ThrowIfNull(scriptObject);
        if (_globalCount == _globals.Length)
        {
            Array.Resize(ref _globals, _globalCount * 2);
        }
        _globals[_globalCount++] = new GlobalFrame(scriptObject, _loopCount);
    }

    /// <summary>Takes away the object pushed last.</summary>
    /// <exception cref="InvalidOperationException">Nothing was pushed.</exception>
    public IScriptObject PopGlobal()
    {
        if (_globalCount == (_ownsFirstGlobal ? 2 : 1))
        {
            throw new InvalidOperationException("No object was pushed.");
        }
        var top = _globals[--_globalCount].Object;
        _globals[_globalCount] = default;
        return top;
    }

    /// <summary>Gives a variable a value.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="value">The value.</param>
    /// <param name="asReadOnly">Whether it then keeps it.</param>
    public void SetValue(ScriptVariable variable, object? value, bool asReadOnly = false)
    {
        ArgumentNullException.ThrowIfNull(variable);
        variable.Assign(this, value);
        if (asReadOnly)
        {
            SetReadOnly(variable);
        }
    }

    /// <summary>The value of a variable; null where there is none.</summary>
    public object? GetValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        return variable.EvaluateAlias(this);
    }

    /// <summary>What is written to instead of functions that all contexts share: a copy that belongs to this one.</summary>
    private IScriptObject OwnFunctions(IScriptObject target)
    {
        if (target is not ScriptObject { IsReadOnly: true })
        {
            return target;
        }
        foreach (var (name, value) in BuiltinFunctions.Shared.Members.Pairs())
        {
            if (ReferenceEquals(value, target))
            {
                var own = target.Clone(deep: false);
                BuiltinObject[name] = own;
                return own;
            }
        }
        return target;
    }

    internal object? ReadGlobal(ScriptVariableGlobal variable)
    {
        var name = variable.Name;
        var loopsAbove = _loopCount;
        for (var g = _globalCount - 1; g >= 0; g--)
        {
            ref readonly var frame = ref _globals[g];
            for (var i = loopsAbove - 1; i >= frame.LoopBase; i--)
            {
                var loop = _loops![i]!;
                if (!loop.IsLocal && string.Equals(loop.Name, name))
                {
                    return loop.Value;
                }
            }
            loopsAbove = frame.LoopBase;
            if (frame.Table is { } table)
            {
                if (table.TryGet(name, ref variable.Slot, out var plain))
                {
                    return plain;
                }
            }
            else if (frame.Object.TryGetValue(this, variable.Span, name, out var value))
            {
                return FromHost(value);
            }
        }
        if (TryGetVariable is { } hook && hook(this, variable.Span, variable, out var hooked))
        {
            return FromHost(hooked);
        }
        return StrictVariables ? throw new ScriptRuntimeException(variable.Span, Say.It($"There is no variable or function '{name}'.")) : null;
    }

    internal void WriteGlobal(ScriptVariableGlobal variable, object? value)
    {
        var target = CurrentGlobal;
        ref readonly var top = ref _globals[_globalCount - 1];
        for (var i = _loopCount - 1; i >= top.LoopBase; i--)
        {
            var loop = _loops![i]!;
            if (!loop.IsLocal && string.Equals(loop.Name, variable.Name))
            {
                loop.Value = value;
                return;
            }
        }
        if (target.IsReadOnly && OwnFunctions(target) is var own && !ReferenceEquals(own, target))
        {
            _globals[_globalCount - 1] = new GlobalFrame(own, top.LoopBase);
            target = own;
        }
        if (top.IsFunction && OuterWith(variable.Name) is { } outer)
        {
            outer.TrySetValue(this, variable.Span, variable.Name, value, readOnly: false);
            return;
        }
        var done = top.Table is { } table && !target.IsReadOnly
            ? table.Set(variable.Name, value, ref variable.Slot)
            : target.TrySetValue(this, variable.Span, variable.Name, value, readOnly: false);
        if (!done)
        {
            throw new ScriptRuntimeException(variable.Span, Say.It($"The variable '{variable.Name}' is read-only and keeps its value."));
        }
    }

    /// <summary>The object around the functions that has a variable which this function does not have itself; null where none has, or where it is read-only there and so gets a new one here.</summary>
    private IScriptObject? OuterWith(string name)
    {
        if (_globals[_globalCount - 1].Object.Contains(name))
        {
            return null;
        }
        for (var i = _globalCount - 2; i > 0; i--)
        {
            if (!_globals[i].IsFunction && _globals[i].Object.Contains(name))
            {
                return _globals[i].Object.CanWrite(name) ? _globals[i].Object : null;
            }
        }
        return null;
    }

    internal object? ReadLocal(ScriptVariableLocal variable)
    {
        var frame = CurrentLocal;
        for (var i = _loopCount - 1; i >= frame.LoopBase; i--)
        {
            var loop = _loops![i]!;
            if (loop.IsLocal && string.Equals(loop.Name, variable.Name))
            {
                return loop.Value;
            }
        }
        if (frame.Variables is { } table && table.TryGet(variable.Name, ref variable.Slot, out var value))
        {
            return value;
        }
        if (TryGetVariable is { } hook && hook(this, variable.Span, variable, out var hooked))
        {
            return FromHost(hooked);
        }
        return StrictVariables ? throw new ScriptRuntimeException(variable.Span, Say.It($"There is no variable '${variable.Name}'.")) : null;
    }

    internal void WriteLocal(ScriptVariableLocal variable, object? value)
    {
        var frame = CurrentLocal;
        for (var i = _loopCount - 1; i >= frame.LoopBase; i--)
        {
            var loop = _loops![i]!;
            if (loop.IsLocal && string.Equals(loop.Name, variable.Name))
            {
                loop.Value = value;
                return;
            }
        }
        if (!(frame.Variables ??= new MemberTable(4, null)).Set(variable.Name, value, ref variable.Slot))
        {
            throw new ScriptRuntimeException(variable.Span, Say.It($"The variable '${variable.Name}' is read-only and keeps its value."));
        }
    }

    internal object? ReadArgument(int index)
    {
        var frame = CurrentLocal;
        return index < 0 ? frame.Arguments ??= [] : frame.Arguments?[index];
    }

    internal void WriteArgument(ScriptVariable variable, int index, object? value)
    {
        var arguments = CurrentLocal.Arguments ??= [];
        if (index < 0)
        {
            throw new ScriptRuntimeException(variable.Span, Say.It($"The arguments '$' of a function cannot be replaced."));
        }
        CheckCount(variable, index);
        arguments[index] = value;
    }

    internal void SetReadOnly(ScriptVariable variable)
    {
        if (variable is ScriptVariableGlobal)
        {
            CurrentGlobal.SetReadOnly(variable.Name, true);
        }
        else
        {
            (CurrentLocal.Variables ??= new MemberTable(4, null)).SetReadOnly(variable.Name, true);
        }
    }

    internal LocalFrame CurrentLocal => _localCount > 0 ? _locals![_localCount - 1]! : PushLocalFrame(null, null);

    /// <summary>Opens the locals of a function or page; frames are kept and used again.</summary>
    internal LocalFrame PushLocalFrame(ScriptArray? arguments, ScriptBlockStatement? block)
    {
        _locals ??= new LocalFrame?[4];
        if (_localCount == _locals.Length)
        {
            Array.Resize(ref _locals, _localCount * 2);
        }
        var frame = _locals[_localCount++] ??= new LocalFrame();
        frame.Arguments = arguments;
        frame.Block = block;
        frame.LoopBase = _loopCount;
        return frame;
    }

    internal void PopLocalFrame() => _locals![--_localCount]!.Clear();

    private void ResetVariables()
    {
        Array.Clear(_globals, 1, _globalCount - 1);
        _globalCount = 1;
        _ownsFirstGlobal = false;
        while (_localCount > 0)
        {
            PopLocalFrame();
        }
        while (_loopCount > 0)
        {
            _loops![--_loopCount]!.End();
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct GlobalFrame(IScriptObject target, int loopBase)
    {
        public readonly IScriptObject Object = target;
        public readonly MemberTable? Table = target is ScriptObject { IsPlain: true } plain ? plain.Members : null;
        public readonly bool IsFunction = target is ParameterObject;
        public readonly int LoopBase = loopBase;
    }
}

/// <summary>The locals of one running function or page.</summary>
internal sealed class LocalFrame
{
    public MemberTable? Variables { get; set; }

    public ScriptArray? Arguments { get; set; }

    public ScriptBlockStatement? Block { get; set; }

    public int LoopBase { get; set; }

    /// <summary>The indentation of the code block that called the function; what the function writes keeps it.</summary>
    public string? Indent { get; set; }

    public void Clear()
    {
        Indent = null;
        Variables?.Clear();
        Arguments = null;
        Block = null;
    }
}
