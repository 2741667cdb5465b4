using System.Runtime.InteropServices;

namespace Scriban.Parsing;

internal enum TokenType : byte
{
    Raw, Escape, CodeEnter, CodeExit, NewLine, SemiColon, Eof, Invalid,
    Identifier, IdentifierSpecial, Integer, Hexadecimal, Binary, Float, String, Verbatim,
    InterpolatedWhole, InterpolatedBegin, InterpolatedMiddle, InterpolatedEnd,
    OpenParen, CloseParen, OpenBracket, CloseBracket, OpenBrace, CloseBrace,
    Dot, DoubleDot, DoubleDotLess, TripleDot, Comma, Colon, Arroba, Caret,
    Question, DoubleQuestion, QuestionExclamation, QuestionDot,
    Equal, PlusEqual, MinusEqual, AsteriskEqual, DivideEqual, DoubleDivideEqual, PercentEqual, DoubleQuestionEqual,
    DoublePlus, DoubleMinus, Exclamation, Pipe,
    DoubleEqual, ExclamationEqual, Less, LessEqual, Greater, GreaterEqual, DoubleLess, DoubleGreater,
    Plus, Minus, Asterisk, Divide, DoubleDivide, Percent, Amp, DoubleAmp, DoublePipe,
}

/// <summary>A piece of template text; <see cref="End"/> is the offset after its last character.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(TokenType Type, int Start, int End);
