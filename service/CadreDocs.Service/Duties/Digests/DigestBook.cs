using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Duties.Digests;

/// <summary>A weekly message.</summary>
/// <param name="PersonId">Who gets it.</param>
/// <param name="Role">The role it is written for, with its school: <c>cadre</c>, <c>secretary:s-1</c>, <c>reviewer</c>, <c>officer</c>.</param>
/// <param name="Address">E-mail address; null where the roster knows none.</param>
/// <param name="Subject">First line of the template's text.</param>
/// <param name="Text">The rest.</param>
internal sealed record DigestLetter(string PersonId, string Role, string? Address, string Subject, string Text);

/// <summary>Writes the weekly messages: one a person and role, none where nothing is owed (R87). The texts are the scheme's templates.</summary>
internal sealed class DigestBook(CadreDbContext database, DutyList duties, LedgerBook ledger, SchemeCatalog schemes, IOptions<DigestOptions> options, TimeProvider clock)
{
    private int Year => schemes.CurrentYear(clock);

    /// <summary>Everybody's letters, school by school.</summary>
    public async Task<List<DigestLetter>> AllAsync(CancellationToken cancellationToken)
    {
        var letters = new List<DigestLetter>();
        foreach (var school in await database.Schools.AsNoTracking().OrderBy(school => school.Code).ToListAsync(cancellationToken))
        {
            letters.AddRange(await OfSchoolAsync(school, null, options.Value.Language, cancellationToken));
        }

        letters.AddRange(await AboveAsync(null, options.Value.Language, cancellationToken));
        return letters;
    }

    /// <summary>The letters that one person would get now.</summary>
    public async Task<List<DigestLetter>> OfPersonAsync(string personId, string language, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var ids = await database.Appointments.On(today).Where(post => post.PersonId == personId && post.OfRecord).Select(post => post.SchoolId)
            .Union(database.RoleGrants.Where(grant => grant.PersonId == personId && grant.Role == Roles.Secretary && grant.SchoolId != null).Select(grant => grant.SchoolId!))
            .ToListAsync(cancellationToken);
        var letters = new List<DigestLetter>();
        foreach (var school in await database.Schools.AsNoTracking().Where(school => ids.Contains(school.Id)).OrderBy(school => school.Code).ToListAsync(cancellationToken))
        {
            letters.AddRange(await OfSchoolAsync(school, personId, language, cancellationToken));
        }

        letters.AddRange(await AboveAsync(personId, language, cancellationToken));
        return letters;
    }

    /// <summary>What is still to be done of a school's list: begun or not, but its time has come.</summary>
    public async Task<List<Duty>> OwedAsync(string schoolId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var scheme = schemes.ForYear(Year).Definition;
        return (await duties.OfSchoolAsync(schoolId, Year, cancellationToken))
            .FindAll(duty => duty.State is DutyState.Returned || (duty.State is DutyState.Missing or DutyState.Draft && HasCome(duty, scheme, today)));
    }

    // A semester's paper from its first day on. A sheet of five years in the last of them, and not while its rates are unset: nobody could hand it in (A20, R87).
    private bool HasCome(Duty duty, SchemeDefinition scheme, DateOnly today) =>
        !(scheme.SemesterOf(duty.Year, duty.Semester)?.From > today)
        && (duty.Clock != Documents.Forms.Clock.FiveYear || (duty.UntilYear == Year && ledger.Period(duty.UntilYear).IsSet));

    /// <summary>The text for a messaging group: what is missing how often, no names.</summary>
    public async Task<string?> GroupTextAsync(School school, string language, CancellationToken cancellationToken)
    {
        var owed = await OwedAsync(school.Id, cancellationToken);
        var known = Known(language);
        known["school"] = new JsonObject { ["name"] = school.Name };
        known["people"] = owed.Select(duty => duty.Owner?.PersonId).OfType<string>().Distinct().Count();
        known["items"] = new JsonArray([.. owed.Where(duty => duty.Owner is not null).GroupBy(duty => (duty.FormId, duty.Semester)).Select(group => (JsonNode)new JsonObject
        {
            ["title"] = Title(group.First(), language), ["period"] = language == "en" ? group.First().PeriodEn : group.First().Period, ["count"] = group.Count(),
        })]);
        return Render("group", known);
    }

    private async Task<List<DigestLetter>> OfSchoolAsync(School school, string? only, string language, CancellationToken cancellationToken)
    {
        var all = await OwedAsync(school.Id, cancellationToken);
        var year = Year;
        var waiting = await database.Records.CountAsync(
            record => record.SchoolId == school.Id && record.PersonId != null && record.Year == year && record.State == CadreDocs.Service.Records.RecordState.Submitted, cancellationToken);
        var secretaries = await database.RoleGrants.Where(grant => grant.Role == Roles.Secretary && grant.SchoolId == school.Id).Select(grant => grant.PersonId).Distinct().ToListAsync(cancellationToken);
        var cadres = all.Where(duty => duty.Owner is not null).GroupBy(duty => duty.Owner!.PersonId).ToList();
        var addresses = await AddressesAsync(cadres.Select(group => group.Key).Concat(secretaries).ToList(), cancellationToken);
        var letters = new List<DigestLetter>();
        foreach (var group in cadres.Where(group => only is null || group.Key == only))
        {
            var known = Known(language);
            known["person"] = new JsonObject { ["name"] = group.First().Owner!.Name };
            known["owed"] = List(group, language);
            Add(letters, "cadre", "cadre", group.Key, addresses, known);
        }

        var own = all.FindAll(duty => duty.Owner is null);
        if (waiting > 0 || own.Count > 0 || cadres.Count > 0)
        {
            foreach (var secretary in secretaries.Where(id => only is null || id == only))
            {
                var known = Known(language);
                known["school"] = new JsonObject { ["name"] = school.Name };
                known["waiting"] = waiting;
                known["owed"] = List(own, language);
                known["cadres"] = new JsonArray([.. cadres.Select(group => (JsonNode)new JsonObject { ["name"] = group.First().Owner!.Name, ["count"] = group.Count() })]);
                Add(letters, "secretary", $"secretary:{school.Id}", secretary, addresses, known);
            }
        }

        return letters;
    }

