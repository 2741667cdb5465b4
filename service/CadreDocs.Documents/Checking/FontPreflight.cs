using System.Globalization;
using System.Text;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Checking;

/// <summary>The faces a form prints with, and those that step in, in order.</summary>
/// <param name="Body">Face of values.</param>
/// <param name="Symbols">Face of attendance marks.</param>
/// <param name="Latin">Face of Latin letters and digits: these are taken as covered.</param>
/// <param name="Fallbacks">Faces that are tried for a character that its own face lacks, first that covers it wins.</param>
public sealed record FontPlan(FontCoverage Body, FontCoverage Symbols, string Latin, IReadOnlyList<FontCoverage> Fallbacks)
{
    /// <summary>仿宋 with 宋体 for marks, 宋体 and 宋体-ExtB stepping in: what a Chinese Windows brings.</summary>
    public static FontPlan Windows { get; } = Of("仿宋", "宋体", "Times New Roman", "宋体", "宋体-ExtB");

    /// <summary>A plan by names, each held to the character set its name stands for.</summary>
    public static FontPlan Of(string body, string symbols, string latin, params IEnumerable<string> fallbacks) =>
        new(FontCoverage.ByName(body), FontCoverage.ByName(symbols), latin, fallbacks.Select(FontCoverage.ByName).ToList());

    /// <summary>The face of this name, with the coverage that the plan knows for it; the body's face for null.</summary>
    internal FontCoverage Face(string? name) =>
        name is null || name == Body.Name ? Body
        : name == Symbols.Name ? Symbols
        : Fallbacks.FirstOrDefault(face => face.Name == name) ?? FontCoverage.ByName(name);

    /// <summary>The first other face that draws a character; null where none does.</summary>
    internal FontCoverage? Fallback(FontCoverage face, Rune character) =>
        Fallbacks.FirstOrDefault(candidate => candidate.Name != face.Name && candidate.Covers(character));
}

/// <summary>A character that its face cannot draw.</summary>
/// <param name="Section">Section key, or null for a single field.</param>
/// <param name="Row">1-based row in the section, or null.</param>
/// <param name="Key">Field key.</param>
/// <param name="Character">The character.</param>
/// <param name="Face">The face that lacks it.</param>
/// <param name="Fallback">The face that draws it instead; null where none does and the printer shows a box.</param>
public sealed record GlyphGap(string? Section, int? Row, string Key, Rune Character, string Face, string? Fallback)
{
    /// <summary>The gap as a sentence.</summary>
    public Fault ToFault()
    {
        var code = string.Create(CultureInfo.InvariantCulture, $"U+{Character.Value:X4}");
        return Fallback is null
            ? new Fault(
                "glyph-missing",
                $"字体“{Face}”没有“{Character}”（{code}），也没有可替换的字体，打印时会变成方框；请安装含有该字的字体，或在字体设置中增加一种。",
                $"The face '{Face}' lacks '{Character}' ({code}) and no other configured face has it: it would print as a box. Install a font that has it, or add one to the font settings.",
                Tag: Tag, Row: Row)
            : new Fault(
                "glyph-fallback",
                $"字体“{Face}”没有“{Character}”（{code}），将改用“{Fallback}”。",
                $"The face '{Face}' lacks '{Character}' ({code}); '{Fallback}' is used instead.",
                Tag: Tag, Row: Row);
    }

    private string Tag => Section is null ? Key : $"{Section}.{Key}";
}

/// <summary>Tests every character of a form's data against the faces that will draw it, before anything is printed (R83).</summary>
public static class FontPreflight
{
    /// <summary>All gaps, in the order of the form; a character that recurs in one field is named once.</summary>
    /// <param name="form">The form.</param>
    /// <param name="data">Its data.</param>
    /// <param name="plan">The faces.</param>
    public static IReadOnlyList<GlyphGap> Check(FormDefinition form, FormData data, FontPlan plan)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(plan);
        var gaps = new List<GlyphGap>();
        foreach (var field in form.Fields)
        {
            Check(null, null, field.Key, field.Type, data[field.Key]);
        }

        foreach (var section in form.Sections)
        {
            var rows = data.Rows(section.Key);
            for (var i = 0; i < rows.Count; i++)
            {
                // Marks beyond the tenth column (m11 …) are not fields of the form, yet they are printed.
                foreach (var (key, value) in rows[i])
                {
                    if (section.Find(key) is { } field)
                    {
                        Check(section.Key, i + 1, key, field.Type, value);
                    }
                }
            }
        }

        return gaps;

        void Check(string? section, int? row, string key, FieldType type, string value)
        {
            var face = type == FieldType.Mark ? plan.Symbols : plan.Body;
            var seen = new HashSet<Rune>();
            foreach (var character in value.EnumerateRunes())
            {
                if (!FontCoverage.IsDrawn(character) || face.Covers(character) || !seen.Add(character))
                {
                    continue;
                }

                gaps.Add(new GlyphGap(section, row, key, character, face.Name, plan.Fallback(face, character)?.Name));
            }
        }
    }
}
