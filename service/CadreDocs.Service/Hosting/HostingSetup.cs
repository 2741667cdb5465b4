using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CadreDocs.Service.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

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
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.ProblemDetails, context.HttpContext));
        services.AddOpenApi();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        services.AddResponseCompression(options => options.EnableForHttps = false);
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
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = StatusOf });
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = context => Cache(context.Context) });
        app.UseRouting();
    }

    public static void MapHosting(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapFallback("/api/{**rest}", () => Problems.ForStatus(StatusCodes.Status404NotFound).ToResult()).AllowAnonymous();
        app.MapFallbackToFile("{*path:nonfile}", "index.html", new StaticFileOptions { OnPrepareResponse = context => Cache(context.Context) }).AllowAnonymous();
    }

    /// <summary>The group of all endpoints: signed in unless one says otherwise, writes by cookie guarded against forgery.</summary>
    public static RouteGroupBuilder MapApi(this WebApplication app) =>
        // The check for forged calls is ours (CookieWriteGuard): it must leave bearer calls alone, uploads included.
        app.MapGroup("/api").DisableAntiforgery();

    // Names under /assets carry a hash of their content; all other files are asked for anew.
    private static void Cache(HttpContext context) => context.Response.Headers.CacheControl =
        context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";

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
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
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
