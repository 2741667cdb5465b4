namespace Scriban.Parsing;

/// <summary>Tokens of code: names, numbers, operators and the end of a code block.</summary>
internal sealed partial class Lexer
{
    private int _braces;

    private void LexCode()
    {
        _braces = 0;
        while (_pos < _text.Length)
        {
            if (mode != ScriptMode.ScriptOnly && _braces == 0 && TryExit())
            {
                return;
            }
            LexOne();
        }
    }

    private bool TryExit()
    {
        var c = _text[_pos];
        var strip = c is '-' or '~';
        var at = strip ? _pos + 1 : _pos;
        if (At(at) != '}' || At(at + 1) != '}')
        {
            return false;
        }
        Add(TokenType.CodeExit, _pos, at + 2);
        _pos = at + 2;
        if (strip)
        {
            SkipAfter(c == '-');
        }
        return true;
    }

    private void LexOne()
    {
        var c = _text[_pos];
        switch (c)
        {
            case '\n':
            case '\r':
                Take(TokenType.NewLine, c == '\r' && At(_pos + 1) == '\n' ? 2 : 1);
                break;
            case '#':
                LexComment();
                break;
            case '"' or '\'':
                LexString(c);
                break;
            case '`':
                LexVerbatim();
                break;
            case '$' when At(_pos + 1) is '"' or '\'':
                LexInterpolated();
                break;
            case '$':
                LexSpecialIdentifier();
                break;
            default:
                if (char.IsWhiteSpace(c))
                {
                    _pos++;
                }
                else if (char.IsAsciiDigit(c))
                {
                    LexNumber();
                }
                else if (IsNameStart(_pos))
                {
                    var start = _pos;
                    SkipName();
                    Add(TokenType.Identifier, start, _pos);
                }
                else
                {
                    LexOperator(c);
                }
                break;
        }
    }

    private void Take(TokenType type, int length)
    {
        Add(type, _pos, _pos + length);
        _pos += length;
    }

    private bool IsNameStart(int at) => At(at) == '_' || char.IsLetter(At(at)) || (char.IsSurrogatePair(At(at), At(at + 1)) && char.IsLetter(_text, at));

    private void SkipName()
    {
        while (_pos < _text.Length)
        {
            var c = _text[_pos];
            if (c == '_' || char.IsLetterOrDigit(c))
            {
                _pos++;
            }
            else if (char.IsSurrogatePair(c, At(_pos + 1)) && char.IsLetterOrDigit(_text, _pos))
            {
                _pos += 2;
            }
            else
            {
                break;
            }
        }
    }

    private void LexSpecialIdentifier()
    {
        var start = _pos++;
        if (At(_pos) == '$')
        {
            _pos++;
        }
        else if (char.IsAsciiDigit(At(_pos)))
        {
            while (char.IsAsciiDigit(At(_pos)))
            {
                _pos++;
            }
        }
        else if (IsNameStart(_pos))
        {
            SkipName();
        }
        Add(TokenType.IdentifierSpecial, start, _pos);
    }

    private void LexComment()
    {
        var multiLine = At(_pos + 1) == '#';
        _pos += multiLine ? 2 : 1;
        while (_pos < _text.Length)
        {
            if (mode != ScriptMode.ScriptOnly && IsExitAt(_pos))
            {
                return;
            }
            if (multiLine && _text[_pos] == '#' && At(_pos + 1) == '#')
            {
                _pos += 2;
                return;
            }
            if (!multiLine && _text[_pos] is '\n' or '\r' && !multiLine)
            {
                return;
            }
            _pos++;
        }
    }

    private bool IsExitAt(int at)
    {
        var brace = At(at) is '-' or '~' ? at + 1 : at;
        return At(brace) == '}' && At(brace + 1) == '}';
    }

    private bool IsExponent(int at) => At(at) is 'e' or 'E' && (char.IsAsciiDigit(At(at + 1)) || (At(at + 1) is '+' or '-' && char.IsAsciiDigit(At(at + 2))));

    private void LexNumber()
    {
        var start = _pos;
        if (_text[_pos] == '0' && At(_pos + 1) is 'x' or 'X')
        {
            LexRadix(start, TokenType.Hexadecimal, char.IsAsciiHexDigit);
            return;
        }
        if (_text[_pos] == '0' && At(_pos + 1) is 'b' or 'B')
        {
            LexRadix(start, TokenType.Binary, static c => c is '0' or '1');
            return;
        }
        var isFloat = false;
        SkipDigits();
        if (At(_pos) == '.' && (IsExponent(_pos + 1) || !(At(_pos + 1) is '.' or '_' || char.IsLetter(At(_pos + 1)))))
        {
            isFloat = true;
            _pos++;
            SkipDigits();
        }
        if (IsExponent(_pos))
        {
            isFloat |= At(_pos + 1) == '-';
            _pos += 2;
            SkipDigits();
        }
        if (At(_pos) is 'f' or 'F' or 'd' or 'D' or 'm' or 'M' && !char.IsLetterOrDigit(At(_pos + 1)))
        {
            isFloat = true;
            _pos++;
        }
        Add(isFloat ? TokenType.Float : TokenType.Integer, start, _pos);
    }

