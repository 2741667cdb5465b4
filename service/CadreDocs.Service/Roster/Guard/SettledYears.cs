using CadreDocs.Service.Data;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster.Guard;

/// <summary>Years that a school has handed in or a reviewer has signed: what they show of posts and dated values stays.</summary>
internal sealed class SettledYears(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>Faults of tracked changes that would alter such a year.</summary>
    /// <param name="before">Posts as stored, of people whose posts change; read here for others.</param>
    /// <param name="after">Posts as they would be.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<List<RosterFault>> FaultsAsync(ILookup<string, Tenure> before, ILookup<string, Tenure> after, CancellationToken cancellationToken)
    {
        var values = await ValuesAsync(cancellationToken);
        var others = values.Select(value => value.PersonId).Where(id => !before.Contains(id) && !after.Contains(id)).Distinct().ToList();
        var elsewhere = (others.Count == 0 ? [] : await database.Appointments.AsNoTracking().Where(post => others.Contains(post.PersonId)).ToListAsync(cancellationToken))
            .Select(Tenure.Of).ToLookup(post => post.PersonId);
        var schools = new[] { before, after, elsewhere }.SelectMany(posts => posts).SelectMany(posts => posts).Select(post => post.SchoolId).Distinct().ToList();
        var years = await ReadAsync(schools, cancellationToken);
        if (years.Count == 0)
        {
            return [];
        }

        var found = new List<(string PersonId, Settled Year)>();
        foreach (var personId in before.Concat(after).Select(posts => posts.Key).Distinct())
        {
            found.AddRange(years.Where(year => Tenures.Year(before[personId], year.SchoolId, schemes.DaysOf(year.Year)) != Tenures.Year(after[personId], year.SchoolId, schemes.DaysOf(year.Year))).Select(year => (personId, year)));
        }

        foreach (var value in values)
        {
            var posts = before[value.PersonId].Concat(elsewhere[value.PersonId]).ToList();
            found.AddRange(years.Where(year => posts.Exists(post => post.SchoolId == year.SchoolId && post.Touches(schemes.DaysOf(year.Year))) && value.Alters(schemes.DaysOf(year.Year))).Select(year => (value.PersonId, year)));
        }

        return await NameAsync(found, cancellationToken);
    }

    private async Task<List<Settled>> ReadAsync(List<string> schools, CancellationToken cancellationToken)
    {
        if (schools.Count == 0)
        {
            return [];
        }

        var signed = await database.SignOffs.Where(sign => schools.Contains(sign.SchoolId)).Select(sign => new Settled(sign.SchoolId, sign.Year, true)).ToListAsync(cancellationToken);
        var closed = await database.YearClosings.Where(closing => schools.Contains(closing.SchoolId)).Select(closing => new Settled(closing.SchoolId, closing.Year, false)).ToListAsync(cancellationToken);
        return signed.Concat(closed.Where(year => !signed.Exists(sign => sign.SchoolId == year.SchoolId && sign.Year == year.Year))).OrderBy(year => year.Year).ToList();
    }

    // Dated values whose facts, or whose value of today, are about to change.
    private async Task<List<ValueHistory>> ValuesAsync(CancellationToken cancellationToken)
    {
        var facts = database.ChangeTracker.Entries<PersonFact>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var people = database.ChangeTracker.Entries<Person>().Where(entry => entry.State is EntityState.Modified).ToDictionary(entry => entry.Entity.Id);
        var keys = facts.Select(entry => (entry.Entity.PersonId, entry.Entity.Key))
            .Concat(people.Values.SelectMany(entry => PersonFields.Keys.Where(PersonFields.IsDated)
                .Where(key => PersonFields.Get((Person)entry.OriginalValues.ToObject(), key) != PersonFields.Get(entry.Entity, key)).Select(key => (entry.Entity.Id, key))))
            .Distinct().Where(pair => people.ContainsKey(pair.Item1) && PersonFields.Has(pair.Item2)).ToList();
        if (keys.Count == 0)
        {
            return [];
        }

        var ids = keys.Select(pair => pair.Item1).Distinct().ToList();
        var stored = (await database.PersonFacts.AsNoTracking().Where(fact => ids.Contains(fact.PersonId)).ToListAsync(cancellationToken)).ToLookup(fact => (fact.PersonId, fact.Key));
        var moved = facts.ToLookup(entry => (entry.Entity.PersonId, entry.Entity.Key));
        return keys.ConvertAll(pair =>
        {
            var touched = moved[pair].Select(entry => entry.Entity.Id).ToHashSet();
            var next = stored[pair].Where(fact => !touched.Contains(fact.Id)).Concat(moved[pair].Where(entry => entry.State != EntityState.Deleted).Select(entry => entry.Entity)).ToList();
            var person = people[pair.Item1];
            return new ValueHistory(
                pair.Item1, pair.Item2, stored[pair].ToList(), PersonFields.Get((Person)person.OriginalValues.ToObject(), pair.Item2), next, PersonFields.Get(person.Entity, pair.Item2));
        });
    }

    private async Task<List<RosterFault>> NameAsync(List<(string PersonId, Settled Year)> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.Select(item => item.Year.SchoolId).Distinct().ToList();
        var schools = await database.Schools.Where(school => ids.Contains(school.Id)).ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
        return found.Distinct().GroupBy(item => (item.PersonId, item.Year.SchoolId)).Select(group =>
        {
            var years = group.Select(item => item.Year).DistinctBy(year => year.Year).OrderBy(year => year.Year).ToList();
            var (list, open, school) = (string.Join("、", years.Select(year => year.Year)), schemes.DaysOf(years[^1].Year + 1).First, schools[group.Key.SchoolId]);
            return years.Exists(year => year.Signed)
                ? new RosterFault(
                    group.Key.PersonId, RosterFault.SignedOff,
                    $"{school}{list}年度的学分已由区级审核人签审，名册不能再改动这一年的内容：请把日期定在 {open:yyyy-MM-dd} 或以后；确需更正，请联系区教育学院撤销签审并重新打开该年度。",
                    $"The credits of {list} at {school} were signed off, and the roster of that year stays as it is: choose {open:yyyy-MM-dd} or later, or ask the college to take the signature back and reopen the year.",
                    "from")
                : new RosterFault(
                    group.Key.PersonId, RosterFault.YearClosed,
                    $"{school}{list}年度已结账上报，名册不能再改动这一年的内容：请把日期定在 {open:yyyy-MM-dd} 或以后；确需更正，请联系区教育学院重新打开该年度。",
                    $"The year {list} of {school} was handed in, and the roster of that year stays as it is: choose {open:yyyy-MM-dd} or later, or ask the college to reopen the year.",
                    "from");
        }).ToList();
    }

    private sealed record Settled(string SchoolId, int Year, bool Signed);

    /// <summary>A dated value before and after.</summary>
    private sealed record ValueHistory(string PersonId, string Key, List<PersonFact> Before, string WasToday, List<PersonFact> After, string IsToday)
    {
        /// <summary>True where some day of the year shows another value. A value that was unknown until now may be filled in.</summary>
        public bool Alters(YearDays year)
        {
            var (first, last) = year;
            var days = Before.Concat(After).SelectMany(fact => fact.To is { } end ? new[] { fact.From, end.AddDays(1) } : [fact.From]).Where(day => day > first && day <= last).Append(first).Distinct();
            return days.Any(day => Before.At(Key, day, WasToday) is { Length: > 0 } was && was != After.At(Key, day, IsToday));
        }
    }
}