    // Reviewers and officers look at schools whose year waits for them; officers also at those without a plan.
    private async Task<List<DigestLetter>> AboveAsync(string? only, string language, CancellationToken cancellationToken)
    {
        var year = Year;
        var grants = await database.RoleGrants.Where(grant => (grant.Role == Roles.Reviewer || grant.Role == Roles.Officer) && (only == null || grant.PersonId == only)).ToListAsync(cancellationToken);
        if (grants.Count == 0)
        {
            return [];
        }

        var schools = await database.Schools.AsNoTracking().OrderBy(school => school.Code).ToListAsync(cancellationToken);
        var unsigned = (await database.YearClosings.Where(closing => closing.Year >= year - 1 && !database.SignOffs.Any(sign => sign.SchoolId == closing.SchoolId && sign.Year == closing.Year))
            .Select(closing => new { closing.SchoolId, closing.Year }).ToListAsync(cancellationToken)).ToLookup(closing => closing.SchoolId, closing => closing.Year);
        var planned = (await database.Records.Where(record => record.FormId == "annual-plan" && record.Year == year
                && record.State != CadreDocs.Service.Records.RecordState.Draft && record.State != CadreDocs.Service.Records.RecordState.Returned)
            .Select(record => record.SchoolId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var addresses = await AddressesAsync(grants.ConvertAll(grant => grant.PersonId), cancellationToken);
        var letters = new List<DigestLetter>();
        foreach (var group in grants.GroupBy(grant => (grant.PersonId, grant.Role)))
        {
            var mine = schools.Where(school => group.Any(grant => grant.SchoolId is null || grant.SchoolId == school.Id)).ToList();
            var known = Known(language);
            known["reviews"] = new JsonArray([.. mine.SelectMany(school => unsigned[school.Id].Order().Select(closed => (JsonNode)new JsonObject { ["school"] = school.Name, ["year"] = closed }))]);
            known["unplanned"] = group.Key.Role == Roles.Officer ? new JsonArray([.. mine.Where(school => !planned.Contains(school.Id)).Select(school => (JsonNode)school.Name)]) : new JsonArray();
            if (known["reviews"]!.AsArray().Count > 0 || known["unplanned"]!.AsArray().Count > 0)
            {
                Add(letters, group.Key.Role, group.Key.Role, group.Key.PersonId, addresses, known);
            }
        }

        return letters;
    }

    private void Add(List<DigestLetter> letters, string template, string role, string personId, Dictionary<string, (string Name, string? Address)> people, JsonObject known)
    {
        var (name, address) = people[personId];
        known["person"] = new JsonObject { ["name"] = name };
        if (Render(template, known) is { } text)
        {
            var lines = text.Split('\n', 2);
            letters.Add(new DigestLetter(personId, role, address, lines[0].Trim(), lines.Length > 1 ? lines[1].Trim() : ""));
        }
    }

    // A role without a template gets no letter: an officer switches it off by taking the file away.
    private string? Render(string name, JsonObject known) =>
        schemes.ForYear(Year).DigestTemplate(name) is { } template ? Scripts.Render(template, known).Trim() : null;

    private JsonObject Known(string language) => new()
    {
        ["language"] = language,
        ["year"] = Year,
        ["today"] = clock.Today().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["portal"] = options.Value.Portal?.ToString(),
    };

    // The roster keeps no mail addresses of its own; a login that is one serves.
    private async Task<Dictionary<string, (string Name, string? Address)>> AddressesAsync(List<string> ids, CancellationToken cancellationToken) =>
        (await database.People.Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.Name, person.Login }).ToListAsync(cancellationToken))
        .ToDictionary(person => person.Id, person => (person.Name, person.Login?.Contains('@', StringComparison.Ordinal) == true ? person.Login : null));

    private static JsonArray List(IEnumerable<Duty> owed, string language) => new([.. owed
        .OrderBy(duty => duty.State == DutyState.Returned ? 0 : 1).ThenBy(duty => duty.Due ?? DateOnly.MaxValue).Select(duty => (JsonNode)new JsonObject
        {
            ["title"] = Title(duty, language),
            ["period"] = language == "en" ? duty.PeriodEn : duty.Period,
            ["state"] = duty.State.ToString().ToLowerInvariant(),
            ["clause"] = duty.Clause,
            ["due"] = duty.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["comment"] = duty.Comment,
        })]);

    private static string Title(Duty duty, string language) => string.Join(' ', new[] { duty.Sheet, language == "en" ? duty.TitleEn : duty.Title }.OfType<string>());
}
