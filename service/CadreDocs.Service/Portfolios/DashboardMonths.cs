using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>Completeness by month: how many of the year's papers had been accepted by the end of each.</summary>
/// <param name="Year">The year.</param>
/// <param name="Months">1 to 12, and 13 for whatever was accepted after the year's end; months to come are left out.</param>
/// <param name="Schools">The schools that the asker may read, in the order of their codes.</param>
internal sealed record DashboardMonthsView(int Year, List<int> Months, List<SchoolMonths> Schools);

/// <summary>A school's months.</summary>
/// <param name="SchoolId">The school.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="Due">Papers that a complete year has.</param>
/// <param name="Accepted">Papers accepted by the end of each month, in the order of <see cref="DashboardMonthsView.Months"/>.</param>
internal sealed record SchoolMonths(string SchoolId, string SchoolName, int Due, List<int> Accepted);

/// <summary>Counts the months; by the database, from one index.</summary>
internal sealed class DashboardMonths(CadreDbContext database, SchemeCatalog schemes, TimeProvider clock)
{
    private const int Afterwards = 13;

    /// <summary>The months of a year over the schools that <paramref name="reads"/> lets through.</summary>
    public async Task<DashboardMonthsView> ReadAsync(int year, Func<string, bool> reads, CancellationToken cancellationToken)
    {
        var version = schemes.ForYear(year);
        var personal = version.Forms.Where(form => form.Portfolio == Portfolio.Personal && form.Clock is Clock.Year or Clock.Semester).Select(form => form.Id).ToList();
        var due = version.Definition.Counts.Sum(count => count.Presence ? 1 : count.Minimum);
        var end = Enumerable.Range(1, 12).Select(month => DistrictTime.Midnight(new DateOnly(year, month, 1).AddMonths(1))).ToArray();
        var schools = await database.Schools.AsNoTracking().OrderBy(school => school.Code).Select(school => new { school.Id, school.Name }).ToListAsync(cancellationToken);
        var cadres = await database.Appointments.FilingYear(schemes.DaysOf(year)).GroupBy(post => post.SchoolId).Select(group => new { group.Key, Count = group.Select(post => post.PersonId).Distinct().Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var counts = await database.Records
            .Where(record => record.Year == year && personal.Contains(record.FormId) && (record.State == RecordState.Accepted || record.State == RecordState.Filed))
            .GroupBy(record => record.SchoolId).Select(group => new
            {
                group.Key,
                M1 = group.Count(record => record.AcceptedAt < end[0]),
                M2 = group.Count(record => record.AcceptedAt < end[1]),
                M3 = group.Count(record => record.AcceptedAt < end[2]),
                M4 = group.Count(record => record.AcceptedAt < end[3]),
                M5 = group.Count(record => record.AcceptedAt < end[4]),
                M6 = group.Count(record => record.AcceptedAt < end[5]),
                M7 = group.Count(record => record.AcceptedAt < end[6]),
                M8 = group.Count(record => record.AcceptedAt < end[7]),
                M9 = group.Count(record => record.AcceptedAt < end[8]),
                M10 = group.Count(record => record.AcceptedAt < end[9]),
                M11 = group.Count(record => record.AcceptedAt < end[10]),
                M12 = group.Count(record => record.AcceptedAt < end[11]),
                All = group.Count(),
            }).ToDictionaryAsync(group => group.Key, cancellationToken);
        var months = Months(year);
        return new DashboardMonthsView(year, months, schools.Where(school => reads(school.Id)).Select(school =>
        {
            var count = counts.GetValueOrDefault(school.Id);
            int[] all = count is null
                ? new int[Afterwards]
                : [count.M1, count.M2, count.M3, count.M4, count.M5, count.M6, count.M7, count.M8, count.M9, count.M10, count.M11, count.M12, count.All];
            return new SchoolMonths(school.Id, school.Name, cadres.GetValueOrDefault(school.Id) * due, months.ConvertAll(month => all[month - 1]));
        }).ToList());
    }

    private List<int> Months(int year)
    {
        var today = clock.Today();
        var last = today.Year > year ? Afterwards : today.Year < year ? 0 : today.Month;
        return Enumerable.Range(1, last).ToList();
    }
}
