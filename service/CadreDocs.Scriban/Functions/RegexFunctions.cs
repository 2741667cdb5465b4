using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions with regular expressions: <c>regex</c>. Options are the letters <c>i m s x</c>.</summary>
/// <remarks>Patterns run on the engine without back-tracking where it knows them, and always within <see cref="TemplateContext.RegexTimeOut"/>.</remarks>
public static class RegexFunctions
{
    private const int MostKept = 256;
    private static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options, TimeSpan TimeOut), Regex> Known = new();

    /// <summary>The text with all signs of patterns escaped.</summary>
    public static string? Escape(string? pattern) => pattern is null ? null : Regex.Escape(pattern);

    /// <summary>The first match and its groups; an empty list for none.</summary>
    public static ScriptArray Match(TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null)
    {
        var result = new ScriptArray();
        var match = Run(context, span, Of(context, span, pattern, options), regex => regex.Match(text ?? string.Empty));
        if (match.Success)
        {
            result.AddRange(match.Groups.Values.Select(group => group.Value));
        }
        return result;
    }

    /// <summary>All matches, each with its groups.</summary>
    public static ScriptArray Matches(TemplateContext context, ScriptNode node, string? text, string? pattern, string? options = null) => Run(context, node.Span, Of(context, node.Span, pattern, options), regex =>
    {
        var result = new ScriptArray();
        foreach (Match match in regex.Matches(text ?? string.Empty))
        {
            context.CheckCount(node, result.Count);
            context.CheckAbort(node);
            result.Add(new ScriptArray(match.Groups.Values.Select(group => group.Value)));
        }
        return result;
    });

    /// <summary>The text with all matches replaced; <c>$1</c> stands for a group.</summary>
    public static string Replace(TemplateContext context, ScriptNode node, string? text, string? pattern, string? replace, string? options = null) => Run(context, node.Span, Of(context, node.Span, pattern, options), regex =>
    {
        long length = 0;
        var result = regex.Replace(text ?? string.Empty, match =>
        {
            context.CheckAbort(node);
            var piece = match.Result(replace ?? string.Empty);
            length += piece.Length;
            context.CheckLength(node, length);
            return piece;
        });
        context.CheckLength(node, result.Length);
        return result;
    });

    /// <summary>The pieces between the matches.</summary>
    public static ScriptArray Split(TemplateContext context, ScriptNode node, string? text, string? pattern, string? options = null) => Run(context, node.Span, Of(context, node.Span, pattern, options), regex =>
    {
        var pieces = regex.Split(text ?? string.Empty);
        context.CheckCount(node, pieces.Length - 1);
        return new ScriptArray(pieces);
    });

    /// <summary>The text with the escapes of patterns undone.</summary>
    public static string? Unescape(string? pattern) => pattern is null ? null : Regex.Unescape(pattern);

    /// <summary>Searches. A pattern that may track back is searched on a thread of its own where the render can be cancelled, so that cancelling does not wait for it; the thread ends with the time-out.</summary>
    private static T Run<T>(TemplateContext context, SourceSpan span, Regex regex, Func<Regex, T> search)
    {
        try
        {
            if (!context.CancellationToken.CanBeCanceled || regex.Options.HasFlag(RegexOptions.NonBacktracking))
            {
                return search(regex);
            }
            var searching = Task.Run(() => search(regex), CancellationToken.None);
            try
            {
                searching.Wait(context.CancellationToken);
            }
            catch (AggregateException)
            {
                // The cause is thrown below, as itself.
            }
            return searching.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(span, context.CancellationToken);
        }
        catch (RegexMatchTimeoutException failure)
        {
            throw new ScriptRuntimeException(span, Say.It($"The regular expression took longer than {failure.MatchTimeout.TotalMilliseconds:0} ms and was stopped."), failure);
        }
    }

    private static Regex Of(TemplateContext context, SourceSpan span, string? pattern, string? letters)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var letter in letters ?? string.Empty)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => throw new ScriptRuntimeException(span, Say.It($"A regular expression has no option '{letter}'; it knows i, m, s and x.")),
            };
        }
        var key = (pattern ?? string.Empty, options, context.RegexTimeOut);
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }
        if (Known.Count >= MostKept)
        {
            Known.Clear();
        }
        return Known[key] = Create(span, key.Item1, options, context.RegexTimeOut);
    }

    private static Regex Create(SourceSpan span, string pattern, RegexOptions options, TimeSpan timeOut)
    {
        try
        {
            try
            {
                return new Regex(pattern, options | RegexOptions.NonBacktracking, timeOut);
            }
            catch (NotSupportedException)
            {
                return new Regex(pattern, options, timeOut);
            }
        }
        catch (ArgumentException failure)
        {
            throw new ScriptRuntimeException(span, Say.It($"'{pattern}' is no regular expression: {failure.Message}"), failure);
        }
    }
}
