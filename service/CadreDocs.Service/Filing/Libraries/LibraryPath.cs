using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>
/// The one place where names become legal for SharePoint, Windows, a folder on Linux and a zip at once (R73, R74).
/// Every rule is a function of the name alone, so the same paper has the same path in every run and in every library.
/// </summary>
internal static partial class LibraryPath
{
    /// <summary>Characters of a path; SharePoint counts 400 with the site and library before it, which get the rest.</summary>
    public const int MaxPath = 320;

    /// <summary>UTF-8 bytes of one name: 255 on Linux, less room for a suffix. Also below SharePoint's 255 characters.</summary>
    public const int MaxNameBytes = 240;

    private const string Forbidden = "\"*:<>?/\\|#%";
    private const string LookAlikes = "＂＊：＜＞？／＼｜＃％";

    /// <summary>A legal name made from any text; a legal name comes back as it is.</summary>
    public static string Name(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Append(clean, rune);
        }

        var name = Trim(clean.ToString().Normalize(NormalizationForm.FormC));
        name = VtiPattern().Replace(name, "＿${vti}＿");
        name = name.StartsWith('~') ? "～" + name[1..] : name;
        name = Shorten(name, MaxNameBytes, int.MaxValue);
        return name.Length == 0 ? "_" : IsReserved(name) ? "_" + name : name;
    }

    /// <summary>A legal path of folders and a file. One that is too long is shortened at its longest names, each ending in a code of the whole name.</summary>
    public static string Combine(IEnumerable<string> folders, string file)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var names = folders.Append(file).Select(Name).ToList();
        if (names.Count > 1 && names[0].Equals("forms", StringComparison.OrdinalIgnoreCase))
        {
            names[0] = "_" + names[0];
        }

        for (var excess = Length(names) - MaxPath; excess > 0; excess = Length(names) - MaxPath)
        {
            var longest = names.IndexOf(names.MaxBy(name => name.Length)!);
            var shorter = Shorten(names[longest], int.MaxValue, Math.Max(16, names[longest].Length - excess));
            if (shorter.Length >= names[longest].Length)
            {
                throw new LibraryException(LibraryFaults.NameRefused, string.Join('/', names));
            }

            names[longest] = shorter;
        }

        return string.Join('/', names);

        static int Length(List<string> names) => names.Sum(name => name.Length) + names.Count - 1;
    }

    /// <summary>The path with a mark before the extension: <c>a.docx</c> and <c>（2）</c> give <c>a（2）.docx</c>.</summary>
    public static string WithMark(string path, string mark)
    {
        ArgumentNullException.ThrowIfNull(path);
        var names = path.Split('/');
        var extension = Extension(names[^1]);
        var stem = Shorten(names[^1][..^extension.Length], MaxNameBytes - Encoding.UTF8.GetByteCount(mark + extension), int.MaxValue);
        return Combine(names[..^1], stem + mark + extension);
    }

    /// <summary>True where every name is legal and the whole is not too long.</summary>
    public static bool IsLegal(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length is > 0 and <= MaxPath && path.Split('/').All(name => name.Length > 0 && Name(name) == name)
            && !path.StartsWith("forms/", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The folder of a path; empty for the library's root.</summary>
    public static string Folder(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.LastIndexOf('/') is >= 0 and var at ? path[..at] : "";
    }

    /// <summary>The last name of a path.</summary>
    public static string FileName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>Six characters that stand for a text.</summary>
    public static string Code(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..6];

    private static void Append(StringBuilder clean, Rune rune)
    {
        if (rune.IsBmp && Forbidden.IndexOf((char)rune.Value, StringComparison.Ordinal) is >= 0 and var at)
        {
            clean.Append(LookAlikes[at]);
            return;
        }

        // A lone surrogate arrives as U+FFFD; noncharacters end in FFFE or FFFF or lie in FDD0–FDEF.
        if (rune.Value == 0xFFFD || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF)
        {
            clean.Append('_');
            return;
        }

        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                clean.Append(' ');
                break;
            case UnicodeCategory.Format when rune.Value is not (0x200C or 0x200D):
                // Marks that nobody sees would make two names that look the same.
                break;
            default:
                clean.Append(rune.ToString());
                break;
        }
    }

    private static string Trim(string name) => BlanksPattern().Replace(name, " ").Trim(' ').TrimEnd('.', ' ');

    private static bool IsReserved(string name) => ReservedPattern().IsMatch(name);

    private static string Extension(string name)
    {
        var at = name.LastIndexOf('.');
        return at > 0 && name.Length - at <= 8 && !name[at..].Contains(' ', StringComparison.Ordinal) ? name[at..] : "";
    }

    private static string Shorten(string name, int bytes, int characters)
    {
        if (Encoding.UTF8.GetByteCount(name) <= bytes && name.Length <= characters)
        {
            return name;
        }

        var extension = Extension(name);
        var tail = "…" + Code(name) + extension;
        var room = (Bytes: bytes - Encoding.UTF8.GetByteCount(tail), Characters: characters - tail.Length);
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(name[..^extension.Length]);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            room = (room.Bytes - Encoding.UTF8.GetByteCount(element), room.Characters - element.Length);
            if (room.Bytes < 0 || room.Characters < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd(' ', '.') + tail;
    }

    [GeneratedRegex("_(?<vti>vti)_", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex VtiPattern();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlanksPattern();

    [GeneratedRegex(@"^(\.lock|desktop\.ini|(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReservedPattern();
}