    private void LexRadix(int start, TokenType type, Func<char, bool> isDigit)
    {
        _pos += 2;
        var digits = 0;
        while (isDigit(At(_pos)) || At(_pos) == '_')
        {
            digits += At(_pos) == '_' ? 0 : 1;
            _pos++;
        }
        if (digits == 0)
        {
            Error(start, _pos, Say.It($"A number is expected after the prefix 0x or 0b."));
        }
        if (At(_pos) is 'u' or 'U')
        {
            _pos++;
        }
        Add(digits == 0 ? TokenType.Invalid : type, start, _pos);
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(At(_pos)) || (At(_pos) == '_' && char.IsAsciiDigit(At(_pos + 1))))
        {
            _pos++;
        }
    }

    private void LexOperator(char c)
    {
        var next = At(_pos + 1);
        var third = At(_pos + 2);
        switch (c)
        {
            case ';': Take(TokenType.SemiColon, 1); break;
            case ',': Take(TokenType.Comma, 1); break;
            case ':': Take(TokenType.Colon, 1); break;
            case '@': Take(TokenType.Arroba, 1); break;
            case '^': Take(TokenType.Caret, 1); break;
            case '(': Take(TokenType.OpenParen, 1); break;
            case ')': Take(TokenType.CloseParen, 1); break;
            case '[': Take(TokenType.OpenBracket, 1); break;
            case ']': Take(TokenType.CloseBracket, 1); break;
            case '{': _braces++; Take(TokenType.OpenBrace, 1); break;
            case '}': _braces = Math.Max(0, _braces - 1); Take(TokenType.CloseBrace, 1); break;
            case '=': Take(next == '=' ? TokenType.DoubleEqual : TokenType.Equal, next == '=' ? 2 : 1); break;
            case '!': Take(next == '=' ? TokenType.ExclamationEqual : TokenType.Exclamation, next == '=' ? 2 : 1); break;
            case '%': Take(next == '=' ? TokenType.PercentEqual : TokenType.Percent, next == '=' ? 2 : 1); break;
            case '*': Take(next == '=' ? TokenType.AsteriskEqual : TokenType.Asterisk, next == '=' ? 2 : 1); break;
            case '&': Take(next == '&' ? TokenType.DoubleAmp : TokenType.Amp, next == '&' ? 2 : 1); break;
            case '|' when next == '|': Take(TokenType.DoublePipe, 2); break;
            case '|': Take(TokenType.Pipe, next == '>' ? 2 : 1); break;
            case '+': Take(next == '+' ? TokenType.DoublePlus : next == '=' ? TokenType.PlusEqual : TokenType.Plus, next is '+' or '=' ? 2 : 1); break;
            case '-': Take(next == '-' ? TokenType.DoubleMinus : next == '=' ? TokenType.MinusEqual : TokenType.Minus, next is '-' or '=' ? 2 : 1); break;
            case '<': Take(next == '=' ? TokenType.LessEqual : next == '<' ? TokenType.DoubleLess : TokenType.Less, next is '=' or '<' ? 2 : 1); break;
            case '>': Take(next == '=' ? TokenType.GreaterEqual : next == '>' ? TokenType.DoubleGreater : TokenType.Greater, next is '=' or '>' ? 2 : 1); break;
            case '/' when next == '/': Take(third == '=' ? TokenType.DoubleDivideEqual : TokenType.DoubleDivide, third == '=' ? 3 : 2); break;
            case '/': Take(next == '=' ? TokenType.DivideEqual : TokenType.Divide, next == '=' ? 2 : 1); break;
            case '.' when next == '.': Take(third == '<' ? TokenType.DoubleDotLess : third == '.' ? TokenType.TripleDot : TokenType.DoubleDot, third is '<' or '.' ? 3 : 2); break;
            case '.': Take(TokenType.Dot, 1); break;
            case '?' when next == '?' && third == '=': Take(TokenType.DoubleQuestionEqual, 3); break;
            case '?': Take(next switch { '?' => TokenType.DoubleQuestion, '!' => TokenType.QuestionExclamation, '.' => TokenType.QuestionDot, _ => TokenType.Question }, next is '?' or '!' or '.' ? 2 : 1); break;
            default:
                Error(_pos, _pos + 1, Say.It($"The character '{c}' has no meaning here."));
                Take(TokenType.Invalid, 1);
                break;
        }
    }
}
