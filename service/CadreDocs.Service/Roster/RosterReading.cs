using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Roster.Import;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

/// <summary>Reads rosters.</summary>
internal sealed class RosterReading(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>The school's cadres of a year, in the order of posts.</summary>
    public async Task<List<RosterCadre>> CadresAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var posts = await database.Appointments.AsNoTracking().Where(post => post.SchoolId == schoolId).During(schemes.DaysOf(year))
            .Join(database.People, post => post.PersonId, person => person.Id, (post, person) => new { Post = post, Person = person })
            .ToListAsync(cancellationToken);
        var people = database.Appointments.Where(post => post.SchoolId == schoolId).During(schemes.DaysOf(year)).Select(post => post.PersonId);
        var facts = (await database.PersonFacts.AsNoTracking().Where(fact => people.Contains(fact.PersonId)).ToListAsync(cancellationToken)).ToLookup(fact => fact.PersonId);
        var everywhere = (await database.Appointments.AsNoTracking().Where(post => people.Contains(post.PersonId))
            .Join(database.Schools, post => post.SchoolId, school => school.Id, (post, school) => new { Post = post, school.Name })
            .ToListAsync(cancellationToken)).ToLookup(pair => pair.Post.PersonId);
        var records = await database.Records.Where(record => record.Year == year && record.PersonId != null && people.Contains(record.PersonId))
            .GroupBy(record => record.PersonId!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return posts.GroupBy(pair => pair.Person.Id).Select(group =>
        {
            // Who changed posts within the year stands once, with the latest; two posts held at once are joined.
            var person = group.First().Person;
            var current = Latest(group.Select(pair => pair.Post).ToList());
            var own = facts[person.Id].OrderBy(fact => fact.Key, StringComparer.Ordinal).ThenBy(fact => fact.From).ToList();
            return new RosterCadre(
                person.Id, person.Version, person.PlatformNo, person.Name,
                own.Where(fact => fact.Key == RosterColumns.Name && fact.To is not null).Select(fact => fact.Value).Distinct().ToList(),
                person.Sex, person.BirthMonth, person.Political, person.Education, person.Title, person.Rank, person.Subject, person.TeachingSince,
                string.Join("、", current.Select(post => post.Post)), current.Min(post => FirstDay(post, everywhere[person.Id].Select(pair => pair.Post))), current[0].To, current.Exists(post => post.OfRecord), current[0].Order,
                records.GetValueOrDefault(person.Id), own.Select(fact => new RosterFact(fact.Key, fact.Value, fact.From, fact.To)).ToList(),
                everywhere[person.Id].OrderByDescending(pair => pair.Post.From).ThenBy(pair => pair.Post.Order)
                    .Select(pair => new RosterPost(pair.Post.Id, pair.Post.SchoolId, pair.Name, pair.Post.Post, pair.Post.From, pair.Post.To, pair.Post.OfRecord)).ToList());
        }).OrderBy(cadre => cadre.Order).ThenBy(cadre => cadre.PersonId, StringComparer.Ordinal).ToList();
    }

    /// <summary>One cadre as a year of the school shows them, or as the school last knew them.</summary>
    public async Task<RosterCadre> CadreAsync(string schoolId, string personId, int year, CancellationToken cancellationToken)
    {
        var posts = await database.Appointments.AsNoTracking().Where(post => post.PersonId == personId && post.SchoolId == schoolId).OrderByDescending(post => post.From).ToListAsync(cancellationToken);
        var days = schemes.DaysOf(year);
        var shown = posts.Exists(post => post.From <= days.Last && (post.To is null || post.To >= days.First)) ? year : schemes.YearOf(posts[0].To ?? posts[0].From);
        return (await CadresAsync(schoolId, shown, cancellationToken)).First(cadre => cadre.PersonId == personId);
    }

    /// <summary>First day of a post: where it was split and says the same, that of the first part.</summary>
    internal static DateOnly FirstDay(Appointment post, IEnumerable<Appointment> all)
    {
        var first = post.From;
        var parts = all.Where(other => other.SchoolId == post.SchoolId && other.Post == post.Post).ToList();
        while (parts.Find(other => other.To == first.AddDays(-1) && other.From < first) is { } earlier)
        {
            first = earlier.From;
        }

        return first;
    }

    /// <summary>The cadres in office as an import compares them: with the posts that the roster knows last.</summary>
    /// <param name="schoolId">The school.</param>
    /// <param name="day">Who has left before this day is not among them; who begins later is.</param>
    /// <param name="papersFrom">First year whose papers are counted.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<List<ExistingCadre>> ExistingAsync(string schoolId, DateOnly day, int papersFrom, CancellationToken cancellationToken)
    {
        var rows = await database.Appointments.AsNoTracking().Where(post => post.SchoolId == schoolId)
            .Join(database.People, post => post.PersonId, person => person.Id, (post, person) => new { Post = post, Person = person })
            .ToListAsync(cancellationToken);
        var people = database.Appointments.Where(post => post.SchoolId == schoolId && (post.To == null || post.To >= day)).Select(post => post.PersonId);
        var records = await database.Records.Where(record => record.UntilYear >= papersFrom && record.PersonId != null && people.Contains(record.PersonId))
            .GroupBy(record => record.PersonId!).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return rows.GroupBy(row => row.Person.Id).Select(group => (All: group.Select(row => row.Post).ToList(), group.First().Person))
            .Select(group => (group.All, group.Person, Now: Latest(group.All))).Where(group => group.Now[0].To is null || group.Now[0].To >= day)
            .OrderBy(group => group.Now[0].Order).Select(group =>
            {
                var values = PersonFields.Keys.ToDictionary(key => key, key => PersonFields.Get(group.Person, key));
                values[RosterColumns.Post] = string.Join("、", group.Now.Select(post => post.Post));
                values[RosterColumns.From] = group.Now.Min(post => FirstDay(post, group.All)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return new ExistingCadre(group.Person.Id, group.Person.Version, values, records.GetValueOrDefault(group.Person.Id)) { Posts = group.Now.Count };
            }).ToList();
    }

    /// <summary>The posts that hold last, several where they are held at once.</summary>
    internal static List<Appointment> Latest(IReadOnlyCollection<Appointment> posts)
    {
        var last = posts.Max(post => post.To ?? DateOnly.MaxValue);
        return posts.Where(post => (post.To ?? DateOnly.MaxValue) == last).OrderBy(post => post.Order).ThenBy(post => post.From).ToList();
    }
}
