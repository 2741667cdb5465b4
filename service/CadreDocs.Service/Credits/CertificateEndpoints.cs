using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>The certificate behind a training of 表12 (R60).</summary>
internal static class CertificateEndpoints
{
    public static void MapCertificates(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/people/{id}/trainings/{trainingId}/certificate").WithTags("Credits").RequireAuthorization(Policies.SignedIn);
        group.MapPost("/", PutAsync).WithName("PutCertificate").RequireRateLimiting(RateLimits.Uploads).ProducesProblem(403).ProducesProblem(404).ProducesProblem(415);
        group.MapGet("/", GetAsync).WithName("GetCertificate").ProducesProblem(404);
        group.MapDelete("/", RemoveAsync).WithName("RemoveCertificate").ProducesProblem(403).ProducesProblem(404);
    }

    /// <summary>Keeps the scan of a certificate; one that was there is replaced.</summary>
    /// <param name="id">The cadre.</param>
    /// <param name="trainingId">The training.</param>
    /// <param name="file">A PDF, PNG or JPEG, recognised by its content.</param>
    /// <response code="415">Neither PDF nor picture.</response>
    internal static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> PutAsync(
        string id, string trainingId, IFormFile file, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, trainingId, write: true, database, user, cancellationToken)).Refused(out var problem, out var training)
            || (await UploadedFile.ReadAsync(file, cancellationToken)).Refused(out problem, out var upload))
        {
            return problem.ToResult();
        }

        if (upload.MediaType() is not (MediaTypes.Pdf or MediaTypes.Png or MediaTypes.Jpeg) || upload.MediaType() is not { } type)
        {
            return new Problem(
                StatusCodes.Status415UnsupportedMediaType, "certificate-type", $"不能接收文件“{upload.Name}”。", $"The file '{upload.Name}' is not taken.",
                "证书只接收 PDF、PNG、JPEG。请扫描或拍照后上传。", "A certificate is a PDF, PNG or JPEG. Scan or photograph it and upload that.").ToResult();
        }

        if (!await database.Blobs.AnyAsync(blob => blob.Hash == upload.Hash, cancellationToken))
        {
            database.Blobs.Add(new Blob { Hash = upload.Hash, Bytes = upload.Bytes });
        }

        var before = training.CertificateHash;
        changes.Add("training.certificate", before, upload.Hash, personId: id, reason: training.Name);
        (training.CertificateHash, training.CertificateName, training.CertificateType, training.Version) = (upload.Hash, upload.Name, type, training.Version + 1);
        await database.SaveChangesAsync(cancellationToken);
        await ForgetAsync(before, database, cancellationToken);
        return TypedResults.Ok(await ViewAsync(training, database, cancellationToken));
    }

    /// <summary>The scan; always as a download.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> GetAsync(
        string id, string trainingId, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, trainingId, write: false, database, user, cancellationToken)).Refused(out var problem, out var training))
        {
            return problem.ToResult();
        }

        var bytes = await database.Blobs.Where(blob => blob.Hash == training.CertificateHash).Select(blob => blob.Bytes).FirstOrDefaultAsync(cancellationToken);
        return bytes is null
            ? Problems.NotFound("这份证书", "certificate").ToResult()
            : TypedResults.File(bytes, training.CertificateType, training.CertificateName);
    }

    /// <summary>Takes the scan away; the training stays.</summary>
    internal static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> RemoveAsync(
        string id, string trainingId, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if ((await FindAsync(id, trainingId, write: true, database, user, cancellationToken)).Refused(out var problem, out var training))
        {
            return problem.ToResult();
        }

        var before = training.CertificateHash;
        changes.Add("training.certificate", before, null, personId: id, reason: training.Name);
        (training.CertificateHash, training.CertificateName, training.CertificateType, training.Version) = (null, null, null, training.Version + 1);
        await database.SaveChangesAsync(cancellationToken);
        await ForgetAsync(before, database, cancellationToken);
        return TypedResults.Ok(await ViewAsync(training, database, cancellationToken));
    }

    /// <summary>Deletes bytes that nothing points to any more: a certificate that was taken away is gone.</summary>
    internal static async Task ForgetAsync(string? hash, CadreDbContext database, CancellationToken cancellationToken) => await database.Blobs
        .Where(blob => blob.Hash == hash && !database.OtherTrainings.Any(training => training.CertificateHash == hash) && !database.Attachments.Any(file => file.Hash == hash))
        .ExecuteDeleteAsync(cancellationToken);

    private static async Task<Outcome<OtherTraining>> FindAsync(
        string id, string trainingId, bool write, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var access = await LedgerEndpoints.AccessAsync(id, database, user, cancellationToken);
        var training = access is null ? null : await database.OtherTrainings.FirstOrDefaultAsync(training => training.Id == trainingId && training.PersonId == id, cancellationToken);
        return access is null || training is null ? Problems.NotFound("该培训", "training")
            : write && !access.CanEdit ? Problems.Forbidden()
            : training;
    }

    private static async Task<TrainingView> ViewAsync(OtherTraining training, CadreDbContext database, CancellationToken cancellationToken) => TrainingEndpoints
        .Views(await database.OtherTrainings.AsNoTracking().Where(other => other.PersonId == training.PersonId).ToListAsync(cancellationToken)).Find(view => view.Id == training.Id)!;
}
