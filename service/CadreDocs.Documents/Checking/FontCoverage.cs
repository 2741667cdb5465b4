using System.Collections.Concurrent;
using System.Globalization;
using System.Security;
using System.Text;

namespace CadreDocs.Documents.Checking;

/// <summary>What a face can draw: by the character set that its makers name, or by its real file.</summary>
/// <param name="Name">Name of the face as in the document.</param>
/// <param name="Covers">True where the face draws the character.</param>
public sealed record FontCoverage(string Name, Func<Rune, bool> Covers)
{
    private const int FirstDrawn = 0x0250;
    private const byte Drawn = 1;

    private static readonly ConcurrentDictionary<string, FontCoverage> _known = new(StringComparer.Ordinal);
    private static readonly Encoding _gb2312 = Strict(20936);
    private static readonly Encoding _gbk = Strict(936);

    /// <summary>What a face of this name is known to cover, where no file is at hand.</summary>
    /// <remarks>
    /// Names that end with _GB2312 and Founder's 简体 faces cover GB2312 only: no ⊕, no 〇, no 喆. The faces of Windows
    /// (宋体, 黑体, 仿宋, 楷体) cover GBK. 宋体-ExtB covers Extension B. A name not known here is held to GB2312, the least of them.
    /// </remarks>
    public static FontCoverage ByName(string name) => _known.GetOrAdd(name, Make);

    private static FontCoverage Make(string name) => name switch
    {
        "宋体" or "SimSun" or "新宋体" or "NSimSun" or "黑体" or "SimHei" or "仿宋" or "FangSong" or "楷体" or "KaiTi" or "微软雅黑" => new(name, Gbk),
        "宋体-ExtB" or "SimSun-ExtB" => new(name, character => character.Value is >= 0x20000 and <= 0x2A6DF),
        "宋体-ExtG" or "SimSun-ExtG" => new(name, character => character.Value is >= 0x20000 and <= 0x3134A),
        _ when name.EndsWith("_GBK", StringComparison.OrdinalIgnoreCase) => new(name, Gbk),
        _ when name.EndsWith("_GB18030", StringComparison.OrdinalIgnoreCase) => new(name, Gb18030),
        _ => new(name, Gb2312),
    };

    /// <summary>Where the first character stands that the face lacks; -1 where it draws them all.</summary>
    internal int IndexOfGap(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter < FirstDrawn || _asked[letter] == Drawn)
            {
                continue;
            }

            _ = Rune.DecodeFromUtf16(text[at..], out var character, out var used);
            if (IsDrawn(character) && !Covers(character))
            {
                return at;
            }

            if (!char.IsSurrogate(letter))
            {
                _asked[letter] = Drawn;
            }

            at += used - 1;
        }

        return -1;
    }

    /// <summary>The name as it stands in an attribute of a document.</summary>
    internal ReadOnlySpan<byte> XmlName => _xmlName;

    /// <summary>False for what needs no Chinese face: Latin is drawn by the Latin face; blanks and joiners have nothing to draw.</summary>
    internal static bool IsDrawn(Rune character) =>
        character.Value >= FirstDrawn
        && Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    // Asked once for a face and a letter: a scan of text must not ask an encoder for each, nor the first document for all 65,536.
    private readonly byte[] _asked = new byte[char.MaxValue + 1];

    private readonly byte[] _xmlName = Encoding.UTF8.GetBytes(SecurityElement.Escape(Name));

    /// <summary>What a font file really covers.</summary>
    public static FontCoverage OfFile(string name, FontFile file) => new(name, file.Covers);

    /// <summary>True where GB 2312-80 has the character.</summary>
    public static bool Gb2312(Rune character) => character.IsAscii || Encodes(_gb2312, character);

    /// <summary>True where GBK (code page 936) has the character.</summary>
    public static bool Gbk(Rune character) => Encodes(_gbk, character);

    /// <summary>True for what GB 18030 obliges every font to draw: GBK, the unified ideographs and Extension A.</summary>
    public static bool Gb18030(Rune character) =>
        Gbk(character) || character.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF);

    private static bool Encodes(Encoding encoding, Rune character)
    {
        // Private use is in the code pages, yet every font draws something else there.
        if (!character.IsBmp || character.Value is >= 0xE000 and <= 0xF8FF)
        {
            return false;
        }

        Span<char> utf16 = stackalloc char[2];
        Span<byte> bytes = stackalloc byte[4];
        return encoding.GetBytes(utf16[..character.EncodeToUtf16(utf16)], bytes) > 0;
    }

    // What it lacks becomes nothing, and no look-alike.
    private static Encoding Strict(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(codePage, new EncoderReplacementFallback(""), DecoderFallback.ReplacementFallback)
        ?? throw new NotSupportedException($"The code page {codePage} is missing from this runtime.");
}
