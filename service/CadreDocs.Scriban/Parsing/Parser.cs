using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Turns tokens into statements. This part reads tokens and keeps the messages; the others hold statements, expressions and literals.</summary>
internal sealed partial class Parser
{
    private const int MostMessages = 50;
    private const int NamesKept = 64;
    private readonly SourceText _source;
    private readonly string _text;
    private readonly Lexer _lexer;
    private readonly ScriptMode _mode;
    private readonly int _depthLimit;
    private List<LogMessage>? _messages;
    private readonly string?[] _names = new string?[NamesKept];
    private Token[] _tokens = [];
    private int _last;
    private int _at;
    private int _depth;
    private int _previousEnd;
    private bool _gaveUp;

    private Parser(SourceText source, ScriptMode mode, int depthLimit)
    {
        _source = source;
        _text = source.Text;
        _mode = mode;
        _depthLimit = depthLimit;
        _lexer = new Lexer(_text, mode);
    }

    private ref readonly Token Current => ref _tokens[_at];

    /// <summary>Parses a template; the page is null where there are errors.</summary>
    public static (ScriptPage? Page, LogMessageBag Messages) Parse(SourceText source, ScriptMode mode, int depthLimit)
    {
        var parser = new Parser(source, mode, depthLimit);
        try
        {
            parser._lexer.Run();
            parser._tokens = parser._lexer.Tokens;
            parser._last = parser._lexer.Count - 1;
            var page = parser.ParsePage();
            var messages = new LogMessageBag();
            if (parser._lexer.Errors.Count > 0 || parser._messages is not null)
            {
                parser.Report(messages);
            }
            return (messages.HasErrors ? null : page, messages);
        }
        finally
        {
            parser._lexer.Release();
        }
    }

    private void Report(LogMessageBag messages)
    {
        var all = _lexer.Errors
            .Select(error => new LogMessage(ParserMessageType.Error, new SourceSpan(_source, error.Start, error.End), error.Message))
            .Concat(_messages ?? [])
            .OrderBy(message => message.Span.Start.Offset)
            .Take(MostMessages);
        foreach (var message in all)
        {
            messages.Add(message);
        }
    }

    private ScriptPage ParsePage()
    {
        var body = ParseBlock("page", end: false);
        if (_mode != ScriptMode.ScriptOnly && _lexer.Errors.Count == 0 && _messages is null && _inCode)
        {
            // The language lets the end of the template close the block; its author has more likely forgotten the end.
            Note(ParserMessageType.Warning, _codeStart, _codeStart + 2, Say.It($"The code block is never closed; it needs '}}}}'."));
        }
        return Place(new ScriptPage(body), 0, _text.Length);
    }

    private Token Peek() => _tokens[Math.Min(_at + 1, _last)];

    private Token Next()
    {
        var token = Current;
        _previousEnd = token.End;
        if (token.Type != TokenType.Eof)
        {
            _at++;
        }
        return token;
    }

    private bool Accept(TokenType type)
    {
        if (Current.Type != type)
        {
            return false;
        }
        Next();
        return true;
    }

    private void SkipNewLines()
    {
        while (Current.Type == TokenType.NewLine)
        {
            Next();
        }
    }

    private ReadOnlySpan<char> TextOf(Token token) => _text.AsSpan(token.Start, token.End - token.Start);

    private string WordsOf(Token token) => TextOf(token).ToString();

    private bool IsWord(Token token, string word) => token.Type == TokenType.Identifier && TextOf(token).SequenceEqual(word);

    /// <summary>A token as a message shows it.</summary>
    private string Show(Token token) => token.Type switch
    {
        TokenType.NewLine => Say.It($"the end of the line"),
        TokenType.Eof => Say.It($"the end of the template"),
        TokenType.Raw or TokenType.Escape => Say.It($"text"),
        _ => $"'{(token.End - token.Start > 30 ? string.Concat(_text.AsSpan(token.Start, 30), "…") : TextOf(token))}'",
    };

    /// <summary>Mostly one string for each name, so that comparing names is mostly comparing references. Two names that share a place push each other out, which costs a string and nothing else.</summary>
    private string NameOf(ReadOnlySpan<char> name)
    {
        ref var known = ref _names[((name.Length * 31) + (name[0] * 7) + name[^1]) & (NamesKept - 1)];
        if (known is null || !name.SequenceEqual(known))
        {
            known = name.ToString();
        }
        return known;
    }

    private T Place<T>(T node, int start, int end) where T : ScriptNode
    {
        node.Place(_source, start, end);
        return node;
    }

    private T Place<T>(T node, int start) where T : ScriptNode => Place(node, start, _previousEnd);

    private void Error(Token token, string message) => Error(token.Start, Math.Max(token.End, token.Start + 1), message);

    private void Error(int start, int end, string message) => Note(ParserMessageType.Error, start, end, message);

    private void Note(ParserMessageType type, int start, int end, string message)
    {
        if (!_gaveUp && (_messages ??= []).Count < MostMessages)
        {
            _messages.Add(new LogMessage(type, new SourceSpan(_source, start, end), message));
        }
    }

    /// <summary>Goes one level deeper; beyond the limit the rest of the template is left unread.</summary>
    private bool Enter()
    {
        if (++_depth <= _depthLimit && System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return true;
        }
        Error(Current, Say.It($"The template is nested more than {_depthLimit} deep."));
        _gaveUp = true;
        _at = _last;
        return false;
    }

    private void Leave() => _depth--;
}
