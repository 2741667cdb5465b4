using System.Buffers;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Word.Compiling;
using CadreDocs.Documents.Word.Markup;
using CadreDocs.Documents.Word.Reading;
using CadreDocs.Documents.Word.Rendering;

namespace CadreDocs.Documents.Word;

/// <summary>A compiled <c>document.docx</c>: segments for the parts that change, deflated bytes for those that do not.</summary>
internal sealed class WordTemplate : IDocumentTemplate
{
    // Within 5 % of level 6 at two thirds of its cost; text that does not repeat gains nothing from a quicker one.
    private const int BodyLevel = 4;

    private readonly IdentityParts _identity;
    private readonly List<TemplatePart> _parts;
    private readonly FormFields _fields;
    private readonly Lazy<WordReader> _reader;

    private WordTemplate(FormFields fields, IdentityParts identity, List<TemplatePart> parts, MarkupTree body)
    {
        (Form, _identity, _parts) = (fields.Form, identity, parts);
        _fields = fields;
        _reader = new Lazy<WordReader>(() => new WordReader(fields, body));
    }

    public DocumentKind Kind => DocumentKind.Word;

    public FormDefinition Form { get; }

    /// <summary>Compiles a template; null where one of the faults forbids rendering. All faults come at once.</summary>
    public static (WordTemplate? Template, IReadOnlyList<Fault> Faults) Compile(FormDefinition form, ReadOnlyMemory<byte> docx)
    {
        var faults = new List<Fault>();
        try
        {
            var package = PackageReader.Open(docx, "document.docx");
            if (Opc.Kind(package) != DocumentKind.Word)
            {
                return (null, [TemplateFaults.NotWord(form.Id)]);
            }

            faults.AddRange(Opc.ExternalRelationships(package));
            var template = Compile(new FormFields(form), package, faults);
            return (faults.Count == 0 ? template : null, faults);
        }
        catch (PackageException cause)
        {
            return (null, [.. faults, cause.Fault]);
        }
    }

    public void Render(DocumentRequest request, IBufferWriter<byte> output)
    {
        var state = new RenderState(request);
        using var writer = new PackageWriter(output);
        _identity.Write(writer, request.Identity, opensPane: !request.ForPaper);
        foreach (var part in _parts)
        {
            if (part.Segments is null)
            {
                writer.AddRaw(part.Name, part.Method, part.Crc, part.Size, part.Compressed.Span);
                continue;
            }

            state.BeginPart(part.IsBody, part.Literals);
            if (part.IsBody && _fields.Form.Sections.Count > 0)
            {
                WriteRepeating(writer, part, state);
            }
            else
            {
                WriteOnce(writer, part, state);
            }
        }

        writer.Finish();
    }

    public double Resemblance(UploadedDocument document)
    {
        var tree = document.Parse(WordReader.Parse);
        return LabelReader.Share(_fields, document.Texts(() => Labels.Of(tree)));
    }

    public ReadResult Read(UploadedDocument document, DocumentIdentity? identity) =>
        _reader.Value.Read(document.Parse(WordReader.Parse), identity);

    private static void WriteOnce(PackageWriter writer, TemplatePart part, RenderState state)
    {
        using var sink = new MarkupSink(writer.Begin(part.Name, BodyLevel));
        state.Sink = sink;
        Segment.WriteAll(part.Segments!, state);
        sink.Flush();
        writer.End();
    }

    private static void WriteRepeating(PackageWriter writer, TemplatePart part, RenderState state)
    {
        using var compressed = new PooledBuffer(32 * 1024);
        using var deflater = new SegmentDeflater(compressed);
        using var sink = new MarkupSink(deflater);
        state.Sink = sink;
        Segment.WriteAll(part.Segments!, state);
        sink.Flush();
        var (crc, size) = deflater.Finish();
        writer.AddRaw(part.Name, 8, crc, size, compressed.Written);
    }

