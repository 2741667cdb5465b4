using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Functions: <c>func</c>, <c>do</c>, and <c>name(a) = expression</c>.</summary>
internal sealed partial class Parser
{
    private ScriptFunction? ParseFunction(int start)
    {
        var name = ParseVariable() as ScriptVariable;
        var parameters = Current.Type == TokenType.OpenParen ? ParseParameters() : null;
        EndStatement<ScriptStatement>(null);
        _functions++;
        var body = ParseBlock("func", end: true);
        _functions--;
        ExpectEnd(start, "func");
        if (name is not (ScriptVariableGlobal or ScriptVariableLocal))
        {
            Error(start, start + 4, Say.It($"After 'func' a name is expected."));
            return null;
        }
        return Place(new ScriptFunction(name, parameters, body), start);
    }

    private ScriptAnonymousFunction ParseAnonymousFunction()
    {
        var start = Next().Start;
        var parameters = Current.Type == TokenType.OpenParen ? ParseParameters() : null;
        EndStatement<ScriptStatement>(null);
        var inWhen = _inWhen;
        _inWhen = false;
        _functions++;
        var body = ParseBlock("do", end: true);
        _functions--;
        _inWhen = inWhen;
        if (IsWord(Current, "end") && _inCode)
        {
            Next();
        }
        else
        {
            Error(start, start + 2, Say.It($"'do' is never closed; it needs an 'end'."));
        }
        var function = Place(new ScriptFunction(null, parameters, body), start);
        return Place(new ScriptAnonymousFunction(function), start);
    }

    private ScriptParameter[] ParseParameters()
    {
        Next();
        var parameters = new List<ScriptParameter>();
        SkipNewLines();
        while (Current.Type is not (TokenType.CloseParen or TokenType.Eof or TokenType.CodeExit))
        {
            var token = Current;
            if (token.Type != TokenType.Identifier || ParseVariable() is not ScriptVariableGlobal name)
            {
                Error(token, Say.It($"The name of a parameter is expected instead of {Show(token)}."));
                break;
            }
            var isVariadic = Accept(TokenType.TripleDot);
            ScriptExpression? preset = null;
            if (!isVariadic && Accept(TokenType.Equal))
            {
                preset = ParseExpression();
            }
            if (parameters.Count > 0 && parameters[^1] is { IsVariadic: true } or { Default: not null } && preset is null && !isVariadic)
            {
                Error(token, Say.It($"A parameter without a value cannot follow one that has a value or takes the rest."));
            }
            else if (parameters.Count > 0 && parameters[^1].IsVariadic)
            {
                Error(token, Say.It($"No parameter can follow one that takes the rest."));
            }
            parameters.Add(new ScriptParameter(name, preset, isVariadic));
            SkipNewLines();
            if (!Accept(TokenType.Comma))
            {
                break;
            }
            SkipNewLines();
        }
        if (!Accept(TokenType.CloseParen))
        {
            Error(Current, Say.It($"The parameters need a ')' instead of {Show(Current)}."));
            SkipStatement();
        }
        return [.. parameters];
    }

    /// <summary><c>name(a, b) = expression</c>; null where the left side is no such declaration.</summary>
    private ScriptFunctionHolder? ParseInlineFunction(ScriptExpression left)
    {
        if (left is not ScriptFunctionCall { ExplicitCall: true, Target: ScriptVariable and (ScriptVariableGlobal or ScriptVariableLocal) } call
            || !call.Arguments.All(argument => argument is ScriptVariableGlobal))
        {
            return null;
        }
        Next();
        var body = ParseExpression();
        if (body is null)
        {
            return null;
        }
        var parameters = call.Arguments.Select(argument => new ScriptParameter((ScriptVariableGlobal)argument, null, false)).ToArray();
        var statement = Place(new ScriptExpressionBody(body), body.StartOffset, body.EndOffset);
        var function = Place(new ScriptFunction((ScriptVariable)call.Target, parameters, statement), left.StartOffset);
        return Place(new ScriptFunctionHolder(function), left.StartOffset);
    }

    /// <summary>Carries a declaration out of the expression parser.</summary>
    private sealed class ScriptFunctionHolder(ScriptFunction function) : ScriptExpression
    {
        public ScriptFunction Function { get; } = function;

        public override object? Evaluate(TemplateContext context) => Function.Evaluate(context);
    }
}
