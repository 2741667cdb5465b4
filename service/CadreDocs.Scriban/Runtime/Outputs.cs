using System.Buffers;
using System.Text;

namespace Scriban.Runtime;

/// <summary>Collects rendered text in a <see cref="StringBuilder"/>.</summary>
public class StringBuilderOutput : IScriptOutput
{
    /// <summary>Creates an output with its own builder.</summary>
    public StringBuilderOutput() : this(new StringBuilder()) { }

    /// <summary>Creates an output.</summary>
    /// <param name="builder">Where the text goes.</param>
    public StringBuilderOutput(StringBuilder builder) => Builder = builder ?? throw new ArgumentNullException(nameof(builder));

    /// <summary>Where the text goes.</summary>
    public StringBuilder Builder { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Builder.Append(text, offset, count);

    /// <inheritdoc />
    public void Write(ReadOnlySpan<char> text) => Builder.Append(text);

    /// <inheritdoc />
    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Builder.Append(text, offset, count);
        return default;
    }

    /// <summary>The text so far.</summary>
    public override string ToString() => Builder.ToString();
}

/// <summary>Sends rendered text to a <see cref="TextWriter"/>.</summary>
public class TextWriterOutput : IScriptOutput
{
    /// <summary>Creates an output.</summary>
    /// <param name="writer">Where the text goes; the caller disposes it.</param>
    public TextWriterOutput(TextWriter writer) => Writer = writer ?? throw new ArgumentNullException(nameof(writer));

    /// <summary>Where the text goes.</summary>
    public TextWriter Writer { get; }

    /// <inheritdoc />
    public void Write(string text, int offset, int count) => Writer.Write(text.AsSpan(offset, count));

    /// <inheritdoc />
    public void Write(ReadOnlySpan<char> text) => Writer.Write(text);

    /// <inheritdoc />
    public async ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken) =>
        await Writer.WriteAsync(text.AsMemory(offset, count), cancellationToken);
}

/// <summary>Collects text in a rented buffer that goes back to the pool; only the final string is allocated.</summary>
internal sealed class PooledOutput : IScriptOutput
{
    private char[] _buffer = [];
    private int _length;

    public int Length => _length;

    public void Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    public void Write(ReadOnlySpan<char> text)
    {
        if (_buffer.Length - _length < text.Length)
        {
            Grow(text.Length);
        }
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Room for a formatted number; <see cref="Advance"/> says how much of it was used.</summary>
    public Span<char> Room(int length)
    {
        if (_buffer.Length - _length < length)
        {
            Grow(length);
        }
        return _buffer.AsSpan(_length);
    }

    public void Advance(int length) => _length += length;

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return default;
    }

    /// <summary>Takes the text out and gives the buffer back.</summary>
    public string Detach()
    {
        var text = ToString();
        Release();
        return text;
    }

    public void Release()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_buffer);
        }
        _buffer = [];
        _length = 0;
    }

    public override string ToString() => _length == 0 ? string.Empty : new string(_buffer, 0, _length);

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(256, Math.Max(_length + needed, _buffer.Length * 2)));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<char>.Shared.Return(_buffer);
        }
        _buffer = larger;
    }
}