    private static WordTemplate Compile(FormFields fields, PackageReader package, List<Fault> faults)
    {
        var identity = IdentityParts.Compile(package);
        var main = Opc.MainPart(package).Name;
        var texts = Opc.Relationships(package, main)
            .Where(relationship => !relationship.External && (relationship.Is("header") || relationship.Is("footer")))
            .Select(relationship => relationship.Target)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var parts = new List<TemplatePart>();
        MarkupTree? body = null;
        foreach (var entry in package.Entries.Where(entry => !identity.Replaces(entry.Name)))
        {
            Segment[]? segments = null;
            if (entry.Name.Equals(main, StringComparison.OrdinalIgnoreCase))
            {
                body = MarkupParser.Parse(entry.Inflate(), entry.Name);
                segments = CompileBody(body, entry.Name, fields, faults);
            }
            else if (texts.Contains(entry.Name))
            {
                var compiler = new PartCompiler(Parse(entry, faults), entry.Name, fields, faults);
                segments = compiler.Compile();
                segments = compiler.Changes ? segments : null;
            }
            else if (entry.Name.Equals("docProps/core.xml", StringComparison.OrdinalIgnoreCase))
            {
                segments = PlainPartCompiler.Compile(MarkupParser.Parse(entry.Inflate(), entry.Name), entry.Name, faults);
            }

            parts.Add(TemplatePart.From(entry, segments, isBody: entry.Name.Equals(main, StringComparison.OrdinalIgnoreCase)));
        }

        return new WordTemplate(fields, identity, parts, body!);
    }

    private static Segment[] CompileBody(MarkupTree body, string part, FormFields fields, List<Fault> faults)
    {
        if (!body.Bytes(0).StartsWith("<w:document"u8))
        {
            faults.Add(TemplateFaults.Prefix(part));
            return [];
        }

        var compiler = new PartCompiler(body, part, fields, faults);
        var segments = compiler.Compile();
        foreach (var tag in fields.Tags)
        {
            var (_, field) = fields.Find(tag)!.Value;
            if (!field.Ink && !compiler.Tags.Contains(tag))
            {
                faults.Add(TemplateFaults.MissingTag(part, tag, field.Label));
            }
        }

        return segments;
    }

    private static MarkupTree Parse(PackageEntry entry, List<Fault> faults)
    {
        var tree = MarkupParser.Parse(entry.Inflate(), entry.Name);
        if (!tree.Bytes(0).StartsWith("<w:"u8))
        {
            faults.Add(TemplateFaults.Prefix(entry.Name));
        }

        return tree;
    }
}

/// <summary>One part of a template.</summary>
/// <param name="Name">Part name without a leading slash.</param>
/// <param name="Method">Zip method: 0 stored, 8 deflated.</param>
/// <param name="Crc">CRC-32 of the inflated bytes.</param>
/// <param name="Size">Inflated size in bytes.</param>
/// <param name="Compressed">The bytes as they stand in the package; empty where the part is written anew.</param>
/// <param name="Segments">What is written anew for each document; null where the part is copied as it is.</param>
/// <param name="IsBody">True for the main part.</param>
internal sealed record TemplatePart(string Name, ushort Method, uint Crc, long Size, ReadOnlyMemory<byte> Compressed, Segment[]? Segments, bool IsBody)
{
    /// <summary>Number of literals of the part.</summary>
    public int Literals { get; } = Count(Segments);

    /// <summary>Takes a part over; one that was stored plain is deflated once, here.</summary>
    public static TemplatePart From(PackageEntry entry, Segment[]? segments, bool isBody) =>
        segments is null && entry.Method == 0 && entry.Size > 512
            ? new TemplatePart(entry.Name, 8, entry.Crc32, entry.Size, PackageWriter.Deflate(entry.Inflate()), null, isBody)
            : new TemplatePart(entry.Name, entry.Method, entry.Crc32, entry.Size, segments is null ? entry.CompressedBytes : default, segments, isBody);

    private static int Count(Segment[]? segments)
    {
        var next = 0;
        Segment.NumberAll(segments ?? [], ref next);
        return next;
    }
}
