using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Paths: a value followed by members, items, arguments in parentheses, <c>++</c> and <c>--</c>.</summary>
internal sealed partial class Parser
{
    private ScriptExpression? ParsePath()
    {
        var start = Current.Start;
        var path = ParsePrimary();
        var links = 0;
        while (path is not null)
        {
            var token = Current;
            var isGlued = token.Start == _previousEnd;
            if (++links > 1000)
            {
                Error(token, Say.It($"The path is too long."));
                return null;
            }
            switch (token.Type)
            {
                case TokenType.Dot or TokenType.QuestionDot:
                    path = ParseMember(path, start, token.Type == TokenType.QuestionDot);
                    break;
                case TokenType.OpenBracket when isGlued:
                    path = ParseIndexer(path, start);
                    break;
                case TokenType.OpenParen when isGlued && path is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression && token.Start == _previousEnd:
                    path = ParseExplicitCall(path, start);
                    break;
                case TokenType.DoublePlus or TokenType.DoubleMinus when path is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression:
                    Next();
                    RefuseCountingInWhen(token);
                    return Place(new ScriptIncrementDecrementExpression(path, token.Type == TokenType.DoublePlus, isPostfix: true), start);
                default:
                    return path;
            }
        }
        return null;
    }

    private void RefuseCountingInWhen(Token sign)
    {
        if (_inWhen)
        {
            Error(sign, Say.It($"'{WordsOf(sign)}' cannot stand in a 'when'; its values must not change anything."));
        }
    }

    private ScriptExpression? ParseMember(ScriptExpression target, int start, bool isOptional)
    {
        var dot = Next();
        var name = Current;
        if (name.Type != TokenType.Identifier)
        {
            Error(name, Say.It($"After '{WordsOf(dot)}' the name of a member is expected instead of {Show(name)}."));
            return null;
        }
        Next();
        if (TextOf(name) is "empty" && Current.Type == TokenType.Question && Current.Start == name.End)
        {
            Next();
            return Place(new ScriptIsEmptyExpression(target), start);
        }
        var member = NameOf(TextOf(name));
        if (target is ScriptVariableLoop { Kind: var kind } loop && !IsLoopMember(kind, member))
        {
            Error(loop.StartOffset, name.End, Say.It($"A loop has no '{loop.Name}.{member}'; it knows index, rindex, first, last, even, odd, length and changed."));
            return null;
        }
        return Place(new ScriptMemberExpression(target, member, name.Start, isOptional), start);
    }

    private static bool IsLoopMember(LoopKind kind, string member) => member switch
    {
        "index" or "first" or "even" or "odd" => true,
        "rindex" or "last" or "length" or "changed" => kind != LoopKind.While,
        "col" => kind == LoopKind.TableRow,
        _ => false,
    };

    private ScriptIndexerExpression? ParseIndexer(ScriptExpression target, int start)
    {
        Next();
        SkipNewLines();
        if (IsStatementEnd(Current) || Current.Type == TokenType.CloseBracket)
        {
            Error(Current, Say.It($"Between '[' and ']' a position or a name is expected instead of {Show(Current)}."));
            return null;
        }
        if (ParseExpression() is not { } index)
        {
            return null;
        }
        SkipNewLines();
        if (!Accept(TokenType.CloseBracket))
        {
            Error(Current, Say.It($"'[' needs a ']' instead of {Show(Current)}."));
            return null;
        }
        return Place(new ScriptIndexerExpression(target, index), start);
    }

    private ScriptFunctionCall? ParseExplicitCall(ScriptExpression target, int start)
    {
        Next();
        SkipNewLines();
        var arguments = new List<ScriptExpression>();
        while (Current.Type is not (TokenType.CloseParen or TokenType.Eof or TokenType.CodeExit))
        {
            ScriptExpression? argument;
            if (Current.Type == TokenType.Identifier && Peek().Type == TokenType.Colon)
            {
                var name = Next();
                Next();
                SkipNewLines();
                var value = ParseExpression();
                argument = value is null ? null : Place(new ScriptNamedArgument(NameOf(TextOf(name)), value), name.Start);
            }
            else
            {
                argument = ParseExpression();
            }
            if (argument is null)
            {
                return null;
            }
            arguments.Add(argument);
            SkipNewLines();
            if (!Accept(TokenType.Comma))
            {
                break;
            }
            SkipNewLines();
        }
        if (!Accept(TokenType.CloseParen))
        {
            Error(Current, Say.It($"The arguments need a ')' instead of {Show(Current)}."));
            return null;
        }
        return Place(new ScriptFunctionCall(target, [.. arguments], explicitCall: true), start);
    }

    private ScriptExpression? ParsePrimary()
    {
        var token = Current;
        switch (token.Type)
        {
            case TokenType.Identifier when IsWord(token, "do"):
                return ParseAnonymousFunction();
            case TokenType.Identifier or TokenType.IdentifierSpecial:
                return ParseVariable();
            case TokenType.Integer or TokenType.Hexadecimal or TokenType.Binary or TokenType.Float:
                return ParseNumber();
            case TokenType.String or TokenType.Verbatim or TokenType.InterpolatedWhole:
                return ParseString();
            case TokenType.InterpolatedBegin:
                return ParseInterpolated();
            case TokenType.OpenParen:
                return ParseNested();
            case TokenType.OpenBracket:
                return ParseArray();
            case TokenType.OpenBrace:
                return ParseObject();
            case TokenType.Invalid:
                Next();
                return null;
            default:
                Error(token, Say.It($"{Show(token)} cannot stand here; a value or a name is expected."));
                return null;
        }
    }

    private ScriptNestedExpression? ParseNested()
    {
        var open = Next();
        SkipNewLines();
        if (ParseExpression() is not { } inner)
        {
            return null;
        }
        SkipNewLines();
        if (!Accept(TokenType.CloseParen))
        {
            Error(Current, Say.It($"'(' needs a ')' instead of {Show(Current)}."));
            return null;
        }
        return Place(new ScriptNestedExpression(inner), open.Start);
    }

    private ScriptExpression ParseVariable()
    {
        var token = Next();
        var text = TextOf(token);
        ScriptExpression variable;
        if (token.Type == TokenType.IdentifierSpecial)
        {
            variable = text switch
            {
                "$" => new ScriptVariableArgument(string.Empty, -1),
                "$$" => new ScriptVariableBlock(),
                _ when char.IsAsciiDigit(text[1]) => new ScriptVariableArgument(text[1..].ToString(), int.TryParse(text[1..], System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : int.MaxValue),
                _ => new ScriptVariableLocal(NameOf(text[1..])),
            };
        }
        else
        {
            variable = text switch
            {
                "true" => new ScriptLiteral(Runtime.Boxes.True),
                "false" => new ScriptLiteral(Runtime.Boxes.False),
                "null" => new ScriptLiteral(null),
                "this" => new ScriptThisExpression(),
                "for" when Current.Type == TokenType.Dot => new ScriptVariableLoop("for", LoopKind.For),
                "while" when Current.Type == TokenType.Dot => new ScriptVariableLoop("while", LoopKind.While),
                "tablerow" when Current.Type == TokenType.Dot => new ScriptVariableLoop("tablerow", LoopKind.TableRow),
                _ => new ScriptVariableGlobal(NameOf(text)),
            };
        }
        return Place(variable, token.Start);
    }
}
