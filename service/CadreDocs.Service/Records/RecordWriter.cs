using CadreDocs.Documents.Forms;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>Changes values and states; each change is noted, each write counts the version up.</summary>
internal sealed class RecordWriter(
    CadreDbContext database, CurrentUser user, RecordRights rights, IEnumerable<IComputedForm> computed, ChangeLog changes, TimeProvider clock)
{
    /// <summary>Puts new values in place of the old ones and saves.</summary>
    /// <returns>Null, or why nothing was changed.</returns>
    /// <param name="open">The record.</param>
    /// <param name="data">Its new values.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <param name="reviewed">Fields whose carried paragraphs were read and stay as they are.</param>
    public async Task<Problem?> WriteAsync(OpenRecord open, FormData data, CancellationToken cancellationToken, IReadOnlyList<string>? reviewed = null)
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

        var carried = CarriedText.Keep(record.Carried, data, reviewed);
        if (differences.Count == 0)
        {
            // Nothing to compare for others: a mark that was ticked off makes no new version.
            record.Carried = carried;
            await database.SaveChangesAsync(cancellationToken);
            return null;
        }

        var back = computed.FirstOrDefault(source => source.FormId == form.Id) is { } source ? await source.ReadBackAsync(record, data, cancellationToken) : null;
        if (back is { Problems.Count: > 0 })
        {
            return Problems.Invalid(back.Problems);
        }

        if (back is null)
        {
            foreach (var difference in differences)
            {
                Note(record, "record.data." + difference.Place, difference.Theirs, difference.Yours);
            }
        }

        // What comes from elsewhere is changed there, and noted there.
        back?.Apply();
        var json = (back?.Data ?? data).ToJson(form);
        (record.Data, record.Carried) = (json.ToJsonString(), carried);
        record.ContentCode = ContentCode.Of(record.Id, json);
        await SaveAsync(record, cancellationToken);
        return null;
    }

    /// <summary>Hands in (提交): everything required is there, and nothing of last year's stands unread unless the author says so.</summary>
    public async Task<Problem?> SubmitAsync(OpenRecord open, bool keepCarried, CancellationToken cancellationToken)
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

        var source = computed.FirstOrDefault(form => form.FormId == open.Form.Id);
        if (source is not null && await source.UncomputableAsync(open.Record, cancellationToken) is { } uncomputable)
        {
            return uncomputable;
        }

        if (!keepCarried && await CarriedAsync(open, source, cancellationToken) is { } untouched)
        {
            return untouched;
        }

        if (source is not null)
        {
            await source.HandedInAsync(open.Record, cancellationToken);
        }

        open.Record.Carried = null;
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

    /// <summary>Notes that the values as they stand were printed, computed ones included.</summary>
    /// <param name="open">The record.</param>
    /// <param name="printed">The code on the print; null for a print of this moment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Problem?> PrintedAsync(OpenRecord open, string? printed, CancellationToken cancellationToken)
    {
        var code = ContentCode.Of(open.Record.Id, open.Data.ToJson(open.Form));
        if (printed is not null && printed != code)
        {
            return Problems.Conflict(
                "void-print", "内容已改动，这份打印件已作废。", "The content changed; this print is void.",
                $"打印件上的内容码是 {printed}，当前是 {code}。请重新打印。", $"The print says {printed}, the current code is {code}. Print it again.");
        }

        Note(open.Record, "record.printed", open.Record.PrintedCode, code);
        open.Record.PrintedCode = code;
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    private static async Task<Problem?> CarriedAsync(OpenRecord open, IComputedForm? source, CancellationToken cancellationToken)
    {
        var carried = CarriedText.Read(open.Record.Carried);
        var items = open.Form.Fields.Where(field => carried.ContainsKey(field.Key)).Select(field => new ProblemItem(
            "carried", $"“{field.Label}”还有{carried[field.Key].Count}段去年原文。", $"'{field.LabelEn ?? field.Key}' has {carried[field.Key].Count} paragraphs of last year.",
            Sheet: open.Form.Sheet ?? open.Form.Title, Field: field.Key)).ToList();
        var rows = source is null ? 0 : await source.CarriedAsync(open.Record, cancellationToken);
        if (rows > 0)
        {
            items.Add(new ProblemItem("carried", $"还有{rows}行是去年的安排，尚未改动。", $"{rows} rows are last year's and untouched.", Sheet: open.Form.Sheet ?? open.Form.Title));
        }

        return items.Count == 0 ? null : Problems.Conflict(
            "carried-untouched", "还有去年原文尚未改动。", "Some text of last year stands untouched.",
            "确认这些内容今年仍然适用，就可以原样提交；也可以先改再提交。", "Hand it in as it is if it still holds this year, or change it first.") with { Items = items };
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
