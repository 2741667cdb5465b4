using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A value that is worked out when a template first asks for it, and once only.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="valueFactory">Works the value out; its failure is a failure of the template that asks.</param>
public sealed class ScriptLazy<T>(Func<T> valueFactory) : IScriptCustomFunction
{
    private readonly Lazy<T> _value = new(valueFactory);

    /// <summary>The value.</summary>
    public T Value => _value.Value;

    /// <inheritdoc />
    public int RequiredParameterCount => 0;

    /// <inheritdoc />
    public int ParameterCount => 0;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.None;

    /// <inheritdoc />
    public Type ReturnType => typeof(T);

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <inheritdoc />
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Awaiting.ResultOf(_value.Value, context.CancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
