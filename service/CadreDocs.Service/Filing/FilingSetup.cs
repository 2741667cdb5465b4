using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Execution;
using CadreDocs.Service.Filing.Inbox;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Offline;
using CadreDocs.Service.Filing.Planning;
using CadreDocs.Service.Filing.Rights;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Filing.Verifying;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace CadreDocs.Service.Filing;

/// <summary>Filing portfolios into the library.</summary>
internal static class FilingSetup
{
    /// <summary>Plans that run at once on one node; they share the tenant's allowance anyway.</summary>
    private const int PlansAtOnce = 6;

    public static void AddFiling(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<FilingOptions>().BindConfiguration("Filing").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SharePointOptions>().BindConfiguration("Filing:SharePoint").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SharePointLibraries>();
        services.AddSingleton<LibraryCatalog>();
        services.AddScoped<LibraryVerifier>();
        services.AddSingleton<RightsPolicy>();
        services.AddScoped<RightsPlanner>();
        services.AddScoped<LibraryRightsSetter>();
        services.AddSingleton<RightsScheduler>();
        services.AddScoped<PaperRecogniser>();
        services.AddScoped<InboxScanner>();
        services.AddScoped<IReadingFollower, InboxReadings>();
        services.AddScoped<OfflinePackage>();
        services.AddScoped<OfflineReturn>();
        services.AddScoped<LibraryTroubles>();
        services.AddSingleton<LibraryWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<LibraryWatch>());
        services.AddHealthChecks().AddCheck<LibraryHealth>("library");
        services.AddScoped<PortfolioArchive>();
        services.AddScoped<IPaperSource, PaperSource>();
        services.AddScoped<FilingPlanner>();
        services.AddSingleton<FilingProgress>();
        services.AddSingleton<FilingExecutor>();
        services.AddSingleton<FilingScheduler>();
        services.AddHostedService<FilingResume>();
        services.AddSchedule(builder.Configuration, new Places(builder.Configuration, builder.Environment.ContentRootPath));
    }

    public static void MapFiling(this IEndpointRouteBuilder api)
    {
        api.MapFilings();
        api.MapLibrary();
        api.MapArchive();
        api.MapLibraryRights();
        api.MapFolderRights();
        api.MapVerifying();
        api.MapInbox();
        api.MapOffline();
        api.MapLibraryState();
        api.MapLibraryCopies();
    }

    // The schedule stands in the service's own database, in tables of its own that it makes itself.
    private static void AddSchedule(this IServiceCollection services, IConfiguration configuration, Places places)
    {
        var (provider, connection) = DataSetup.Connection(configuration, places);
        var checkin = TimeSpan.FromSeconds(configuration.GetValue("Filing:CheckinSeconds", 5));
        services.AddQuartz(quartz =>
        {
            quartz.UseDefaultThreadPool(PlansAtOnce);
            quartz.AddJob<PassJob>(job => job.WithIdentity(PassJob.Key).StoreDurably());
            quartz.AddTrigger(trigger => trigger.ForJob(PassJob.Key).WithIdentity("every-quarter", RightsJob.Group)
                .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(PassJob.Interval).RepeatForever()));
            if (configuration.GetValue("Filing:InboxMinutes", new FilingOptions().InboxMinutes) is > 0 and var minutes)
            {
                quartz.AddJob<InboxJob>(job => job.WithIdentity(InboxJob.Key).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(InboxJob.Key).WithIdentity("turn", InboxJob.Key.Group)
                    .WithSchedule(SimpleScheduleBuilder.Create().WithInterval(TimeSpan.FromMinutes(minutes)).RepeatForever()));
            }

            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                if (provider == DataSetup.Postgres)
                {
                    quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.UseClustering(cluster => cluster.CheckinInterval = checkin);
                }
                else
                {
                    store.UseSqlite(SqliteFactory.Instance, connection);
                }
            });
        });
        services.AddQuartzHostedService(hosted =>
        {
            hosted.AwaitApplicationStarted = true;
            hosted.WaitForJobsToComplete = true;
        });
    }
}
