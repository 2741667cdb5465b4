using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Blocks, and the statements that begin with a word.</summary>
internal sealed partial class Parser
{
    private bool _inCode;
    private bool _indented;
    private bool _inWhen;
    private int _functions;
    private int _codeStart;

    /// <summary>Reads statements up to <c>end</c>, <c>else</c> or <c>when</c>, which stay unread; or up to the end of the template.</summary>
    private ScriptBlockStatement ParseBlock(string owner, bool end)
    {
        var start = Current.Start;
        var statements = new List<ScriptStatement>();
        if (Enter())
        {
            _inCode |= _mode == ScriptMode.ScriptOnly;
            while (Current.Type != TokenType.Eof)
            {
                if (_inCode && IsBlockEnd(Current))
                {
                    if (end)
                    {
                        break;
                    }
                    Error(Current, Say.It($"'{WordsOf(Current)}' stands here without a block that it could belong to."));
                    Next();
                    continue;
                }
                var before = _at;
                if (ParseStatement() is { } statement)
                {
                    statements.Add(statement);
                }
                if (_at == before)
                {
                    Next();
                }
            }
        }
        Leave();
        _ = owner;
        return Place(new ScriptBlockStatement([.. statements]), Math.Min(start, _previousEnd));
    }

    private bool IsBlockEnd(Token token) => token.Type == TokenType.Identifier
        && TextOf(token) is "end" or "else" or "when"
        && Peek().Type is not (TokenType.Dot or TokenType.Equal);

    private ScriptStatement? ParseStatement()
    {
        var token = Current;
        switch (token.Type)
        {
            case TokenType.Raw or TokenType.Escape:
                Next();
                return Place(new ScriptRawStatement(), token.Start);
            case TokenType.CodeEnter:
                return EnterCode();
            case TokenType.CodeExit:
                Next();
                _inCode = false;
                var ended = _indented ? Place(new ScriptIndentStatement(null), token.Start) : null;
                _indented = false;
                return ended;
            case TokenType.NewLine or TokenType.SemiColon:
                Next();
                return null;
            case TokenType.Identifier when Peek().Type is not (TokenType.Dot or TokenType.Equal) || IsWord(token, "ret"):
                return ParseWord(token) ?? ParseExpressionStatement();
            default:
                return ParseExpressionStatement();
        }
    }

    private ScriptIndentStatement? EnterCode()
    {
        var indent = _lexer.IndentAt(_at);
        var token = Next();
        _inCode = true;
        _codeStart = token.Start;
        if (indent < 0 && (_functions == 0 || !IsFirstOnLine(token)))
        {
            return null;
        }
        _indented = true;
        return Place(new ScriptIndentStatement(indent < 0 ? string.Empty : _text[indent..token.Start]), token.Start);
    }

    /// <summary>Whether nothing but blanks stands before a block on its line. Such a block in a function writes without the indentation of the caller, even where its own blanks are stripped.</summary>
    private bool IsFirstOnLine(Token token)
    {
        var at = token.Start - 1;
        while (at >= 0 && _text[at] is ' ' or '\t')
        {
            at--;
        }
        return at >= 0 && _text[at] == '\n';
    }

    private ScriptStatement? ParseWord(Token token)
    {
        var start = token.Start;
        switch (TextOf(token))
        {
            case "if": Next(); return ParseIf(start);
            case "for": Next(); return ParseFor(start, isTable: false);
            case "tablerow": Next(); return ParseFor(start, isTable: true);
            case "while": Next(); return ParseWhile(start);
            case "case": Next(); return ParseCase(start);
            case "capture": Next(); return ParseTargetBlock(start, "capture", static (target, body) => new ScriptCaptureStatement(target, body));
            case "with": Next(); return ParseTargetBlock(start, "with", static (target, body) => new ScriptWithStatement(target, body));
            case "wrap": Next(); return ParseTargetBlock(start, "wrap", static (target, body) => new ScriptWrapStatement(target, body));
            case "func" when Peek().Type is TokenType.Identifier or TokenType.IdentifierSpecial: Next(); return ParseFunction(start);
            case "break": Next(); return EndStatement(Place(new ScriptBreakStatement(), start));
            case "continue": Next(); return EndStatement(Place(new ScriptContinueStatement(), start));
            case "import": Next(); return ParseImport(start);
            case "readonly": Next(); return ParseReadOnly(start);
            case "ret":
                Next();
                var value = IsStatementEnd(Current) ? null : ParseExpression();
                return EndStatement(Place(new ScriptReturnStatement(value), start));
            default: return null;
        }
    }

