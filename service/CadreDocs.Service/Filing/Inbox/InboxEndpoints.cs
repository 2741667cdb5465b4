using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Inbox;

/// <summary>The papers of a school that arrived in the library without us.</summary>
/// <param name="Folder">The folder to put them into.</param>
/// <param name="ReadAt">When the library was looked through last; null if never.</param>
/// <param name="Papers">What waits, recognised papers first.</param>
/// <param name="Trouble">Why the library cannot be looked through now, in Chinese; null where it can.</param>
/// <param name="TroubleEn">The same in English.</param>
internal sealed record InboxView(string Folder, DateTimeOffset? ReadAt, IReadOnlyList<InboxPaperView> Papers, string? Trouble, string? TroubleEn);

/// <summary>One paper that waits.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Path">Where it stands in the library.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="ModifiedBy">Who wrote it last, where the library says so.</param>
/// <param name="SeenAt">When we saw it.</param>
/// <param name="RecordId">The record it belongs to; null where a person must say.</param>
/// <param name="Owner">Name of the record's cadre; null for the school's papers.</param>
/// <param name="FormTitle">Title of its form, where that is clear.</param>
/// <param name="FormTitleEn">The same in English.</param>
/// <param name="Message">How it was recognised, or why not, in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Readable">True for a document that can be read in; false for a scan, which is put beside its record.</param>
internal sealed record InboxPaperView(
    string Id, string Path, long SizeBytes, string? ModifiedBy, DateTimeOffset SeenAt, string? RecordId, string? Owner, string? FormTitle, string? FormTitleEn,
    string Message, string MessageEn, bool Readable);

/// <summary>Says which record a paper belongs to.</summary>
/// <param name="RecordId">The record; null where the paper was recognised.</param>
internal sealed record AssignRequest(string? RecordId = null);

/// <summary>Says which record a scan belongs to and which version it shows.</summary>
/// <param name="RecordId">The record; null where the paper was recognised.</param>
/// <param name="ContentCode">For a scan: the content code printed on it; null where it is to be found in the file's text layer or name.</param>
/// <param name="WithoutCode">For a scan: true where the sheet carries no code and a person vouches for the match.</param>
internal sealed record AttachRequest(string? RecordId = null, string? ContentCode = null, bool? WithoutCode = null);

internal static class InboxEndpoints
{
    public static void MapInbox(this IEndpointRouteBuilder api)
    {
        var school = api.MapGroup("/schools/{schoolId}/inbox").WithTags("Inbox").RequireAuthorization(Policies.Secretary);
        school.MapGet("/", ListAsync).WithName("GetInbox");
        school.MapPost("/scan", ScanAsync).WithName("ScanInbox");
        var paper = api.MapGroup("/inbox/{paperId}").WithTags("Inbox").RequireAuthorization(Policies.Secretary);
        paper.MapPost("/reading", ReadAsync).WithName("ReadInboxPaper");
        paper.MapPost("/attachment", AttachAsync).WithName("AttachInboxPaper");
        paper.MapPost("/dismiss", DismissAsync).WithName("DismissInboxPaper");
        api.MapPost("/records/{id}/library-reading", ReadFiledAsync).WithTags("Inbox").RequireAuthorization(Policies.SignedIn).WithName("ReadFromLibrary");
    }

    /// <summary>Papers of the school that wait in the library.</summary>
    internal static async Task<Results<Ok<InboxView>, ProblemHttpResult>> ListAsync(
        string schoolId, CurrentUser user, InboxScanner scanner, CadreDbContext database, SchemeCatalog schemes, LibraryCatalog libraries, CancellationToken cancellationToken) =>
        user.IsSecretaryOf(schoolId) ? await ViewAsync(schoolId, scanner, database, schemes, libraries, cancellationToken) : NotFound();

    /// <summary>Looks through the library now; makes the school's inbox folder where it is missing.</summary>
    internal static async Task<Results<Ok<InboxView>, ProblemHttpResult>> ScanAsync(
        string schoolId, CurrentUser user, InboxScanner scanner, CadreDbContext database, SchemeCatalog schemes, LibraryCatalog libraries, CancellationToken cancellationToken)
    {
        if (!user.IsSecretaryOf(schoolId) || await database.Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == schoolId, cancellationToken) is not { } school)
        {
            return NotFound();
        }

        try
        {
            await scanner.ScanAsync(school, cancellationToken);
        }
        catch (LibraryException fault)
        {
            return LibraryEndpoints.LibraryProblem(fault).ToResult();
        }

