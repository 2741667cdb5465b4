using System.Globalization;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Functions on dates: <c>date</c>. The clock is the <see cref="TimeProvider"/> in <see cref="TemplateContext.Tags"/> under its own type; the system's where there is none.</summary>
public static class DateTimeFunctions
{
    /// <summary>The pattern of dates unless the template sets <c>date.format</c>.</summary>
    public const string DefaultFormat = "%d %b %Y";

    /// <summary>Now, in local time.</summary>
    public static DateTime Now(TemplateContext context) => Clock(context).GetLocalNow().DateTime;

    /// <summary>Now, in UTC.</summary>
    public static DateTime UtcNow(TemplateContext context) => Clock(context).GetUtcNow().UtcDateTime;

    /// <summary>The date some days later; earlier for a negative number.</summary>
    public static DateTime AddDays(DateTime date, double days) => date.AddDays(days);

    /// <summary>The date some months later; earlier for a negative number.</summary>
    public static DateTime AddMonths(DateTime date, int months) => date.AddMonths(months);

    /// <summary>The date some years later; earlier for a negative number.</summary>
    public static DateTime AddYears(DateTime date, int years) => date.AddYears(years);

    /// <summary>The time some hours later; earlier for a negative number.</summary>
    public static DateTime AddHours(DateTime date, double hours) => date.AddHours(hours);

    /// <summary>The time some minutes later; earlier for a negative number.</summary>
    public static DateTime AddMinutes(DateTime date, double minutes) => date.AddMinutes(minutes);

    /// <summary>The time some seconds later; earlier for a negative number.</summary>
    public static DateTime AddSeconds(DateTime date, double seconds) => date.AddSeconds(seconds);

    /// <summary>The time some milliseconds later; earlier for a negative number.</summary>
    public static DateTime AddMilliseconds(DateTime date, double millis) => date.AddMilliseconds(millis);

    /// <summary>The date a text describes, read by a pattern where one is given; null where the text is none.</summary>
    public static object? Parse(TemplateContext context, SourceSpan span, object? text, string? pattern = null, string? culture = null)
    {
        if (text is DateTime or DateTimeOffset)
        {
            return text;
        }
        var words = context.ObjectToString(text);
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }
        var reading = ObjectFunctions.CultureOf(context, span, culture);
        if (string.IsNullOrEmpty(pattern))
        {
            return DateTime.TryParse(words, reading, DateTimeStyles.None, out var date) ? date : null;
        }
        reading = DatePattern.AsksForInvariant(pattern) ? CultureInfo.InvariantCulture : reading;
        return DateTime.TryParseExact(words, DatePattern.ToDotNet(pattern, reading), reading, DateTimeStyles.None, out var exact) ? exact : null;
    }

    /// <summary>The date a text describes, written anew by a pattern; null where the text is none.</summary>
    public static string? ParseToString(TemplateContext context, SourceSpan span, object? text, string? outputPattern = null, string? outputCulture = null, string? inputPattern = null, string? inputCulture = null) =>
        Parse(context, span, text, inputPattern, inputCulture) is { } date ? ToString(context, span, date, outputPattern, outputCulture) : null;

    /// <summary>Text that is a date in no known form gives null, so a template can test for it; <c>%Y-%m-%d</c> and the like write a date.</summary>
    public static string? ToString(TemplateContext context, SourceSpan span, object? datetime, string? pattern = null, string? culture = null)
    {
        var date = datetime switch
        {
            null => null,
            DateTime given => given,
            DateTimeOffset given => (DateTime?)given.DateTime,
            _ => Parse(context, span, datetime) as DateTime? ?? throw new ScriptRuntimeException(span, Say.It($"A date is expected, but there is {context.Describe(datetime)}.")),
        };
        return date is { } value ? DatePattern.Format(value, pattern ?? context.DateFormat ?? DefaultFormat, ObjectFunctions.CultureOf(context, span, culture), context.DateFormat ?? DefaultFormat) : null;
    }

    internal static string Format(TemplateContext context, DateTime date) =>
        DatePattern.Format(date, context.DateFormat ?? DefaultFormat, context.CurrentCulture, DefaultFormat);

    private static TimeProvider Clock(TemplateContext context) =>
        context.HasTags && context.Tags.TryGetValue(typeof(TimeProvider), out var clock) && clock is TimeProvider given ? given : TimeProvider.System;
}

/// <summary>The object <c>date</c>: its functions, and <c>date.format</c>, which each render may set for itself.</summary>
internal sealed class DateObject : ScriptObject
{
    public DateObject() : base(32, autoImportStaticsFromThisType: false)
    {
        this.Import(typeof(DateTimeFunctions));
        base.TrySetValue(null, default, "default_format", DateTimeFunctions.DefaultFormat, readOnly: true);
    }

    public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
    {
        if (member == "format")
        {
            value = context?.DateFormat ?? DateTimeFunctions.DefaultFormat;
            return true;
        }
        return base.TryGetValue(context, span, member, out value);
    }

    public override bool CanWrite(string member) => member == "format" || base.CanWrite(member);

    public override IScriptObject Clone(bool deep) => new DateObject();

    public override bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly)
    {
        if (context is null || member != "format")
        {
            return base.TrySetValue(context, span, member, value, readOnly);
        }
        context.DateFormat = value is null ? null : context.ObjectToString(value);
        return true;
    }
}

/// <summary>The parts of dates and time spans that templates can read.</summary>
internal static class DateMembers
{
    public static bool TryGet(object target, string member, out object? value)
    {
        value = target switch
        {
            DateTime date => Of(date, member),
            DateTimeOffset date => Of(date.DateTime, member),
            TimeSpan span => Of(span, member),
            _ => null,
        };
        return value is not null;
    }

    private static object? Of(DateTime date, string member) => member switch
    {
        "year" => Boxes.Of(date.Year),
        "month" => Boxes.Of(date.Month),
        "day" => Boxes.Of(date.Day),
        "day_of_year" => Boxes.Of(date.DayOfYear),
        "day_of_week" => date.DayOfWeek.ToString(),
        "hour" => Boxes.Of(date.Hour),
        "minute" => Boxes.Of(date.Minute),
        "second" => Boxes.Of(date.Second),
        "millisecond" => Boxes.Of(date.Millisecond),
        "date" => date.Date,
        "time_of_day" => date.TimeOfDay,
        "ticks" => date.Ticks,
        _ => null,
    };

    private static object? Of(TimeSpan span, string member) => member switch
    {
        "days" => Boxes.Of(span.Days),
        "hours" => Boxes.Of(span.Hours),
        "minutes" => Boxes.Of(span.Minutes),
        "seconds" => Boxes.Of(span.Seconds),
        "milliseconds" => Boxes.Of(span.Milliseconds),
        "total_days" => span.TotalDays,
        "total_hours" => span.TotalHours,
        "total_minutes" => span.TotalMinutes,
        "total_seconds" => span.TotalSeconds,
        "total_milliseconds" => span.TotalMilliseconds,
        _ => null,
    };
}
