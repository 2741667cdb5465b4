using System.Globalization;

namespace CadreDocs.Service.Hosting;

/// <summary>Refuses years that no paper can be of, before they reach a calendar.</summary>
internal static class YearFilter
{
    /// <summary>First and last year that is taken anywhere.</summary>
    public const int First = 1990;
    public const int Last = 2099;

    /// <summary>The refusal of a year outside of that; null for one inside.</summary>
    public static Problem? Refusal(int year) => year is >= First and <= Last ? null : Problems.Invalid(
        [new ProblemItem("year", $"年度应在{First}至{Last}之间。", $"The year must lie within {First} and {Last}.", Field: "year")]);

    /// <summary>Looks at the <c>year</c> of route or query.</summary>
    public static ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var text = request.RouteValues["year"] as string ?? request.Query["year"].ToString();
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var year) && Refusal(year) is { } refusal
            ? ValueTask.FromResult<object?>(refusal.ToResult())
            : next(context);
    }
}
