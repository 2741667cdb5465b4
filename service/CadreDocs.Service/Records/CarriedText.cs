using System.Text.Json;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Service.Records;

/// <summary>Paragraphs taken over from last year's paper, by field: those that still stand there as they came are marked (R86).</summary>
public static class CarriedText
{
    /// <summary>Reads what <see cref="Record.Carried"/> holds: the paragraphs by field key.</summary>
    public static IReadOnlyDictionary<string, List<string>> Read(string? json) =>
        json is null ? new Dictionary<string, List<string>>() : JsonSerializer.Deserialize<Dictionary<string, List<string>>>(json) ?? [];

    /// <summary>Writes it back; null where nothing is left.</summary>
    public static string? Write(IReadOnlyDictionary<string, List<string>> carried)
    {
        ArgumentNullException.ThrowIfNull(carried);
        return carried.Count == 0 ? null : JsonSerializer.Serialize(new SortedDictionary<string, List<string>>(carried.ToDictionary(), StringComparer.Ordinal));
    }

    /// <summary>What is still as it came: a paragraph that was changed or removed has been touched.</summary>
    /// <param name="json">The marks so far.</param>
    /// <param name="data">The values now.</param>
    /// <param name="reviewed">Fields whose marks go although the text stays.</param>
    public static string? Keep(string? json, FormData data, IReadOnlyList<string>? reviewed = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        var kept = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (key, paragraphs) in Read(json))
        {
            if (reviewed?.Contains(key) == true)
            {
                continue;
            }

            var now = Paragraphs(data[key]).ToHashSet(StringComparer.Ordinal);
            var left = paragraphs.Where(now.Contains).ToList();
            if (left.Count > 0)
            {
                kept[key] = left;
            }
        }

        return Write(kept);
    }

    /// <summary>The paragraphs of a text; blank lines are none.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line));
    }
}
