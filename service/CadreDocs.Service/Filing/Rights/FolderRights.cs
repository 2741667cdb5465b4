using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>What a right is about.</summary>
internal enum FolderKind
{
    /// <summary>The school's folder with all that has no rights of its own.</summary>
    School,

    /// <summary>One cadre's folder of a year.</summary>
    Cadre,

    /// <summary>A restricted paper, broken out of the folder it stands in.</summary>
    Restricted,
}

/// <summary>Who may do what with one folder or file.</summary>
/// <param name="Path">Where it stands in the library.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Editors">Names of those who may change it.</param>
/// <param name="Readers">Those who may only read it.</param>
internal sealed record FolderRights(string Path, FolderKind Kind, IReadOnlyList<string> Editors, IReadOnlyList<FolderReader> Readers);

/// <summary>Somebody who may read.</summary>
/// <param name="Name">The name.</param>
/// <param name="Until">The moment from which the pass does not hold; null for the owner of the papers.</param>
internal sealed record FolderReader(string Name, DateTimeOffset? Until);

/// <summary>Who may do what with a school's folders by the rules, whether or not the library shows it yet.</summary>
/// <param name="Folders">The school's folder first, then the cadres', then restricted papers.</param>
/// <param name="Notes">What could not be worked out.</param>
internal sealed record FolderRightsView(IReadOnlyList<FolderRights> Folders, IReadOnlyList<RightsNoteView> Notes);

internal static class FolderRightsEndpoints
{
    public static void MapFolderRights(this IEndpointRouteBuilder api) =>
        api.MapGet("/schools/{schoolId}/library/folders", ListAsync).RequireAuthorization(Policies.SchoolReader).WithTags("Filing").WithName("ListFolderRights");

    /// <summary>Who edits and who reads each folder of a school in the library. For those who answer for it: the list names restricted papers.</summary>
    internal static async Task<Results<Ok<FolderRightsView>, ProblemHttpResult>> ListAsync(
        string schoolId, CadreDbContext database, CurrentUser user, RightsPlanner planner, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!user.CanReadSchool(schoolId))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (!user.IsSecretaryOf(schoolId) && !user.IsOfficer)
        {
            return Problems.Forbidden("文件夹的权限由本校书记和区级管理员查看。", "The rights on the folders are for the school's secretary and the district's officer.").ToResult();
        }

        var wanted = await planner.PlanAsync(schoolId, cancellationToken);
        var files = (await (
            from document in database.FiledDocuments.AsNoTracking()
            join record in database.Records on document.RecordId equals record.Id
            where document.SchoolId == schoolId
            select new { document.Path, record.PersonId }).ToListAsync(cancellationToken)).ToDictionary(file => file.Path, file => file.PersonId, StringComparer.OrdinalIgnoreCase);
        var owners = files.ToLookup(file => LibraryPath.Folder(file.Key), file => file.Value, StringComparer.OrdinalIgnoreCase);
        var logins = wanted.Items.SelectMany(item => item.Writers.Concat(item.Readers)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var people = (await database.People.AsNoTracking().Where(person => person.Login != null && logins.Contains(person.Login))
            .Select(person => new { person.Id, person.Name, Login = person.Login! }).ToListAsync(cancellationToken)).ToLookup(person => person.Login, StringComparer.OrdinalIgnoreCase);
        var now = clock.GetUtcNow();
        var passes = (await database.LibraryPasses.AsNoTracking().Where(pass => pass.SchoolId == schoolId && pass.RemovedAt == null && pass.Until > now)
            .ToListAsync(cancellationToken)).ToLookup(pass => pass.PersonId, pass => (DateTimeOffset?)pass.Until);
        var folders = wanted.Items.Select(item =>
        {
            var kind = files.ContainsKey(item.Path) ? FolderKind.Restricted : RightsPlanner.SchoolFolder(item.Path + "/") == item.Path ? FolderKind.School : FolderKind.Cadre;
            var own = files.TryGetValue(item.Path, out var person) ? [person] : kind == FolderKind.Cadre ? owners[item.Path].ToHashSet() : [];
            return new FolderRights(item.Path, kind, item.Writers.Select(NameOf).ToList(), item.Readers.Select(login => new FolderReader(
                NameOf(login), people[login].Any(reader => own.Contains(reader.Id)) ? null : people[login].SelectMany(reader => passes[reader.Id]).Max())).ToList());
        });
        return TypedResults.Ok(new FolderRightsView(
            folders.OrderBy(folder => folder.Kind).ThenBy(folder => folder.Path, StringComparer.Ordinal).ToList(),
            wanted.Notes.Select(note => new RightsNoteView(note.Good, note.Message, note.MessageEn)).ToList()));

        string NameOf(string login) => people[login].FirstOrDefault()?.Name ?? login;
    }
}
