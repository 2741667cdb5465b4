namespace CadreDocs.Service.Data.Samples;

/// <summary>Writes a synthetic district school by school, so that memory stays flat.</summary>
internal static class SampleDistrictLoader
{
    private const int SchoolsPerBatch = 10;

    /// <summary>Writes everything into a database that holds none of it.</summary>
    /// <param name="database">The database.</param>
    /// <param name="district">What to write.</param>
    /// <param name="progress">Told the number of schools written.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public static async Task LoadAsync(CadreDbContext database, SampleDistrict district, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        database.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            database.AddRange(district.District());
            await SaveAsync(database, cancellationToken);
            for (var first = 0; first < district.Schools; first += SchoolsPerBatch)
            {
                var last = Math.Min(first + SchoolsPerBatch, district.Schools);
                for (var school = first; school < last; school++)
                {
                    database.AddRange(district.School(school));
                }

                await SaveAsync(database, cancellationToken);
                progress?.Report(last);
            }
        }
        finally
        {
            database.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static async Task SaveAsync(CadreDbContext database, CancellationToken cancellationToken)
    {
        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
    }
}
