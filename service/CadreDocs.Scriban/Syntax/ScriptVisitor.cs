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

    /// <summary>Visits a whole template; does nothing for null.</summary>
    public virtual void Visit(ScriptPage? node) => DefaultVisit(node);

    /// <summary>Visits statements one after the other.</summary>
    public virtual void Visit(ScriptBlockStatement node) => DefaultVisit(node);

    /// <summary>Visits an expression that is a statement.</summary>
    public virtual void Visit(ScriptExpressionStatement node) => DefaultVisit(node);

    /// <summary>Visits an <c>if</c>.</summary>
    public virtual void Visit(ScriptIfStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>when</c>.</summary>
    public virtual void Visit(ScriptWhenStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>case</c>.</summary>
    public virtual void Visit(ScriptCaseStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>capture</c>.</summary>
    public virtual void Visit(ScriptCaptureStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>with</c>.</summary>
    public virtual void Visit(ScriptWithStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>wrap</c>.</summary>
    public virtual void Visit(ScriptWrapStatement node) => DefaultVisit(node);

    /// <summary>Visits a named argument.</summary>
    public virtual void Visit(ScriptNamedArgument node) => DefaultVisit(node);

    /// <summary>Visits a <c>do … end</c>.</summary>
    public virtual void Visit(ScriptAnonymousFunction node) => DefaultVisit(node);

    /// <summary>Visits a value written out.</summary>
    public virtual void Visit(ScriptLiteral node) => DefaultVisit(node);

    /// <summary>Visits a string with expressions in it.</summary>
    public virtual void Visit(ScriptInterpolatedExpression node) => DefaultVisit(node);

    /// <summary>Visits a list written out.</summary>
    public virtual void Visit(ScriptArrayInitializerExpression node) => DefaultVisit(node);

    /// <summary>Visits an object written out.</summary>
    public virtual void Visit(ScriptObjectInitializerExpression node) => DefaultVisit(node);

    /// <summary>Visits a <c>tablerow</c>.</summary>
    public virtual void Visit(ScriptTableRowStatement node) => Visit((ScriptForStatement)node);

    /// <summary>Visits a <c>while</c>.</summary>
    public virtual void Visit(ScriptWhileStatement node) => DefaultVisit(node);

    /// <summary>Visits an operator between two values.</summary>
    public virtual void Visit(ScriptBinaryExpression node) => DefaultVisit(node);

    /// <summary>Visits an operator before a value.</summary>
    public virtual void Visit(ScriptUnaryExpression node) => DefaultVisit(node);

    /// <summary>Visits a <c>++</c> or <c>--</c>.</summary>
    public virtual void Visit(ScriptIncrementDecrementExpression node) => DefaultVisit(node);

    /// <summary>Visits a <c>condition ? a : b</c>.</summary>
    public virtual void Visit(ScriptConditionalExpression node) => DefaultVisit(node);

    /// <summary>Visits an expression in parentheses.</summary>
    public virtual void Visit(ScriptNestedExpression node) => DefaultVisit(node);

    /// <summary>Visits an <c>.empty?</c>.</summary>
    public virtual void Visit(ScriptIsEmptyExpression node) => DefaultVisit(node);

    /// <summary>Visits a <c>break</c>.</summary>
    public virtual void Visit(ScriptBreakStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>continue</c>.</summary>
    public virtual void Visit(ScriptContinueStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>ret</c>.</summary>
    public virtual void Visit(ScriptReturnStatement node) => DefaultVisit(node);

    /// <summary>Visits an <c>import</c>.</summary>
    public virtual void Visit(ScriptImportStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>readonly</c>.</summary>
    public virtual void Visit(ScriptReadOnlyStatement node) => DefaultVisit(node);

    /// <summary>Visits a <c>this</c>.</summary>
    public virtual void Visit(ScriptThisExpression node) => DefaultVisit(node);

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
