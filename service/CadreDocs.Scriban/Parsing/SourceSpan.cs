namespace Scriban.Parsing;

/// <summary>A stretch of template text: the file it came from, its first and its last character.</summary>
/// <remarks>Line and column are worked out only when somebody asks, so passing a span along costs nothing.</remarks>
public readonly struct SourceSpan : IEquatable<SourceSpan>
{
    private readonly object? _origin;
    private readonly int _start;
    private readonly int _end;

    /// <summary>Creates a span from positions already known.</summary>
    /// <param name="fileName">Logical name of the template; null where it has none.</param>
    /// <param name="start">Position of the first character.</param>
    /// <param name="end">Position of the last character.</param>
    public SourceSpan(string? fileName, TextPosition start, TextPosition end)
    {
        _origin = new FixedOrigin(fileName, start, end);
        _start = start.Offset;
        _end = end.Offset + 1;
    }

    internal SourceSpan(SourceText? source, int start, int end)
    {
        _origin = source;
        _start = start;
        _end = end;
    }

    /// <summary>Logical name of the template; null where it has none.</summary>
    public string? FileName => _origin switch { SourceText text => text.Path, FixedOrigin origin => origin.FileName, _ => null };

    /// <summary>Position of the first character.</summary>
    public TextPosition Start => _origin switch { SourceText text => text.PositionOf(_start), FixedOrigin origin => origin.Start, _ => default };

    /// <summary>Position of the last character.</summary>
    public TextPosition End => _origin switch { SourceText text => text.PositionOf(Math.Max(_start, _end - 1)), FixedOrigin origin => origin.End, _ => default };

    /// <summary>Number of characters, at least 1.</summary>
    public int Length => Math.Max(1, _end - _start);

    /// <summary>Whether the span points at nothing.</summary>
    public bool IsEmpty => _origin is null;

    /// <summary>The place as <c>name(line,column)</c>, both from 1; the name is <c>&lt;input&gt;</c> where there is none.</summary>
    public string ToStringSimple() => $"{FileName ?? "<input>"}({Start.ToStringSimple()})";

    /// <inheritdoc />
    public override string ToString() => $"{FileName}({Start})-({End})";

    /// <inheritdoc />
    public bool Equals(SourceSpan other) => ReferenceEquals(_origin, other._origin) && _start == other._start && _end == other._end;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is SourceSpan other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_start, _end);

    /// <summary>Whether both point at the same characters of the same template.</summary>
    public static bool operator ==(SourceSpan left, SourceSpan right) => left.Equals(right);

    /// <summary>Whether they point at different characters.</summary>
    public static bool operator !=(SourceSpan left, SourceSpan right) => !left.Equals(right);

    /// <summary>Makes a node stand where this span does, as far as the span comes from template text.</summary>
    internal void PlaceOn(Syntax.ScriptNode node)
    {
        if (_origin is SourceText text)
        {
            node.Place(text, _start, _end);
        }
    }

    private sealed record FixedOrigin(string? FileName, TextPosition Start, TextPosition End);
}
