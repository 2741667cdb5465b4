using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word.Markup;
using CadreDocs.Documents.Word.Rendering;
using Scriban;

namespace CadreDocs.Documents.Word.Compiling;

/// <summary>Compiles Scriban in the text of a part that is not Word's own, such as the title in the core properties.</summary>
internal static class PlainPartCompiler
{
    /// <summary>The part's segments, or null where it holds no script.</summary>
    public static Segment[]? Compile(MarkupTree tree, string part, List<Fault> faults)
    {
        var builder = new SegmentBuilder();
        var at = 0;
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree[node].Kind == MarkupKind.Element || tree.Bytes(node).IndexOf("{{"u8) < 0)
            {
                continue;
            }

            var text = tree.Text(node);
            var template = Template.Parse(text, part);
            foreach (var message in template.Messages)
            {
                faults.Add(TemplateFaults.ScriptSyntax(part, 1, text, message.Message));
            }

            builder.Literal(tree.Source.AsSpan(at, tree[node].Start - at));
            builder.Add(new PlainScriptSegment(template, part));
            at = tree[node].End;
        }

        builder.Literal(tree.Source.AsSpan(at));
        return at == 0 ? null : builder.ToArray();
    }
}
