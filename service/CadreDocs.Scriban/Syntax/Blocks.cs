using System.Text;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A whole parsed template.</summary>
public class ScriptPage : ScriptStatement
{
    internal ScriptPage(ScriptBlockStatement body) => Body = body;

    /// <summary>The statements.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Body.Evaluate(context);

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Body;
}

/// <summary>Statements one after the other.</summary>
public class ScriptBlockStatement : ScriptStatement
{
    private readonly ScriptStatement[] _statements;

    internal ScriptBlockStatement(ScriptStatement[] statements) => _statements = statements;

    /// <summary>The statements in their order.</summary>
    public IReadOnlyList<ScriptStatement> Statements => _statements;

    /// <inheritdoc />
    public override int ChildrenCount => _statements.Length;

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
        context.CheckAbort(this);
        object? result = null;
        foreach (var statement in _statements)
        {
            result = statement.Evaluate(context);
            if (context.Flow != FlowState.None)
            {
                break;
            }
        }
        return result;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => _statements[index];
}

/// <summary>Text that goes to the output as it stands.</summary>
public class ScriptRawStatement : ScriptStatement
{
    private byte[]? _utf8;

    /// <summary>The text.</summary>
    public string Text => ToString();

    /// <inheritdoc />
    public override bool CanOutput => true;

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
        context.WriteLiteral(this);
        return context.EnableOutput ? null : Text;
    }

    /// <summary>The text as UTF-8, made once for outputs that copy bytes.</summary>
    internal ReadOnlySpan<byte> Utf8 => _utf8 ??= Encoding.UTF8.GetBytes(Text);
}

/// <summary>An expression whose value goes to the output.</summary>
public class ScriptExpressionStatement : ScriptStatement
{
    internal ScriptExpressionStatement(ScriptExpression expression) => Expression = expression;

    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; }

    /// <inheritdoc />
    public override bool CanOutput => true;

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
        if (context.RenderRuntimeException is not null)
        {
            return EvaluateOrExplain(context);
        }
        var value = EvaluateStatement(context);
        if (value is null || !context.EnableOutput)
        {
            return value;
        }
        context.Write(Expression.Span, value);
        return null;
    }

    private object? EvaluateStatement(TemplateContext context)
    {
        if (context.ErrorForStatementFunctionAsExpression)
        {
            context.BeginStatement(Expression);
        }
        return Expression.Evaluate(context);
    }

    private object? EvaluateOrExplain(TemplateContext context)
    {
        try
        {
            var value = EvaluateStatement(context);
            if (value is null || !context.EnableOutput)
            {
                return value;
            }
            context.Write(Expression.Span, value);
        }
        catch (ScriptRuntimeException failure) when (failure is not ScriptAbortException && context.EnableOutput)
        {
            context.Write(context.RenderRuntimeException!(failure));
        }
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Expression;
}

/// <summary>Begins or ends the indentation of a code block that stands alone on its line.</summary>
internal sealed class ScriptIndentStatement(string? indent) : ScriptStatement
{
    public override object? Evaluate(TemplateContext context)
    {
        context.Indent(indent);
        return null;
    }
}

/// <summary><c>if … else if … else … end</c></summary>
public class ScriptIfStatement : ScriptStatement
{
    internal ScriptIfStatement(ScriptExpression condition, ScriptBlockStatement then, ScriptStatement? elseBranch)
    {
        Condition = condition;
        Then = then;
        Else = elseBranch;
    }

    /// <summary>What decides.</summary>
    public ScriptExpression Condition { get; }

    /// <summary>The statements where the condition is true.</summary>
    public ScriptBlockStatement Then { get; }

    /// <summary>The next <c>else if</c>, the statements of <c>else</c>, or null.</summary>
    public ScriptStatement? Else { get; }

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
        return context.ToBool(Condition.Span, Condition.Evaluate(context)) ? Then.Evaluate(context) : Else?.Evaluate(context);
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index switch { 0 => Condition, 1 => Then, _ => Else };
}

/// <summary>One <c>when</c> of a <c>case</c>.</summary>
public class ScriptWhenStatement : ScriptStatement
{
    private readonly ScriptExpression[] _values;

