using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>The operators between two values.</summary>
public enum ScriptBinaryOperator
{
    /// <summary>No operator.</summary>
    None,

    /// <summary><c>??</c>: the right value where the left is null.</summary>
    EmptyCoalescing,

    /// <summary><c>?!</c>: the right value where the left is not null.</summary>
    NotEmptyCoalescing,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>&amp;</c></summary>
    BinaryAnd,

    /// <summary><c>==</c></summary>
    CompareEqual,

    /// <summary><c>!=</c></summary>
    CompareNotEqual,

    /// <summary><c>&lt;=</c></summary>
    CompareLessOrEqual,

    /// <summary><c>&gt;=</c></summary>
    CompareGreaterOrEqual,

    /// <summary><c>&lt;</c></summary>
    CompareLess,

    /// <summary><c>&gt;</c></summary>
    CompareGreater,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>//</c>: division rounded down to a whole number.</summary>
    DivideRound,

    /// <summary><c>%</c></summary>
    Modulus,

    /// <summary><c>&lt;&lt;</c></summary>
    ShiftLeft,

    /// <summary><c>&gt;&gt;</c></summary>
    ShiftRight,

    /// <summary><c>..</c></summary>
    RangeInclude,

    /// <summary><c>..&lt;</c></summary>
    RangeExclude,
}

/// <summary>Two values and an operator.</summary>
public class ScriptBinaryExpression : ScriptExpression
{
    private readonly int _operatorStart;
    private readonly int _operatorEnd;

    internal ScriptBinaryExpression(ScriptExpression left, ScriptBinaryOperator op, ScriptExpression right, int operatorStart, int operatorEnd)
    {
        Left = left;
        Operator = op;
        Right = right;
        _operatorStart = operatorStart;
        _operatorEnd = operatorEnd;
    }

    /// <summary>The value before the operator.</summary>
    public ScriptExpression Left { get; }

    /// <summary>The operator.</summary>
    public ScriptBinaryOperator Operator { get; }

    /// <summary>The value after the operator.</summary>
    public ScriptExpression Right { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    internal Parsing.SourceSpan OperatorSpan => SpanOf(_operatorStart, _operatorEnd);

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
        if (Left is ScriptBinaryExpression)
        {
            context.CheckStack(this);
        }
        return Combine(context, Left.Evaluate(context));
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Left : Right;

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => Combine(context, Left.EvaluatePiped(context, piped));

    private object? Combine(TemplateContext context, object? left)
    {
        switch (Operator)
        {
            case ScriptBinaryOperator.EmptyCoalescing:
                return left ?? Right.Evaluate(context);
            case ScriptBinaryOperator.NotEmptyCoalescing:
                return left is null ? null : Right.Evaluate(context);
            case ScriptBinaryOperator.And:
                return Boxes.Of(context.ToBool(Left.Span, left) && context.ToBool(Right.Span, Right.Evaluate(context)));
            case ScriptBinaryOperator.Or:
                return Boxes.Of(context.ToBool(Left.Span, left) || context.ToBool(Right.Span, Right.Evaluate(context)));
            default:
                return Evaluation.BinaryOperation.Evaluate(context, this, Operator, left, Right.Evaluate(context));
        }
    }
}

/// <summary>The operators before one value.</summary>
public enum ScriptUnaryOperator
{
    /// <summary><c>!</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>@</c>: a function itself instead of its result.</summary>
    FunctionAlias,

    /// <summary><c>^</c>: the items of a list as arguments.</summary>
    FunctionParametersExpand,
}

/// <summary>One value and an operator before it.</summary>
public class ScriptUnaryExpression : ScriptExpression
{
    internal ScriptUnaryExpression(ScriptUnaryOperator op, ScriptExpression right)
    {
        Operator = op;
        Right = right;
    }

    /// <summary>The operator.</summary>
    public ScriptUnaryOperator Operator { get; }

    /// <summary>The value.</summary>
    public ScriptExpression Right { get; }

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
        context.CheckStack(this);
        return Operator == ScriptUnaryOperator.FunctionAlias ? Right.EvaluateAlias(context) : Apply(context, Right.Evaluate(context));
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Right;

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => Apply(context, Right.EvaluatePiped(context, piped));

