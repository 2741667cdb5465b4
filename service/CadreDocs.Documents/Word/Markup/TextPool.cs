using System.IO.Hashing;
using System.Text;

namespace CadreDocs.Documents.Word.Markup;

/// <summary>Strings made of UTF-8 that stood before: 300 rows repeat twelve tags and a handful of values.</summary>
internal sealed class TextPool
{
    private const int Slots = 256;
    private const int MaxBytes = 64;
    private Entry?[] _seen = [];

    /// <summary>The string of these bytes.</summary>
    public string Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length is 0 or > MaxBytes)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        if (_seen.Length == 0)
        {
            _seen = new Entry?[Slots];
        }

        ref var entry = ref _seen[XxHash3.HashToUInt64(bytes) % Slots];
        if (entry is not { } seen || !bytes.SequenceEqual(seen.Bytes))
        {
            entry = seen = new Entry(bytes.ToArray(), Encoding.UTF8.GetString(bytes));
        }

        return seen.Text;
    }

    // A class, so that two threads at one place never mix bytes and text.
    private sealed record Entry(byte[] Bytes, string Text);
}
