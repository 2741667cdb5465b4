using System.Text.RegularExpressions;

namespace CadreDocs.GraphDouble;

/// <summary>Names that SharePoint refuses, written down from its own list and not from the service's.</summary>
internal static partial class NameRules
{
    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("\"*:<>?/\\|");

    public static void Check(Item parent, string name, bool folder)
    {
        var bad = name.Length is 0 or > 255
            || name.AsSpan().ContainsAny(Forbidden)
            || name.Any(char.IsControl)
            || name != name.Trim(' ')
            || name.Contains("_vti_", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("~$", StringComparison.Ordinal)
            || Reserved().IsMatch(name)
            || (folder && (name.EndsWith('.') || name.StartsWith('~')))
            || (folder && parent.Parent is null && name.Equals("forms", StringComparison.OrdinalIgnoreCase));
        if (bad)
        {
            throw new RefusedException(400, "invalidRequest", "The name is not valid.", "invalidPath");
        }

        if ("sites/a/Shared Documents/".Length + parent.Path.Length + 1 + name.Length > 400)
        {
            throw new RefusedException(400, "invalidRequest", "The path is too long.", "pathIsTooLong");
        }
    }

    [GeneratedRegex(@"^(\.lock|desktop\.ini|(con|prn|aux|nul|(com|lpt)[0-9])(\..*)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reserved();
}