    private static bool IsStatementEnd(Token token) => token.Type is TokenType.NewLine or TokenType.SemiColon or TokenType.CodeExit or TokenType.Eof;

    /// <summary>Makes sure nothing else stands in the statement; otherwise says so and skips it.</summary>
    private T? EndStatement<T>(T? statement) where T : ScriptStatement
    {
        if (IsStatementEnd(Current))
        {
            return statement;
        }
        Error(Current, Say.It($"{Show(Current)} does not belong here; the statement should end with the line, ';' or '}}}}'."));
        while (!IsStatementEnd(Current))
        {
            Next();
        }
        return statement;
    }

    private ScriptStatement? ParseExpressionStatement()
    {
        var start = Current.Start;
        if (ParseExpression(allowAssignment: true) is not { } expression)
        {
            SkipStatement();
            return null;
        }
        if (expression is ScriptFunctionHolder holder)
        {
            return EndStatement(holder.Function);
        }
        return EndStatement(Place(new ScriptExpressionStatement(expression), start));
    }

    private void SkipStatement()
    {
        while (!IsStatementEnd(Current))
        {
            Next();
        }
    }

    /// <summary>The expression of a statement; says what is missing.</summary>
    private ScriptExpression? Expect(string statement, bool inLoop = false)
    {
        if (IsStatementEnd(Current))
        {
            Error(Current, Say.It($"After '{statement}' an expression is expected instead of {Show(Current)}."));
            return null;
        }
        var expression = ParseExpression(inLoop: inLoop);
        if (expression is null)
        {
            SkipStatement();
        }
        return expression;
    }

    private void ExpectEnd(int start, string owner)
    {
        if (IsWord(Current, "end") && _inCode)
        {
            Next();
            EndStatement<ScriptStatement>(null);
            return;
        }
        Error(start, start + owner.Length, Say.It($"'{owner}' is never closed; it needs an 'end'."));
    }

    private ScriptIfStatement? ParseIf(int start)
    {
        if (!Enter())
        {
            Leave();
            return null;
        }
        var condition = Expect("if");
        EndStatement<ScriptStatement>(null);
        var then = ParseBlock("if", end: true);
        ScriptStatement? otherwise = null;
        if (IsWord(Current, "else"))
        {
            var elseStart = Next().Start;
            if (IsWord(Current, "if"))
            {
                Next();
                otherwise = ParseIf(elseStart);
                Leave();
                return condition is null ? null : Place(new ScriptIfStatement(condition, then, otherwise), start);
            }
            EndStatement<ScriptStatement>(null);
            otherwise = ParseBlock("else", end: true);
        }
        ExpectEnd(start, "if");
        Leave();
        return condition is null ? null : Place(new ScriptIfStatement(condition, then, otherwise), start);
    }

    private ScriptBlockStatement? ParseElse()
    {
        if (!IsWord(Current, "else"))
        {
            return null;
        }
        Next();
        EndStatement<ScriptStatement>(null);
        return ParseBlock("else", end: true);
    }

