namespace CadreDocs.Service.Administration;

/// <summary>Regions, schools, roles and logins: what stands before any roster.</summary>
internal static class AdministrationSetup
{
    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        api.MapDistrict();
        api.MapGrants();
        api.MapLogins();
    }
}
