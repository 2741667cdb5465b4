namespace CadreDocs.Service.Duties.Digests;

/// <summary>A weekly message that was sent: nobody gets two in one role and week (R87).</summary>
public sealed class DigestMessage
{
    public required string PersonId { get; set; }

    /// <summary>The role it was written for, with its school: <c>cadre</c>, <c>secretary:s-1</c>, <c>officer</c>.</summary>
    public required string Role { get; set; }

    /// <summary>Monday of the week.</summary>
    public DateOnly Week { get; set; }

    public DateTimeOffset SentAt { get; set; }
}
