using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A part of a parsed template. Nodes never change after parsing, so one template may render on many threads at once.</summary>
public abstract class ScriptNode
{
    private SourceText? _source;
    private int _start;
    private int _end;

    /// <summary>The text this node was parsed from.</summary>
    public SourceSpan Span => new(_source, _start, _end);

    /// <summary>Number of direct children.</summary>
    public virtual int ChildrenCount => 0;

    /// <summary>Evaluates the node.</summary>
    /// <param name="context">Where variables, limits and output come from.</param>
    /// <returns>The value; null for a statement without one.</returns>
    /// <exception cref="ScriptRuntimeException">The template asks for something impossible or passes a limit.</exception>
    public abstract object? Evaluate(TemplateContext context);

    /// <summary>The direct child at an index; null where an optional part is absent.</summary>
    /// <param name="index">From 0 to <see cref="ChildrenCount"/> - 1.</param>
    public ScriptNode? GetChildren(int index) =>
        (uint)index < (uint)ChildrenCount ? GetChildrenImpl(index) : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The direct children that are there, in their order.</summary>
    public IEnumerable<ScriptNode> Children
    {
        get
        {
            for (var i = 0; i < ChildrenCount; i++)
            {
                if (GetChildrenImpl(i) is { } child)
                {
                    yield return child;
                }
            }
        }
    }

    /// <summary>Writes the text this node was parsed from.</summary>
    public void PrintTo(ScriptPrinter printer)
    {
        ArgumentNullException.ThrowIfNull(printer);
        printer.Write(this);
    }

    /// <summary>Calls the visitor's method for this kind of node.</summary>
    public virtual void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.DefaultVisit(this);
    }

    /// <summary>The text this node was parsed from.</summary>
    public override string ToString() => _source is null ? GetType().Name : _source.Text[_start..Math.Min(_end, _source.Text.Length)];

    /// <summary>The child at an index that is known to be valid.</summary>
    protected virtual ScriptNode? GetChildrenImpl(int index) => null;

    internal int StartOffset => _start;

    internal int EndOffset => _end;

    internal SourceText? Source => _source;

    internal SourceSpan SpanOf(int start, int end) => new(_source, start, end);

    internal void Place(SourceText source, int start, int end)
    {
        _source = source;
        _start = start;
        _end = end;
    }
}

/// <summary>A part that has a value.</summary>
public abstract class ScriptExpression : ScriptNode
{
    /// <summary>The value, with a function left as it is instead of being called.</summary>
    internal virtual object? EvaluateAlias(TemplateContext context) => Evaluate(context);

    /// <summary>The value of <c>piped | this</c>.</summary>
    internal virtual object? EvaluatePiped(TemplateContext context, in PipedValue piped) => throw Errors.NotAPipeTarget(this);

    /// <summary>Gives the place this expression names a new value.</summary>
    internal virtual void Assign(TemplateContext context, object? value) =>
        throw new ScriptRuntimeException(Span, Say.It($"A value cannot be assigned to '{this}'; only a variable, a member or an item can take one."));
}

/// <summary>A part that does something.</summary>
public abstract class ScriptStatement : ScriptNode
{
    /// <summary>Whether the value of the statement is written to the output.</summary>
    public virtual bool CanOutput => false;
}
