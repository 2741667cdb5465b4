namespace CadreDocs.Documents.Excel;

/// <summary>Tells date formats from others.</summary>
internal static class NumberFormat
{
    /// <summary>True for a built-in date or time format; 27 to 36 and 50 to 58 are the East Asian ones.</summary>
    public static bool IsDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    /// <summary>True where a format code of a workbook shows a date or time, such as <c>yyyy"年"m"月"d"日"</c>.</summary>
    public static bool IsDate(string code)
    {
        // Only the first section counts, the others are for negatives, zero and text.
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = Skip(code, i, '"');
                    break;
                case '[' when !IsElapsed(code, i):
                    i = Skip(code, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return false;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    // [h], [mm], [ss] count elapsed time; any other bracket is a colour, a locale or a condition.
    private static bool IsElapsed(string code, int at) =>
        at + 2 < code.Length && code[at + 1] is 'h' or 'H' or 'm' or 'M' or 's' or 'S' && (code[at + 2] == ']' || code[at + 2] == code[at + 1]);

    private static int Skip(string code, int at, char end)
    {
        var close = code.IndexOf(end, at + 1);
        return close < 0 ? code.Length : close;
    }
}
