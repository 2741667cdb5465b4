using System.Text;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A number, a string, a boolean or null.</summary>
public class ScriptLiteral : ScriptExpression
{
    /// <summary>Creates a literal.</summary>
    /// <param name="value">Its value.</param>
    public ScriptLiteral(object? value) => Value = value;

    /// <summary>The value.</summary>
    public object? Value { get; }

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Value;
}

/// <summary>A string with expressions in it: <c>$"text {expression}"</c>.</summary>
public class ScriptInterpolatedExpression : ScriptExpression
{
    internal ScriptInterpolatedExpression(IReadOnlyList<ScriptExpression> parts) => Parts = parts;

    /// <summary>Texts and expressions in their order.</summary>
    public IReadOnlyList<ScriptExpression> Parts { get; }

    /// <inheritdoc />
    public override int ChildrenCount => Parts.Count;

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
        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            text.Append(context.ObjectToString(part.Evaluate(context)));
            context.CheckLength(this, text.Length);
        }
        return text.ToString();
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Parts[index];
}

/// <summary>A list written out: <c>[1, 2, 3]</c>.</summary>
public class ScriptArrayInitializerExpression : ScriptExpression
{
    internal ScriptArrayInitializerExpression(IReadOnlyList<ScriptExpression> values) => Values = values;

    /// <summary>The items.</summary>
    public IReadOnlyList<ScriptExpression> Values { get; }

    /// <inheritdoc />
    public override int ChildrenCount => Values.Count;

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
        var array = new ScriptArray(Values.Count);
        for (var i = 0; i < Values.Count; i++)
        {
            var value = Values[i];
            if (value is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } expand)
            {
                array.AddRange(context.ToList(expand.Span, expand.Right.Evaluate(context)) ?? Array.Empty<object>());
            }
            else
            {
                array.Add(value.Evaluate(context));
            }
        }
        return array;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Values[index];
}

/// <summary>An object written out: <c>{ name: value }</c>.</summary>
public class ScriptObjectInitializerExpression : ScriptExpression
{
    private readonly string[] _names;
    private readonly ScriptExpression[] _values;

    internal ScriptObjectInitializerExpression(string[] names, ScriptExpression[] values)
    {
        _names = names;
        _values = values;
    }

    /// <summary>The member names, in their order.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <inheritdoc />
    public override int ChildrenCount => _values.Length;

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
        var result = new ScriptObject(_names.Length);
        for (var i = 0; i < _names.Length; i++)
        {
            result[_names[i]] = _values[i].Evaluate(context);
        }
        return result;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => _values[index];
}
