using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CadreDocs.Service.Audit;

/// <summary>Keeps what an act changes, row by row, just before it is saved. An act that touches something else, or too much, is kept in the change list only.</summary>
internal sealed class ActRecorder(CadreDbContext database, Act act, Ids ids)
{
    /// <summary>Rows of one act: a day's marks of a large school are far below, a whole roster's import is above.</summary>
    private const int MaxItems = 400;

    /// <summary>What can be put back as it was. Files, closings, sign-offs and filings have ways back of their own.</summary>
    private static readonly HashSet<Type> Kinds =
    [
        typeof(Record), typeof(TrainingSession), typeof(AttendanceMark), typeof(RegionTheme), typeof(Person), typeof(PersonFact), typeof(Appointment),
        typeof(School), typeof(CreditLine), typeof(OpeningYear), typeof(OtherTraining),
    ];

    /// <summary>What every write moves on, a taking back too.</summary>
    private static readonly HashSet<string> Moving = ["Version", "UpdatedAt", "UpdatedBy"];

    private readonly Dictionary<(string Entity, string Key), ActItem> _items = [];
    private bool _dropped;

    public Act Act => act;

    /// <summary>True where the act can be taken back so far.</summary>
    public bool Kept => !_dropped && _items.Count > 0;

    /// <summary>Notes the rows that are about to be saved.</summary>
    public void Record()
    {
        database.ChangeTracker.DetectChanges();
        var entries = database.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.Entity is not Change and not Audit.Act and not ActItem).ToList();
        if (_dropped || entries.Count == 0)
        {
            return;
        }

        if (entries.Count + _items.Count > MaxItems || entries.Exists(entry => !Kinds.Contains(entry.Metadata.ClrType)))
        {
            Drop();
            return;
        }

        foreach (var entry in entries)
        {
            Note(entry);
        }

        if (_items.Count > 0 && database.Entry(act).State == EntityState.Detached)
        {
            database.Acts.Add(act);
        }
    }

    /// <summary>The key of a row as one text.</summary>
    public static string KeyOf(EntityEntry entry) => string.Join('|', entry.Metadata.FindPrimaryKey()!.Properties
        .Select(property => Convert.ToString(entry.Property(property.Name).CurrentValue, CultureInfo.InvariantCulture)));

    /// <summary>True for values that every write moves on.</summary>
    public static bool Moves(string property) => Moving.Contains(property);

    private void Note(EntityEntry entry)
    {
        var changed = entry.Properties.Where(property => !Moves(property.Metadata.Name)
            && (entry.State != EntityState.Modified || (property.IsModified && !Equals(property.OriginalValue, property.CurrentValue)))).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var before = entry.State == EntityState.Added ? null : Json(changed, property => property.OriginalValue);
        var after = entry.State == EntityState.Deleted ? null : Json(changed, property => property.CurrentValue);
        var (entity, key) = (entry.Metadata.ClrType.Name, KeyOf(entry));
        if (!_items.TryGetValue((entity, key), out var item))
        {
            item = new ActItem { Id = ids.New(), ActId = act.Id, Entity = entity, Key = key, Before = before?.ToJsonString(), After = after?.ToJsonString() };
            _items[(entity, key)] = item;
            database.ActItems.Add(item);
            return;
        }

        // The same row in a second save of the same act: the first before and the last after count.
        item.Before = item.Before is null ? null : Merge(before, Parse(item.Before)).ToJsonString();
        item.After = after is null ? null : Merge(Parse(item.After), after).ToJsonString();
    }

    private void Drop()
    {
        _dropped = true;
        foreach (var row in _items.Values.Cast<object>().Append(act))
        {
            if (database.Entry(row).State != EntityState.Detached)
            {
                database.Remove(row);
            }
        }
    }

    private static JsonObject Json(List<PropertyEntry> properties, Func<PropertyEntry, object?> value) => new(properties.Select(
        property => KeyValuePair.Create(property.Metadata.Name, JsonSerializer.SerializeToNode(value(property), property.Metadata.ClrType))));

    private static JsonObject Parse(string? json) => json is null ? [] : JsonNode.Parse(json)!.AsObject();

    private static JsonObject Merge(JsonObject? first, JsonObject? then)
    {
        var merged = first?.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in then ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
