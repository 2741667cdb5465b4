namespace Scriban.Syntax;

/// <summary>Where a variable lives.</summary>
public enum ScriptVariableScope
{
    /// <summary>In an object: the model, the built-ins, the one of a <c>with</c> or of a function with parameters.</summary>
    Global,

    /// <summary>In the running function or page: <c>$name</c>.</summary>
    Local,
}

/// <summary>A name that stands for a value.</summary>
public abstract class ScriptVariable : ScriptExpression
{
    /// <summary>Last slot where the name was found in an object; only a hint, shared by all renders.</summary>
    internal int Slot;

    private protected ScriptVariable(string name) => Name = name;

    /// <summary>A variable of a kind.</summary>
    /// <param name="name">Its name, without a <c>$</c>.</param>
    /// <param name="scope">The kind.</param>
    public static ScriptVariable Create(string name, ScriptVariableScope scope) => scope == ScriptVariableScope.Local ? new ScriptVariableLocal(name) : new ScriptVariableGlobal(name);

    /// <summary>The name, without the <c>$</c> of a local variable.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        var value = EvaluateAlias(context);
        return Evaluation.Values.IsFunction(value, out var function) ? context.Call(function, this) : value;
    }

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => context.CallPiped(EvaluateAlias(context), this, piped);
}

/// <summary>A variable of the current object, of a loop, of the model or of the built-ins: <c>name</c>.</summary>
public class ScriptVariableGlobal : ScriptVariable
{
    /// <summary>Creates a variable.</summary>
    /// <param name="name">Its name.</param>
    public ScriptVariableGlobal(string name) : base(name) { }

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    internal override object? EvaluateAlias(TemplateContext context) => context.ReadGlobal(this);

    internal override void Assign(TemplateContext context, object? value) => context.WriteGlobal(this, value);
}

/// <summary>A variable of the current function or page: <c>$name</c>.</summary>
public class ScriptVariableLocal : ScriptVariable
{
    /// <summary>Creates a variable.</summary>
    /// <param name="name">Its name without the <c>$</c>.</param>
    public ScriptVariableLocal(string name) : base(name) { }

    /// <inheritdoc />
    public override void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }

    internal override object? EvaluateAlias(TemplateContext context) => context.ReadLocal(this);

    internal override void Assign(TemplateContext context, object? value) => context.WriteLocal(this, value);
}

/// <summary>The arguments of the current function, or one of them: <c>$</c>, <c>$0</c>.</summary>
/// <param name="name">The digits after the <c>$</c>; empty for all arguments.</param>
/// <param name="index">Which argument, from 0; -1 for all.</param>
internal sealed class ScriptVariableArgument(string name, int index) : ScriptVariable(name)
{
    internal override object? EvaluateAlias(TemplateContext context) => context.ReadArgument(index);

    internal override void Assign(TemplateContext context, object? value) => context.WriteArgument(this, index, value);
}

/// <summary>The block handed over by <c>wrap</c>: <c>$$</c>.</summary>
internal sealed class ScriptVariableBlock() : ScriptVariable("$")
{
    internal override object? EvaluateAlias(TemplateContext context) => context.RunWrappedBlock();
}

/// <summary>The special variables of a loop: <c>for</c>, <c>while</c>, <c>tablerow</c>.</summary>
internal sealed class ScriptVariableLoop(string name, LoopKind kind) : ScriptVariable(name)
{
    public LoopKind Kind { get; } = kind;

    internal override object? EvaluateAlias(TemplateContext context) => context.FindLoop(Kind);
}

internal enum LoopKind
{
    For,
    While,
    TableRow,
}

/// <summary>The object that unprefixed names are written to: <c>this</c>.</summary>
public class ScriptThisExpression : ScriptExpression
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
        return context.CurrentGlobal;
    }
}
