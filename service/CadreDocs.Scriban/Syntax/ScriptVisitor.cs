namespace Scriban.Syntax;

/// <summary>Walks a parsed template, for example to list the variables it uses.</summary>
public abstract class ScriptVisitor
{
    /// <summary>Visits a node; does nothing for null.</summary>
    public virtual void Visit(ScriptNode? node) => node?.Accept(this);

    /// <summary>Visits a global variable.</summary>
    public virtual void Visit(ScriptVariableGlobal node) => DefaultVisit(node);

    /// <summary>Visits a local variable.</summary>
    public virtual void Visit(ScriptVariableLocal node) => DefaultVisit(node);

    /// <summary>Visits a member access.</summary>
    public virtual void Visit(ScriptMemberExpression node) => DefaultVisit(node);

    /// <summary>Visits an item access.</summary>
    public virtual void Visit(ScriptIndexerExpression node) => DefaultVisit(node);

    /// <summary>Visits a call.</summary>
    public virtual void Visit(ScriptFunctionCall node) => DefaultVisit(node);

    /// <summary>Visits a pipe.</summary>
    public virtual void Visit(ScriptPipeCall node) => DefaultVisit(node);

    /// <summary>Visits an assignment.</summary>
    public virtual void Visit(ScriptAssignExpression node) => DefaultVisit(node);

    /// <summary>Visits a for loop.</summary>
    public virtual void Visit(ScriptForStatement node) => DefaultVisit(node);

    /// <summary>Visits a function.</summary>
    public virtual void Visit(ScriptFunction node) => DefaultVisit(node);

    /// <summary>Visits plain text.</summary>
    public virtual void Visit(ScriptRawStatement node) => DefaultVisit(node);

    /// <summary>Visits the children of a node; every other method ends here unless overridden.</summary>
    public virtual void DefaultVisit(ScriptNode? node)
    {
        if (node is null)
        {
            return;
        }
        for (var i = 0; i < node.ChildrenCount; i++)
        {
            Visit(node.GetChildren(i));
        }
    }
}
