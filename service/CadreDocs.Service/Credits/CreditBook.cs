using CadreDocs.Service.Data;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>One row of 表4 as it stands now.</summary>
/// <param name="PersonId">The cadre.</param>
/// <param name="SchoolId">The school of record.</param>
/// <param name="Name">Name on the year's last day.</param>
/// <param name="Post">现任干部职务; posts held together are joined.</param>
/// <param name="PlatformNo">进修编号, or null.</param>
/// <param name="Order">Position in the school's list.</param>
/// <param name="Count">Counts, gaps and proposal.</param>
/// <param name="Line">What was typed, declared and recognised; null where nobody wrote anything.</param>
internal sealed record CreditRow(string PersonId, string SchoolId, string Name, string Post, string? PlatformNo, int Order, YearCount Count, CreditLine? Line)
{
    /// <summary>申报学分: what the school decided, else what the complete set proposes.</summary>
    public decimal? Declared => Line?.Declared ?? Count.Proposed;

    /// <summary>For If-Match; 0 while nothing was written.</summary>
    public int Version => Line?.Version ?? 0;

    /// <summary>Hand-typed numbers by column.</summary>
    public IReadOnlyDictionary<string, TypedCount> Typed { get; } = TypedCount.Read(Line?.Typed);

    /// <summary>The number that 表4 prints in a column.</summary>
    public int Printed(string key) => Typed.TryGetValue(key, out var typed) ? typed.Value : Count.Counts.First(count => count.Key == key).Counted;
}

/// <summary>Reads 表4 rows: three queries, whether for one school or the whole district.</summary>
internal sealed class CreditBook(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>The rules of a year.</summary>
    public CreditRules Rules(int year) => schemes.ForYear(year).Rules();

    /// <summary>The rows of a school's year, in the order of posts.</summary>
    public Task<List<CreditRow>> SchoolAsync(string schoolId, int year, CancellationToken cancellationToken) =>
        ReadAsync(database.Appointments.Where(post => post.SchoolId == schoolId), year, cancellationToken);

    /// <summary>The rows of all schools.</summary>
    public Task<List<CreditRow>> DistrictAsync(int year, CancellationToken cancellationToken) => ReadAsync(database.Appointments, year, cancellationToken);

    /// <summary>The row of one person; null where no school files the year for them.</summary>
    public async Task<CreditRow?> PersonAsync(string personId, int year, CancellationToken cancellationToken) =>
        (await ReadAsync(database.Appointments.Where(post => post.PersonId == personId), year, cancellationToken)).FirstOrDefault();

    private async Task<List<CreditRow>> ReadAsync(IQueryable<Appointment> posts, int year, CancellationToken cancellationToken)
    {
        var version = schemes.ForYear(year);
        var rules = version.Rules();
        var results = version.Definition.Counts.Where(count => count.Presence).ToDictionary(count => count.Form);
        var (counted, withEntries) = (rules.Counts.Select(rule => rule.FormId).ToList(), results.Keys.ToList());
        var days = schemes.DaysOf(year);
        var filing = posts.FilingYear(days);
        var end = days.Last;
        var people = await (
            from post in filing
            join person in database.People on post.PersonId equals person.Id
            orderby post.SchoolId, post.Order, post.PersonId
            select new
            {
                post.PersonId,
                post.SchoolId,
                post.Post,
                post.Order,
                person.PlatformNo,
                Name = database.PersonFacts.Where(fact => fact.PersonId == person.Id && fact.Key == "name" && fact.From <= end && (fact.To == null || fact.To >= end))
                    .Select(fact => fact.Value).FirstOrDefault() ?? person.Name,
            }).AsNoTracking().ToListAsync(cancellationToken);
        var papers = (await (
            from post in filing
            join record in database.Records on post.PersonId equals record.PersonId
            where record.Year == year && counted.Contains(record.FormId)
            select new { record.Id, PersonId = record.PersonId!, record.FormId, record.Semester, record.State, Data = withEntries.Contains(record.FormId) ? record.Data : null })
            .AsNoTracking().ToListAsync(cancellationToken)).DistinctBy(paper => paper.Id).ToLookup(paper => paper.PersonId);
        var lines = (await (
            from post in filing
            join line in database.CreditLines on post.PersonId equals line.PersonId
            where line.Year == year
            select line).AsNoTracking().ToListAsync(cancellationToken)).DistinctBy(line => line.PersonId).ToDictionary(line => line.PersonId);

        // A second post at the same school joins the first; a second post of record elsewhere does not make a second row (A32).
        return people.GroupBy(person => person.PersonId).Select(group =>
        {
            var first = group.First();
            var own = papers[group.Key].Select(paper => new CountedPaper(
                paper.Id, paper.FormId, paper.Semester, paper.State, Title(version, paper.FormId, paper.Semester),
                paper.Data is null ? 0 : ResultEntries.Count(paper.Data, results[paper.FormId], version.Definition.TrainingLevels))).ToList();
            return new CreditRow(
                group.Key, first.SchoolId, first.Name, string.Join("、", group.Where(post => post.SchoolId == first.SchoolId).Select(post => post.Post)),
                first.PlatformNo, first.Order, CreditCounter.Count(rules, own), lines.GetValueOrDefault(group.Key));
        }).ToList();
    }

    private static string Title(SchemeVersion version, string formId, int semester) => (version.Find(formId)?.Title ?? formId) + semester switch
    {
        1 => "（上半年）",
        2 => "（下半年）",
        _ => "",
    };
}
