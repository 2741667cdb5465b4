namespace CadreDocs.Documents.Word.Rendering;

/// <summary>A canonical Huffman code with bounded lengths.</summary>
/// <param name="Codes">The code of each symbol, bits reversed as deflate wants them.</param>
/// <param name="Lengths">Its length in bits; 0 for a symbol that does not occur.</param>
internal sealed record HuffmanCode(uint[] Codes, byte[] Lengths)
{
    /// <summary>The best code for these frequencies with no length above the limit.</summary>
    /// <remarks>Moffat and Katajainen, in-place calculation of minimum-redundancy codes; then too long codes are shortened as zip programs do.</remarks>
    public static HuffmanCode Build(int[] frequencies, int maxLength)
    {
        var lengths = new byte[frequencies.Length];
        var used = new List<(int Frequency, int Symbol)>(frequencies.Length);
        for (var symbol = 0; symbol < frequencies.Length; symbol++)
        {
            if (frequencies[symbol] > 0)
            {
                used.Add((frequencies[symbol], symbol));
            }
        }

        if (used.Count <= 1)
        {
            // A code of one symbol still needs a bit.
            lengths[used.Count == 0 ? 0 : used[0].Symbol] = 1;
            return new HuffmanCode(Assign(lengths), lengths);
        }

        used.Sort();
        var depths = used.ConvertAll(item => item.Frequency).ToArray();
        MinimumRedundancy(depths);
        Span<int> counts = stackalloc int[64];
        counts.Clear();
        foreach (var depth in depths)
        {
            counts[Math.Min(depth, maxLength)]++;
        }

        Shorten(counts, maxLength);
        var next = used.Count;
        for (var length = 1; length <= maxLength; length++)
        {
            for (var i = counts[length]; i > 0; i--)
            {
                lengths[used[--next].Symbol] = (byte)length;
            }
        }

        return new HuffmanCode(Assign(lengths), lengths);
    }

    /// <summary>Turns frequencies in ascending order into code lengths.</summary>
    private static void MinimumRedundancy(int[] a)
    {
        var n = a.Length;
        a[0] += a[1];
        var (root, leaf) = (0, 2);
        for (var next = 1; next < n - 1; next++)
        {
            a[next] = leaf >= n || a[root] < a[leaf] ? Take(a, ref root, next) : a[leaf++];
            a[next] += leaf >= n || (root < next && a[root] < a[leaf]) ? Take(a, ref root, next) : a[leaf++];
        }

        a[n - 2] = 0;
        for (var next = n - 3; next >= 0; next--)
        {
            a[next] = a[a[next]] + 1;
        }

        var (available, used, depth) = (1, 0, 0);
        root = n - 2;
        var at = n - 1;
        while (available > 0)
        {
            while (root >= 0 && a[root] == depth)
            {
                used++;
                root--;
            }

            while (available > used)
            {
                a[at--] = depth;
                available--;
            }

            available = 2 * used;
            depth++;
            used = 0;
        }
    }

    private static int Take(int[] a, ref int root, int parent)
    {
        var weight = a[root];
        a[root++] = parent;
        return weight;
    }

    private static void Shorten(Span<int> counts, int maxLength)
    {
        var total = 0u;
        for (var length = 1; length <= maxLength; length++)
        {
            total += (uint)counts[length] << (maxLength - length);
        }

        while (total != 1u << maxLength)
        {
            counts[maxLength]--;
            for (var length = maxLength - 1; length > 0; length--)
            {
                if (counts[length] > 0)
                {
                    counts[length]--;
                    counts[length + 1] += 2;
                    break;
                }
            }

            total--;
        }
    }

    private static uint[] Assign(byte[] lengths)
    {
        Span<uint> next = stackalloc uint[17];
        Span<int> counts = stackalloc int[17];
        counts.Clear();
        foreach (var length in lengths)
        {
            counts[length]++;
        }

        counts[0] = 0;
        var code = 0u;
        for (var length = 1; length <= 15; length++)
        {
            code = (code + (uint)counts[length - 1]) << 1;
            next[length] = code;
        }

        var codes = new uint[lengths.Length];
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            var length = lengths[symbol];
            if (length > 0)
            {
                codes[symbol] = Reverse(next[length]++, length);
            }
        }

        return codes;
    }

    private static uint Reverse(uint code, int length)
    {
        var reversed = 0u;
        for (var i = 0; i < length; i++)
        {
            reversed = (reversed << 1) | (code & 1);
            code >>= 1;
        }

        return reversed;
    }
}
