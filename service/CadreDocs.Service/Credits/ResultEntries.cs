using System.Text.Json;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Credits;

/// <summary>Counts the entries of 表11 that count as 成果 (A10): in the counted rows, at the lowest counted level or above (以上 includes it, A11).</summary>
internal static class ResultEntries
{
    /// <summary>The number for one paper.</summary>
    /// <param name="data">The record's JSON: a paragraph an entry, or rows with a level.</param>
    /// <param name="count">The column's rule.</param>
    /// <param name="levels">All levels with their rank.</param>
    public static int Count(string data, SchemeCount count, IReadOnlyList<SchemeLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(levels);
        var lowest = levels.FirstOrDefault(level => level.Label == count.CountedFromLevel)?.Rank ?? int.MinValue;
        var words = levels.Where(level => level.Rank >= lowest).Select(level => level.Label).ToList();
        using var json = JsonDocument.Parse(data);
        return count.CountedRows.Sum(row => json.RootElement.TryGetProperty(row, out var value) ? Of(value, words, count.CountedFromLevel is null) : 0);
    }

    private static int Of(JsonElement value, List<string> words, bool every) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Split('\n').Count(line => Counts(line, words, every)),
        JsonValueKind.Array => value.EnumerateArray().Count(row => Counts(string.Join(' ', row.EnumerateObject().Select(cell => cell.Value.ToString())), words, every)),
        _ => 0,
    };

    private static bool Counts(string line, List<string> words, bool every) =>
        !string.IsNullOrWhiteSpace(line) && (every || words.Exists(word => line.Contains(word, StringComparison.Ordinal)));
}
