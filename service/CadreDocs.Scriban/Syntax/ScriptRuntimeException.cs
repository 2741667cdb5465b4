using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A template failed while it was rendered.</summary>
/// <param name="span">The text that failed.</param>
/// <param name="message">A sentence for the author of the template.</param>
/// <param name="innerException">The cause, where another exception led here.</param>
#pragma warning disable CA1032 // The exception always points at template text; constructors without a span would lose it.
public class ScriptRuntimeException(SourceSpan span, string message, Exception? innerException = null) : Exception(message, innerException)
#pragma warning restore CA1032
{
    /// <summary>The text that failed.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>The sentence without the place.</summary>
    public string OriginalMessage => base.Message;

    /// <summary>The place and the sentence.</summary>
    public override string Message => $"{Span.ToStringSimple()} : error : {OriginalMessage}";

    /// <inheritdoc />
    public override string ToString() => Message;
}

/// <summary>Rendering was cancelled through <see cref="TemplateContext.CancellationToken"/>.</summary>
/// <param name="span">The text that was being rendered.</param>
/// <param name="message">A sentence for the author of the template.</param>
/// <param name="cancellationToken">The token that asked for it.</param>
#pragma warning disable CA1032
public class ScriptAbortException(SourceSpan span, string message, CancellationToken cancellationToken) : ScriptRuntimeException(span, message)
#pragma warning restore CA1032
{
    /// <summary>Creates a failure with the usual sentence.</summary>
    /// <param name="span">The text that was being rendered.</param>
    /// <param name="cancellationToken">The token that asked for it.</param>
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken) : this(span, Say.It($"The operation was cancelled."), cancellationToken) { }

    /// <summary>The token that asked for it.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}

/// <summary>An included template has faults.</summary>
/// <param name="span">The text that includes it.</param>
/// <param name="message">A sentence with the first fault.</param>
/// <param name="parserMessages">All faults.</param>
#pragma warning disable CA1032
public class ScriptParserRuntimeException(SourceSpan span, string message, LogMessageBag parserMessages) : ScriptRuntimeException(span, message)
#pragma warning restore CA1032
{
    /// <summary>All faults of the included template.</summary>
    public LogMessageBag ParserMessages { get; } = parserMessages;
}
