using System.Collections;
using System.Runtime.CompilerServices;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Loops, and the limits that keep a render finite.</summary>
public partial class TemplateContext
{
    /// <summary>All steps and calls of a render may be this many times <see cref="LoopLimit"/>.</summary>
    private const int TotalFactor = 1000;

    private LoopFrame?[]? _loops;
    private int _loopCount;
    private int _loopSteps;
    private long _steps;
    private int _runs;

    /// <summary>Begins a template; the steps of the outermost one count from 0.</summary>
    internal void BeginRun()
    {
        if (_runs++ == 0)
        {
            _steps = 0;
        }
    }

    internal void EndRun() => _runs--;

    internal LoopFrame EnterLoop(ScriptStatement loop, ScriptVariable? variable, LoopKind kind, int length)
    {
        CheckStack(loop);
        _ = CurrentLocal;
        _loops ??= new LoopFrame?[4];
        if (_loopCount == _loops.Length)
        {
            Array.Resize(ref _loops, _loopCount * 2);
        }
        var frame = _loops[_loopCount++] ??= new LoopFrame();
        frame.Begin(variable, kind, length);
        return frame;
    }

    internal void ExitLoop()
    {
        _loops![--_loopCount]!.End();
        if (_loopCount == 0)
        {
            _loopSteps = 0;
        }
    }

    internal void StepLoop(ScriptNode loop)
    {
        CheckAbort(loop);
        if (LoopLimit > 0 && ++_loopSteps > LoopLimit)
        {
            throw new ScriptRuntimeException(loop.Span, Say.It($"The loop, with the loops inside it, takes more than {LoopLimit} steps."));
        }
        CountStep(loop);
    }

    /// <summary>Counts work that no loop limit sees, so that functions calling each other end too.</summary>
    internal void CountStep(ScriptNode node, int weight = 1)
    {
        _steps += weight;
        if (_steps > (long)LoopLimit * TotalFactor && LoopLimit > 0)
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"The template takes more than {(long)LoopLimit * TotalFactor} steps altogether."));
        }
    }

    /// <summary>After a step that asked to leave: whether the loop ends. A return stays in force for the function around it.</summary>
    internal bool EndsLoop()
    {
        var flow = Flow;
        if (flow != FlowState.Return)
        {
            Flow = FlowState.None;
        }
        return flow != FlowState.Continue;
    }

    internal void LeaveStep(ScriptStatement statement, FlowState flow, string word)
    {
        if (_loopCount > CurrentLocal.LoopBase)
        {
            Flow = flow;
        }
        else if (EnableBreakAndContinueAsReturnOutsideLoop)
        {
            Flow = FlowState.Return;
        }
        else
        {
            throw new ScriptRuntimeException(statement.Span, Say.It($"'{word}' only works inside a loop."));
        }
    }

    internal object? FindLoop(LoopKind kind)
    {
        for (var i = _loopCount - 1; i >= 0; i--)
        {
            if (_loops![i]!.Kind == kind)
            {
                return _loops[i];
            }
        }
        return null;
    }

    /// <summary>The items of a loop.</summary>
    internal IList ToLoopList(ScriptExpression node, object? value)
    {
        switch (value)
        {
            case null: return Array.Empty<object>();
            case string text: return text.Select(object (c) => c.ToString()).ToArray();
            case IList list: return list;
            case ScriptFunction: break;
            case IScriptObject members: return Pairs(members.GetMembers().Select(name => (name, members.TryGetValue(this, node.Span, name, out var item) ? item : null)));
            case IDictionary dictionary: return Pairs(dictionary.Keys.OfType<object>().Select(key => (ObjectToString(key), dictionary[key])));
            case IEnumerable items: return Collect(node, items);
        }
        throw new ScriptRuntimeException(node.Span, Say.It($"A loop needs a list, but '{node}' is {Describe(value)}."));
    }

    internal ScriptArray Collect(ScriptNode node, IEnumerable items)
    {
        var list = new ScriptArray();
        var limit = items is IQueryable ? LoopLimitQueryable ?? LoopLimit : LoopLimit;
        foreach (var item in items)
        {
            CheckAbort(node);
            if (limit > 0 && list.Count >= limit)
            {
                throw new ScriptRuntimeException(node.Span, Say.It($"The list would have more than {limit} items."));
            }
            list.Add(FromHost(item));
        }
        return list;
    }

    internal void CheckCount(ScriptNode node, long count)
    {
        if (LoopLimit > 0 && count >= LoopLimit)
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"The list would have more than {LoopLimit} items."));
        }
    }

    internal void CheckLength(ScriptNode node, long length) => CheckLength(node.Span, length);

    internal void CheckLength(Parsing.SourceSpan span, long length)
    {
        if (LimitToString > 0 && length > LimitToString)
        {
            throw new ScriptRuntimeException(span, Say.It($"The text would have more than {LimitToString} characters."));
        }
    }

    internal void CheckAbort(ScriptNode node)
    {
        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(node.Span, CancellationToken);
        }
    }

    internal void CheckStack(ScriptNode node)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"The template is nested too deeply."));
        }
    }

    private static List<object> Pairs(IEnumerable<(string Name, object? Value)> members) =>
        [.. members.Select(m => new ScriptObject(2) { ["key"] = m.Name, ["value"] = m.Value })];
}
