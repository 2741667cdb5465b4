using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>What the rights on one item shall be, beside the site's owners.</summary>
/// <param name="Path">Folder or file.</param>
/// <param name="Writers">Logins that edit.</param>
/// <param name="Readers">Logins that read.</param>
/// <param name="OwnRights">True where the item must be cut off from the folder above, even if it happens to look right.</param>
internal sealed record WantedRights(string Path, IReadOnlyList<string> Writers, IReadOnlyList<string> Readers, bool OwnRights)
{
    /// <summary>True where this grant shall stay.</summary>
    public bool Wants(ItemGrant grant) =>
        grant.Owner || Writers.Any(grant.IsFor) || (!grant.Write && Readers.Any(grant.IsFor));
}

/// <summary>The rights of a school's folders.</summary>
/// <param name="Items">Deepest first: files that few may read, the cadres' folders, the school's folder.</param>
/// <param name="Notes">What could not be planned, as sentences.</param>
internal sealed record WantedSchool(IReadOnlyList<WantedRights> Items, IReadOnlyList<RightsNote> Notes)
{
    /// <summary>Changes whenever something else is wanted: a cadre left, a secretary was replaced, a pass ended, a paper was filed.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Items)))[..16];
}

/// <summary>A sentence about rights.</summary>
internal sealed record RightsNote(bool Good, string Message, string MessageEn);

/// <summary>
/// Works out who may do what: the school's secretaries edit, each cadre reads the own folder, reviewers read while their pass holds,
/// and restricted papers are for the secretaries and the person alone.
/// </summary>
internal sealed class RightsPlanner(CadreDbContext database, SchemeCatalog schemes, TimeProvider clock)
{
    public async Task<WantedSchool> PlanAsync(string schoolId, CancellationToken cancellationToken)
    {
        var notes = new List<RightsNote>();
        var files = await (
            from document in database.FiledDocuments
            join record in database.Records on document.RecordId equals record.Id
            where document.SchoolId == schoolId
            select new { document.Path, record.FormId, record.SchemeVersion, record.PersonId }).ToListAsync(cancellationToken);
        var root = files.Count == 0 ? null : SchoolFolder(files[0].Path);
        if (root is null)
        {
            return new WantedSchool([], [new RightsNote(true, "该校还没有归档，没有可设置权限的文件夹。", "Nothing of this school is filed; there is no folder to set rights on.")]);
        }

        var prefix = root + "/";
        if (files.Exists(file => !file.Path.StartsWith(prefix, StringComparison.Ordinal))
            || await database.FiledDocuments.AnyAsync(document => document.SchoolId != schoolId && document.Path.StartsWith(prefix), cancellationToken))
        {
            return new WantedSchool([], [new RightsNote(
                false, $"“{root}”不是这一所学校独有的文件夹，不能设置权限：请在 scheme.yaml 的 filing 中让学校名成为第二级文件夹。",
                $"'{root}' is not this school's alone, so no rights are set: let the school's name be the second folder in scheme.yaml, section filing.")]);
        }

        var secretaries = await SecretariesAsync(schoolId, cancellationToken);
        if (secretaries.Count == 0)
        {
            return new WantedSchool([], [new RightsNote(
                false, "该校没有能登录的书记，没有设置权限：请在名册中填写书记的登录名。", "The school has no secretary with a login, so no rights are set: enter the secretary's login in the roster.")]);
        }

        var readers = await PassesAsync(schoolId, cancellationToken);
        var cadres = await CadresAsync(schoolId, notes, cancellationToken);
        var items = new List<WantedRights>();
        foreach (var file in files.Where(file => IsRestricted(file.SchemeVersion, file.FormId)))
        {
            items.Add(Few(file.Path, file.PersonId, secretaries, cadres));
        }

        foreach (var folder in files.Where(file => file.PersonId is not null).GroupBy(file => LibraryPath.Folder(file.Path), StringComparer.OrdinalIgnoreCase))
        {
            var people = folder.Select(file => file.PersonId!).Distinct().ToList();
            if (people.Count == 1)
            {
                var own = cadres.TryGetValue(people[0], out var login) ? [login] : Array.Empty<string>();
                items.Add(new WantedRights(folder.Key, secretaries, Less(own.Concat(readers), secretaries), OwnRights: true));
            }
        }

        items.Add(new WantedRights(root, secretaries, Less(readers, secretaries), OwnRights: true));
        return new WantedSchool([.. items.OrderByDescending(item => item.Path.Count(c => c == '/')).ThenBy(item => item.Path, StringComparer.Ordinal)], notes);
    }