    private ScriptForStatement? ParseFor(int start, bool isTable)
    {
        var word = isTable ? "tablerow" : "for";
        var variable = Current.Type is TokenType.Identifier or TokenType.IdentifierSpecial ? ParseVariable() as ScriptVariable : null;
        if (variable is not (ScriptVariableGlobal or ScriptVariableLocal))
        {
            Error(start, start + word.Length, Say.It($"After '{word}' the name of a variable is expected instead of {Show(Current)}."));
            SkipStatement();
            variable = null;
        }
        else if (!IsWord(Current, "in"))
        {
            Error(start, start + word.Length, Say.It($"After '{word} {variable}' the word 'in' is expected instead of {Show(Current)}."));
            SkipStatement();
            variable = null;
        }
        else
        {
            Next();
        }
        var iterator = variable is null ? null : Expect(word, inLoop: true);
        var options = new List<ScriptNamedArgument>();
        while (Current.Type == TokenType.Identifier && ParseNamedArgument(allowBare: true) is { } option)
        {
            options.Add(option);
        }
        EndStatement<ScriptStatement>(null);
        var body = ParseBlock(word, end: true);
        var otherwise = ParseElse();
        ExpectEnd(start, word);
        if (variable is null || iterator is null)
        {
            return null;
        }
        return isTable
            ? Place(new ScriptTableRowStatement(variable, iterator, [.. options], body, otherwise), start)
            : Place(new ScriptForStatement(variable, iterator, [.. options], body, otherwise), start);
    }

    private ScriptWhileStatement? ParseWhile(int start)
    {
        var condition = Expect("while");
        EndStatement<ScriptStatement>(null);
        var body = ParseBlock("while", end: true);
        ExpectEnd(start, "while");
        return condition is null ? null : Place(new ScriptWhileStatement(condition, body), start);
    }

    private ScriptCaseStatement? ParseCase(int start)
    {
        var value = Expect("case");
        EndStatement<ScriptStatement>(null);
        while (Current.Type is TokenType.NewLine or TokenType.SemiColon or TokenType.CodeEnter or TokenType.CodeExit
            || (Current.Type == TokenType.Raw && TextOf(Current).IsWhiteSpace()))
        {
            _inCode = Current.Type switch { TokenType.CodeEnter => true, TokenType.CodeExit => false, _ => _inCode };
            Next();
        }
        var whens = new List<ScriptWhenStatement>();
        while (_inCode && IsWord(Current, "when"))
        {
            var whenStart = Next().Start;
            var values = ParseWhenValues();
            EndStatement<ScriptStatement>(null);
            var body = ParseBlock("when", end: true);
            whens.Add(Place(new ScriptWhenStatement(values, body), whenStart));
        }
        if (whens.Count == 0)
        {
            Error(Current, Say.It($"After 'case' a 'when' is expected instead of {Show(Current)}."));
        }
        var otherwise = ParseElse();
        ExpectEnd(start, "case");
        return value is null ? null : Place(new ScriptCaseStatement(value, [.. whens], otherwise), start);
    }

    private ScriptExpression[] ParseWhenValues()
    {
        var values = new List<ScriptExpression>();
        _inWhen = true;
        do
        {
            if (ParseExpression(inWhen: true) is { } value)
            {
                values.Add(value);
            }
            else
            {
                SkipStatement();
            }
        }
        while (Accept(TokenType.Comma) || Accept(TokenType.DoublePipe));
        _inWhen = false;
        return [.. values];
    }

    private ScriptStatement? ParseTargetBlock(int start, string word, Func<ScriptExpression, ScriptBlockStatement, ScriptStatement> create)
    {
        var target = Expect(word);
        EndStatement<ScriptStatement>(null);
        var body = ParseBlock(word, end: true);
        ExpectEnd(start, word);
        return target is null ? null : Place(create(target, body), start);
    }

    private ScriptImportStatement? ParseImport(int start)
    {
        var expression = Expect("import");
        return EndStatement(expression is null ? null : Place(new ScriptImportStatement(expression), start));
    }

    private ScriptReadOnlyStatement? ParseReadOnly(int start)
    {
        if (ParseExpression() is ScriptVariable variable and (ScriptVariableGlobal or ScriptVariableLocal))
        {
            return EndStatement(Place(new ScriptReadOnlyStatement(variable), start));
        }
        Error(start, start + 8, Say.It($"After 'readonly' the name of a variable is expected."));
        SkipStatement();
        return null;
    }
}