    private object? Apply(TemplateContext context, object? value) => Operator switch
    {
        ScriptUnaryOperator.Not => Boxes.Of(!context.ToBool(Right.Span, value)),
        ScriptUnaryOperator.Negate => Evaluation.UnaryOperation.Negate(this, value),
        ScriptUnaryOperator.Plus => Evaluation.UnaryOperation.Plus(this, value),
        _ => value,
    };
}

/// <summary>Counts a variable up or down: <c>++x</c>, <c>x--</c>.</summary>
public class ScriptIncrementDecrementExpression : ScriptExpression
{
    internal ScriptIncrementDecrementExpression(ScriptExpression target, bool isIncrement, bool isPostfix)
    {
        Target = target;
        IsIncrement = isIncrement;
        IsPostfix = isPostfix;
    }

    /// <summary>The variable, member or item.</summary>
    public ScriptExpression Target { get; }

    /// <summary>Up or down.</summary>
    public bool IsIncrement { get; }

    /// <summary>Whether the value is the one before the count.</summary>
    public bool IsPostfix { get; }

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
        var before = Target.Evaluate(context);
        var after = Evaluation.BinaryOperation.Evaluate(context, this, IsIncrement ? ScriptBinaryOperator.Add : ScriptBinaryOperator.Subtract, before, Boxes.Of(1));
        Target.Assign(context, after);
        return IsPostfix ? before : after;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Target;
}

/// <summary>One of two values: <c>condition ? a : b</c>.</summary>
public class ScriptConditionalExpression : ScriptExpression
{
    internal ScriptConditionalExpression(ScriptExpression condition, ScriptExpression thenValue, ScriptExpression elseValue)
    {
        Condition = condition;
        ThenValue = thenValue;
        ElseValue = elseValue;
    }

    /// <summary>What decides.</summary>
    public ScriptExpression Condition { get; }

    /// <summary>The value where the condition is true.</summary>
    public ScriptExpression ThenValue { get; }

    /// <summary>The value where it is not.</summary>
    public ScriptExpression ElseValue { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 3;

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
        return context.ToBool(Condition.Span, Condition.Evaluate(context)) ? ThenValue.Evaluate(context) : ElseValue.Evaluate(context);
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index switch { 0 => Condition, 1 => ThenValue, _ => ElseValue };
}

/// <summary>An expression in parentheses. A function written out there is called; <c>@(do … end)</c> leaves it a function.</summary>
public class ScriptNestedExpression : ScriptExpression
{
    internal ScriptNestedExpression(ScriptExpression expression) => Expression = expression;

    /// <summary>The expression inside.</summary>
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
        context.CheckStack(this);
        return Expression is ScriptAnonymousFunction { Function: var function } ? context.Call(function, this) : Expression.Evaluate(context);
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Expression;

    internal override object? EvaluateAlias(TemplateContext context) => Expression.EvaluateAlias(context);

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => context.CallPiped(Expression.EvaluateAlias(context), this, piped);

    internal override void Assign(TemplateContext context, object? value)
    {
        if (Expression is not (ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression))
        {
            throw new ScriptRuntimeException(Expression.Span, Say.It($"A value cannot be assigned to '{this}'; only a variable, a member or an item can take one."));
        }
        Expression.Assign(context, value);
    }
}

/// <summary>Gives a variable, a member or an item a value: <c>target = value</c>, <c>target += value</c>.</summary>
public class ScriptAssignExpression : ScriptExpression
{
    internal ScriptAssignExpression(ScriptExpression target, ScriptBinaryOperator op, ScriptExpression value)
    {
        Target = target;
        Operator = op;
        Value = value;
    }

    /// <summary>What takes the value.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The operator before <c>=</c>; none for a plain assignment.</summary>
    public ScriptBinaryOperator Operator { get; }

    /// <summary>The value.</summary>
    public ScriptExpression Value { get; }

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
        object? value;
        if (Operator == ScriptBinaryOperator.None)
        {
            value = Value.Evaluate(context);
        }
        else
        {
            var left = Target.Evaluate(context);
            if (Operator == ScriptBinaryOperator.EmptyCoalescing)
            {
                if (left is null)
                {
                    Target.Assign(context, Value.Evaluate(context));
                }
                return null;
            }
            value = Evaluation.BinaryOperation.Evaluate(context, this, Operator, left, Value.Evaluate(context));
        }
        Target.Assign(context, value);
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Target : Value;
}
