using System.Runtime.InteropServices;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>The value on the left of a pipe; several where it was expanded with <c>^</c>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PipedValue(object? value, System.Collections.IList? expanded)
{
    public object? Value { get; } = value;

    public System.Collections.IList? Expanded { get; } = expanded;
}

/// <summary>An argument with a name: <c>name: value</c>.</summary>
public class ScriptNamedArgument : ScriptExpression
{
    internal ScriptNamedArgument(string name, ScriptExpression? value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value; null for a bare word such as <c>reversed</c>.</summary>
    public ScriptExpression? Value { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Value is null ? Boxes.True : Value.Evaluate(context);

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Value;
}

/// <summary>A function with arguments: <c>f a b</c>, <c>f(a, b)</c>.</summary>
public class ScriptFunctionCall : ScriptExpression
{
    private readonly ScriptExpression[] _arguments;

    internal ScriptFunctionCall(ScriptExpression target, ScriptExpression[] arguments, bool explicitCall)
    {
        Target = target;
        _arguments = arguments;
        ExplicitCall = explicitCall;
    }

    /// <summary>The function.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The arguments, named ones as <see cref="ScriptNamedArgument"/>.</summary>
    public IReadOnlyList<ScriptExpression> Arguments => _arguments;

    /// <summary>Whether the arguments stand in parentheses.</summary>
    public bool ExplicitCall { get; }

    /// <inheritdoc />
    public override int ChildrenCount => _arguments.Length + 1;

    internal ScriptExpression[] ArgumentArray => _arguments;

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
        context.CheckStack(this);
        return context.CallFunction(this, Target.EvaluateAlias(context), hasPiped: false, default, block: null);
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Target : _arguments[index - 1];

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped)
    {
        context.CheckStack(this);
        return context.CallFunction(this, Target.EvaluateAlias(context), hasPiped: true, piped, block: null);
    }
}

/// <summary>Hands a value to a function as its first argument: <c>value | function</c>.</summary>
public class ScriptPipeCall : ScriptExpression
{
    internal ScriptPipeCall(ScriptExpression from, ScriptExpression to)
    {
        From = from;
        To = to;
    }

    /// <summary>The value.</summary>
    public ScriptExpression From { get; }

    /// <summary>The function, with its other arguments.</summary>
    public ScriptExpression To { get; }

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
        context.CheckStack(this);
        if (From is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand)
        {
            var list = context.ToList(expand.Span, expand.Right.Evaluate(context));
            return To.EvaluatePiped(context, new PipedValue(null, list));
        }
        return To.EvaluatePiped(context, new PipedValue(From.Evaluate(context), null));
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? From : To;
}
