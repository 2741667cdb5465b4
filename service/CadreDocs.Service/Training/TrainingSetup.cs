namespace CadreDocs.Service.Training;

/// <summary>Sessions and attendance.</summary>
internal static class TrainingSetup
{
    public static void AddTraining(this WebApplicationBuilder builder)
    {
    }

    public static void MapTraining(this IEndpointRouteBuilder api)
    {
    }
}
