using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions on time spans: <c>timespan</c>.</summary>
public static class TimeSpanFunctions
{
    /// <summary>No time at all.</summary>
    public static TimeSpan Zero() => TimeSpan.Zero;

    /// <summary>A span of days.</summary>
    public static TimeSpan FromDays(double days) => TimeSpan.FromDays(days);

    /// <summary>A span of hours.</summary>
    public static TimeSpan FromHours(double hours) => TimeSpan.FromHours(hours);

    /// <summary>A span of minutes.</summary>
    public static TimeSpan FromMinutes(double minutes) => TimeSpan.FromMinutes(minutes);

    /// <summary>A span of seconds.</summary>
    public static TimeSpan FromSeconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>A span of milliseconds.</summary>
    public static TimeSpan FromMilliseconds(double millis) => TimeSpan.FromMilliseconds(millis);

    /// <summary>A span written as <c>1.02:03:04</c>.</summary>
    public static TimeSpan Parse(TemplateContext context, SourceSpan span, string? text) => TimeSpan.TryParse(text, context?.CurrentCulture, out var result)
        ? result
        : throw new ScriptRuntimeException(span, Say.It($"'{text}' is no span of time; one is written like 1.02:03:04."));
}
