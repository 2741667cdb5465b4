using System.Text.Json.Nodes;
using CadreDocs.Documents;

namespace CadreDocs.Service.Records;

/// <summary>A record in a list.</summary>
internal sealed record RecordLine(
    string Id, string FormId, string? Sheet, string Title, string TitleEn, int Year, int UntilYear, int Semester, string SchoolId,
    string? PersonId, string? PersonName, RecordState State, int Version, string? Comment, string ContentCode, DateTimeOffset UpdatedAt);

/// <summary>A record with everything.</summary>
/// <param name="Id">The record.</param>
/// <param name="FormId">Its form.</param>
/// <param name="Sheet">Printed number of the sheet, or null.</param>
/// <param name="Title">The form's title.</param>
/// <param name="TitleEn">The same in English.</param>
/// <param name="SchemeVersion">Scheme version it was made under.</param>
/// <param name="Year">Year, or first year.</param>
/// <param name="UntilYear">Last year it is in force.</param>
/// <param name="Semester">1, 2, or 0.</param>
/// <param name="SemesterName">Name of the semester, or null.</param>
/// <param name="SchoolId">School.</param>
/// <param name="SchoolName">Its name.</param>
/// <param name="PersonId">Cadre; null for the school's own papers.</param>
/// <param name="PersonName">Their name.</param>
/// <param name="Data">The values.</param>
/// <param name="Version">Counts up with every write; also the ETag.</param>
/// <param name="State">Its state.</param>
/// <param name="Comment">What was said when it was returned.</param>
/// <param name="ContentCode">Code over the values (内容码).</param>
/// <param name="PrintedCode">Code of the last print; another one than ContentCode means that the print is void.</param>
/// <param name="UpdatedAt">Last write.</param>
/// <param name="SubmittedAt">When it was handed in.</param>
/// <param name="Kinds">Kinds of document it can be downloaded as.</param>
/// <param name="Attachments">Files beside it.</param>
/// <param name="Allowed">What the asker may do now: edit, submit, withdraw, return, accept, reopen, attach.</param>
/// <param name="Carried">Paragraphs taken over from last year and not yet touched, by field; shown to the author alone.</param>
/// <param name="Drafts">True where a first text can be made of the owner's own year.</param>
/// <param name="OtherHand">Keys of single fields that somebody else writes (学校意见 on 表10); the asker reads them only.</param>
internal sealed record RecordView(
    string Id, string FormId, string? Sheet, string Title, string TitleEn, string SchemeVersion, int Year, int UntilYear, int Semester,
    string? SemesterName, string SchoolId, string SchoolName, string? PersonId, string? PersonName, JsonObject Data, int Version,
    RecordState State, string? Comment, string ContentCode, string PrintedCode, DateTimeOffset UpdatedAt, DateTimeOffset? SubmittedAt,
    IReadOnlyList<string> Kinds, List<AttachmentView> Attachments, IReadOnlyList<string> Allowed,
    IReadOnlyList<CarriedField> Carried, bool Drafts, List<string> OtherHand);

/// <summary>Paragraphs of a field that stand as they came from last year's paper.</summary>
internal sealed record CarriedField(string Key, IReadOnlyList<string> Paragraphs);

/// <summary>A file beside a record.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">upload, scan, script or certificate.</param>
/// <param name="FileName">Its name.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="ContentCode">For a scan: the code it shows; null where a person vouched for a sheet without one.</param>
/// <param name="CreatedAt">When it came.</param>
/// <param name="Pages">In the answer to an upload: pages of a PDF, to be compared with the sheets; null where that is not known.</param>
internal sealed record AttachmentView(
    string Id, string Kind, string FileName, string MediaType, long SizeBytes, string? ContentCode, DateTimeOffset CreatedAt, int? Pages)
{
    /// <summary>An attachment that was just made of a file.</summary>
    public static AttachmentView Of(Attachment attachment, UploadedFile file) => new(
        attachment.Id, attachment.Kind, attachment.FileName, attachment.MediaType, attachment.SizeBytes, attachment.ContentCode, attachment.CreatedAt, PagesOf(file));

    private static int? PagesOf(UploadedFile file)
    {
        try
        {
            return file.MediaType() == MediaTypes.Pdf ? PdfSheet.Read(file.Bytes).Pages : null;
        }
        catch (System.Text.RegularExpressions.RegexMatchTimeoutException)
        {
            return null;
        }
    }
}

/// <summary>What a new record is for.</summary>
/// <param name="FormId">The form.</param>
/// <param name="Year">The year; of a three-year plan its first.</param>
/// <param name="Semester">1 or 2 for a semester's paper, else left out.</param>
/// <param name="SchoolId">For a school's paper; left out: the school whose secretary asks.</param>
/// <param name="PersonId">For a cadre's paper; left out: the asker.</param>
/// <param name="CarryFrom">An earlier paper of the same form and owner whose text is taken over, years moved on (R86); left out: an empty one.</param>
internal sealed record NewRecord(
    string FormId, int Year, int? Semester = null, string? SchoolId = null, string? PersonId = null, string? CarryFrom = null);

/// <summary>New values of a record: text or numbers by field key, arrays of rows by section key.</summary>
/// <param name="Data">The values.</param>
/// <param name="Reviewed">Fields whose carried paragraphs were read and stay as they are: their marks go.</param>
internal sealed record RecordValues(JsonObject Data, IReadOnlyList<string>? Reviewed = null);

/// <summary>Why a paper goes back.</summary>
internal sealed record ReturnRequest(string? Comment);

/// <summary>What was read from an uploaded document, to be looked at before it is applied.</summary>
/// <param name="Id">The reading.</param>
/// <param name="RecordId">The record it is for.</param>
/// <param name="FormId">Its form.</param>
/// <param name="Title">The form's title.</param>
/// <param name="FileName">Name of the uploaded file.</param>
/// <param name="Kind">Word or Excel.</param>
/// <param name="DocumentVersion">Version of the record that the document was made from; 0 where it does not say.</param>
/// <param name="CurrentVersion">The record's version now; the If-Match of applying.</param>
/// <param name="Stale">True where the record was changed by other hands since the document was made: applying needs <c>overwrite</c>.</param>
/// <param name="Fields">Every field that was read.</param>
/// <param name="NotUnderstood">What could not be placed, and what was normalised.</param>
/// <param name="Problems">Values that do not fit; applying is refused while there are some.</param>
/// <param name="Effects">For a sheet that is drawn from elsewhere (表3): what applying changes there, each as a sentence; empty for other sheets.</param>
internal sealed record ReadingView(
    string Id, string RecordId, string FormId, string Title, string FileName, DocumentKind Kind, int DocumentVersion, int CurrentVersion,
    bool Stale, List<ReadingField> Fields, List<ReadingNote> NotUnderstood, List<Hosting.ProblemItem> Problems, IReadOnlyList<ReadBackChange> Effects);

/// <summary>One field of a reading.</summary>
internal sealed record ReadingField(
    string? Section, int? Row, string Key, string Label, string Before, string Value, bool Changed, ReadSource? Source, string? Raw);

internal sealed record ReadingNote(string Message, string MessageEn);

/// <summary>How a reading is applied.</summary>
/// <param name="Overwrite">True to apply a stale reading, after its differences were seen.</param>
internal sealed record ApplyRequest(bool Overwrite = false);
