using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster.Contradictions;

/// <summary>Finds where sheets and roster disagree. A filed sheet keeps the value of its day and is not asked.</summary>
internal sealed class ContradictionList(CadreDbContext database, SchemeCatalog schemes, RecordRights rights, RecordStore store, CurrentUser user, TimeProvider clock)
{
    /// <summary>All contradictions of a school's cadres in a year that the asker may read, person by person.</summary>
    public async Task<List<Contradiction>> OfSchoolAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var records = await database.Records.AsNoTracking()
            .Where(record => record.SchoolId == schoolId && record.PersonId != null && record.Year <= year && record.UntilYear >= year && record.State != RecordState.Filed)
            .ToListAsync(cancellationToken);
        var people = await HistoriesAsync(records.Select(record => record.PersonId!).Distinct().ToList(), cancellationToken);
        var secretaries = await database.RoleGrants.Where(grant => grant.Role == Roles.Secretary && grant.SchoolId == schoolId).Select(grant => grant.PersonId).ToListAsync(cancellationToken);
        var closed = await database.YearClosings.Where(closing => closing.SchoolId == schoolId).Select(closing => closing.Year).ToListAsync(cancellationToken);
        return records.Where(rights.CanRead)
            .SelectMany(record => Of(record, people[record.PersonId!], rights.Allowed(record, record.State, secretaries.Contains(record.PersonId!), closed.Contains(record.UntilYear))))
            .OrderBy(item => people[item.PersonId].PostsOn(schoolId, item.Day).FirstOrDefault()?.Order ?? int.MaxValue).ThenBy(item => item.PersonId, StringComparer.Ordinal)
            .ThenBy(item => item.Key, StringComparer.Ordinal).ThenBy(item => item.Day).ToList();
    }

    /// <summary>The contradictions of one sheet.</summary>
    public async Task<List<Contradiction>> OfRecordAsync(Record record, CancellationToken cancellationToken)
    {
        if (record.PersonId is null || record.State == RecordState.Filed)
        {
            return [];
        }

        var people = await HistoriesAsync([record.PersonId], cancellationToken);
        return Of(record, people[record.PersonId], (await store.RightsAsync(record, cancellationToken)).Allowed).ToList();
    }

    /// <summary>The day a sheet speaks of.</summary>
    public DateOnly DayOf(Record record)
    {
        var days = schemes.DaysOf(record.UntilYear);
        var day = record.State is RecordState.Draft or RecordState.Returned ? clock.Today() : record.SubmittedAt?.DistrictDay() ?? clock.Today();
        return days.Until(day);
    }

    /// <summary>People with their facts and posts, tracked.</summary>
    public async Task<Dictionary<string, PersonHistory>> HistoriesAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var people = await database.People.Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken);
        var facts = (await database.PersonFacts.Where(fact => ids.Contains(fact.PersonId)).ToListAsync(cancellationToken)).ToLookup(fact => fact.PersonId);
        var posts = (await database.Appointments.Where(post => ids.Contains(post.PersonId)).ToListAsync(cancellationToken)).ToLookup(post => post.PersonId);
        return people.ToDictionary(person => person.Id, person => new PersonHistory(person, facts[person.Id].ToList(), posts[person.Id].ToList()));
    }

    private IEnumerable<Contradiction> Of(Record record, PersonHistory history, IReadOnlyList<string> allowed)
    {
        var form = schemes.Of(record).Find(record.FormId)!;
        var data = FormData.FromJson(JsonNode.Parse(record.Data)!.AsObject());
        var day = DayOf(record);
        var mayCorrect = allowed.Contains(RecordRights.Edit) || allowed.Contains(RecordRights.Reopen);
        foreach (var field in form.Fields.Where(field => data[field.Key].Length > 0))
        {
            if (PersonHistory.KeyOf(field.Prefill) is { } key && !history.Agrees(key, record.SchoolId, day, data[field.Key]))
            {
                var (value, since) = history.At(key, record.SchoolId, day);
                yield return new Contradiction(
                    record.Id, record.Version, form.Id, form.Sheet, form.Title, form.TitleEn, history.Person.Id, history.Person.Name, field.Key, field.Label, field.LabelEn ?? field.Key,
                    key, day, data[field.Key], value, since, PersonHistory.IsDated(key), mayCorrect && value.Length > 0, RosterEndpoints.CanEdit(user, record.SchoolId));
            }
        }
    }
}
