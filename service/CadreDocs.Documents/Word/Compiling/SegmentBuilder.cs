using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>Collects segments; neighbouring literals become one.</summary>
internal sealed class SegmentBuilder
{
    private readonly List<Segment> _segments = [];
    private readonly List<byte> _literal = [];

    public void Literal(ReadOnlySpan<byte> bytes) => _literal.AddRange(bytes);

    public void Add(Segment segment)
    {
        Cut();
        _segments.Add(segment);
    }

    public Segment[] ToArray()
    {
        Cut();
        return [.. _segments];
    }

    private void Cut()
    {
        if (_literal.Count > 0)
        {
            _segments.Add(new LiteralSegment([.. _literal]));
            _literal.Clear();
        }
    }
}
