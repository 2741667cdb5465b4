using CadreDocs.Documents.Forms;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>Changes values and states; each change is noted, each write counts the version up.</summary>
internal sealed class RecordWriter(CadreDbContext database, CurrentUser user, RecordRights rights, ChangeLog changes, TimeProvider clock)
{
    /// <summary>Puts new values in place of the old ones and saves.</summary>
    /// <returns>Null, or why nothing was changed.</returns>
    public async Task<Problem?> WriteAsync(OpenRecord open, FormData data, CancellationToken cancellationToken)
    {
        var (record, form) = (open.Record, open.Form);
        var problems = RecordValidator.Check(data, form, open.Scheme.Definition, complete: false);
        if (problems.Count > 0)
        {
            return Problems.Invalid(problems);
        }

        var differences = RecordDifferences.Between(data, open.Data, form);
        var foreign = differences.Where(difference => !rights.MayWrite(record, form, difference.Key)).ToList();
        if (foreign.Count > 0)
        {
            return Problems.Invalid([.. foreign.Select(difference => new ProblemItem(
                "not-yours", $"“{difference.Label}”由学校填写，本人不能修改。", $"'{difference.Key}' is written by the school, not by the author.", Field: difference.Place))]);
        }

        if (differences.Count == 0)
        {
            return null;
        }

        foreach (var difference in differences)
        {
            Note(record, "record.data." + difference.Place, difference.Theirs, difference.Yours);
        }

        var json = data.ToJson(form);
        record.Data = json.ToJsonString();
        record.ContentCode = ContentCode.Of(record.Id, json);
        await SaveAsync(record, cancellationToken);
        return null;
    }

    /// <summary>Hands in (提交): everything required is there.</summary>
    public async Task<Problem?> SubmitAsync(OpenRecord open, CancellationToken cancellationToken)
    {
        var problems = RecordValidator.Check(open.Data, open.Form, open.Scheme.Definition, complete: true);
        if (open.Form.UploadOnly && !await database.Attachments.AnyAsync(file => file.RecordId == open.Record.Id && file.Kind == AttachmentKinds.Upload, cancellationToken))
        {
            problems.Add(new ProblemItem("upload-missing", "请先上传文件再提交。", "Upload the file first.", Sheet: open.Form.Title));
        }

        if (problems.Count > 0)
        {
            return Problems.Invalid(problems) with
            {
                Code = "incomplete",
                Title = "材料还不完整，没有提交。",
                TitleEn = "The paper is incomplete; it was not handed in.",
            };
        }

        open.Record.SubmittedAt = clock.GetUtcNow();
        open.Record.Comment = null;
        Freeze(open);
        await MoveAsync(open.Record, RecordState.Submitted, null, cancellationToken);
        return null;
    }

    /// <summary>Takes back what was handed in and not yet judged.</summary>
    public Task WithdrawAsync(OpenRecord open, CancellationToken cancellationToken) => MoveAsync(open.Record, RecordState.Draft, null, cancellationToken);

    /// <summary>Returns it (退回) with a comment.</summary>
    public async Task<Problem?> ReturnAsync(OpenRecord open, string? comment, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(comment) || comment.Length > 1000)
        {
            return Problems.Invalid([new ProblemItem("comment", "请写明退回的原因（1000字以内）。", "Say why it goes back (up to 1000 characters).", Field: "comment")]);
        }

        open.Record.Comment = comment.Trim();
        await MoveAsync(open.Record, RecordState.Returned, open.Record.Comment, cancellationToken);
        return null;
    }

    /// <summary>Accepts it (接受).</summary>
    public async Task AcceptAsync(OpenRecord open, CancellationToken cancellationToken)
    {
        open.Record.AcceptedAt = clock.GetUtcNow();
        Freeze(open);
        await MoveAsync(open.Record, RecordState.Accepted, null, cancellationToken);
    }

    /// <summary>Opens an accepted or filed paper again; computed values were frozen with it and live again.</summary>
    public Task ReopenAsync(OpenRecord open, CancellationToken cancellationToken) => MoveAsync(open.Record, RecordState.Draft, null, cancellationToken);

    /// <summary>Notes that the values as they stand were printed.</summary>
    public async Task PrintedAsync(OpenRecord open, CancellationToken cancellationToken)
    {
        Note(open.Record, "record.printed", open.Record.PrintedCode, open.Record.ContentCode);
        open.Record.PrintedCode = open.Record.ContentCode;
        await database.SaveChangesAsync(cancellationToken);
    }

    // Computed values are stored as they stood when the paper was handed in and when it was accepted.
    private static void Freeze(OpenRecord open)
    {
        var json = open.Data.ToJson(open.Form);
        open.Record.Data = json.ToJsonString();
        open.Record.ContentCode = ContentCode.Of(open.Record.Id, json);
    }

    private async Task MoveAsync(Record record, RecordState state, string? reason, CancellationToken cancellationToken)
    {
        changes.Add("record.state", record.State, state, record.SchoolId, record.PersonId, record.Id, record.Year, reason);
        record.State = state;
        await SaveAsync(record, cancellationToken);
    }

    private Task<int> SaveAsync(Record record, CancellationToken cancellationToken)
    {
        record.Version++;
        record.UpdatedAt = clock.GetUtcNow();
        record.UpdatedBy = user.PersonId;
        return database.SaveChangesAsync(cancellationToken);
    }

    private void Note(Record record, string subject, string before, string after) =>
        changes.Add(subject, before, after, record.SchoolId, record.PersonId, record.Id, record.Year);
}
