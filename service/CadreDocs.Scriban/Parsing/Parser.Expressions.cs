using Scriban.Syntax;
using Op = Scriban.Syntax.ScriptBinaryOperator;

namespace Scriban.Parsing;

/// <summary>Expressions, from assignment down to calls. Tightest first: paths, calls, range, times, plus, comparison, and, or, <c>??</c>, pipe, <c>?:</c>, assignment.</summary>
internal sealed partial class Parser
{
    private ScriptExpression? ParseExpression(bool allowAssignment = false, bool inLoop = false, bool inWhen = false)
    {
        if (!Enter())
        {
            Leave();
            return null;
        }
        var expression = ParsePipes(inLoop, inWhen, allowAssignment);
        if (expression is not null && Current.Type == TokenType.Question)
        {
            expression = ParseConditional(expression);
        }
        if (expression is not null && AssignmentOf(Current.Type) is { } op)
        {
            expression = ParseAssignment(expression, op, allowAssignment);
        }
        Leave();
        return expression;
    }

    private static Op? AssignmentOf(TokenType type) => type switch
    {
        TokenType.Equal => Op.None,
        TokenType.PlusEqual => Op.Add,
        TokenType.MinusEqual => Op.Subtract,
        TokenType.AsteriskEqual => Op.Multiply,
        TokenType.DivideEqual => Op.Divide,
        TokenType.DoubleDivideEqual => Op.DivideRound,
        TokenType.PercentEqual => Op.Modulus,
        TokenType.DoubleQuestionEqual => Op.EmptyCoalescing,
        _ => null,
    };

    private ScriptExpression? ParseAssignment(ScriptExpression target, Op op, bool allowed)
    {
        if (allowed && op == Op.None && ParseInlineFunction(target) is { } function)
        {
            return function;
        }
        var sign = Next();
        if (!allowed)
        {
            Error(target.StartOffset, target.EndOffset, Say.It($"A value cannot be assigned inside an expression; '{target} {WordsOf(sign)} …' must be a statement of its own. To compare, write '=='."));
            SkipStatement();
            return null;
        }
        if (IsStatementEnd(Current))
        {
            Error(sign, Say.It($"After '{WordsOf(sign)}' a value is expected instead of {Show(Current)}."));
            return null;
        }
        return ParseExpression() is { } value ? Place(new ScriptAssignExpression(target, op, value), target.StartOffset) : null;
    }

    private ScriptConditionalExpression? ParseConditional(ScriptExpression condition)
    {
        Next();
        SkipNewLines();
        if (ParseExpression() is not { } then)
        {
            return null;
        }
        SkipNewLines();
        if (!Accept(TokenType.Colon))
        {
            Error(Current, Say.It($"'condition ? a : b' needs a ':' instead of {Show(Current)}."));
            return null;
        }
        SkipNewLines();
        return ParseExpression() is { } otherwise ? Place(new ScriptConditionalExpression(condition, then, otherwise), condition.StartOffset) : null;
    }

    private ScriptExpression? ParsePipes(bool inLoop, bool inWhen, bool allowAssignment)
    {
        var left = ParseBinary(0, calls: true, inLoop, inWhen);
        while (left is not null && Current.Type == TokenType.Pipe && !(allowAssignment && left is ScriptFunctionHolder))
        {
            var pipe = Next();
            SkipNewLines();
            if (IsStatementEnd(Current))
            {
                Error(Current, Say.It($"After '{WordsOf(pipe)}' a function is expected instead of {Show(Current)}."));
                return null;
            }
            var right = ParseBinary(0, calls: true, inLoop: false, inWhen);
            if (right is null)
            {
                return null;
            }
            left = Place(new ScriptPipeCall(left, right), left.StartOffset);
        }
        return left;
    }

    private ScriptExpression? ParseBinary(int lowest, bool calls, bool inLoop, bool inWhen)
    {
        var left = ParseUnary(calls, inLoop);
        while (left is not null && BinaryOf(Current.Type) is var (op, strength) && strength > lowest && !(inWhen && op == Op.Or))
        {
            var sign = Next();
            if (IsStatementEnd(Current))
            {
                Error(Current, Say.It($"After '{WordsOf(sign)}' a value is expected instead of {Show(Current)}."));
                return null;
            }
            if (!Enter())
            {
                Leave();
                return null;
            }
            var right = ParseBinary(strength, calls, inLoop: false, inWhen);
            Leave();
            left = right is null ? null : Place(new ScriptBinaryExpression(left, op, right, sign.Start, sign.End), left.StartOffset);
        }
        return left;
    }

