using CadreDocs.Service.Records.Drafts;

namespace CadreDocs.Service.Records;

/// <summary>Records: the filled forms.</summary>
internal static class RecordsSetup
{
    public static void AddRecords(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<RecordRights>();
        services.AddScoped<RecordStore>();
        services.AddScoped<RecordGlobals>();
        services.AddScoped<RecordStarter>();
        services.AddScoped<RollForward>();
        services.AddScoped<DraftWriter>();
        services.AddScoped<RecordWriter>();
        services.AddScoped<RecordViews>();
        services.AddScoped<PastValues>();
        services.AddScoped<RecordDocuments>();
        services.AddScoped<ReadingService>();
        services.AddScoped<AttachmentService>();
        services.AddScoped<ScanCodes>();
        services.AddScoped<StateChange>();
    }

    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        api.MapRecordEndpoints();
        api.MapRecordStates();
        api.MapDrafts();
        api.MapReadings();
        api.MapAttachments();
    }
}
