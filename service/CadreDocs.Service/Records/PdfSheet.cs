using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CadreDocs.Service.Records;

/// <summary>
/// What can be told of an uploaded PDF without a PDF engine: how many pages it has, and the Latin letters and digits of its text layer, which
/// is enough for a content code. A scan that is pictures only has no text; an encrypted file tells nothing.
/// </summary>
internal sealed partial class PdfSheet
{
    private const int MostStreams = 4000;
    private const int MostStreamBytes = 4 * 1024 * 1024;
    private const int MostBytes = 16 * 1024 * 1024;

    private PdfSheet(int? pages, string text) => (Pages, Text) = (pages, text);

    /// <summary>Pages of the file; null where it does not say.</summary>
    public int? Pages { get; }

    /// <summary>Text in the order it is drawn, each position on a line of its own; characters that no font of the file names are left out.</summary>
    public string Text { get; }

    /// <summary>Reads a PDF.</summary>
    public static PdfSheet Read(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);

        // One character a byte, so that places in the text are places in the file.
        var file = Encoding.Latin1.GetString(bytes);
        var plain = new StringBuilder();
        var streams = Streams(file, bytes, plain);
        var objects = string.Concat(streams.Where(stream => stream.Dictionary.Contains("/ObjStm", StringComparison.Ordinal)).Select(stream => stream.Content).Prepend(plain.ToString()));
        var maps = streams.Where(stream => stream.Content.Contains("begincmap", StringComparison.Ordinal)).Select(stream => Map(stream.Content)).ToList();
        var drawn = streams.Where(stream => TextPattern().IsMatch(stream.Content)).Select(stream => Strings(stream.Content)).ToList();

        // Which font draws which string is not followed up: under a wrong one a string is gibberish, and no code comes of it.
        var text = new StringBuilder();
        foreach (var map in maps.Prepend(null))
        {
            foreach (var strings in drawn)
            {
                text.Append(Decode(strings, map)).Append('\n');
            }
        }

