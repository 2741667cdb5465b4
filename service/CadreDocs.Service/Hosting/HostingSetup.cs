using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using CadreDocs.Service.Data;
using CadreDocs.Service.Pane;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Hosting;

/// <summary>What every feature shares: problem details, OpenAPI, health, headers, the add-in's files.</summary>
internal static class HostingSetup
{
    /// <summary>Largest upload; one file of a cadre is far below.</summary>
    private const long MaxRequestBytes = 52 * 1024 * 1024;

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Ids>();
        services.AddSingleton(new Places(builder.Configuration, builder.Environment.ContentRootPath));
        services.AddSingleton(CloudProfile.From(builder.Configuration));
        builder.AddProxies();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.ProblemDetails, context.HttpContext));
        services.AddOpenApi();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        builder.AddRateLimits();
        services.ConfigureHttpJsonOptions(options => Shape(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = MaxRequestBytes);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Limits.MaxRequestBodySize = MaxRequestBytes;
            options.AddServerHeader = false;
        });
    }

    public static void UseHosting(this WebApplication app)
    {
        // A wrong setting stops the start before anything is touched, and names itself.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        app.UseOfficePages();
        app.UseAddinFiles();
        app.UseRouting();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteHealthAsync }).AllowAnonymous();

        // Addresses of the API must not fall back: a fallback would also take writes whose content type no endpoint takes.
        app.MapFallbackToFile("{*path:nonfile:regex(^(?!(api|health|openapi)(/|$)))}", "index.html", AddinFiles.Options()).AllowAnonymous();
    }

    // The status, and below it a line for each part that is not well; the sentences name settings and roles, never a person.
    private static Task WriteHealthAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var lines = report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy).Select(entry => $"{entry.Key}: {entry.Value.Description}");
        return context.Response.WriteAsync(string.Join('\n', lines.Prepend(report.Status.ToString())), context.RequestAborted);
    }

    /// <summary>The group of all endpoints: signed in unless one says otherwise, writes by cookie guarded against forgery.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app) =>
        // The check for forged calls is ours (CookieWriteGuard): it must leave bearer calls alone, uploads included.
        app.MapGroup("/api").DisableAntiforgery().AddEndpointFilter(YearFilter.InvokeAsync);

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,

        // Two writes of the same version at the same moment: the second finds the row changed under its hands.
        DbUpdateConcurrencyException => StatusCodes.Status412PreconditionFailed,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static void Shape(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        options.NumberHandling = JsonNumberHandling.Strict;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNotNullable } };
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    }

    // A body that leaves out, or sends null for, what our record types cannot be without is malformed; a handler never meets such a null.
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { IsNullable: false, HasDefaultValue: false } && !property.PropertyType.IsValueType)
            {
                property.IsRequired = true;
                property.IsSetNullable = false;
            }
        }
    }

    private static void Complete(Microsoft.AspNetCore.Mvc.ProblemDetails details, HttpContext context)
    {
        details.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        if (details.Type?.StartsWith("/problems/", StringComparison.Ordinal) == true)
        {
            return;
        }

        var words = Problems.ToDetails(Problems.ForStatus(details.Status ?? StatusCodes.Status500InternalServerError));
        (details.Type, details.Title, details.Detail) = (words.Type, words.Title, words.Detail);
        foreach (var (key, value) in words.Extensions)
        {
            details.Extensions[key] = value;
        }
    }
}
