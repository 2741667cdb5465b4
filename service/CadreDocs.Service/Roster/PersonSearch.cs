using CadreDocs.Service.Data;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

/// <summary>Somebody whom the roster knows, so that a school can take them over or bring them back.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">姓名.</param>
/// <param name="PlatformNo">进修编号.</param>
/// <param name="BirthMonth">出生年月: tells namesakes apart.</param>
/// <param name="Posts">Posts with their days, the latest first.</param>
internal sealed record FoundPerson(string PersonId, string Name, string? PlatformNo, string? BirthMonth, List<RosterPost> Posts);

/// <summary>Looks people up across schools by what a school knows of a newcomer: the whole platform number or the whole name.</summary>
internal static class PersonSearch
{
    private const int Limit = 20;

    public static void MapPersonSearch(this IEndpointRouteBuilder api) =>
        api.MapGet("/people/find", FindAsync).RequireAuthorization(Policies.RosterKeeper).WithTags("Roster").WithName("FindPeople");

    /// <summary>People with exactly this platform number or name; a part of either finds nobody.</summary>
    internal static async Task<Ok<List<FoundPerson>>> FindAsync(string query, CadreDbContext database, CancellationToken cancellationToken)
    {
        var (text, name) = (query.Trim(), Import.RosterValues.Name(query));
        var people = await database.People.AsNoTracking().Where(person => person.PlatformNo == text || person.Name == name).OrderBy(person => person.Id).Take(Limit).ToListAsync(cancellationToken);
        var ids = people.ConvertAll(person => person.Id);
        var posts = (await database.Appointments.AsNoTracking().Where(post => ids.Contains(post.PersonId))
            .Join(database.Schools, post => post.SchoolId, school => school.Id, (post, school) => new { post.PersonId, Post = new RosterPost(post.Id, post.SchoolId, school.Name, post.Post, post.From, post.To, post.OfRecord) })
            .ToListAsync(cancellationToken)).ToLookup(pair => pair.PersonId, pair => pair.Post);
        return TypedResults.Ok(people.ConvertAll(person => new FoundPerson(person.Id, person.Name, person.PlatformNo, person.BirthMonth, posts[person.Id].OrderByDescending(post => post.From).ToList())));
    }
}
