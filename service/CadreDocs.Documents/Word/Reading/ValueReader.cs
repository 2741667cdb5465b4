using System.Globalization;
using System.Text;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Word.Reading;

/// <summary>From the text on the sheet to the canonical value, with a word about what was changed on the way (R50).</summary>
internal static class ValueReader
{
    /// <summary>Reads a value.</summary>
    /// <param name="field">The field it belongs to.</param>
    /// <param name="text">Its text, neither empty nor a prompt.</param>
    public static ReadValue Read(FormField field, string text) => field.Type switch
    {
        FieldType.Text or FieldType.Paragraphs => new ReadValue(text, null, null),
        FieldType.Date or FieldType.Month => ReadDate(field, text),
        FieldType.Integer => ReadNumber(field, text, "个次篇份人项", places: 0),
        FieldType.Credit => ReadNumber(field, text, "分", places: 2),
        FieldType.Mark => ReadMark(field, text),
        FieldType.Choice => ReadChoice(field, text),
        _ => new ReadValue(text, null, null),
    };

    private static ReadValue ReadDate(FormField field, string text)
    {
        var plain = Fold(text).Trim();
        if (plain.Length == 0)
        {
            return default;
        }

        if (DateText.Parse(plain) is not { } value)
        {
            return new ReadValue("", text, ReadNotices.NotADate(field, text));
        }

        // "2024年3月5日" is how we print it; other spellings are taken and shown.
        return text == ValueText.Print(field, value) || text == value ? new ReadValue(value, null, null) : new ReadValue(value, text, null);
    }

    private static ReadValue ReadNumber(FormField field, string text, string units, int places)
    {
        var plain = Fold(text).Trim();
        if (plain.Length == 0)
        {
            return default;
        }

        var digits = plain.TrimEnd(units.ToCharArray()).Trim();
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || decimal.Round(number, places) != number)
        {
            return new ReadValue("", text, ReadNotices.NotANumber(field, text));
        }

        return digits == text ? new ReadValue(digits, null, null) : new ReadValue(digits, text, ReadNotices.Normalised(field, text, digits));
    }

    private static ReadValue ReadMark(FormField field, string text)
    {
        var plain = text.Trim();
        var mark = plain switch
        {
            "" => "",
            "√" or "O" or "⊕" or "△" => plain,
            "✓" or "✔" or "☑" or "✅" or "∨" or "v" or "V" or "ｖ" or "Ｖ" => "√",
            "o" or "0" or "０" or "〇" or "○" or "◯" or "Ｏ" or "ｏ" or "⭕" or "●" => "O",
            "⨁" or "⊞" or "＋" or "+" => "⊕",
            "▲" or "▵" or "Δ" or "∆" or "▴" => "△",
            _ => null,
        };
        return mark switch
        {
            null => new ReadValue("", text, ReadNotices.NotAMark(field, text)),
            "" => default,
            _ when mark == text => new ReadValue(mark, null, null),
            _ => new ReadValue(mark, text, mark == plain ? null : ReadNotices.Normalised(field, text, mark)),
        };
    }

    private static ReadValue ReadChoice(FormField field, string text)
    {
        if (field.Choices.Contains(text))
        {
            return new ReadValue(text, null, null);
        }

        var plain = Squeeze(text);
        if (plain.Length == 0)
        {
            return default;
        }

        foreach (var choice in field.Choices)
        {
            if (Squeeze(choice) == plain)
            {
                return new ReadValue(choice, text, ReadNotices.Normalised(field, text, choice));
            }
        }

        return new ReadValue("", text, ReadNotices.NotAChoice(field, text));
    }

    /// <summary>Full-width letters, digits and signs as ASCII, the wide blank as a blank.</summary>
    public static string Fold(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\u3000', '\uFF5E') < 0)
        {
            return text;
        }

        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] switch
                {
                    '\u3000' => ' ',
                    '。' => '.',
                    >= '\uFF01' and <= '\uFF5E' => (char)(source[i] - 0xFEE0),
                    _ => source[i],
                };
            }
        });
    }

    /// <summary>Folded and without blanks: how labels and choices are compared.</summary>
    public static string Squeeze(string text)
    {
        var folded = Fold(text);
        var result = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            if (!char.IsWhiteSpace(c) && c != '_')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }
}

/// <summary>A value that was read.</summary>
/// <param name="Value">Canonical; null or empty where nothing was understood or nothing stood there.</param>
/// <param name="Raw">The text as it stood, where it differs; else null.</param>
/// <param name="Notice">What the person should know; null where nothing.</param>
internal readonly record struct ReadValue(string? Value, string? Raw, Fault? Notice);
