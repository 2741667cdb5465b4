namespace CadreDocs.Service.Review;

/// <summary>A reviewer's signature under a school's year: its lines are settled.</summary>
public sealed class SignOff
{
    public required string SchoolId { get; set; }

    public int Year { get; set; }

    public required string SignedBy { get; set; }

    public DateTimeOffset SignedAt { get; set; }
}
