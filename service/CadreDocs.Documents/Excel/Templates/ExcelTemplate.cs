using System.Buffers;
using System.IO.Hashing;
using System.Text;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>
/// A compiled <c>workbook.xlsx</c>. A cell named <c>field_unit</c> takes the single field <c>unit</c>; the table called after a section repeats its first row,
/// whose cells are named <c>rows_name</c> and so on; other cells may hold Scriban. More rows make the table longer; where the header cell of a column is named
/// after another section (表2: <c>dates_date</c>), the column repeats too.
/// </summary>
internal sealed class ExcelTemplate : IDocumentTemplate
{
    private readonly IdentityParts _identity;
    private readonly IReadOnlyList<ExcelPart> _parts;
    private readonly IReadOnlyList<SheetPlan> _plans;

    internal ExcelTemplate(FormDefinition form, IdentityParts identity, IReadOnlyList<ExcelPart> parts, IReadOnlyList<SheetPlan> plans, WorkbookMap map)
    {
        (Form, _identity, _parts, _plans, Map) = (form, identity, parts, plans, map);
    }

    public DocumentKind Kind => DocumentKind.Excel;

    public FormDefinition Form { get; }

    /// <summary>Where the template has what, for reading back.</summary>
    internal WorkbookMap Map { get; }

    /// <summary>Compiles a workbook; all faults at once, the template is null where there is one.</summary>
    public static (ExcelTemplate? Template, IReadOnlyList<Fault> Faults) Compile(FormDefinition form, byte[] workbook)
    {
        var faults = new List<Fault>();
        try
        {
            var package = PackageReader.Open(workbook, "workbook.xlsx");
            faults.AddRange(Opc.ExternalRelationships(package));
            var template = new WorkbookCompiler(form, WorkbookFile.Open(package), faults).Compile();
            return (faults.Count == 0 ? template : null, faults);
        }
        catch (PackageException cause)
        {
            return (null, [.. faults, cause.Fault with { Part = cause.Fault.Part ?? "workbook.xlsx" }]);
        }
    }

    public void Render(DocumentRequest request, IBufferWriter<byte> output)
    {
        var render = new ExcelRender(request, _plans);
        using var writer = new PackageWriter(output);
        _identity.Write(writer, request.Identity, opensPane: !request.ForPaper);
        foreach (var part in _parts)
        {
            if (part.Pieces is null)
            {
                writer.AddRaw(part.Name, part.Method, part.Crc, part.Size, part.Compressed.Span);
                continue;
            }

            var sink = new SheetSink(writer.Begin(part.Name));
            Piece.WriteAll(part.Pieces, render, sink);
            sink.Flush();
            writer.End();
        }

        writer.Finish();
    }

    public double Resemblance(UploadedDocument document) => new WorkbookFormReader(this, document.Parse(UploadedWorkbook.Parse)).Resemblance();

    public ReadResult Read(UploadedDocument document, DocumentIdentity? identity) =>
        new WorkbookFormReader(this, document.Parse(UploadedWorkbook.Parse)).Read(identity);
}

/// <summary>One part of a template: copied as it is, or written from pieces.</summary>
internal sealed record ExcelPart(string Name, ushort Method, uint Crc, long Size, ReadOnlyMemory<byte> Compressed, IReadOnlyList<Piece>? Pieces)
{
    public static ExcelPart Copied(PackageEntry entry) => new(entry.Name, entry.Method, entry.Crc32, entry.Size, entry.CompressedBytes, null);

    public static ExcelPart Changed(string name, IReadOnlyList<Piece> pieces) => new(name, 8, 0, 0, default, pieces);

    /// <summary>A part changed once, at compile time.</summary>
    public static ExcelPart Fixed(string name, string xml)
    {
        var content = Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
        return new ExcelPart(name, 8, Crc32.HashToUInt32(content), content.Length, PackageWriter.Deflate(content), null);
    }
}
