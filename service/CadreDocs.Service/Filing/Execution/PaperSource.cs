using System.Globalization;
using System.Text;
using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Execution;

/// <summary>Papers from the database: records rendered by their templates, attachments as they were uploaded.</summary>
internal sealed class PaperSource(CadreDbContext database, SchemeCatalog schemes, RecordStore records, RecordDocuments documents, IEnumerable<IComputedForm> computed) : IPaperSource
{
    public async Task<PaperContent> OpenAsync(FilingItem item, CancellationToken cancellationToken)
    {
        var record = await database.Records.AsNoTracking().FirstOrDefaultAsync(row => row.Id == item.RecordId, cancellationToken);
        if (record is not { State: RecordState.Accepted or RecordState.Filed } || record.Version != item.RecordVersion)
        {
            throw new LibraryException(LibraryFaults.RecordChanged);
        }

        var form = schemes.Of(record).Find(record.FormId) ?? throw new LibraryException(LibraryFaults.RenderFailed, record.FormId);
        return item switch
        {
            { AttachmentId: { } attachment } => new PaperContent(await AttachmentAsync(attachment, record, form, cancellationToken)),
            { Kind: "txt" } => new PaperContent(await ReferenceAsync(item, record, form, cancellationToken)),
            _ => await DocumentAsync(item, record, form, cancellationToken),
        };
    }

    private async Task<PaperContent> DocumentAsync(FilingItem item, Record record, FormDefinition form, CancellationToken cancellationToken)
    {
        var data = await records.DataAsync(record, form, cancellationToken);
        var kind = item.Kind == "xlsx" ? DocumentKind.Excel : DocumentKind.Word;
        try
        {
            var document = await documents.RenderAsync(record, data, kind, "", cancellationToken)
                ?? throw new LibraryException(LibraryFaults.RenderFailed, form.Id);
            var content = LibraryContent.FromBytes(document.Bytes.ToArray());
            if (!computed.Any(source => source.FormId == form.Id))
            {
                return new PaperContent(content);
            }

            var values = data.ToJson(form);
            return new PaperContent(content, values.ToJsonString(), ContentCode.Of(record.Id, values));
        }
        catch (InvalidOperationException fault)
        {
            throw new LibraryException(LibraryFaults.RenderFailed, form.Id, inner: fault);
        }
    }

    private async Task<LibraryContent> AttachmentAsync(string id, Record record, FormDefinition form, CancellationToken cancellationToken)
    {
        var attachment = await database.Attachments.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw new LibraryException(LibraryFaults.SourceMissing);

        // A scan without a code was matched by hand; one with another code shows values that are no longer the record's (R66).
        if (attachment is { Kind: AttachmentKinds.Scan, ContentCode: { Length: > 0 } code } && code != record.ContentCode
            && code != ContentCode.Of(record.Id, (await records.DataAsync(record, form, cancellationToken)).ToJson(form)))
        {
            throw new LibraryException(LibraryFaults.ScanStale);
        }

        return await BlobReader.TakeInAsync(database, attachment.Hash, cancellationToken) ?? throw new LibraryException(LibraryFaults.SourceMissing);
    }

    // A plain text opens everywhere, also from a stick; it says where the paper itself stands.
    private async Task<LibraryContent> ReferenceAsync(FilingItem item, Record record, FormDefinition form, CancellationToken cancellationToken)
    {
        var prefix = $"record:{record.Id}:";
        var target = await database.FilingItems.Where(row => row.PlanId == item.PlanId && row.Source.StartsWith(prefix)).Select(row => row.Path)
            .FirstOrDefaultAsync(cancellationToken) ?? throw new LibraryException(LibraryFaults.SourceMissing);
        var text = new StringBuilder()
            .Append(form.Title).Append("\r\n")
            .Append(CultureInfo.InvariantCulture, $"本材料自{record.Year}年起至{record.UntilYear}年有效，原件存放于：\r\n")
            .Append(target).Append("\r\n\r\n")
            .Append(CultureInfo.InvariantCulture, $"In force from {record.Year} to {record.UntilYear}; the paper itself stands at the path above.\r\n");

        // With a byte order mark, without which older editors on Windows take Chinese text for another encoding.
        return LibraryContent.FromBytes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }
}
