namespace CadreDocs.Service.Hosting;

/// <summary>Ids of new things.</summary>
public sealed class Ids(TimeProvider clock)
{
    /// <summary>32 hexadecimal digits that sort by time (UUID version 7).</summary>
    public string New() => Guid.CreateVersion7(clock.GetUtcNow()).ToString("N");
}
