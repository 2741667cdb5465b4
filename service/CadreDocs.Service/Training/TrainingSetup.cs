using CadreDocs.Service.Records;

namespace CadreDocs.Service.Training;

/// <summary>Sessions and attendance.</summary>
internal static class TrainingSetup
{
    public static void AddTraining(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<AttendanceBook>();
        services.AddScoped<YearCheck>();
        services.AddScoped<ScheduleReadBack>();
        services.AddScoped<IComputedForm, AttendanceForm>();
        services.AddScoped<IComputedForm, SessionScheduleForm>();
    }

    public static void MapTraining(this IEndpointRouteBuilder api)
    {
        api.MapSessions();
        api.MapCarry();
        api.MapAttendance();
        api.MapYears();
        api.MapRegions();
    }
}
