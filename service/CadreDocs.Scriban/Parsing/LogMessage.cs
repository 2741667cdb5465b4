using System.Collections.ObjectModel;

namespace Scriban.Parsing;

/// <summary>How grave a message of the parser is.</summary>
public enum ParserMessageType
{
    /// <summary>The template cannot be rendered.</summary>
    Error,

    /// <summary>The template can be rendered, but its author should look.</summary>
    Warning,
}

/// <summary>One finding of the parser.</summary>
/// <param name="type">How grave it is.</param>
/// <param name="span">The text it speaks of.</param>
/// <param name="message">A sentence for the author of the template.</param>
public class LogMessage(ParserMessageType type, SourceSpan span, string message)
{
    /// <summary>How grave it is.</summary>
    public ParserMessageType Type { get; } = type;

    /// <summary>The text it speaks of.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>A sentence for the author of the template.</summary>
    public string Message { get; } = message;

    /// <summary>The place, the kind and the sentence in one line.</summary>
    public override string ToString() => $"{Span.ToStringSimple()} : {(Type == ParserMessageType.Error ? "error" : "warning")} : {Message}";
}

/// <summary>All findings of one parse, in the order of the text.</summary>
public class LogMessageBag : Collection<LogMessage>
{
    /// <summary>Whether one of them is an error.</summary>
    public bool HasErrors
    {
        get
        {
            foreach (var message in this)
            {
                if (message.Type == ParserMessageType.Error)
                {
                    return true;
                }
            }
            return false;
        }
    }
}