    /// <summary>The rights of the papers of a plan that few may read, by record id and without their paths.</summary>
    public async Task<IReadOnlyDictionary<string, WantedRights>> RestrictedAsync(FilingPlan plan, CancellationToken cancellationToken)
    {
        var forms = schemes.Versions.SelectMany(version => version.Forms.Where(version.IsRestricted)).Select(form => form.Id).Distinct().ToList();
        var records = await database.Records
            .Where(record => forms.Contains(record.FormId) && database.FilingItems.Any(item => item.PlanId == plan.Id && item.RecordId == record.Id))
            .Select(record => new { record.Id, record.FormId, record.SchemeVersion, record.PersonId }).ToListAsync(cancellationToken);
        var secretaries = await SecretariesAsync(plan.SchoolId, cancellationToken);
        var cadres = await CadresAsync(plan.SchoolId, [], cancellationToken);
        return records.Where(record => IsRestricted(record.SchemeVersion, record.FormId))
            .ToDictionary(record => record.Id, record => Few("", record.PersonId, secretaries, cadres), StringComparer.Ordinal);
    }

    /// <summary>区 / 学校: the first two names of every path.</summary>
    public static string? SchoolFolder(string path) => path.Split('/') is { Length: > 2 } names ? names[0] + "/" + names[1] : null;

    private bool IsRestricted(string version, string formId) => schemes.Find(version) is { } scheme && scheme.Find(formId) is { } form && scheme.IsRestricted(form);

    private static WantedRights Few(string path, string? personId, List<string> secretaries, Dictionary<string, string> cadres) => new(
        path, secretaries, Less(personId is not null && cadres.TryGetValue(personId, out var login) ? [login] : [], secretaries), OwnRights: true);

    private static List<string> Less(IEnumerable<string> readers, List<string> writers) =>
        readers.Except(writers, StringComparer.OrdinalIgnoreCase).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

    /// <summary>Logins of the school's secretaries.</summary>
    public async Task<List<string>> SecretariesAsync(string schoolId, CancellationToken cancellationToken) => await (
        from grant in database.RoleGrants
        join person in database.People on grant.PersonId equals person.Id
        where grant.Role == Roles.Secretary && grant.SchoolId == schoolId && person.Login != null
        select person.Login!).Distinct().OrderBy(login => login).ToListAsync(cancellationToken);

    // A pass is worth as much as the assignment behind it: who no longer reviews the school reads nothing.
    private async Task<List<string>> PassesAsync(string schoolId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await (
            from pass in database.LibraryPasses
            join person in database.People on pass.PersonId equals person.Id
            where pass.SchoolId == schoolId && pass.RemovedAt == null && pass.Until > now && person.Login != null
                && database.RoleGrants.Any(grant => grant.PersonId == pass.PersonId && grant.Role == Roles.Reviewer && (grant.SchoolId == null || grant.SchoolId == schoolId))
            select person.Login!).Distinct().OrderBy(login => login).ToListAsync(cancellationToken);
    }

    private async Task<Dictionary<string, string>> CadresAsync(string schoolId, List<RightsNote> notes, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var people = await (
            from post in database.Appointments
            join person in database.People on post.PersonId equals person.Id
            where post.SchoolId == schoolId && post.From <= today && (post.To == null || post.To >= today)
            select new { person.Id, person.Login }).Distinct().ToListAsync(cancellationToken);
        var without = people.Count(person => person.Login is null);
        if (without > 0)
        {
            notes.Add(new RightsNote(
                true, string.Create(CultureInfo.InvariantCulture, $"{without}名干部没有登录名，暂不能在文件库中查看本人材料。"),
                string.Create(CultureInfo.InvariantCulture, $"{without} cadres have no login and cannot read their own folder in the library yet.")));
        }

        return people.Where(person => person.Login is not null).ToDictionary(person => person.Id, person => person.Login!);
    }
}
