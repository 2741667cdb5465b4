namespace Scriban.Parsing;

/// <summary>Tokens of quoted, verbatim and interpolated strings. Their text is unescaped by the parser.</summary>
internal sealed partial class Lexer
{
    private const int DeepestInterpolation = 50;
    private int _interpolations;

    private void LexString(char quote)
    {
        var start = _pos++;
        while (_pos < _text.Length && _text[_pos] != quote)
        {
            _pos += _text[_pos] == '\\' ? 2 : 1;
        }
        if (_pos >= _text.Length)
        {
            EndUnclosed(start, Say.It($"The string is never closed; it needs another {quote}."));
            return;
        }
        _pos++;
        Add(TokenType.String, start, _pos);
    }

    private void LexVerbatim()
    {
        var start = _pos++;
        while (_pos < _text.Length && (_text[_pos] != '`' || At(_pos + 1) == '`'))
        {
            _pos += _text[_pos] == '`' ? 2 : 1;
        }
        if (_pos >= _text.Length)
        {
            EndUnclosed(start, Say.It($"The string is never closed; it needs another `."));
            return;
        }
        _pos++;
        Add(TokenType.Verbatim, start, _pos);
    }

    private void EndUnclosed(int start, string message)
    {
        Error(start, start + 1, message);
        _pos = _text.Length;
        Add(TokenType.Invalid, start, _pos);
    }

    private void LexInterpolated()
    {
        var quote = _text[_pos + 1];
        var open = _pos;
        var start = _pos;
        _pos += 2;
        var first = true;
        while (true)
        {
            while (_pos < _text.Length && _text[_pos] != quote && _text[_pos] != '{')
            {
                _pos += _text[_pos] == '\\' ? 2 : 1;
            }
            if (_pos >= _text.Length)
            {
                EndUnclosed(open, Say.It($"The string is never closed; it needs another {quote}."));
                return;
            }
            var closes = _text[_pos] == quote;
            _pos++;
            Add(closes ? (first ? TokenType.InterpolatedWhole : TokenType.InterpolatedEnd) : first ? TokenType.InterpolatedBegin : TokenType.InterpolatedMiddle, start, _pos);
            if (closes || !LexInterpolation())
            {
                return;
            }
            start = _pos++;
            first = false;
        }
    }

    /// <summary>Reads the code of one <c>{…}</c> inside a string, up to its closing brace; false where the line or the text ends first.</summary>
    private bool LexInterpolation()
    {
        var open = _pos - 1;
        var outer = _braces;
        _braces = 0;
        while (_pos < _text.Length && _text[_pos] is not ('\n' or '\r'))
        {
            if (_text[_pos] == '}' && _braces == 0)
            {
                _braces = outer;
                return true;
            }
            var nested = _interpolations++;
            if (nested > DeepestInterpolation)
            {
                EndUnclosed(open, Say.It($"Strings with expressions are nested too deeply here."));
                return false;
            }
            LexOne();
            _interpolations = nested;
        }
        _braces = outer;
        if (_pos >= _text.Length && _interpolations > 0)
        {
            return false;
        }
        Error(open, open + 1, Say.It($"The expression inside the string is not closed on the same line; it needs a }}."));
        return false;
    }
}
