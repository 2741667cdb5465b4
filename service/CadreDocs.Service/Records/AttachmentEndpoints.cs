using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

internal static class AttachmentEndpoints
{
    public static void MapAttachments(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").RequireAuthorization(Policies.SignedIn).WithTags("Attachments");
        group.MapPost("/records/{id}/attachments", AddAsync).WithName("AddAttachment").RequireRateLimiting(RateLimits.Uploads)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(415).ProducesProblem(422);
        group.MapGet("/attachments/{id}", DownloadAsync).WithName("DownloadAttachment").ProducesProblem(404);
        group.MapDelete("/attachments/{id}", RemoveAsync).WithName("RemoveAttachment").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Keeps a file beside a record: the paper itself, a signed scan, a lecture script, a certificate.</summary>
    /// <param name="id">The record.</param>
    /// <param name="file">The file.</param>
    /// <param name="kind"><c>upload</c>, <c>scan</c>, <c>script</c> or <c>certificate</c>.</param>
    /// <param name="contentCode">For a scan: the content code printed on it; may be left out where it stands in the file's text layer or name.</param>
    /// <param name="withoutCode">For a scan: true where the sheet carries no code and a person vouches for the match.</param>
    /// <param name="store">Opens the record.</param>
    /// <param name="attachments">Keeps the file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <response code="409"><c>void-print</c>: the scan shows values that are no longer the record's.</response>
    /// <response code="422"><c>code-needed</c>: it is not clear which version was scanned.</response>
    internal static async Task<Results<Created<AttachmentView>, ProblemHttpResult>> AddAsync(
        string id, IFormFile file, [FromForm] string kind, [FromForm] string? contentCode, [FromForm] bool? withoutCode,
        RecordStore store, AttachmentService attachments, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (open.Refusal(RecordRights.Attach) is { } refusal)
        {
            return refusal.ToResult();
        }

        if ((await UploadedFile.ReadAsync(file, cancellationToken)).Refused(out problem, out var upload)
            || (await attachments.AddAsync(open, upload, kind, new SaidCode(contentCode, withoutCode == true), cancellationToken)).Refused(out problem, out var attachment))
        {
            return problem.ToResult();
        }

        return TypedResults.Created($"/api/attachments/{attachment.Id}", AttachmentView.Of(attachment, upload));
    }

    /// <summary>The file's bytes; always as a download, never shown inside our pages.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        string id, CadreDbContext database, RecordStore store, CancellationToken cancellationToken)
    {
        var attachment = await database.Attachments.AsNoTracking().FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (attachment is null || (await store.OpenAsync(attachment.RecordId, cancellationToken)).Problem is not null)
        {
            return Problems.NotFound("这个附件", "attachment").ToResult();
        }

        var bytes = await database.Blobs.Where(blob => blob.Hash == attachment.Hash).Select(blob => blob.Bytes).FirstAsync(cancellationToken);
        return TypedResults.File(bytes, attachment.MediaType, attachment.FileName);
    }

    /// <summary>Removes a file while its record may still be changed.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, CadreDbContext database, RecordStore store, AttachmentService attachments, CancellationToken cancellationToken)
    {
        var attachment = await database.Attachments.FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (attachment is null || (await store.OpenAsync(attachment.RecordId, cancellationToken)).Refused(out _, out var open))
        {
            return Problems.NotFound("这个附件", "attachment").ToResult();
        }

        if (open.Refusal(RecordRights.Edit) is { } refusal)
        {
            return refusal.ToResult();
        }

        await attachments.RemoveAsync(open, attachment, cancellationToken);
        return TypedResults.NoContent();
    }
}
