using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>Reads passes and what was read under them.</summary>
internal sealed class InspectionBook(CadreDbContext database, SchemeCatalog schemes, TimeProvider clock)
{
    private const int PageSize = 500;

    /// <summary>All passes, the newest first.</summary>
    public Task<List<PassView>> AllAsync(CancellationToken cancellationToken) => ReadAsync(database.InspectionPasses, cancellationToken);

    /// <summary>One pass.</summary>
    public async Task<PassView?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await ReadAsync(database.InspectionPasses.Where(pass => pass.Id == id), cancellationToken)).FirstOrDefault();

    /// <summary>The passes of somebody that hold today or later.</summary>
    public Task<List<PassView>> OfHolderAsync(string holderId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return ReadAsync(database.InspectionPasses.Where(pass => pass.HolderId == holderId && pass.RevokedAt == null && pass.Until >= today), cancellationToken);
    }

    /// <summary>A school's passes with the latest 500 readings; null where there is no such school.</summary>
    public async Task<SchoolInspections?> OfSchoolAsync(string schoolId, CancellationToken cancellationToken)
    {
        if (await database.Schools.Where(school => school.Id == schoolId).Select(school => school.Name).FirstOrDefaultAsync(cancellationToken) is not { } name)
        {
            return null;
        }

        var passes = await ReadAsync(database.InspectionPasses.Where(pass => pass.SchoolId == schoolId), cancellationToken);
        var readings = await (
            from reading in database.InspectionReadings
            join pass in database.InspectionPasses on reading.PassId equals pass.Id
            where pass.SchoolId == schoolId
            join holder in database.People on pass.HolderId equals holder.Id
            join record in database.Records on reading.RecordId equals record.Id into records
            from record in records.DefaultIfEmpty()
            join person in database.People on record.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            orderby reading.At descending, reading.Id descending
            select new
            {
                reading.At, Holder = holder.Name, reading.PassId, reading.RecordId, FormId = record == null ? null : record.FormId,
                Year = record == null ? (int?)null : record.Year, Person = person == null ? null : person.Name,
            }).Take(PageSize).ToListAsync(cancellationToken);
        return new SchoolInspections(schoolId, name, passes, readings.Select(reading =>
        {
            var form = reading.Year is { } year ? schemes.ForYear(year).Find(reading.FormId!) : null;
            return new ReadingLine(reading.At, reading.Holder, reading.PassId, reading.RecordId, reading.Person, form?.Title ?? "档案总览", form?.TitleEn ?? "the board", reading.Year);
        }).ToList());
    }

    private async Task<List<PassView>> ReadAsync(IQueryable<InspectionPass> passes, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = await (
            from pass in passes
            join school in database.Schools on pass.SchoolId equals school.Id
            join holder in database.People on pass.HolderId equals holder.Id
            join issuer in database.People on pass.IssuedBy equals issuer.Id into issuers
            from issuer in issuers.DefaultIfEmpty()
            orderby pass.IssuedAt descending, pass.Id descending
            select new
            {
                Pass = pass, School = school.Name, Holder = holder.Name, Issuer = issuer == null ? pass.IssuedBy : issuer.Name,
                Readings = database.InspectionReadings.Count(reading => reading.PassId == pass.Id),
            }).AsNoTracking().Take(PageSize).ToListAsync(cancellationToken);
        return found.ConvertAll(item => new PassView(
            item.Pass.Id, item.Pass.SchoolId, item.School, item.Pass.HolderId, item.Holder, item.Pass.SchoolPortfolio, item.Pass.PersonalPortfolios, item.Pass.From, item.Pass.Until, item.Pass.Purpose,
            item.Issuer, item.Pass.IssuedAt, State(item.Pass, today), item.Readings));
    }

    private static PassState State(InspectionPass pass, DateOnly today) =>
        pass.RevokedAt is not null ? PassState.Revoked : pass.Until < today ? PassState.Expired : pass.From > today ? PassState.Coming : PassState.InForce;
}
