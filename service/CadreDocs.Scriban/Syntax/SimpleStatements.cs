using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>break</c>: leaves the loop.</summary>
public class ScriptBreakStatement : ScriptStatement
{
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
        context.LeaveStep(this, FlowState.Break, "break");
        return null;
    }
}

/// <summary><c>continue</c>: goes on with the next step of the loop.</summary>
public class ScriptContinueStatement : ScriptStatement
{
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
        context.LeaveStep(this, FlowState.Continue, "continue");
        return null;
    }
}

/// <summary><c>ret value</c>: leaves the function or the page.</summary>
public class ScriptReturnStatement : ScriptStatement
{
    internal ScriptReturnStatement(ScriptExpression? expression) => Expression = expression;

    /// <summary>The value; null for none.</summary>
    public ScriptExpression? Expression { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

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
        var value = Expression?.Evaluate(context);
        context.Flow = FlowState.Return;
        return value;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Expression;
}

/// <summary><c>import object</c>: its members become variables.</summary>
public class ScriptImportStatement : ScriptStatement
{
    internal ScriptImportStatement(ScriptExpression expression) => Expression = expression;

    /// <summary>The object.</summary>
    public ScriptExpression Expression { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

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
        var value = Expression.Evaluate(context);
        if (value is null)
        {
            return null;
        }
        if (value is not IScriptObject source)
        {
            throw new ScriptRuntimeException(Expression.Span, Say.It($"Only an object can be imported, but '{Expression}' is {context.Describe(value)}."));
        }
        var target = context.CurrentGlobal;
        foreach (var member in source.GetMembers())
        {
            if (target.CanWrite(member) && source.TryGetValue(context, Expression.Span, member, out var item))
            {
                target.TrySetValue(context, Expression.Span, member, item, readOnly: false);
            }
        }
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Expression;
}

/// <summary><c>readonly variable</c>: the variable keeps its value.</summary>
public class ScriptReadOnlyStatement : ScriptStatement
{
    internal ScriptReadOnlyStatement(ScriptVariable variable) => Variable = variable;

    /// <summary>The variable.</summary>
    public ScriptVariable Variable { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

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
        context.SetReadOnly(Variable);
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Variable;
}
