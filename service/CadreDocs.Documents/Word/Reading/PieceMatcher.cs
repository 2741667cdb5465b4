using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>Finds the values between the labels of a cell or a stretch of paragraphs.</summary>
internal static class PieceMatcher
{
    /// <summary>The text of each field, in order; null where a label beside a field is missing.</summary>
    public static List<(FormField Field, string Text)>? Match(IReadOnlyList<Piece> pieces, string text)
    {
        var found = new List<(FormField, string)>();
        Piece? pending = null;
        var at = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Literal is not { } label)
            {
                if (piece.Field is not null)
                {
                    pending = piece;
                }

                continue;
            }

            if (Find(text, at, label) is not var (start, end))
            {
                // A label that was only a note may be gone; one that bounds a field may not.
                var bounds = pending is not null || (i + 1 < pieces.Count && pieces[i + 1].Field is not null);
                if (bounds)
                {
                    return null;
                }

                continue;
            }

            if (pending is not null)
            {
                found.Add((pending.Field!, Cut(text[at..start], pending, alone: false)));
                pending = null;
            }

            at = end;
        }

        if (pending is not null)
        {
            found.Add((pending.Field!, Cut(text[at..], pending, alone: pieces.Count == 1)));
        }

        return found;
    }

    /// <summary>Where a squeezed label stands in a text, blanks, underscores and width of signs aside.</summary>
    public static (int Start, int End)? Find(string text, int from, string label)
    {
        for (var start = from; start < text.Length; start++)
        {
            if (MatchAt(text, start, label) is var end and >= 0)
            {
                return (start, end);
            }
        }

        return null;
    }

    /// <summary>End of the label where the text begins with it at this place, else -1.</summary>
    public static int MatchAt(string text, int start, string label)
    {
        if (IsFiller(text[start]))
        {
            return -1;
        }

        var at = start;
        foreach (var wanted in label)
        {
            while (at < text.Length && IsFiller(text[at]))
            {
                at++;
            }

            if (at == text.Length || Fold(text[at]) != wanted)
            {
                return -1;
            }

            at++;
        }

        return at;
    }

    private static string Cut(string text, Piece piece, bool alone)
    {
        // A colon that somebody typed behind the label; in our own documents a new paragraph follows there.
        if (piece.BreaksBefore > 0 && (text.StartsWith(':') || text.StartsWith('：')))
        {
            text = text[1..].TrimStart(' ', '\u3000');
        }

        for (var i = 0; i < piece.BreaksBefore && text.StartsWith('\n'); i++)
        {
            text = text[1..];
        }

        for (var i = 0; i < piece.BreaksAfter && text.EndsWith('\n'); i++)
        {
            text = text[..^1];
        }

        if (alone || piece.BreaksBefore > 0)
        {
            return text;
        }

        text = text.Trim(' ', '\t', '\u3000', '\n');
        return text.StartsWith(':') || text.StartsWith('：') ? text[1..].Trim() : text;
    }

    private static bool IsFiller(char c) => char.IsWhiteSpace(c) || c == '_';

    private static char Fold(char c) => c switch
    {
        '。' => '.',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };
}