    internal ScriptWhenStatement(ScriptExpression[] values, ScriptBlockStatement body)
    {
        _values = values;
        Body = body;
    }

    /// <summary>The values that fit.</summary>
    public IReadOnlyList<ScriptExpression> Values => _values;

    /// <summary>What happens then.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override int ChildrenCount => _values.Length + 1;

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Body.Evaluate(context);

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index < _values.Length ? _values[index] : Body;

    internal bool Fits(TemplateContext context, object? value)
    {
        foreach (var candidate in _values)
        {
            var result = Evaluation.BinaryOperation.Evaluate(context, candidate, ScriptBinaryOperator.CompareEqual, value, candidate.Evaluate(context));
            if (result is true)
            {
                return true;
            }
        }
        return false;
    }
}

/// <summary><c>case … when … else … end</c></summary>
public class ScriptCaseStatement : ScriptStatement
{
    private readonly ScriptWhenStatement[] _whens;

    internal ScriptCaseStatement(ScriptExpression value, ScriptWhenStatement[] whens, ScriptBlockStatement? elseBranch)
    {
        Value = value;
        _whens = whens;
        Else = elseBranch;
    }

    /// <summary>The value that is compared.</summary>
    public ScriptExpression Value { get; }

    /// <summary>The choices in their order.</summary>
    public IReadOnlyList<ScriptWhenStatement> Whens => _whens;

    /// <summary>What happens where no choice fits; null for nothing.</summary>
    public ScriptBlockStatement? Else { get; }

    /// <inheritdoc />
    public override int ChildrenCount => _whens.Length + 2;

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
        var value = Value.Evaluate(context);
        foreach (var when in _whens)
        {
            if (when.Fits(context, value))
            {
                return when.Evaluate(context);
            }
        }
        return Else?.Evaluate(context);
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Value : index <= _whens.Length ? _whens[index - 1] : Else;
}

/// <summary><c>capture variable … end</c>: the output of the block becomes a string.</summary>
public class ScriptCaptureStatement : ScriptStatement
{
    internal ScriptCaptureStatement(ScriptExpression target, ScriptBlockStatement body)
    {
        Target = target;
        Body = body;
    }

    /// <summary>What takes the string.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The statements whose output is captured.</summary>
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
        var (text, result) = context.Capture(Body);
        Target.Assign(context, text);
        return context.Flow == FlowState.Return ? result : null;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Target : Body;
}

/// <summary><c>with object … end</c>: unprefixed names belong to the object.</summary>
public class ScriptWithStatement : ScriptStatement
{
    internal ScriptWithStatement(ScriptExpression target, ScriptBlockStatement body)
    {
        Target = target;
        Body = body;
    }

    /// <summary>The object.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The statements.</summary>
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
        var target = Target.Evaluate(context);
        if (target is not IScriptObject scriptObject)
        {
            throw new ScriptRuntimeException(Target.Span, Say.It($"'{Target}' cannot be used with 'with': it must be an object, but it is {context.Describe(target)}."));
        }
        context.PushGlobal(scriptObject);
        try
        {
            return Body.Evaluate(context);
        }
        finally
        {
            context.PopGlobal();
        }
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Target : Body;
}

/// <summary><c>wrap function arguments … end</c>: the function runs the block with <c>$$</c>.</summary>
public class ScriptWrapStatement : ScriptStatement
{
    internal ScriptWrapStatement(ScriptExpression target, ScriptBlockStatement body)
    {
        Target = target;
        Body = body;
    }

    /// <summary>The function, with its arguments.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The block.</summary>
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
        var call = Target as ScriptFunctionCall;
        if (call is null && Target is not (ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression))
        {
            throw new ScriptRuntimeException(Target.Span, Say.It($"'wrap' needs a function with its arguments, but '{Target}' is another expression."));
        }
        var result = call is null
            ? context.Call(context.RequireFunction(Target, Target.EvaluateAlias(context)), Target, Body)
            : context.CallFunction(call, call.Target.EvaluateAlias(context), hasPiped: false, default, Body);
        if (result is null || !context.EnableOutput)
        {
            return result;
        }
        context.Write(Target.Span, result);
        return null;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Target : Body;
}
