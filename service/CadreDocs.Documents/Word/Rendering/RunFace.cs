using System.Buffers;
using System.Net;
using System.Text;
using CadreDocs.Documents.Checking;

namespace CadreDocs.Documents.Word.Rendering;

/// <summary>The face of a run, and the markup by which text leaves it for another face and comes back.</summary>
internal sealed class RunFace
{
    private const string Text = """<w:t xml:space="preserve">""";
    private const string Leave = "</w:t></w:r><w:r>";

    private readonly byte[] _before;
    private readonly byte[] _after;
    private readonly byte[] _back;

    private RunFace(string? name, string before, string after, string back) =>
        (Name, _before, _after, _back) = (name, Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after), Encoding.UTF8.GetBytes(back));

    /// <summary>The East Asian face; null where the run leaves it to its style.</summary>
    public string? Name { get; }

    /// <summary>Takes run properties apart.</summary>
    /// <param name="properties">The element <c>w:rPr</c> as it stands in the template; empty where the run has none.</param>
    public static RunFace Of(string properties)
    {
        var open = properties.IndexOf('>', StringComparison.Ordinal);
        if (open < 0 || properties[open - 1] == '/')
        {
            return new RunFace(null, Leave + "<w:rPr>", "</w:rPr>" + Text, Leave + properties + Text);
        }

        var (from, to) = Element(properties, "<w:rFonts");
        if (from < 0)
        {
            // The schema wants the faces behind the style, before all else.
            (_, to) = Element(properties, "<w:rStyle");
            from = to = Math.Max(open + 1, to);
        }

        return new RunFace(EastAsian(properties[from..to]), Leave + properties[..from], properties[to..] + Text, Leave + properties + Text);
    }

    /// <summary>Writes text that stands inside <c>w:t</c> of this run: what its face lacks goes to runs in the faces that step in.</summary>
    public void Write(RenderState state, ReadOnlySpan<char> text, ReadOnlySpan<byte> line)
    {
        if (state.Fonts is { } fonts)
        {
            var face = fonts.Face(Name);
            for (var at = face.IndexOfGap(text); at >= 0;)
            {
                _ = Rune.DecodeFromUtf16(text[at..], out var character, out var length);
                if (fonts.Fallback(face, character) is { } other)
                {
                    length += Further(text[(at + length)..], face, other, fonts);
                    state.Sink.Write(text[..at], line, ControlMarkup.Tab);
                    state.Sink.Write(_before);
                    WriteFace(state, other.XmlName);
                    state.Sink.Write(_after);
                    state.Sink.Write(text.Slice(at, length), line, ControlMarkup.Tab);
                    state.Sink.Write(_back);
                    text = text[(at + length)..];
                    at = face.IndexOfGap(text);
                }
                else
                {
                    // No face has it; a box is printed, and the preflight says so.
                    var next = face.IndexOfGap(text[(at + length)..]);
                    at = next < 0 ? -1 : at + length + next;
                }
            }
        }

        state.Sink.Write(text, line, ControlMarkup.Tab);
    }

    /// <summary>How much of the text that follows goes along into the other face.</summary>
    private static int Further(ReadOnlySpan<char> text, FontCoverage face, FontCoverage other, FontPlan fonts)
    {
        var taken = 0;
        while (taken < text.Length && Rune.DecodeFromUtf16(text[taken..], out var next, out var used) == OperationStatus.Done
            && FontCoverage.IsDrawn(next) && !face.Covers(next) && fonts.Fallback(face, next) == other)
        {
            taken += used;
        }

        return taken;
    }

    private static void WriteFace(RenderState state, ReadOnlySpan<byte> name)
    {
        state.Sink.Write("""<w:rFonts w:hint="eastAsia" w:ascii="""u8);
        state.Sink.Write("\""u8);
        state.Sink.Write(name);
        state.Sink.Write("\" w:eastAsia=\""u8);
        state.Sink.Write(name);
        state.Sink.Write("\" w:hAnsi=\""u8);
        state.Sink.Write(name);
        state.Sink.Write("\"/>"u8);
    }

    private static (int From, int To) Element(string properties, string name)
    {
        var from = properties.IndexOf(name, StringComparison.Ordinal);
        return from < 0 ? (-1, -1) : (from, properties.IndexOf('>', from) is var end && properties[end - 1] == '/'
            ? end + 1
            : properties.IndexOf('>', properties.IndexOf("</", end, StringComparison.Ordinal)) + 1);
    }

    private static string? EastAsian(string element)
    {
        const string attribute = "w:eastAsia=";
        var at = element.IndexOf(attribute, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var start = at + attribute.Length + 1;
        return WebUtility.HtmlDecode(element[start..element.IndexOf(element[start - 1], start)]);
    }
}
