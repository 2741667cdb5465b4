using System.Text.Json.Nodes;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>What fixed generated text, first values and file names may use (templates/README.md). Facts of a person are those of the day.</summary>
public sealed class RecordGlobals(CadreDbContext database, SchemeCatalog schemes, TimeProvider clock)
{
    /// <summary>The globals of a record.</summary>
    /// <param name="record">The record; need not be saved yet.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<JsonObject> ForAsync(Record record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        var scheme = schemes.Of(record).Definition;
        var school = await database.Schools.AsNoTracking().FirstAsync(item => item.Id == record.SchoolId, cancellationToken);
        var region = await database.Regions.AsNoTracking().FirstAsync(item => item.Id == school.RegionId, cancellationToken);
        var theme = await database.RegionThemes.AsNoTracking()
            .FirstOrDefaultAsync(item => item.RegionId == region.Id && item.Year == record.Year, cancellationToken);
        var semester = scheme.SemesterOf(record.Year, record.Semester);
        var period = scheme.PlanOf(record.Year);
        return new JsonObject
        {
            ["year"] = record.Year,
            ["semester"] = semester is null ? null : new JsonObject { ["no"] = semester.No, ["name"] = semester.Name },
            ["school"] = new JsonObject
            {
                ["id"] = school.Id,
                ["name"] = school.Name,
                ["code"] = school.Code,
                ["stage"] = school.Stage,
                ["leader"] = school.TrainingLead ?? await SecretaryAsync(school.Id, cancellationToken),
            },
            ["region"] = new JsonObject { ["name"] = region.Name, ["theme"] = theme?.Theme },
            ["cadre"] = record.PersonId is null ? null : await CadreAsync(record, cancellationToken),
            ["period"] = new JsonObject { ["numeral"] = period.Numeral.Length > 0 ? period.Numeral : null, ["from"] = period.From, ["to"] = period.To },
            ["scheme"] = new JsonObject { ["version"] = scheme.Version, ["district"] = scheme.District },
            ["copy"] = "",
            ["code"] = record.ContentCode,
            ["fonts"] = new JsonObject(scheme.Fonts.Select(font => KeyValuePair.Create(font.Key, (JsonNode?)font.Value))),
        };
    }

    private async Task<JsonObject> CadreAsync(Record record, CancellationToken cancellationToken)
    {
        var day = DayOf(record);
        var person = await database.People.AsNoTracking().FirstAsync(item => item.Id == record.PersonId, cancellationToken);
        var facts = await database.PersonFacts.AsNoTracking()
            .Where(fact => fact.PersonId == person.Id && fact.From <= day && (fact.To == null || fact.To >= day))
            .OrderBy(fact => fact.From).ToListAsync(cancellationToken);
        var post = await database.Appointments.AsNoTracking()
            .Where(item => item.PersonId == person.Id && item.SchoolId == record.SchoolId && item.From <= day && (item.To == null || item.To >= day))
            .OrderByDescending(item => item.From).Select(item => item.Post).FirstOrDefaultAsync(cancellationToken);
        return new JsonObject
        {
            ["id"] = person.Id,
            ["name"] = Fact("name") ?? person.Name,
            ["sex"] = person.Sex,
            ["birth"] = person.BirthMonth,
            ["post"] = post,
            ["politics"] = Fact("political") ?? person.Political,
            ["education"] = Fact("education") ?? person.Education,
            ["title"] = Fact("title") ?? person.Title,
            ["rank"] = Fact("rank") ?? person.Rank,
            ["subject"] = Fact("subject") ?? person.Subject,
            ["teaching"] = person.TeachingSince,
        };

        string? Fact(string key) => facts.FindLast(fact => fact.Key == key)?.Value;
    }

    // A paper that is in force is filled from today's facts, one of the past from those of its last day (A32).
    private DateOnly DayOf(Record record) => schemes.DaysOf(record.UntilYear).Until(clock.Today());

    private async Task<string?> SecretaryAsync(string schoolId, CancellationToken cancellationToken) => await (
        from grant in database.RoleGrants
        join person in database.People on grant.PersonId equals person.Id
        where grant.Role == Roles.Secretary && grant.SchoolId == schoolId
        orderby person.Id
        select person.Name).FirstOrDefaultAsync(cancellationToken);
}
