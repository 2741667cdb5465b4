using System.IO.Compression;
using System.IO.Hashing;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Tests.Word;

public class SegmentDeflaterTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(3000)]
    [InlineData(40000)]
    public void What_was_written_inflates_to_the_same(int pieces)
    {
        var random = new Random(pieces);
        var literals = Enumerable.Range(0, 20).Select(_ => Bytes(random, random.Next(0, 1200), alphabet: 40)).ToList();
        var places = Enumerable.Repeat(-1, literals.Count).ToArray();
        AssertInflates(deflater =>
        {
            var expected = new List<byte[]>();
            for (var i = 0; i < pieces; i++)
            {
                var literal = random.Next(literals.Count);
                if (random.Next(3) > 0)
                {
                    deflater.WriteLiteral(literals[literal], ref places[literal]);
                    expected.Add(literals[literal]);
                }
                else
                {
                    var text = Bytes(random, random.Next(0, 60), random.Next(2, 256));
                    deflater.Write(text);
                    expected.Add(text);
                }
            }

            return [.. expected.SelectMany(piece => piece)];
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(256)]
    public void One_piece_larger_than_the_window_inflates_to_the_same(int alphabet) => AssertInflates(deflater =>
    {
        var bytes = Bytes(new Random(alphabet), 1_000_000, alphabet);
        deflater.Write(bytes);
        return bytes;
    });

    [Theory]
    [InlineData(4)]
    [InlineData(257)]
    [InlineData(258)]
    [InlineData(259)]
    [InlineData(260)]
    [InlineData(261)]
    [InlineData(518)]
    [InlineData(32768)]
    [InlineData(32769)]
    public void A_repeated_literal_of_any_length_inflates_to_the_same(int length) => AssertInflates(deflater =>
    {
        var literal = Bytes(new Random(length), length, 256);
        var last = -1;
        deflater.WriteLiteral(literal, ref last);
        deflater.WriteLiteral(literal, ref last);
        deflater.WriteLiteral(literal, ref last);
        return [.. literal, .. literal, .. literal];
    });

    [Fact]
    public void Frequencies_that_ask_for_codes_beyond_15_bits_inflate_to_the_same() => AssertInflates(deflater =>
    {
        // Fibonacci numbers make the deepest tree.
        var bytes = new List<byte>();
        var (a, b) = (1, 1);
        for (var symbol = 0; symbol < 18; symbol++)
        {
            bytes.AddRange(Enumerable.Repeat((byte)(symbol * 7), a));
            (a, b) = (b, a + b);
        }

        var shuffled = bytes.ToArray();
        new Random(1).Shuffle(shuffled);
        deflater.Write(shuffled);
        return shuffled;
    });

    private static void AssertInflates(Func<SegmentDeflater, byte[]> write)
    {
        using var compressed = new PooledBuffer();
        using var deflater = new SegmentDeflater(compressed);
        var expected = write(deflater);
        var (crc, size) = deflater.Finish();

        using var inflater = new DeflateStream(new MemoryStream(compressed.Written.ToArray()), CompressionMode.Decompress);
        using var actual = new MemoryStream();
        inflater.CopyTo(actual);
        Assert.Equal(expected.Length, size);
        Assert.Equal(Crc32.HashToUInt32(expected), crc);
        Assert.True(expected.AsSpan().SequenceEqual(actual.ToArray()));
    }

    private static byte[] Bytes(Random random, int length, int alphabet)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++)
        {
            bytes[i] = (byte)random.Next(alphabet);
        }

        return bytes;
    }
}
