using System.Text;

namespace CadreDocs.Documents.Excel;

/// <summary>Compares labels as people write them.</summary>
internal static class LabelText
{
    /// <summary>The label without blanks and line ends, full-width letters, digits and brackets narrowed, in lower case.</summary>
    public static string Normalise(string label)
    {
        var result = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            var narrow = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
            if (!char.IsWhiteSpace(narrow) && narrow != '*')
            {
                result.Append(char.ToLowerInvariant(narrow));
            }
        }

        return result.ToString();
    }
}
