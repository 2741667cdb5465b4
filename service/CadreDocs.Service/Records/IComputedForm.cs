using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Records;

/// <summary>
/// A form whose values come from elsewhere: 表2 and 表3 from the sessions, 表4 from the papers, 表5 and 表12 from the ledger.
/// A feature registers one; the record then always shows the values of the moment, until it is filed.
/// </summary>
public interface IComputedForm
{
    /// <summary>Id of the form.</summary>
    string FormId { get; }

    /// <summary>Puts the computed values into <paramref name="data"/>; leaves typed ones alone.</summary>
    Task FillAsync(Record record, FormData data, CancellationToken cancellationToken);

    /// <summary>Rows taken over from last year that nobody has touched yet; none by default.</summary>
    Task<int> CarriedAsync(Record record, CancellationToken cancellationToken) => Task.FromResult(0);

    /// <summary>The paper is handed in: marks on its rows go. The caller saves.</summary>
    Task HandedInAsync(Record record, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the rows of an edited document change where they come from; null where the form is only shown.</summary>
    Task<ReadBack?> ReadBackAsync(Record record, FormData data, CancellationToken cancellationToken) => Task.FromResult<ReadBack?>(null);
}