    private static (Op Operator, int Strength) BinaryOf(TokenType type) => type switch
    {
        TokenType.DoubleQuestion => (Op.EmptyCoalescing, 20),
        TokenType.QuestionExclamation => (Op.NotEmptyCoalescing, 20),
        TokenType.DoublePipe => (Op.Or, 30),
        TokenType.DoubleAmp => (Op.And, 40),
        TokenType.Amp => (Op.BinaryAnd, 60),
        TokenType.DoubleEqual => (Op.CompareEqual, 70),
        TokenType.ExclamationEqual => (Op.CompareNotEqual, 70),
        TokenType.Less => (Op.CompareLess, 80),
        TokenType.LessEqual => (Op.CompareLessOrEqual, 80),
        TokenType.Greater => (Op.CompareGreater, 80),
        TokenType.GreaterEqual => (Op.CompareGreaterOrEqual, 80),
        TokenType.Plus => (Op.Add, 100),
        TokenType.Minus => (Op.Subtract, 100),
        TokenType.Asterisk => (Op.Multiply, 110),
        TokenType.Divide => (Op.Divide, 110),
        TokenType.DoubleDivide => (Op.DivideRound, 110),
        TokenType.Percent => (Op.Modulus, 110),
        TokenType.DoubleLess => (Op.ShiftLeft, 110),
        TokenType.DoubleGreater => (Op.ShiftRight, 110),
        TokenType.DoubleDot => (Op.RangeInclude, 130),
        TokenType.DoubleDotLess => (Op.RangeExclude, 130),
        _ => (Op.None, -1),
    };

    private ScriptExpression? ParseUnary(bool calls, bool inLoop)
    {
        var token = Current;
        ScriptUnaryOperator? op = token.Type switch
        {
            TokenType.Exclamation => ScriptUnaryOperator.Not,
            TokenType.Minus => ScriptUnaryOperator.Negate,
            TokenType.Plus => ScriptUnaryOperator.Plus,
            TokenType.Arroba => ScriptUnaryOperator.FunctionAlias,
            TokenType.Caret => ScriptUnaryOperator.FunctionParametersExpand,
            _ => null,
        };
        if (token.Type is TokenType.DoublePlus or TokenType.DoubleMinus)
        {
            return ParsePrefixCount(token);
        }
        if (op is not { } sign)
        {
            return ParseCall(calls, inLoop);
        }
        Next();
        if (!Enter())
        {
            Leave();
            return null;
        }
        // '@f' and '^list' stand for one argument, so what follows them is not theirs to call.
        var right = ParseUnary(calls && sign is not (ScriptUnaryOperator.FunctionAlias or ScriptUnaryOperator.FunctionParametersExpand), inLoop: false);
        Leave();
        if (right is null)
        {
            return null;
        }
        return right is ScriptLiteral literal && sign == ScriptUnaryOperator.Negate && literal.Value is int or long or double
            ? Place(new ScriptLiteral(Evaluation.UnaryOperation.Negate(literal, literal.Value)), token.Start)
            : Place(new ScriptUnaryExpression(sign, right), token.Start);
    }

    private ScriptIncrementDecrementExpression? ParsePrefixCount(Token token)
    {
        Next();
        RefuseCountingInWhen(token);
        var target = ParsePath();
        if (target is null)
        {
            return null;
        }
        if (target is ScriptVariable or ScriptMemberExpression or ScriptIndexerExpression)
        {
            return Place(new ScriptIncrementDecrementExpression(target, token.Type == TokenType.DoublePlus, isPostfix: false), token.Start);
        }
        Error(token, Say.It($"'{WordsOf(token)}' needs a variable, a member or an item."));
        return null;
    }

    /// <summary>A path, and the arguments after it where a call may stand here.</summary>
    private ScriptExpression? ParseCall(bool calls, bool inLoop)
    {
        var target = ParsePath();
        if (target is null || !calls || !StartsArgument(Current) || (inLoop && IsLoopOption()))
        {
            return target;
        }
        if (target is ScriptAnonymousFunction)
        {
            return target;
        }
        var arguments = new List<ScriptExpression>();
        while (StartsArgument(Current))
        {
            if (!Enter())
            {
                Leave();
                return null;
            }
            var argument = (ScriptExpression?)ParseNamedArgument(allowBare: false) ?? ParseBinary(0, calls: false, inLoop: false, inWhen: false);
            Leave();
            if (argument is null)
            {
                return null;
            }
            arguments.Add(argument);
            if (argument is ScriptAnonymousFunction)
            {
                break;
            }
        }
        return Place(new ScriptFunctionCall(target, [.. arguments], explicitCall: false), target.StartOffset);
    }

    private static bool StartsArgument(Token token) => token.Type is TokenType.Identifier or TokenType.IdentifierSpecial
        or TokenType.Integer or TokenType.Hexadecimal or TokenType.Binary or TokenType.Float
        or TokenType.String or TokenType.Verbatim or TokenType.InterpolatedWhole or TokenType.InterpolatedBegin
        or TokenType.OpenParen or TokenType.OpenBracket or TokenType.OpenBrace or TokenType.Caret or TokenType.Arroba or TokenType.Exclamation;

    private bool IsLoopOption() => Current.Type == TokenType.Identifier
        && (Peek().Type == TokenType.Colon || (TextOf(Current) is "reversed" && (IsStatementEnd(Peek()) || Peek().Type == TokenType.Identifier)));

    private ScriptNamedArgument? ParseNamedArgument(bool allowBare)
    {
        var token = Current;
        if (token.Type != TokenType.Identifier || Peek().Type != TokenType.Colon)
        {
            return allowBare && token.Type == TokenType.Identifier ? Place(new ScriptNamedArgument(NameOf(TextOf(Next())), null), token.Start) : null;
        }
        Next();
        Next();
        SkipNewLines();
        var value = ParseBinary(0, calls: false, inLoop: false, inWhen: false);
        return value is null ? null : Place(new ScriptNamedArgument(NameOf(TextOf(token)), value), token.Start);
    }
}
