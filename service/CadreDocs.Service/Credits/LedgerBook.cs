using CadreDocs.Service.Data;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>Reads what became of people's years, and computes their periods. 表5-1, 表5-2 and 表12 are all drawn from here, so they cannot disagree.</summary>
internal sealed class LedgerBook(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>Five-year periods that some scheme version lists, in order.</summary>
    public IEnumerable<CreditPeriod> Periods => schemes.Versions.SelectMany(version => version.Definition.Periods).Select(period => Period(period.From))
        .DistinctBy(period => period.From).OrderBy(period => period.From);

    /// <summary>Years before the rule that may be entered with proof, in order: each by the version that holds for it (A22).</summary>
    public IEnumerable<int> OpeningYears => schemes.Versions.SelectMany(version => version.Definition.Periods).SelectMany(period => period.OpeningYears).Distinct().Order()
        .Where(year => schemes.ForYear(year).Definition.Periods.Exists(period => period.OpeningYears.Contains(year)));

    /// <summary>The period of a year with its rates.</summary>
    public CreditPeriod Period(int year) => schemes.PeriodAt(year);

    /// <summary>The years of one person, in no particular order.</summary>
    public async Task<List<LedgerYear>> YearsAsync(string personId, CancellationToken cancellationToken) =>
        (await YearsAsync(database.People.Where(person => person.Id == personId).Select(person => person.Id), cancellationToken))[personId].ToList();

    /// <summary>The years of many people.</summary>
    public async Task<ILookup<string, LedgerYear>> YearsAsync(IQueryable<string> people, CancellationToken cancellationToken)
    {
        var lines = await database.CreditLines.AsNoTracking().Where(line => people.Contains(line.PersonId))
            .Select(line => new { line.PersonId, line.Year, line.Declared, line.Recognised, line.Opinion, line.SchoolId }).ToListAsync(cancellationToken);
        var openings = await database.OpeningYears.AsNoTracking().Where(opening => people.Contains(opening.PersonId)).ToListAsync(cancellationToken);
        return lines.Select(line => (line.PersonId, Year: new LedgerYear(line.Year, State(line.Declared, line.Recognised, line.Opinion), line.SchoolId, line.Opinion, line.Declared, line.Recognised)))
            .Concat(openings.Select(opening => (opening.PersonId, Year: new LedgerYear(
                opening.Year, opening.ConfirmedAt is null ? LedgerYearState.OpeningWaiting : LedgerYearState.OpeningConfirmed, null, opening.Proof))))
            .ToLookup(item => item.PersonId, item => item.Year);
    }

    /// <summary>The period of a year for all cadres that the school files: on the period's last day, or today's roster while it runs.</summary>
    public async Task<List<PlatformRow>> SchoolAsync(string schoolId, CreditPeriod period, DateOnly day, CancellationToken cancellationToken)
    {
        var posts = database.Appointments.Where(post => post.SchoolId == schoolId && post.OfRecord).On(day);
        var people = await posts.Join(database.People, post => post.PersonId, person => person.Id, (post, person) => new { post.Order, person.Id, person.Name, person.PlatformNo })
            .OrderBy(person => person.Order).ThenBy(person => person.Id).ToListAsync(cancellationToken);
        var years = await YearsAsync(posts.Select(post => post.PersonId), cancellationToken);
        return people.DistinctBy(person => person.Id).Select(person => new PlatformRow(person.Id, person.PlatformNo ?? "", person.Name, CreditLedger.Compute(period, years[person.Id]))).ToList();
    }

    // A line on which nothing was declared waits for nobody: an incomplete year that was handed in is no filed one.
    private static LedgerYearState State(decimal? declared, decimal? recognised, string? opinion) => (recognised, opinion) switch
    {
        ( > 0, _) => LedgerYearState.Recognised,
        (0, _) => LedgerYearState.Refused,
        (_, Opinions.Return) => LedgerYearState.Returned,
        _ => declared is null ? LedgerYearState.NotFiled : LedgerYearState.Waiting,
    };
}

/// <summary>A cadre's row of 表5.</summary>
internal sealed record PlatformRow(string PersonId, string PlatformNo, string Name, PeriodLedger Ledger);
