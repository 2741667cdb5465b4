using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Duties;

/// <summary>Last days of papers: those that the college set, else those of scheme.yaml, else none (A34).</summary>
internal sealed class DeadlineBook(CadreDbContext database, SchemeCatalog schemes)
{
    /// <summary>The days of these years.</summary>
    public async Task<DeadlineTable> ReadAsync(int first, int last, CancellationToken cancellationToken)
    {
        var days = schemes.Versions.SelectMany(version => version.Definition.Deadlines.Where(deadline => schemes.ForYear(deadline.Year) == version))
            .Where(deadline => first <= deadline.Year && deadline.Year <= last)
            .GroupBy(deadline => (deadline.Form, deadline.Year, deadline.Semester))
            .ToDictionary(group => group.Key, group => DateOnly.ParseExact(group.Last().Date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var set = await database.Deadlines.AsNoTracking().Where(deadline => deadline.Year >= first && deadline.Year <= last)
            .ToDictionaryAsync(deadline => (deadline.FormId, deadline.Year, deadline.Semester), deadline => deadline.Date, cancellationToken);
        return new DeadlineTable(set, days);
    }

    /// <summary>The year whose list holds a turn's last day: the period's last for five years, the first for the three-year plan, which is due when it begins.</summary>
    public static int YearOf(Clock clock, int from, int until) => clock == Clock.FiveYear ? until : from;
}

/// <summary>Last days of some years.</summary>
internal sealed class DeadlineTable(Dictionary<(string FormId, int Year, int Semester), DateOnly> set, Dictionary<(string FormId, int Year, int Semester), DateOnly> scheme)
{
    /// <summary>The last day; null where nobody set one. A day for all semesters holds for each that has none of its own.</summary>
    public DateOnly? Of(string formId, int year, int semester) =>
        Find(set, formId, year, semester) ?? Find(scheme, formId, year, semester);

    /// <summary>What the college itself set for exactly this semester; null where it did not.</summary>
    public DateOnly? Set(string formId, int year, int semester) => set.TryGetValue((formId, year, semester), out var day) ? day : null;

    private static DateOnly? Find(Dictionary<(string FormId, int Year, int Semester), DateOnly> days, string formId, int year, int semester) =>
        days.TryGetValue((formId, year, semester), out var day) || days.TryGetValue((formId, year, 0), out day) ? day : null;
}
