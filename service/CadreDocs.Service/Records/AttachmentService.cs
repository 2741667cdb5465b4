using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>Kinds of attachments.</summary>
internal static class AttachmentKinds
{
    /// <summary>The paper itself, where nothing is filled in (A15).</summary>
    public const string Upload = "upload";

    /// <summary>The signed and stamped print, scanned (R64).</summary>
    public const string Scan = "scan";

    /// <summary>Script of a lecture (A9).</summary>
    public const string Script = "script";

    /// <summary>Certificate of a training or a result.</summary>
    public const string Certificate = "certificate";

    public static readonly IReadOnlyList<string> All = [Upload, Scan, Script, Certificate];
}

/// <summary>Files beside records.</summary>
internal sealed class AttachmentService(CadreDbContext database, ScanCodes codes, ChangeLog changes, Ids ids, TimeProvider clock)
{
    /// <summary>Keeps a file beside a record; a scan whose code is not the record's is refused.</summary>
    public async Task<Outcome<Attachment>> AddAsync(OpenRecord open, UploadedFile file, string kind, SaidCode said, CancellationToken cancellationToken)
    {
        if (!AttachmentKinds.All.Contains(kind))
        {
            return Problems.Invalid([new ProblemItem("kind", "附件类型不正确。", $"The kind must be one of {string.Join(", ", AttachmentKinds.All)}.", file.Name, Field: "kind")]);
        }

        if (file.MediaType() is not { } mediaType)
        {
            return new Problem(
                StatusCodes.Status415UnsupportedMediaType, "attachment-type", $"不能接收文件“{file.Name}”。", $"The file '{file.Name}' is not taken.",
                "只接收 PDF、PNG、JPEG、.docx 和 .xlsx（不带宏）。请转换后重新上传。",
                "Only PDF, PNG, JPEG, .docx and .xlsx without macros are taken. Convert it and upload it again.");
        }

        var record = open.Record;
        string? code = null;
        if (kind == AttachmentKinds.Scan)
        {
            if ((await codes.OfAsync(open, file, said, cancellationToken)).Refused(out var problem, out var found))
            {
                return problem;
            }

            code = found.Code;
        }

        if (!await database.Blobs.AnyAsync(blob => blob.Hash == file.Hash, cancellationToken))
        {
            database.Blobs.Add(new Blob { Hash = file.Hash, Bytes = file.Bytes });
        }

        var attachment = new Attachment
        {
            Id = ids.New(),
            RecordId = record.Id,
            Kind = kind,
            FileName = file.Name,
            MediaType = mediaType,
            Hash = file.Hash,
            SizeBytes = file.Bytes.Length,
            ContentCode = code,
            CreatedAt = clock.GetUtcNow(),
        };
        database.Attachments.Add(attachment);
        changes.Add("record.attachment." + kind, null, file.Hash, record.SchoolId, record.PersonId, record.Id, record.Year);
        await database.SaveChangesAsync(cancellationToken);
        return attachment;
    }

    /// <summary>Removes a file; its bytes stay while another attachment has them.</summary>
    public async Task RemoveAsync(OpenRecord open, Attachment attachment, CancellationToken cancellationToken)
    {
        database.Attachments.Remove(attachment);
        if (!await database.Attachments.AnyAsync(other => other.Hash == attachment.Hash && other.Id != attachment.Id, cancellationToken)
            && !await database.OtherTrainings.AnyAsync(training => training.CertificateHash == attachment.Hash, cancellationToken)
            && await database.Blobs.FindAsync([attachment.Hash], cancellationToken) is { } blob)
        {
            database.Blobs.Remove(blob);
        }

        var record = open.Record;
        changes.Add("record.attachment." + attachment.Kind, attachment.Hash, null, record.SchoolId, record.PersonId, record.Id, record.Year);
        await database.SaveChangesAsync(cancellationToken);
    }
}
