using CadreDocs.Service.Data;
using CadreDocs.Service.Roster.Import;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

/// <summary>Reads rosters.</summary>
internal sealed class RosterReading(CadreDbContext database)
{
    /// <summary>The school's cadres of a year, in the order of posts.</summary>
    public async Task<List<RosterCadre>> CadresAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var posts = await database.Appointments.AsNoTracking().Where(post => post.SchoolId == schoolId).During(year)
            .Join(database.People, post => post.PersonId, person => person.Id, (post, person) => new { Post = post, Person = person })
            .ToListAsync(cancellationToken);
        var people = database.Appointments.Where(post => post.SchoolId == schoolId).During(year).Select(post => post.PersonId);
        var facts = (await database.PersonFacts.AsNoTracking().Where(fact => people.Contains(fact.PersonId)).ToListAsync(cancellationToken)).ToLookup(fact => fact.PersonId);
        var records = await database.Records.Where(record => record.Year == year && record.PersonId != null && people.Contains(record.PersonId))
            .GroupBy(record => record.PersonId!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return posts.GroupBy(pair => pair.Person.Id).Select(group =>
        {
            // Who changed posts within the year stands once, with the latest; two posts held at once are joined.
            var person = group.First().Person;
            var last = group.Max(pair => pair.Post.To ?? DateOnly.MaxValue);
            var current = group.Where(pair => (pair.Post.To ?? DateOnly.MaxValue) == last).Select(pair => pair.Post).OrderBy(post => post.Order).ToList();
            var own = facts[person.Id].OrderBy(fact => fact.Key, StringComparer.Ordinal).ThenBy(fact => fact.From).ToList();
            return new RosterCadre(
                person.Id, person.Version, person.PlatformNo, person.Name,
                own.Where(fact => fact.Key == RosterColumns.Name && fact.To is not null).Select(fact => fact.Value).Distinct().ToList(),
                person.Sex, person.BirthMonth, person.Political, person.Education, person.Title, person.Rank, person.Subject, person.TeachingSince,
                string.Join("、", current.Select(post => post.Post)), current.Min(post => post.From), current[0].To, current.Exists(post => post.OfRecord), current[0].Order,
                records.GetValueOrDefault(person.Id), own.Select(fact => new RosterFact(fact.Key, fact.Value, fact.From, fact.To)).ToList());
        }).OrderBy(cadre => cadre.Order).ThenBy(cadre => cadre.PersonId, StringComparer.Ordinal).ToList();
    }

    /// <summary>The cadres in office on a day as an import compares them.</summary>
    public async Task<List<ExistingCadre>> ExistingAsync(string schoolId, DateOnly day, CancellationToken cancellationToken)
    {
        var rows = await database.Appointments.AsNoTracking().Where(post => post.SchoolId == schoolId).On(day).OrderBy(post => post.Order)
            .Join(database.People, post => post.PersonId, person => person.Id, (post, person) => new { Post = post, Person = person })
            .ToListAsync(cancellationToken);
        var people = database.Appointments.Where(post => post.SchoolId == schoolId).On(day).Select(post => post.PersonId);
        var records = await database.Records.Where(record => record.UntilYear >= day.Year && record.PersonId != null && people.Contains(record.PersonId))
            .GroupBy(record => record.PersonId!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return rows.GroupBy(row => row.Person.Id).Select(group =>
        {
            var person = group.First().Person;
            var values = PersonFields.Keys.ToDictionary(key => key, key => PersonFields.Get(person, key));
            values[RosterColumns.Post] = string.Join("、", group.Select(row => row.Post.Post));
            return new ExistingCadre(person.Id, person.Version, values, records.GetValueOrDefault(person.Id));
        }).ToList();
    }
}
