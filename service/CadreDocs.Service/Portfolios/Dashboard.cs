using CadreDocs.Documents.Forms;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>The district's year: completeness by school, credits by year, exceptions. Counted by the database, never record by record.</summary>
/// <param name="Year">The year.</param>
/// <param name="Schools">The schools that the asker may read, in the order of their codes.</param>
/// <param name="Credits">Credit lines by year.</param>
/// <param name="Exceptions">What needs a look.</param>
/// <param name="PeriodRefusal">Why the year's five-year period cannot be computed; null where it can.</param>
/// <param name="PeriodRefusalEn">The same in English.</param>
internal sealed record DashboardView(int Year, List<DashboardSchool> Schools, List<DashboardCredits> Credits, List<DashboardException> Exceptions, string? PeriodRefusal, string? PeriodRefusalEn);

/// <summary>A school's completeness.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="RegionName">Its region.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Cadres">Cadres that it files for.</param>
/// <param name="Due">Papers that a complete year of these cadres has.</param>
/// <param name="Accepted">Papers accepted or filed.</param>
/// <param name="Submitted">Papers that wait for the school.</param>
/// <param name="Returned">Papers sent back.</param>
/// <param name="Draft">Drafts.</param>
/// <param name="Recognised">Credit lines recognised.</param>
/// <param name="CreditsReturned">Credit lines sent back.</param>
/// <param name="Typed">Credit lines with hand-typed numbers.</param>
/// <param name="Closed">True once the year was handed in.</param>
/// <param name="SignedOff">True once the reviewer signed.</param>
internal sealed record DashboardSchool(
    string SchoolId, string SchoolName, string RegionName, string Stage, int Cadres, int Due, int Accepted, int Submitted, int Returned, int Draft,
    int Recognised, int CreditsReturned, int Typed, bool Closed, bool SignedOff);

/// <summary>Credit lines of a year.</summary>
internal sealed record DashboardCredits(int Year, int Lines, int Recognised, int Returned, int Refused, int Waiting);

/// <summary>Something at a school that needs a look.</summary>
internal sealed record DashboardException(string SchoolId, string SchoolName, string Kind, string Label, string LabelEn);

/// <summary>Reads the dashboard.</summary>
internal sealed class Dashboard(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>The dashboard of a year over the schools that <paramref name="reads"/> lets through.</summary>
    public async Task<DashboardView> ReadAsync(int year, Func<string, bool> reads, CancellationToken cancellationToken)
    {
        var version = schemes.ForYear(year);
        var personal = version.Forms.Where(form => form.Portfolio == Portfolio.Personal && form.Clock is Clock.Year or Clock.Semester).Select(form => form.Id).ToList();
        var schools = await database.Schools.AsNoTracking().Join(database.Regions, school => school.RegionId, region => region.Id, (school, region) => new { school.Id, school.Name, school.Code, school.Stage, Region = region.Name })
            .OrderBy(school => school.Code).ToListAsync(cancellationToken);
        var cadres = await database.Appointments.FilingYear(schemes.DaysOf(year)).GroupBy(post => post.SchoolId).Select(group => new { group.Key, Count = group.Select(post => post.PersonId).Distinct().Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var states = (await database.Records.Where(record => record.Year == year && personal.Contains(record.FormId)).GroupBy(record => new { record.SchoolId, record.State })
            .Select(group => new { group.Key.SchoolId, group.Key.State, Count = group.Count() }).ToListAsync(cancellationToken)).ToLookup(group => group.SchoolId);
        var plans = (await database.Records.Where(record => record.Year == year && record.FormId == "annual-plan").Select(record => record.SchoolId).ToListAsync(cancellationToken)).ToHashSet();
        var lines = (await database.CreditLines.Where(line => line.Year == year).GroupBy(line => line.SchoolId).Select(group => new
        {
            group.Key,
            Recognised = group.Count(line => line.Recognised > 0),
            Returned = group.Count(line => line.Opinion == Opinions.Return),
            Typed = group.Count(line => line.Typed != null),
        }).ToListAsync(cancellationToken)).ToDictionary(group => group.Key);
        var closed = (await database.YearClosings.Where(closing => closing.Year == year).Select(closing => closing.SchoolId).ToListAsync(cancellationToken)).ToHashSet();
        var signed = (await database.SignOffs.Where(sign => sign.Year == year).Select(sign => sign.SchoolId).ToListAsync(cancellationToken)).ToHashSet();
        var due = version.Definition.Counts.Sum(count => count.Presence ? 1 : count.Minimum);
        var views = schools.Where(school => reads(school.Id)).Select(school =>
        {
            int Of(params RecordState[] wanted) => states[school.Id].Where(group => wanted.Contains(group.State)).Sum(group => group.Count);
            var credit = lines.GetValueOrDefault(school.Id);
            var people = cadres.GetValueOrDefault(school.Id);
            return new DashboardSchool(
                school.Id, school.Name, school.Region, school.Stage, people, people * due, Of(RecordState.Accepted, RecordState.Filed), Of(RecordState.Submitted), Of(RecordState.Returned), Of(RecordState.Draft),
                credit?.Recognised ?? 0, credit?.Returned ?? 0, credit?.Typed ?? 0, closed.Contains(school.Id), signed.Contains(school.Id));
        }).ToList();
        var period = schemes.PeriodAt(year);
        var (zh, en) = period.IsSet ? (null, null) : ((string?, string?))CreditLedger.Unset(period);
        return new DashboardView(year, views, await CreditsAsync(reads, cancellationToken), views.SelectMany(school => Exceptions(school, plans)).ToList(), zh, en);
    }

    private async Task<List<DashboardCredits>> CreditsAsync(Func<string, bool> reads, CancellationToken cancellationToken)
    {
        var groups = await database.CreditLines.GroupBy(line => new { line.SchoolId, line.Year }).Select(group => new
        {
            group.Key.SchoolId,
            group.Key.Year,
            Lines = group.Count(),
            Recognised = group.Count(line => line.Recognised > 0),
            Returned = group.Count(line => line.Opinion == Opinions.Return),
            Refused = group.Count(line => line.Recognised == 0),
        }).ToListAsync(cancellationToken);
        return groups.Where(group => reads(group.SchoolId)).GroupBy(group => group.Year).OrderBy(group => group.Key).Select(group =>
        {
            var (all, recognised, returned, refused) = (group.Sum(item => item.Lines), group.Sum(item => item.Recognised), group.Sum(item => item.Returned), group.Sum(item => item.Refused));
            return new DashboardCredits(group.Key, all, recognised, returned, refused, all - recognised - returned - refused);
        }).ToList();
    }

    private static IEnumerable<DashboardException> Exceptions(DashboardSchool school, HashSet<string> plans)
    {
        if (!plans.Contains(school.SchoolId))
        {
            yield return new DashboardException(school.SchoolId, school.SchoolName, "no-plan", "没有年度自培工作计划（表1）", "no annual plan (表1)");
        }

        if (school.Cadres == 0)
        {
            yield return new DashboardException(school.SchoolId, school.SchoolName, "no-cadres", "名册里没有干部", "no cadres in the roster");
        }

        if (school.Typed > 0)
        {
            yield return new DashboardException(school.SchoolId, school.SchoolName, "typed", $"{school.Typed} 人有手填数", $"{school.Typed} rows with hand-typed numbers");
        }

        if (school.CreditsReturned > 0)
        {
            yield return new DashboardException(school.SchoolId, school.SchoolName, "returned", $"{school.CreditsReturned} 人退回补正", $"{school.CreditsReturned} rows sent back");
        }
    }
}
