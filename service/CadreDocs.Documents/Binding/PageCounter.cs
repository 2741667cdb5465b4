using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CadreDocs.Documents.Binding;

/// <summary>Counts the pages of a binder's papers by printing each, so that its 目录 can name them. What was counted once is remembered by its content.</summary>
/// <param name="printer">What prints them.</param>
public sealed class PageCounter(LibreOfficePrinter printer)
{
    // Some 100 bytes each.
    private const int MaxRemembered = 20_000;

    private readonly ConcurrentDictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <summary>The request with the pages of its 目录 and of every paper, as far as they can be printed.</summary>
    /// <param name="request">The binder.</param>
    /// <param name="cancellationToken">Ends the printing.</param>
    /// <exception cref="TimeoutException">Printing took longer than the printer's limit.</exception>
    public async Task<BinderRequest> CountAsync(BinderRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ReadOnlyMemory<byte> contents = DocumentBinder.Contents(request);
        var documents = request.Entries.SelectMany(entry => entry.Papers).Where(paper => paper.Pages is null).Select(paper => paper.Document).OfType<ReadOnlyMemory<byte>>()
            .Append(contents).DistinctBy(Key).Where(document => !_known.ContainsKey(Key(document))).ToList();
        if (_known.Count + documents.Count > MaxRemembered)
        {
            _known.Clear();
        }

        var counted = await printer.CountPagesAsync(documents, cancellationToken);
        var pages = new Dictionary<string, int>(_known, StringComparer.Ordinal);
        for (var i = 0; i < documents.Count; i++)
        {
            if (counted[i] is { } count)
            {
                pages[Key(documents[i])] = _known[Key(documents[i])] = count;
            }
        }

        int? Of(ReadOnlyMemory<byte> document) => pages.TryGetValue(Key(document), out var count) ? count : null;
        return request with
        {
            ContentsPages = Of(contents),
            Entries = request.Entries.Select(entry => entry with
            {
                Papers = entry.Papers.Select(paper => paper is { Pages: null, Document: { } document } ? paper with { Pages = Of(document) } : paper).ToList(),
            }).ToList(),
        };
    }

    private static string Key(ReadOnlyMemory<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document.Span));
}
