using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;

namespace CadreDocs.Service.Records.Drafts;

/// <summary>What a draft's template may use, with every source it may name. Only what was handed in counts as done.</summary>
internal sealed class DraftData
{
    /// <summary>Sources by the name that the template writes.</summary>
    public Dictionary<string, DraftSource> Sources { get; } = new(StringComparer.Ordinal);

    /// <summary>Keeps a source and gives its name.</summary>
    public string Name(DraftSource source)
    {
        Sources[source.Ref] = source;
        return source.Ref;
    }

    /// <summary>A session with its day as 表2 prints it.</summary>
    public JsonObject Session(TrainingSession session) => new()
    {
        ["date"] = SessionDays.Label(session),
        ["topic"] = session.Topic,
        ["lecturer"] = session.Lecturer,
        ["place"] = session.Place,
        ["ref"] = Name(new DraftSource("session", session.Id, $"{SessionDays.Label(session)} {session.Topic}", $"{session.Date:yyyy-MM-dd} {session.Topic}")),
    };

    /// <summary>The paragraphs of a field, each naming the paper.</summary>
    public JsonArray Paragraphs(Record record, JsonObject data, string key, string label, string labelEn)
    {
        var name = Name(new DraftSource("record", record.Id, label, labelEn));
        return new JsonArray([.. CarriedText.Paragraphs((string?)data[key] ?? "").Select(text => (JsonNode)new JsonObject { ["text"] = text.Trim(), ["ref"] = name })]);
    }

    /// <summary>5月6日 of 2024-05-06, 5月 of 2024-05; null where there is none.</summary>
    public static string? Day(string? value) => value?.Split('-') switch
    {
        [_, var month, var day] => string.Create(CultureInfo.InvariantCulture, $"{int.Parse(month, CultureInfo.InvariantCulture)}月{int.Parse(day, CultureInfo.InvariantCulture)}日"),
        [_, var month] => string.Create(CultureInfo.InvariantCulture, $"{int.Parse(month, CultureInfo.InvariantCulture)}月"),
        _ => null,
    };

    /// <summary>Entries of 表11: a paragraph an entry.</summary>
    public JsonArray Results(Record record, JsonObject data, SchemeVersion scheme, string? person, string label, string labelEn)
    {
        var entries = new JsonArray();
        foreach (var field in scheme.Find(record.FormId)!.Fields)
        {
            foreach (var item in Paragraphs(record, data, field.Key, label, labelEn).OfType<JsonObject>())
            {
                item["kind"] = field.Label;
                item["person"] = person;
                entries.Add(item.DeepClone());
            }
        }

        return entries;
    }
}