        return await ViewAsync(schoolId, scanner, database, schemes, libraries, cancellationToken);
    }

    /// <summary>Reads a paper in: nothing is changed yet, the answer shows what applying would change.</summary>
    /// <response code="409">The file changed since it was seen.</response>
    internal static async Task<Results<Ok<ReadingView>, ProblemHttpResult>> ReadAsync(
        string paperId, AssignRequest request, CadreDbContext database, CurrentUser user, LibraryCatalog libraries, ReadingService readings, CancellationToken cancellationToken)
    {
        if (await FindAsync(paperId, database, user, cancellationToken) is not { } paper)
        {
            return NotFound();
        }

        var fetched = await FetchAsync(paper, libraries, cancellationToken);
        return fetched.Refused(out var problem, out var file)
            || (await readings.ReadAsync(file, request.RecordId ?? paper.RecordId, cancellationToken, InboxReadings.Of(paper))).Refused(out problem, out var read)
            ? problem.ToResult() : TypedResults.Ok(ReadingEndpoints.Show(read));
    }

    /// <summary>Puts a scan beside its record; the code by which it was recognised must still be the record's.</summary>
    /// <response code="409"><c>void-print</c>: the scan shows values that are no longer the record's; <c>paper-changed</c>: the file changed since it was seen.</response>
    /// <response code="422"><c>code-needed</c>: it is not clear which version was scanned.</response>
    internal static async Task<Results<Ok<AttachmentView>, ProblemHttpResult>> AttachAsync(
        string paperId, AttachRequest request, CadreDbContext database, CurrentUser user, LibraryCatalog libraries, RecordStore store, AttachmentService attachments,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(paperId, database, user, cancellationToken) is not { } paper || (request.RecordId ?? paper.RecordId) is not { } recordId)
        {
            return NotFound();
        }

        if ((await store.OpenAsync(recordId, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        problem = open.Refusal(RecordRights.Attach);
        var fetched = await FetchAsync(paper, libraries, cancellationToken);
        if (problem is not null || fetched.Refused(out problem, out var file)
            || (await attachments.AddAsync(open, file, open.Form.UploadOnly ? AttachmentKinds.Upload : AttachmentKinds.Scan, new SaidCode(request.ContentCode, request.WithoutCode == true), cancellationToken)).Refused(out problem, out var attachment))
        {
            return problem.ToResult();
        }

        (paper.State, paper.RecordId) = (InboxState.Settled, recordId);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(AttachmentView.Of(attachment, file));
    }

    /// <summary>Puts a paper aside; the file itself stays where it is, and comes up again only if somebody changes it.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DismissAsync(string paperId, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await FindAsync(paperId, database, user, cancellationToken) is not { } paper)
        {
            return NotFound();
        }

        paper.State = InboxState.Settled;
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    /// <summary>Reads a record's own document back from the library, where somebody filled it in there.</summary>
    /// <response code="404">The record has no document in the library.</response>
    /// <response code="409">The document is as it was filed.</response>
    internal static async Task<Results<Ok<ReadingView>, ProblemHttpResult>> ReadFiledAsync(
        string id, HttpContext context, CadreDbContext database, RecordStore store, LibraryCatalog libraries, ReadingService readings, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        var prefix = $"record:{id}:";
        if (await database.FiledDocuments.FirstOrDefaultAsync(item => item.Source.StartsWith(prefix), cancellationToken) is not { } document)
        {
            return Problems.NotFound("文件库中的文件", "file in the library").ToResult();
        }

        try
        {
            var library = await libraries.ForCallerAsync(open.Record.SchoolId, context, cancellationToken);
            if (await library.FindAsync(document.Path, cancellationToken) is not { } there)
            {
                return Problems.NotFound("文件库中的文件", "file in the library").ToResult();
            }

            var file = there.ETag == document.ETag ? null : await InboxScanner.FetchAsync(library, there, cancellationToken);
            if (file is null || LibraryContent.FromBytes(file.Bytes).StableHash == document.StableHash)
            {
                return Problems.Conflict(
                    "library-unchanged", "文件库中的文件没有改动。", "The file in the library is as it was filed.", "没有需要读回的内容。", "There is nothing to read back.").ToResult();
            }

            return (await readings.ReadAsync(file, id, cancellationToken, InboxReadings.Of(document.Path, there.ETag))).Refused(out problem, out var read)
                ? problem.ToResult() : TypedResults.Ok(ReadingEndpoints.Show(read));
        }
        catch (LibraryException fault)
        {
            return LibraryEndpoints.LibraryProblem(fault).ToResult();
        }
    }

    private static async Task<Outcome<UploadedFile>> FetchAsync(InboxPaper paper, LibraryCatalog libraries, CancellationToken cancellationToken)
    {
        try
        {
            var library = await libraries.ForAsync(paper.SchoolId, cancellationToken);
            return await library.FindAsync(paper.Path, cancellationToken) is not { } file || file.ETag != paper.ETag
                ? Problems.Conflict("paper-changed", "文件库中的这份文件刚被改动、移动或删除。", "This file was just changed, moved or deleted in the library.", "请点“立即查收”后再试。", "Look through the library again, then retry.")
                : await InboxScanner.FetchAsync(library, file, cancellationToken);
        }
        catch (LibraryException fault)
        {
            return LibraryEndpoints.LibraryProblem(fault);
        }
    }

    private static async Task<InboxPaper?> FindAsync(string id, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken) =>
        await database.InboxPapers.FirstOrDefaultAsync(paper => paper.Id == id, cancellationToken) is { } paper && user.IsSecretaryOf(paper.SchoolId) ? paper : null;

    private static async Task<Results<Ok<InboxView>, ProblemHttpResult>> ViewAsync(
        string schoolId, InboxScanner scanner, CadreDbContext database, SchemeCatalog schemes, LibraryCatalog libraries, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstAsync(item => item.Id == schoolId, cancellationToken);
        DateTimeOffset? readAt = null;
        (string? Message, string? MessageEn) trouble = (null, null);
        try
        {
            var library = (await libraries.ForAsync(schoolId, cancellationToken)).Id;
            readAt = await database.LibraryCursors.Where(cursor => cursor.Id == library).Select(cursor => (DateTimeOffset?)cursor.ReadAt).FirstOrDefaultAsync(cancellationToken);
        }
        catch (LibraryException fault)
        {
            // A library that cannot be reached has papers all the same that were seen before.
            trouble = LibraryFaults.Sentences(fault.Fault.Code, fault.Detail);
        }

        var rows = await (
            from paper in database.InboxPapers.AsNoTracking()
            join record in database.Records on paper.RecordId equals record.Id into records
            from record in records.DefaultIfEmpty()
            join person in database.People on record.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            where paper.SchoolId == schoolId && paper.State != InboxState.Settled
            orderby paper.State, paper.Path
            select new { paper, person.Name }).ToListAsync(cancellationToken);
        return TypedResults.Ok(new InboxView(scanner.FolderOf(school), readAt, rows.ConvertAll(row =>
        {
            var form = row.paper.FormId is { } formId ? schemes.Versions.Select(version => version.Find(formId)).LastOrDefault(found => found is not null) : null;
            var (message, messageEn) = InboxWords.Of(row.paper.Reason ?? "");
            return new InboxPaperView(
                row.paper.Id, row.paper.Path, row.paper.SizeBytes, row.paper.ModifiedBy, row.paper.SeenAt, row.paper.RecordId, row.Name, form?.Title, form?.TitleEn,
                message, messageEn, Path.GetExtension(row.paper.Path).ToLowerInvariant() is ".docx" or ".xlsx");
        }), trouble.Message, trouble.MessageEn));
    }

    private static ProblemHttpResult NotFound() => Problems.NotFound("这份文件", "paper").ToResult();
}

/// <summary>How a paper was recognised, or why not.</summary>
internal static class InboxWords
{
    public static (string Message, string MessageEn) Of(string reason) => reason switch
    {
        "filed" => ("已归档的材料在文件库中被人改过。", "A filed paper was changed in the library."),
        "record" => ("按记录编号认出。", "Recognised by its record id."),
        "code" => ("按内容码认出。", "Recognised by its content code."),
        "code-old" => ("按旧内容码认出：打印后内容又改过，这份打印件已作废，请重新打印、签章、扫描。", "Recognised by an old content code: the paper was changed after printing, so this print is void. Print, sign and scan again."),
        "labels" => ("按表上的栏目和姓名认出，请核对。", "Recognised by its labels and the name on it; please check."),
        "whose" => ("认出了表，但不能确定是谁的：请指定。", "The form is clear, but not whose it is: please say."),
        "other-school" => ("属于另一所学校：请移到那所学校的收件箱。", "It belongs to another school: move it to that school's inbox."),
        "scan" => ("扫描件或图片，没有内容码：请指定。", "A scan or picture without a content code: please say whose it is."),
        InboxScanner.Unread => ("这份文件读不了，可能已损坏：每次查收会再试；请打开核对，或重新保存后再放进来。", "This file cannot be read and may be damaged: it is tried again at every look. Open it, or save it anew and put it in again."),
        _ when LibraryFaults.ByCode.ContainsKey(reason) => LibraryFaults.Sentences(reason, null),
        "file-too-large" => ("文件超过50 MB，没有读取。", "The file is larger than 50 MB and was not read."),
        "file-old-word" or "file-old-excel" or "file-old-office" or "file-wps" => ("旧格式，读不了：请在 Word 或 WPS 中另存为 .docx 或 .xlsx。", "An old format: save it as .docx or .xlsx in Word or WPS."),
        _ => ("认不出这份文件：请指定，或搁置。", "The paper was not recognised: say whose it is, or put it aside."),
    };
}
