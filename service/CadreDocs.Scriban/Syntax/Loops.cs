using System.Collections;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>for variable in list … else … end</c></summary>
public class ScriptForStatement : ScriptStatement
{
    private readonly ScriptNamedArgument[] _options;

    internal ScriptForStatement(ScriptVariable variable, ScriptExpression iterator, ScriptNamedArgument[] options, ScriptBlockStatement body, ScriptBlockStatement? elseBranch)
    {
        Variable = variable;
        Iterator = iterator;
        _options = options;
        Body = body;
        Else = elseBranch;
    }

    /// <summary>The variable that takes each item.</summary>
    public ScriptVariable Variable { get; }

    /// <summary>The list.</summary>
    public ScriptExpression Iterator { get; }

    /// <summary><c>offset</c>, <c>limit</c>, <c>reversed</c>, and <c>cols</c> of a table row.</summary>
    public IReadOnlyList<ScriptNamedArgument> NamedArguments => _options;

    /// <summary>The statements of each step.</summary>
    public ScriptBlockStatement Body { get; }

    /// <summary>What happens where the list is empty; null for nothing.</summary>
    public ScriptBlockStatement? Else { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 4 + _options.Length;

    internal virtual LoopKind Kind => LoopKind.For;

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var list = context.ToLoopList(Iterator, Iterator.Evaluate(context));
        int? offset = null, limit = null;
        var columns = 1;
        var reversed = false;
        foreach (var option in _options)
        {
            var value = option.Evaluate(context);
            switch (option.Name)
            {
                case "offset": offset = context.ToInt(option.Span, value); break;
                case "limit": limit = context.ToInt(option.Span, value); break;
                case "reversed": reversed = true; break;
                case "cols" when Kind == LoopKind.TableRow: columns = Math.Max(1, context.ToInt(option.Span, value)); break;
                default: throw new ScriptRuntimeException(option.Span, Say.It($"A loop has no option '{option.Name}'; it knows offset, limit and reversed."));
            }
        }
        var count = list.Count;
        var first = Math.Clamp(offset ?? 0, 0, count);
        var last = limit is { } wanted ? (int)Math.Min(count, first + Math.Max(0L, wanted)) : count;
        return first >= last ? Else?.Evaluate(context) : Run(context, list, first, last, reversed, columns);
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index switch
    {
        0 => Variable,
        1 => Iterator,
        2 => Body,
        3 => Else,
        _ => _options[index - 4],
    };

    internal virtual void BeforeItem(TemplateContext context, LoopFrame loop, bool first) { }

    internal virtual void AfterItem(TemplateContext context, LoopFrame loop, bool last) { }

    private object? Run(TemplateContext context, IList list, int first, int last, bool reversed, int columns)
    {
        object? result = null;
        var loop = context.EnterLoop(this, Variable, Kind, last - first);
        loop.Columns = columns;
        try
        {
            for (var i = 0; i < last - first; i++)
            {
                var at = reversed ? last - 1 - i : first + i;
                if (at >= list.Count)
                {
                    break;
                }
                context.StepLoop(this);
                loop.Step(i, context.FromHost(list[at]));
                BeforeItem(context, loop, i == 0);
                result = Body.Evaluate(context);
                AfterItem(context, loop, i == last - first - 1);
                if (context.Flow != FlowState.None && context.EndsLoop())
                {
                    break;
                }
            }
        }
        finally
        {
            context.ExitLoop();
        }
        return result;
    }
}

/// <summary><c>tablerow variable in list cols: n … end</c>: HTML table rows.</summary>
public class ScriptTableRowStatement : ScriptForStatement
{
    internal ScriptTableRowStatement(ScriptVariable variable, ScriptExpression iterator, ScriptNamedArgument[] options, ScriptBlockStatement body, ScriptBlockStatement? elseBranch)
        : base(variable, iterator, options, body, elseBranch) { }

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    internal override LoopKind Kind => LoopKind.TableRow;

    internal override void BeforeItem(TemplateContext context, LoopFrame loop, bool first)
    {
        var column = loop.Index % loop.Columns;
        if (column == 0)
        {
            context.Write(first ? "<tr class=\"row" : "</tr>").Write(first ? string.Empty : context.NewLine);
            context.Write(first ? string.Empty : "<tr class=\"row").Write(Span, Boxes.Of((loop.Index / loop.Columns) + 1)).Write("\">");
        }
        context.Write("<td class=\"col").Write(Span, Boxes.Of(column + 1)).Write("\">");
    }

    internal override void AfterItem(TemplateContext context, LoopFrame loop, bool last)
    {
        context.Write("</td>");
        if (last || context.Flow is FlowState.Break or FlowState.Return)
        {
            context.Write("</tr>").Write(context.NewLine);
        }
    }
}

/// <summary><c>while condition … end</c></summary>
public class ScriptWhileStatement : ScriptStatement
{
    internal ScriptWhileStatement(ScriptExpression condition, ScriptBlockStatement body)
    {
        Condition = condition;
        Body = body;
    }

    /// <summary>What decides whether there is another step.</summary>
    public ScriptExpression Condition { get; }

    /// <summary>The statements of each step.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        object? result = null;
        var loop = context.EnterLoop(this, null, LoopKind.While, -1);
        try
        {
            for (var i = 0; context.ToBool(Condition.Span, Condition.Evaluate(context)); i++)
            {
                context.StepLoop(this);
                loop.Step(i, null);
                result = Body.Evaluate(context);
                if (context.Flow != FlowState.None && context.EndsLoop())
                {
                    break;
                }
            }
        }
        finally
        {
            context.ExitLoop();
        }
        return result;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Condition : Body;
}
