using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>Collects literals and matches and writes them as blocks with their own Huffman codes (RFC 1951, 3.2.7).</summary>
internal sealed class DeflateBlock(PooledBuffer output) : IDisposable
{
    private const int MaxTokens = 16 * 1024;
    private const int EndOfBlock = 256;
    private static readonly byte[] LengthCodes = MakeLengthCodes();
    private static ReadOnlySpan<ushort> LengthBase => [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static ReadOnlySpan<byte> LengthExtra => [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static ReadOnlySpan<byte> CodeLengthOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    // A token is a byte (distance 0) or a length less 3, above a distance of 16 bits.
    private readonly int[] _tokens = ArrayPool<int>.Shared.Rent(MaxTokens);
    private readonly int[] _literals = new int[286];
    private readonly int[] _distances = new int[30];
    private int _count;
    private ulong _bits;
    private int _bitCount;

    public void Literal(byte value)
    {
        _literals[value]++;
        Add(value << 16);
    }

    public void Match(int length, int distance)
    {
        _literals[257 + LengthCodes[length - 3]]++;
        _distances[DistanceCode(distance)]++;
        Add(((length - 3) << 16) | distance);
    }

    /// <summary>Writes the block; the last one ends the stream on a whole byte.</summary>
    public void Close(bool last)
    {
        _literals[EndOfBlock]++;
        var literals = HuffmanCode.Build(_literals, 15);
        var distances = HuffmanCode.Build(_distances, 15);
        Put(last ? 5u : 4u, 3);
        WriteCodes(literals, distances);
        WriteTokens(literals, distances);
        Put(literals.Codes[EndOfBlock], literals.Lengths[EndOfBlock]);
        if (last)
        {
            Put(0, (8 - (_bitCount & 7)) & 7);
        }

        Drain();
        _count = 0;
        Array.Clear(_literals);
        Array.Clear(_distances);
    }

    public void Dispose() => ArrayPool<int>.Shared.Return(_tokens);

    private static byte[] MakeLengthCodes()
    {
        var codes = new byte[256];
        for (var code = 0; code < 28; code++)
        {
            for (var length = LengthBase[code]; length < Math.Min(LengthBase[code + 1], (ushort)258); length++)
            {
                codes[length - 3] = (byte)code;
            }
        }

        codes[255] = 28;
        return codes;
    }

    /// <summary>Two codes for each power of two.</summary>
    private static int DistanceCode(int distance)
    {
        if (distance <= 4)
        {
            return distance - 1;
        }

        var log = BitOperations.Log2((uint)distance - 1);
        return (log * 2) + (((distance - 1) >> (log - 1)) & 1);
    }

    private void Add(int token)
    {
        _tokens[_count++] = token;
        if (_count == MaxTokens)
        {
            Close(last: false);
        }
    }

    /// <summary>Writes the tokens in one go: a token has at most 48 bits, so eight bytes at a time hold it and what is left of the one before.</summary>
    private void WriteTokens(HuffmanCode literals, HuffmanCode distances)
    {
        Span<uint> lengths = stackalloc uint[256];
        Span<byte> lengthBits = stackalloc byte[256];
        MakeLengths(literals, lengths, lengthBits);
        Drain();
        var (bits, bitCount, at) = (_bits, _bitCount, 0);
        var bytes = output.GetSpan(Size(literals, distances) + 16);
        foreach (var token in _tokens.AsSpan(0, _count))
        {
            var distance = token & 0xFFFF;
            if (distance == 0)
            {
                bits |= (ulong)literals.Codes[token >> 16] << bitCount;
                bitCount += literals.Lengths[token >> 16];
            }
            else
            {
                bits |= (ulong)lengths[token >> 16] << bitCount;
                bitCount += lengthBits[token >> 16];
                var code = DistanceCode(distance);
                bits |= (ulong)distances.Codes[code] << bitCount;
                bitCount += distances.Lengths[code];
                var extra = Math.Max(0, (code >> 1) - 1);
                bits |= (ulong)((uint)(distance - 1) & ((1u << extra) - 1)) << bitCount;
                bitCount += extra;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(bytes[at..], bits);
            at += bitCount >> 3;
            bits >>= bitCount & ~7;
            bitCount &= 7;
        }

        output.Advance(at);
        (_bits, _bitCount) = (bits, bitCount);
    }

    /// <summary>Code and extra bits of each length, put together.</summary>
    private static void MakeLengths(HuffmanCode literals, Span<uint> lengths, Span<byte> lengthBits)
    {
        for (var length = 0; length < 256; length++)
        {
            var code = LengthCodes[length];
            var codeBits = literals.Lengths[257 + code];
            lengths[length] = literals.Codes[257 + code] | ((uint)(length + 3 - LengthBase[code]) << codeBits);
            lengthBits[length] = (byte)(codeBits + LengthExtra[code]);
        }
    }

    /// <summary>Bytes that the tokens take at most.</summary>
    private int Size(HuffmanCode literals, HuffmanCode distances)
    {
        var bits = 0L;
        for (var symbol = 0; symbol < _literals.Length; symbol++)
        {
            bits += (long)_literals[symbol] * (literals.Lengths[symbol] + (symbol > EndOfBlock ? LengthExtra[symbol - EndOfBlock - 1] : 0));
        }

        for (var code = 0; code < _distances.Length; code++)
        {
            bits += (long)_distances[code] * (distances.Lengths[code] + Math.Max(0, (code >> 1) - 1));
        }

        return checked((int)(bits / 8));
    }

    /// <summary>The two codes, as lengths of their symbols, run-length coded and Huffman coded in turn.</summary>
    private void WriteCodes(HuffmanCode literals, HuffmanCode distances)
    {
        var literalCount = Math.Max(257, 1 + Array.FindLastIndex(literals.Lengths, length => length > 0));
        var distanceCount = Math.Max(1, 1 + Array.FindLastIndex(distances.Lengths, length => length > 0));
        Span<byte> lengths = stackalloc byte[286 + 30];
        lengths = lengths[..(literalCount + distanceCount)];
        literals.Lengths.AsSpan(0, literalCount).CopyTo(lengths);
        distances.Lengths.AsSpan(0, distanceCount).CopyTo(lengths[literalCount..]);

        Span<(byte Symbol, byte Extra)> runs = stackalloc (byte, byte)[lengths.Length];
        runs = runs[..RunLengths(lengths, runs)];
        var frequencies = new int[19];
        foreach (var (symbol, _) in runs)
        {
            frequencies[symbol]++;
        }

        var code = HuffmanCode.Build(frequencies, 7);
        var codeCount = 19;
        while (codeCount > 4 && code.Lengths[CodeLengthOrder[codeCount - 1]] == 0)
        {
            codeCount--;
        }

        Put((uint)literalCount - 257, 5);
        Put((uint)distanceCount - 1, 5);
        Put((uint)codeCount - 4, 4);
        foreach (var symbol in CodeLengthOrder[..codeCount])
        {
            Put(code.Lengths[symbol], 3);
        }

        foreach (var (symbol, extra) in runs)
        {
            Put(code.Codes[symbol], code.Lengths[symbol]);
            Put(extra, symbol switch { 16 => 2, 17 => 3, 18 => 7, _ => 0 });
        }
    }

    private static int RunLengths(ReadOnlySpan<byte> lengths, Span<(byte Symbol, byte Extra)> runs)
    {
        var count = 0;
        for (var at = 0; at < lengths.Length;)
        {
            var value = lengths[at];
            var run = lengths[at..].IndexOfAnyExcept(value);
            run = run < 0 ? lengths.Length - at : run;
            if (value == 0 && run >= 3)
            {
                run = Math.Min(run, 138);
                runs[count++] = run <= 10 ? ((byte)17, (byte)(run - 3)) : ((byte)18, (byte)(run - 11));
                at += run;
                continue;
            }

            runs[count++] = (value, 0);
            at++;
            run--;
            if (value != 0 && run >= 3)
            {
                run = Math.Min(run, 6);
                runs[count++] = (16, (byte)(run - 3));
                at += run;
            }
        }

        return count;
    }

    private void Put(uint value, int count)
    {
        _bits |= (ulong)value << _bitCount;
        _bitCount += count;
        if (_bitCount >= 32)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), (uint)_bits);
            output.Advance(4);
            _bits >>= 32;
            _bitCount -= 32;
        }
    }

    /// <summary>Writes the whole bytes; an unfinished one waits for the next block.</summary>
    private void Drain()
    {
        while (_bitCount >= 8)
        {
            output.GetSpan(1)[0] = (byte)_bits;
            output.Advance(1);
            _bits >>= 8;
            _bitCount -= 8;
        }
    }
}
