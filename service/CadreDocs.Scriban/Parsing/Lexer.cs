using System.Buffers;

namespace Scriban.Parsing;

/// <summary>Cuts a template into tokens. This part knows text, <c>{{ }}</c>, escape blocks and whitespace control; code is in Lexer.Code.cs.</summary>
internal sealed partial class Lexer(string text, ScriptMode mode)
{
    private readonly string _text = text;
    private List<(int Start, int End, string Message)>? _errors;
    private Dictionary<int, int>? _indents;
    private Token[] _tokens = ArrayPool<Token>.Shared.Rent(Math.Max(64, text.Length / 3));
    private int _count;
    private int _pos;

    public IReadOnlyList<(int Start, int End, string Message)> Errors => _errors ?? [];

    /// <summary>The tokens, the last of them <see cref="TokenType.Eof"/>; the array may be longer.</summary>
    public Token[] Tokens => _tokens;

    public int Count => _count;

    /// <summary>Offset of the blanks before a code block that stands first on its line; -1 for other blocks.</summary>
    public int IndentAt(int token) => _indents is not null && _indents.TryGetValue(token, out var offset) ? offset : -1;

    public void Release()
    {
        ArrayPool<Token>.Shared.Return(_tokens);
        _tokens = [];
        _count = 0;
    }

    public void Run()
    {
        if (mode == ScriptMode.ScriptOnly)
        {
            LexCode();
        }
        else
        {
            LexText();
        }
        Add(TokenType.Eof, _text.Length, _text.Length);
    }

    private void Add(TokenType type, int start, int end)
    {
        if (_count == _tokens.Length)
        {
            var larger = ArrayPool<Token>.Shared.Rent(_count * 2);
            _tokens.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<Token>.Shared.Return(_tokens);
            _tokens = larger;
        }
        _tokens[_count++] = new Token(type, start, end);
    }

    private void Error(int start, int end, string message) => (_errors ??= []).Add((start, end, message));

    private char At(int index) => (uint)index < (uint)_text.Length ? _text[index] : '\0';

    private void LexText()
    {
        var rawStart = 0;
        while (_pos < _text.Length)
        {
            var brace = _text.IndexOf('{', _pos);
            if (brace < 0)
            {
                break;
            }
            if (At(brace + 1) == '{')
            {
                LexCodeBlock(rawStart, brace);
                rawStart = _pos;
            }
            else if (EscapeDepthAt(brace) is var depth and > 0)
            {
                LexEscapeBlock(rawStart, brace, depth);
                rawStart = _pos;
            }
            else
            {
                _pos = brace + 1;
            }
        }
        AddRaw(rawStart, _text.Length);
        _pos = _text.Length;
    }

    private void AddRaw(int start, int end)
    {
        if (end > start)
        {
            Add(TokenType.Raw, start, end);
        }
    }

    private void LexCodeBlock(int rawStart, int brace)
    {
        var strip = At(brace + 2);
        // A '-' that is glued to a number or a name belongs to the code only when a blank follows the brace; the language reads "{{-" as a strip.
        var hasStrip = strip is '-' or '~';
        AddRaw(rawStart, hasStrip ? StripLeft(rawStart, brace, strip == '-') : brace);
        if (!hasStrip && IndentBefore(rawStart, brace) is var indent and >= 0)
        {
            (_indents ??= [])[_count] = indent;
        }
        _pos = brace + (hasStrip ? 3 : 2);
        Add(TokenType.CodeEnter, brace, _pos);
        LexCode();
    }

    /// <summary>Where the text before <paramref name="end"/> stops once its trailing blanks are gone; greedy goes over line ends.</summary>
    private int StripLeft(int start, int end, bool greedy)
    {
        while (end > start && (greedy ? char.IsWhiteSpace(_text[end - 1]) : IsBlank(_text[end - 1])))
        {
            end--;
        }
        return end;
    }

    /// <summary>Offset of the blanks between the start of the line and the code block; -1 where there is other text or nothing.</summary>
    private int IndentBefore(int rawStart, int brace)
    {
        var start = brace;
        while (start > rawStart && IsBlank(_text[start - 1]))
        {
            start--;
        }
        var atLineStart = start == 0 || _text[start - 1] == '\n';
        return start < brace && atLineStart ? start : -1;
    }

    private void SkipAfter(bool greedy)
    {
        while (_pos < _text.Length && (greedy ? char.IsWhiteSpace(_text[_pos]) : IsBlank(_text[_pos])))
        {
            _pos++;
        }
        if (!greedy)
        {
            _pos += At(_pos) == '\r' && At(_pos + 1) == '\n' ? 2 : At(_pos) is '\n' or '\r' ? 1 : 0;
        }
    }

    private int EscapeDepthAt(int brace)
    {
        var i = brace + 1;
        while (At(i) == '%')
        {
            i++;
        }
        return At(i) == '{' ? i - brace - 1 : 0;
    }

    private void LexEscapeBlock(int rawStart, int brace, int depth)
    {
        var contentStart = brace + depth + 2;
        var strip = At(contentStart);
        var hasStrip = strip is '-' or '~';
        AddRaw(rawStart, hasStrip ? StripLeft(rawStart, brace, strip == '-') : brace);
        contentStart += hasStrip ? 1 : 0;
        var closing = string.Concat("}", new string('%', depth), "}");
        var end = _text.IndexOf(closing, contentStart, StringComparison.Ordinal);
        if (end < 0)
        {
            Error(brace, contentStart, Say.It($"The escape block is never closed; it needs '{closing}'."));
            _pos = _text.Length;
            return;
        }
        var stripAfter = end > contentStart ? _text[end - 1] : '\0';
        var contentEnd = stripAfter is '-' or '~' ? end - 1 : end;
        if (contentEnd > contentStart)
        {
            Add(TokenType.Escape, contentStart, contentEnd);
        }
        _pos = end + closing.Length;
        if (contentEnd != end)
        {
            SkipAfter(stripAfter == '-');
        }
    }

    private static bool IsBlank(char c) => c is not ('\n' or '\r') && char.IsWhiteSpace(c);
}
