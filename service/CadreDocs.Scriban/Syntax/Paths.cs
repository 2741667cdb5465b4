
namespace Scriban.Syntax;

/// <summary>A member of an object: <c>target.member</c>, <c>target?.member</c>.</summary>
public class ScriptMemberExpression : ScriptExpression
{
    internal int Slot;
    private readonly int _memberStart;

    internal ScriptMemberExpression(ScriptExpression target, string member, int memberStart, bool isOptional)
    {
        Target = target;
        MemberName = member;
        _memberStart = memberStart;
        IsOptional = isOptional;
        FollowsOptional = OptionalChain.Holds(target);
    }

    /// <summary>The object.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The name of the member.</summary>
    public string MemberName { get; }

    /// <summary>Whether a null object gives null instead of an error.</summary>
    public bool IsOptional { get; }

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
        var value = EvaluateAlias(context);
        return Evaluation.Values.IsFunction(value, out var function) ? context.Call(function, this) : value;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Target;

    /// <summary>Whether a <c>?.</c> further left may have ended the path, so that this link is not asked.</summary>
    internal bool FollowsOptional { get; }

    internal Parsing.SourceSpan MemberSpan => SpanOf(_memberStart, EndOffset);

    internal override object? EvaluateAlias(TemplateContext context)
    {
        if (Target is not ScriptVariable)
        {
            context.CheckStack(this);
        }
        return context.ReadMember(this, Target.Evaluate(context));
    }

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => context.CallPiped(EvaluateAlias(context), this, piped);

    internal override void Assign(TemplateContext context, object? value) => context.WriteMember(this, Target.Evaluate(context), value);
}

/// <summary>An item of a list or an object: <c>target[index]</c>.</summary>
public class ScriptIndexerExpression : ScriptExpression
{
    internal ScriptIndexerExpression(ScriptExpression target, ScriptExpression index)
    {
        Target = target;
        Index = index;
        FollowsOptional = OptionalChain.Holds(target);
    }

    /// <summary>The list or object.</summary>
    public ScriptExpression Target { get; }

    /// <summary>A position from 0, negative from the end, or a member name.</summary>
    public ScriptExpression Index { get; }

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
        var value = EvaluateAlias(context);
        return Evaluation.Values.IsFunction(value, out var function) ? context.Call(function, this) : value;
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => index == 0 ? Target : Index;

    internal bool FollowsOptional { get; }

    internal override object? EvaluateAlias(TemplateContext context)
    {
        if (Target is not ScriptVariable)
        {
            context.CheckStack(this);
        }
        var target = Target.Evaluate(context);
        if (FollowsOptional && target is null && context.PathEnded)
        {
            return null;
        }
        var index = Index.Evaluate(context);
        context.PathEnded = false;
        return context.ReadItem(this, target, index);
    }

    internal override object? EvaluatePiped(TemplateContext context, in PipedValue piped) => context.CallPiped(EvaluateAlias(context), this, piped);

    internal override void Assign(TemplateContext context, object? value)
    {
        var target = Target.Evaluate(context);
        context.WriteItem(this, target, Index.Evaluate(context), value);
    }
}

/// <summary>Whether an object or a list has nothing in it: <c>target.empty?</c>.</summary>
public class ScriptIsEmptyExpression : ScriptExpression
{
    internal ScriptIsEmptyExpression(ScriptExpression target) => Target = target;

    /// <summary>The object or list.</summary>
    public ScriptExpression Target { get; }

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
        return context.IsEmpty(Span, Target.Evaluate(context));
    }

    /// <inheritdoc />
    protected override ScriptNode? GetChildrenImpl(int index) => Target;
}

/// <summary>Paths with a <c>?.</c> in them: where its target is null, the rest of the path is left out and the whole is null.</summary>
internal static class OptionalChain
{
    public static bool Holds(ScriptExpression path) => path switch
    {
        ScriptMemberExpression member => member.IsOptional || member.FollowsOptional,
        ScriptIndexerExpression indexer => indexer.FollowsOptional,
        _ => false,
    };
}
