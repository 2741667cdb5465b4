namespace CadreDocs.Service.Audit;

/// <summary>One change to a number, an opinion or a state: who, when, before, after (R78).</summary>
public sealed class Change
{
    public required string Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Person id of whoever did it; <c>system</c> for jobs.</summary>
    public required string By { get; set; }

    /// <summary>The school concerned, whose people may read it.</summary>
    public string? SchoolId { get; set; }

    public string? PersonId { get; set; }

    public string? RecordId { get; set; }

    public int? Year { get; set; }

    /// <summary>What was changed, a stable word: <c>record.data</c>, <c>record.state</c>, <c>credit.declared</c>, <c>credit.opinion</c>, <c>roster.post</c> …</summary>
    public required string Subject { get; set; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public string? Reason { get; set; }

    /// <summary>The act that it belongs to: everything one request changed. Null for changes of before acts were kept, and for jobs.</summary>
    public string? ActId { get; set; }
}

/// <summary>What one request changed, as far as it can be taken back (R90).</summary>
public sealed class Act
{
    public required string Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>Person id of whoever did it; nobody else takes it back.</summary>
    public required string By { get; set; }

    public string? SchoolId { get; set; }

    public int? Year { get; set; }

    /// <summary>The act that took this one back; null while it stands.</summary>
    public string? UndoneBy { get; set; }

    /// <summary>The act that this one took back; null for an act of its own.</summary>
    public string? Undoes { get; set; }
}

/// <summary>One row of the database that an act added, changed or removed: its values before and after.</summary>
public sealed class ActItem
{
    public required string Id { get; set; }

    public required string ActId { get; set; }

    /// <summary>Name of the entity, such as <c>Record</c>.</summary>
    public required string Entity { get; set; }

    /// <summary>Its key; the parts of a composed one are joined by a bar.</summary>
    public required string Key { get; set; }

    /// <summary>Changed values before, as JSON; all values of a removed row; null for one that was added.</summary>
    public string? Before { get; set; }

    /// <summary>Changed values after, as JSON; all values of an added row; null for one that was removed.</summary>
    public string? After { get; set; }
}
