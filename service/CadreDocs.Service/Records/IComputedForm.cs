using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>
/// A form whose values come from elsewhere: 表2 and 表3 from the sessions, 表4 from the papers, 表5 and 表12 from the ledger.
/// A feature registers one; the record then always shows the values of the moment, until it is filed, or handed in with its year where the form says so.
/// </summary>
public interface IComputedForm
{
    /// <summary>Id of the form.</summary>
    string FormId { get; }

    /// <summary>
    /// True where handing in the year settles the values (表2, 表3: what was held was held, whatever the roster says later). 表4 still takes
    /// up the opinions then, 表5 and 表12 run on to the end of the period.
    /// </summary>
    bool SettledWithYear => false;

    /// <summary>Puts the computed values into <paramref name="data"/>; leaves typed ones alone.</summary>
    Task FillAsync(Record record, FormData data, CancellationToken cancellationToken);

    /// <summary>Why the values cannot be computed: what is unset and who has to set it. Null where they can; nothing is printed or handed in before (R58).</summary>
    Task<Problem?> UncomputableAsync(Record record, CancellationToken cancellationToken) => Task.FromResult<Problem?>(null);

    /// <summary>Rows taken over from last year that nobody has touched yet; none by default.</summary>
    Task<int> CarriedAsync(Record record, CancellationToken cancellationToken) => Task.FromResult(0);

    /// <summary>The paper is handed in: marks on its rows go. The caller saves.</summary>
    Task HandedInAsync(Record record, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the rows of an edited document change where they come from; null where the form is only shown.</summary>
    Task<ReadBack?> ReadBackAsync(Record record, FormData data, CancellationToken cancellationToken) => Task.FromResult<ReadBack?>(null);
}

internal static class ComputedForms
{
    /// <summary>True where the record keeps the values that it was filed or handed in with, whatever became of their sources.</summary>
    public static async Task<bool> IsFrozenAsync(this IEnumerable<IComputedForm> forms, Record record, CadreDbContext database, CancellationToken cancellationToken) =>
        record.State == RecordState.Filed
        || (record.State == RecordState.Accepted && forms.Any(form => form.FormId == record.FormId && form.SettledWithYear)
            && await database.YearClosings.AnyAsync(closing => closing.SchoolId == record.SchoolId && closing.Year == record.UntilYear, cancellationToken));
}
