using System.Globalization;
using CadreDocs.Documents.Binding;
using CadreDocs.Documents.Scaffolding;
using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>The files beside the records of a binder: uploaded papers, scripts, certificates and the last stamped scan.</summary>
internal sealed class BinderFiles(CadreDbContext database)
{
    /// <summary>Larger files are named in the binder, not bound: they would stand in memory several times.</summary>
    internal const long MaxFileBytes = 20L * 1024 * 1024;

    // For all files of one binder together.
    private const long MaxBinderBytes = 200L * 1024 * 1024;

    private static readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal)
    {
        [AttachmentKinds.Upload] = "原件", [AttachmentKinds.Script] = "讲稿", [AttachmentKinds.Certificate] = "证书", [AttachmentKinds.Scan] = "签章扫描件",
    };

    private long _taken;

    /// <summary>The papers of a record's files, in the order in which the library lists them.</summary>
    public async Task<List<BinderPaper>> OfAsync(Record record, string title, DocumentFonts fonts, CancellationToken cancellationToken)
    {
        var files = (await database.Attachments.AsNoTracking().Where(file => file.RecordId == record.Id).ToListAsync(cancellationToken))
            .OrderBy(file => _titles.Keys.ToList().IndexOf(file.Kind)).ThenBy(file => file.CreatedAt).ThenBy(file => file.Id, StringComparer.Ordinal).ToList();

        // Only the last scan counts; an earlier one was replaced by it.
        var scan = files.FindLast(file => file.Kind == AttachmentKinds.Scan);
        var papers = new List<BinderPaper>();
        foreach (var group in files.Where(file => file.Kind != AttachmentKinds.Scan || file == scan).GroupBy(file => file.Kind))
        {
            foreach (var (index, file) in group.Index())
            {
                var number = group.Count() > 1 ? (index + 1).ToString(CultureInfo.InvariantCulture) : "";
                papers.Add(AttachedPaper.Of($"{title}　{_titles.GetValueOrDefault(file.Kind, "附件")}{number}", file.FileName, await BytesAsync(file, cancellationToken), fonts));
            }
        }

        return papers;
    }

    private async Task<ReadOnlyMemory<byte>> BytesAsync(Attachment file, CancellationToken cancellationToken)
    {
        if (file.MediaType is not (MediaTypes.Docx or MediaTypes.Png or MediaTypes.Jpeg) || file.SizeBytes > MaxFileBytes || _taken + file.SizeBytes > MaxBinderBytes)
        {
            return default;
        }

        _taken += file.SizeBytes;
        return await database.Blobs.AsNoTracking().Where(blob => blob.Hash == file.Hash).Select(blob => blob.Bytes).FirstOrDefaultAsync(cancellationToken) ?? [];
    }
}
