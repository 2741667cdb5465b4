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
}