        return new PdfSheet(CountPages(objects), text.ToString());
    }

    // The root of the page tree counts them all; where it does not show, the pages themselves are counted.
    private static int? CountPages(string objects)
    {
        var counts = TreePattern().Matches(objects).Select(match => CountPattern().Match(match.Value)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).ToList();
        return counts.Count > 0 ? counts.Max() : PagePattern().Count(objects) is > 0 and var pages ? pages : null;
    }

    // What stands between the streams goes to plain.
    private static List<(string Dictionary, string Content)> Streams(string file, byte[] bytes, StringBuilder plain)
    {
        var streams = new List<(string, string)>();
        var (total, from) = (0, 0);
        for (var at = file.IndexOf("stream", StringComparison.Ordinal); at >= 0 && streams.Count < MostStreams && total < MostBytes; at = file.IndexOf("stream", at, StringComparison.Ordinal))
        {
            var begin = at + "stream".Length;
            begin += file.AsSpan(begin).StartsWith("\r\n") ? 2 : file.AsSpan(begin).StartsWith("\n") ? 1 : 0;
            var end = file.IndexOf("endstream", begin, StringComparison.Ordinal);
            var start = file.LastIndexOf("obj", at, StringComparison.Ordinal);
            if (end < 0 || start < 0)
            {
                break;
            }

            var dictionary = file[start..at];
            plain.Append(file, from, at - from).Append('\n');
            from = end;
            at = end + "endstream".Length;
            if (dictionary.Contains("/Image", StringComparison.Ordinal) || dictionary.Contains("/FontFile", StringComparison.Ordinal))
            {
                continue;
            }

            var content = dictionary.Contains("/FlateDecode", StringComparison.Ordinal) ? Inflate(bytes, begin, end) : file[begin..end];
            total += content.Length;
            streams.Add((dictionary, content));
        }

        plain.Append(file, from, Math.Min(file.Length - from, MostStreamBytes));
        return streams;
    }

    private static string Inflate(byte[] bytes, int begin, int end)
    {
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(bytes, begin, end - begin), CompressionMode.Decompress);
            var buffer = new byte[Math.Min(MostStreamBytes, Math.Max(64 * 1024, (end - begin) * 40))];
            return Encoding.Latin1.GetString(buffer, 0, inflated.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }

    // The strings of a page; null parts them where the pen moves.
    private static List<byte[]?> Strings(string content)
    {
        var strings = new List<byte[]?>();
        foreach (Match match in OperatorPattern().Matches(content))
        {
            strings.Add(match.Groups["hex"] is { Success: true } hex ? Hex(hex.Value) : match.Groups["text"] is { Success: true } text ? Literal(text.Value) : null);
        }

        return strings;
    }

    private static string Decode(List<byte[]?> strings, CharacterMap? map)
    {
        var text = new StringBuilder();
        foreach (var part in strings)
        {
            if (part is null)
            {
                text.Append('\n');
                continue;
            }

            var width = map?.Width ?? 1;
            for (var at = 0; at + width <= part.Length; at += width)
            {
                var code = width == 1 ? part[at] : (part[at] << 8) | part[at + 1];
                text.Append(map is null ? ((char)code).ToString() : map.Characters.GetValueOrDefault(code, ""));
            }
        }

        return text.ToString();
    }

    private static CharacterMap Map(string content)
    {
        var characters = new Dictionary<int, string>();
        var width = SpacePattern().Match(content) is { Success: true } space ? space.Groups["low"].Length / 2 : 2;
        foreach (Match block in MapPattern().Matches(content))
        {
            var ranges = block.Groups["kind"].Value == "range";
            foreach (Match line in (ranges ? RangePattern() : CharacterPattern()).Matches(block.Groups["body"].Value))
            {
                var (low, high) = (Number(line.Groups["low"].Value), ranges ? Number(line.Groups["high"].Value) : Number(line.Groups["low"].Value));
                var target = Encoding.BigEndianUnicode.GetString(Hex(line.Groups["to"].Value));
                for (var code = low; code <= high && code - low < 256 && target.Length > 0; code++)
                {
                    characters[code] = target[..^1] + (char)(target[^1] + code - low);
                }
            }
        }

        return new CharacterMap(width is 1 or 2 ? width : 2, characters);
    }

    private static int Number(string hex) => int.TryParse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static byte[] Hex(string digits)
    {
        var clean = string.Concat(digits.Where(char.IsAsciiHexDigit));
        return Convert.FromHexString(clean.Length % 2 == 0 ? clean : clean + "0");
    }

    private static byte[] Literal(string text) => Encoding.Latin1.GetBytes(EscapePattern().Replace(text, match => match.Groups["octal"] is { Success: true } octal
        ? ((char)(Convert.ToInt32(octal.Value, 8) & 0xFF)).ToString()
        : match.Groups["sign"].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", "b" => "\b", "f" => "\f", "\n" => "", var sign => sign }));

    /// <summary>How a font's codes read.</summary>
    private sealed record CharacterMap(int Width, Dictionary<int, string> Characters);

    [GeneratedRegex(@"<<(?:[^<>]|<[^<>]*>|<<[^<>]*>>)*?/Type\s*/Pages\b(?:[^<>]|<[^<>]*>|<<[^<>]*>>)*?>>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TreePattern();

    [GeneratedRegex(@"/Count\s+(?<n>\d{1,6})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountPattern();

    [GeneratedRegex(@"/Type\s*/Page(?![a-zA-Z])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PagePattern();

    [GeneratedRegex(@"\bBT\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TextPattern();

    [GeneratedRegex(@"\((?<text>(\\[\s\S]|[^\\()])*)\)|<(?<hex>[0-9A-Fa-f\s]*)>(?!>)|\b(Td|TD|Tm|BT)\b|T\*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OperatorPattern();

    [GeneratedRegex(@"begincodespacerange\s*<(?<low>[0-9A-Fa-f]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpacePattern();

    [GeneratedRegex(@"beginbf(?<kind>char|range)(?<body>[\s\S]*?)endbf(char|range)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MapPattern();

    [GeneratedRegex(@"<(?<low>[0-9A-Fa-f]+)>\s*<(?<to>[0-9A-Fa-f]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CharacterPattern();

    [GeneratedRegex(@"<(?<low>[0-9A-Fa-f]+)>\s*<(?<high>[0-9A-Fa-f]+)>\s*\[?\s*<(?<to>[0-9A-Fa-f]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RangePattern();

    [GeneratedRegex(@"\\((?<octal>[0-7]{1,3})|(?<sign>[\s\S]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapePattern();
}
