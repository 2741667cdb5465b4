using CadreDocs.Service.Records;

namespace CadreDocs.Service.Identity;

/// <summary>A pass of the college that holds today: its holder reads a school's portfolios, restricted papers left out.</summary>
/// <param name="PassId">The pass.</param>
/// <param name="SchoolId">The school.</param>
/// <param name="School">True where it opens the school's portfolio.</param>
/// <param name="Personal">True where it opens the cadres' portfolios.</param>
public sealed record Inspection(string PassId, string SchoolId, bool School, bool Personal)
{
    /// <summary>True where the paper lies in a portfolio that the pass opens.</summary>
    public bool Covers(Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.SchoolId == SchoolId && (record.PersonId is null ? School : Personal);
    }
}
