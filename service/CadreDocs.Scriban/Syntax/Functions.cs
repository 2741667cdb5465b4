using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A parameter of a function written in a template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Default">The value where the caller gives none; null for a required parameter.</param>
/// <param name="IsVariadic">Whether it takes all remaining arguments.</param>
internal sealed record ScriptParameter(ScriptVariable Name, ScriptExpression? Default, bool IsVariadic);

/// <summary><c>func name … end</c>, <c>func name(a, b) … end</c>, <c>name(a) = expression</c>, <c>do … end</c>.</summary>
public class ScriptFunction : ScriptStatement, IScriptCustomFunction
{
    private readonly ScriptParameter[]? _parameters;

    internal ScriptFunction(ScriptVariable? name, ScriptParameter[]? parameters, ScriptStatement body)
    {
        NameOrDoToken = name;
        _parameters = parameters;
        Body = body;
    }

    /// <summary>The name; null for an anonymous function.</summary>
    public ScriptVariable? NameOrDoToken { get; }

    /// <summary>The statements.</summary>
    public ScriptStatement Body { get; }

    /// <summary>Whether the function declares parameters, and so opens its own object.</summary>
    public bool HasParameters => _parameters is not null;

    /// <inheritdoc />
    public override int ChildrenCount => 2;

    /// <inheritdoc />
    public int RequiredParameterCount => _parameters?.Count(p => p.Default is null && !p.IsVariadic) ?? 0;

    /// <inheritdoc />
    public int ParameterCount => _parameters?.Length ?? 0;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind => _parameters is null ? ScriptVarParamKind.Direct : _parameters.Any(p => p.IsVariadic) ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    internal ScriptParameter[]? Parameters => _parameters;

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) =>
        _parameters is { } parameters && index < parameters.Length ? new ScriptParameterInfo(typeof(object), parameters[index].Name.Name) : new ScriptParameterInfo(typeof(object), string.Empty);

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <summary>Declares the function; calling it is <see cref="Invoke"/>.</summary>
    public override object? Evaluate(TemplateContext context)
    {
        if (NameOrDoToken is null)
        {
            return this;
        }
        NameOrDoToken.Assign(context, this);
        return null;
    }

    /// <inheritdoc />
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RunFunction(this, callerContext ?? this, arguments, blockStatement);
    }

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? NameOrDoToken : Body;
}

/// <summary>A function as a value: <c>do … end</c>.</summary>
public class ScriptAnonymousFunction : ScriptExpression
{
    internal ScriptAnonymousFunction(ScriptFunction function) => Function = function;

    /// <summary>The function.</summary>
    public ScriptFunction Function { get; }

    /// <inheritdoc />
    public override int ChildrenCount => 1;

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Function;

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Function;

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => context.CallPiped(Function, this, piped);
}

/// <summary>An expression as the body of <c>name(a) = expression</c>.</summary>
internal sealed class ScriptExpressionBody(ScriptExpression expression) : ScriptStatement
{
    public override int ChildrenCount => 1;

    public override object? Evaluate(TemplateContext context) => expression.Evaluate(context);

    protected override ScriptNode? GetChildrenImpl(int index) => expression;
}
