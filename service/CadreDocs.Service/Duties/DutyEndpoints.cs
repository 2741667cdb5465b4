using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Duties;

internal static class DutyEndpoints
{
    public static void MapDutyEndpoints(this IEndpointRouteBuilder api)
    {
        api.MapGet("/duties", OfPersonAsync).RequireAuthorization(Policies.SignedIn).WithTags("Duties").WithName("ListDuties").ProducesProblem(403);
        api.MapGet("/schools/{id}/duties", OfSchoolAsync).RequireAuthorization(Policies.SchoolReader).WithTags("Duties").WithName("ListSchoolDuties").ProducesProblem(403);
    }

    /// <summary>本人现在欠什么: what a cadre owes in a year, with clause, turn and state.</summary>
    /// <param name="year">The year; the current one if left out.</param>
    /// <param name="personId">The cadre; the asker if left out.</param>
    internal static async Task<Results<Ok<List<Duty>>, ProblemHttpResult>> OfPersonAsync(
        int? year, string? personId, DutyList duties, SchemeCatalog schemes, CurrentUser user, CadreDbContext database, TimeProvider clock, CancellationToken cancellationToken)
    {
        personId ??= user.PersonId!;
        if (!user.OwnsPerson(personId))
        {
            var schools = await database.Appointments.Where(post => post.PersonId == personId).Select(post => post.SchoolId).ToListAsync(cancellationToken);
            if (!schools.Exists(user.CanReadSchool))
            {
                return Problems.NotFound("此人", "person").ToResult();
            }
        }

        return TypedResults.Ok(await duties.OfPersonAsync(personId, year ?? schemes.CurrentYear(clock), cancellationToken));
    }

    /// <summary>What a school and all its cadres owe in a year.</summary>
    internal static async Task<Results<Ok<List<Duty>>, ProblemHttpResult>> OfSchoolAsync(
        string id, int? year, DutyList duties, SchemeCatalog schemes, CurrentUser user, CadreDbContext database, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return Problems.NotFound("这所学校", "school").ToResult();
        }

        return user.CanReadSchool(id)
            ? TypedResults.Ok(await duties.OfSchoolAsync(id, year ?? schemes.CurrentYear(clock), cancellationToken))
            : Problems.Forbidden().ToResult();
    }
}
