using CadreDocs.Service.Duties.Digests;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Duties;

/// <summary>What is owed by whom, and by which clause; and the weekly message about it.</summary>
internal static class DutiesSetup
{
    public static void AddDuties(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<DutyList>();
        services.AddScoped<DeadlineBook>();
        services.AddOptions<DigestOptions>().BindConfiguration("Digest").ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure(options => options.Portal ??= Uri.TryCreate(builder.Configuration["Hosting:Origin"], UriKind.Absolute, out var origin) ? origin : null);
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsCheck>();
        services.AddScoped<DigestBook>();
        services.AddScoped<IDigestChannel, SmtpChannel>();
        services.AddScoped<DigestSender>();
        services.AddHostedService<DigestSchedule>();
    }

    public static void MapDuties(this IEndpointRouteBuilder api)
    {
        api.MapDutyEndpoints();
        api.MapDeadlines();
        api.MapDigests();
    }
}
