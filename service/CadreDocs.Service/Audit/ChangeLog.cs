using System.Globalization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;

namespace CadreDocs.Service.Audit;

/// <summary>Writes who changed what; saved together with the change itself.</summary>
public sealed class ChangeLog(CadreDbContext database, CurrentUser user, Ids ids, TimeProvider clock)
{
    /// <summary>Notes one change. Nothing is noted where before and after are equal. The caller saves.</summary>
    public void Add(
        string subject, object? before, object? after,
        string? schoolId = null, string? personId = null, string? recordId = null, int? year = null, string? reason = null)
    {
        var (old, current) = (Text(before), Text(after));
        if (string.Equals(old, current, StringComparison.Ordinal))
        {
            return;
        }

        database.Changes.Add(new Change
        {
            Id = ids.New(),
            At = clock.GetUtcNow(),
            By = user.PersonId ?? "system",
            SchoolId = schoolId,
            PersonId = personId,
            RecordId = recordId,
            Year = year,
            Subject = subject,
            Before = old,
            After = current,
            Reason = reason,
        });
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
