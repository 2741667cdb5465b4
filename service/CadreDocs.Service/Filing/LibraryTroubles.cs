using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;
using CadreDocs.Service.Filing.SharePoint;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing;

/// <summary>
/// Everything that is wrong with the libraries and that somebody must see to: what the watch found, rights that are not as they shall be,
/// and libraries that nobody could look through for arrived papers. Rights and inbox come from the database, so every node tells the same.
/// </summary>
internal sealed class LibraryTroubles(CadreDbContext database, LibraryWatch watch, LibraryCatalog libraries, CurrentUser user, IOptions<FilingOptions> options, TimeProvider clock)
{
    /// <summary>Turns of the inbox job that may fail before somebody is told.</summary>
    private const int TurnsMissed = 3;

    /// <summary>The state of the libraries as far as it is the asker's business: a secretary's is the own school's.</summary>
    public async Task<LibraryState> StateAsync(CancellationToken cancellationToken)
    {
        var schools = (await database.Schools.AsNoTracking().OrderBy(school => school.Code).Select(school => school.Id).ToListAsync(cancellationToken))
            .Where(school => user.IsOfficer || user.IsAdministrator || user.IsSecretaryOf(school)).ToList();
        var troubles = watch.State.Troubles.Where(trouble => trouble.Schools.Any(schools.Contains)).ToList();
        troubles.AddRange(await RightsAsync(schools, cancellationToken));
        troubles.AddRange(await InboxAsync(schools, cancellationToken));
        return watch.State with { Troubles = troubles };
    }

    private async Task<IEnumerable<LibraryTrouble>> RightsAsync(List<string> schools, CancellationToken cancellationToken)
    {
        var reports = await database.LibraryRightsReports.AsNoTracking().Where(report => !report.Good && schools.Contains(report.SchoolId)).OrderBy(report => report.SchoolId).ToListAsync(cancellationToken);
        return
            from report in reports
            from note in KeptRights.Of(report).Notes
            where !note.Good
            select new LibraryTrouble([report.SchoolId], "权限没有设置好：" + note.Message, "The rights are not set: " + note.MessageEn);
    }

    private async Task<IReadOnlyList<LibraryTrouble>> InboxAsync(List<string> schools, CancellationToken cancellationToken)
    {
        if (options.Value.InboxMinutes == 0)
        {
            return [];
        }

        var limit = clock.GetUtcNow() - TimeSpan.FromMinutes(TurnsMissed * options.Value.InboxMinutes);
        var late = (await database.LibraryCursors.AsNoTracking().Where(cursor => cursor.ReadAt < limit).ToListAsync(cancellationToken)).ToDictionary(cursor => cursor.Id, cursor => cursor.ReadAt);
        if (late.Count == 0)
        {
            return [];
        }

        var found = new List<(string School, DateTimeOffset ReadAt)>();
        foreach (var school in schools)
        {
            if (await IdAsync(school, cancellationToken) is { } library && late.TryGetValue(library, out var readAt))
            {
                found.Add((school, readAt));
            }
        }

        return found.GroupBy(item => item.ReadAt).Select(group =>
        {
            var minutes = ((int)(clock.GetUtcNow() - group.Key).TotalMinutes).ToString(CultureInfo.InvariantCulture);
            return new LibraryTrouble(
                group.Select(item => item.School).ToList(),
                $"收件箱已有{minutes}分钟没有查收成功：请书记在“归档”页点“立即查收”，那里会说明原因。",
                $"The inbox could not be looked through for {minutes} minutes: let the secretary press 'Look now' on the filing page, which says why.");
        }).ToList();
    }

    private async Task<string?> IdAsync(string school, CancellationToken cancellationToken)
    {
        try
        {
            return (await libraries.ForAsync(school, cancellationToken)).Id;
        }
        catch (LibraryException)
        {
            // The watch has its own sentence for a library that cannot be opened.
            return null;
        }
    }
}

internal static class LibraryStateEndpoints
{
    public static void MapLibraryState(this IEndpointRouteBuilder api) =>
        api.MapGet("/library/state", GetAsync).RequireAuthorization(Policies.LibraryKeeper).WithTags("Filing").WithName("GetLibraryState");

    /// <summary>Whether papers can be filed, as found when the service started or since, whether the rights are set and the inbox is looked after.</summary>
    internal static async Task<Ok<LibraryState>> GetAsync(LibraryTroubles troubles, CancellationToken cancellationToken) => TypedResults.Ok(await troubles.StateAsync(cancellationToken));
}
