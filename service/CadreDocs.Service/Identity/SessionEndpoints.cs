using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace CadreDocs.Service.Identity;

/// <summary>Who is signed in, and what the portal needs to begin with.</summary>
/// <param name="Person">The person; null while signed out.</param>
/// <param name="Roles">The rights of today.</param>
/// <param name="AntiforgeryToken">For the header <c>X-CSRF</c> of every write.</param>
/// <param name="SignIn">The ways to sign in here: <c>development</c>, <c>oidc</c>.</param>
/// <param name="Years">Years that can be chosen, newest first: from the first that has anything to the next one.</param>
/// <param name="CurrentYear">The district's year of today.</param>
/// <param name="OpenYear">The year to begin with: the current one, or the newest before it that has anything where the current one has nothing yet.</param>
/// <param name="Language">Language to begin with.</param>
internal sealed record Session(
    SessionPerson? Person, List<SessionRole> Roles, string AntiforgeryToken, List<string> SignIn, List<int> Years, int CurrentYear, int OpenYear, string Language);

/// <summary>The session here has ended.</summary>
/// <param name="Next">Address that ends the provider's session too, to be opened next; null where there is none.</param>
internal sealed record SignedOut(string? Next);

internal sealed record SessionPerson(string Id, string Name);

/// <summary>A right with the names of what it is limited to.</summary>
internal sealed record SessionRole(string Role, string? SchoolId, string? SchoolName, string? RegionId, string? RegionName);

internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        api.MapGet("/session", GetAsync).AllowAnonymous().WithTags("Session").WithName("GetSession");
        api.MapPost("/sign-out", SignOutAsync).AllowAnonymous().WithTags("Session").WithName("SignOut");
    }

    /// <summary>The session; also answers while signed out.</summary>
    internal static async Task<Ok<Session>> GetAsync(
        HttpContext context, CurrentUser user, CadreDbContext database, IAntiforgery antiforgery, SchemeCatalog schemes, TimeProvider clock,
        SignInWays ways, KnownYears known, CancellationToken cancellationToken)
    {
        var (schoolIds, regionIds) = (user.Rights.Select(right => right.SchoolId).OfType<string>().Distinct().ToList(), user.Rights.Select(right => right.RegionId).OfType<string>().Distinct().ToList());
        var schools = schoolIds.Count == 0 ? [] : await database.Schools.Where(school => schoolIds.Contains(school.Id)).ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
        var regions = regionIds.Count == 0 ? [] : await database.Regions.Where(region => regionIds.Contains(region.Id)).ToDictionaryAsync(region => region.Id, region => region.Name, cancellationToken);
        var roles = user.Rights.Select(right => new SessionRole(
            right.Role,
            right.SchoolId, right.SchoolId is null ? null : schools.GetValueOrDefault(right.SchoolId),
            right.RegionId, right.RegionId is null ? null : regions.GetValueOrDefault(right.RegionId))).ToList();
        var currentYear = schemes.CurrentYear(clock);
        var years = await known.ListAsync(database, cancellationToken);
        return TypedResults.Ok(new Session(
            user.PersonId is null ? null : new SessionPerson(user.PersonId, user.Name),
            roles,
            antiforgery.GetAndStoreTokens(context).RequestToken ?? "",
            ways.For(context),
            Choices(years, currentYear),
            currentYear,
            years.Contains(currentYear) ? currentYear : years.Where(year => year < currentYear).DefaultIfEmpty(currentYear).Max(),
            "zh-CN"));
    }

    // Next year can be planned, and a year in which nothing was entered can be filled in later.
    private static List<int> Choices(IReadOnlyList<int> years, int currentYear)
    {
        var (first, last) = (Math.Min(years.DefaultIfEmpty(currentYear).Min(), currentYear), Math.Max(years.DefaultIfEmpty(currentYear).Max(), currentYear + 1));
        return Enumerable.Range(first, last - first + 1).Reverse().ToList();
    }

    /// <summary>Ends the session of this browser; the provider's own session ends at the address in the answer.</summary>
    internal static async Task<Ok<SignedOut>> SignOutAsync(HttpContext context, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken)
    {
        var byProvider = user.PersonId is not null && context.User.HasClaim(Claims.Method, "oidc");
        await context.SignOutAsync();
        if (!byProvider || services.GetService<IConfigurationManager<OpenIdConnectConfiguration>>() is not { } configuration)
        {
            return TypedResults.Ok(new SignedOut(null));
        }

        var provider = await configuration.GetConfigurationAsync(cancellationToken);
        return TypedResults.Ok(new SignedOut(string.IsNullOrEmpty(provider.EndSessionEndpoint) ? null : QueryHelpers.AddQueryString(
            provider.EndSessionEndpoint,
            new Dictionary<string, string?>
            {
                ["client_id"] = services.GetRequiredService<IOptions<SignInOptions>>().Value.ClientId,
                ["post_logout_redirect_uri"] = services.GetRequiredService<PublicOrigin>().Of(context.Request) + "/",
            })));
    }
}
