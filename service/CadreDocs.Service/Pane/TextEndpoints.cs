using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Pane;

/// <summary>A record as the texts of its document's controls: what the task pane compares with, pulls and saves.</summary>
internal static class TextEndpoints
{
    /// <summary>More controls than any sheet has; a request with more is no document of ours.</summary>
    private const int MaxTexts = 20_000;

    public static void MapTexts(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/records/{id}/texts").RequireAuthorization(Policies.SignedIn).WithTags("Pane");
        group.MapGet("/", GetAsync).WithName("GetTexts").ProducesProblem(404);
        group.MapPut("/", WriteAsync).WithName("WriteTexts").ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
    }

    /// <summary>The record with the text of every place, spelled as in a fresh document.</summary>
    internal static async Task<Results<Ok<TextRecord>, ProblemHttpResult>> GetAsync(
        string id, HttpContext context, RecordStore store, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        context.Response.SetVersion(open.Record.Version);
        return TypedResults.Ok(await ShowAsync(open, views, cancellationToken));
    }

    /// <summary>Saves the texts of a document, read as an uploaded document is.</summary>
    /// <response code="412">The record was changed since; <c>conflicts</c> shows each place where the document differs.</response>
    /// <response code="422">Texts that are no values of their fields; <c>problems</c> names each by tag.</response>
    internal static async Task<Results<Ok<TextRecord>, ProblemHttpResult>> WriteAsync(
        string id, TextWrite request, HttpContext context, RecordStore store, RecordWriter writer, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (context.Request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (open.Refusal(RecordRights.Edit) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (request.Texts.Count > MaxTexts || request.Texts.Any(text => text?.Tag is null || text.Text is null))
        {
            return Problems.Invalid([new ProblemItem("texts", $"最多{MaxTexts}处，每处须有标记与文字。", $"At most {MaxTexts} places, each with a tag and a text.", Field: "texts")]).ToResult();
        }

        var (read, faults) = FieldTexts.Read(open.Form, request.Texts);
        if (faults.Count > 0)
        {
            return Problems.Invalid([.. faults.Select(fault => new ProblemItem(fault.Code, fault.Message, fault.MessageEn, Row: fault.Row, Field: fault.Tag))]).ToResult();
        }

        var data = RecordValidator.Tidy(read, open.Form, open.Data);
        if (version != open.Record.Version)
        {
            return Problems.Stale(open.Record.Version, new Dictionary<string, object?>
            {
                ["conflicts"] = RecordDifferences.Between(data, open.Data, open.Form).ConvertAll(difference => Conflict(difference, open.Form)),
                ["record"] = await ShowAsync(open, views, cancellationToken),
            }).ToResult();
        }

        if (await writer.WriteAsync(open, data, cancellationToken) is { } refused)
        {
            return refused.ToResult();
        }

        return await GetAsync(id, context, store, views, cancellationToken);
    }

    private static TextConflict Conflict(Difference difference, FormDefinition form)
    {
        var tag = difference.Section is null ? difference.Key : $"{difference.Section}.{difference.Key}";
        return new TextConflict(
            tag, (difference.Row ?? 1) - 1, difference.Label, FieldTexts.Print(form, tag, difference.Yours), FieldTexts.Print(form, tag, difference.Theirs));
    }

    private static async Task<TextRecord> ShowAsync(OpenRecord open, RecordViews views, CancellationToken cancellationToken)
    {
        var view = await views.ShowAsync(open, cancellationToken);
        var places = FieldTexts.Print(open.Form, FormData.FromJson(view.Data)).ConvertAll(text => Place(text, open.Form, view.Carried));
        return new TextRecord(
            view.Id, view.FormId, view.Sheet, view.Title, view.TitleEn, view.SchemeVersion, view.PersonName ?? view.SchoolName,
            view.SemesterName ?? (view.UntilYear > view.Year ? $"{view.Year}—{view.UntilYear}" : $"{view.Year}年度"), view.Version, view.State,
            view.Comment, view.ContentCode, view.PrintedCode, view.Allowed.Contains(RecordRights.Edit), view.Allowed.Contains(RecordRights.Submit), places);
    }

    private static TextPlace Place(FieldText text, FormDefinition form, IReadOnlyList<CarriedField> carried)
    {
        var field = FieldTexts.FieldOf(form, text.Tag)!;
        return new TextPlace(text.Tag, text.Occurrence, field.Label, field.LabelEn ?? field.Key, text.Text, field.Prompt ?? "请填写" + field.Label, field.Required && text.Occurrence == 0, field.Computed,
            carried.FirstOrDefault(item => item.Key == text.Tag)?.Paragraphs.Count ?? 0);
    }
}

/// <summary>The texts of a document.</summary>
/// <param name="Texts">One for each control; prompts already taken for empty.</param>
internal sealed record TextWrite(IReadOnlyList<FieldText> Texts);

/// <summary>A record with the text of every place.</summary>
internal sealed record TextRecord(
    string Id, string FormId, string? Sheet, string Title, string TitleEn, string Scheme, string Owner, string Period, int Version, RecordState State,
    string? Comment, string ContentCode, string PrintedCode, bool Editable, bool Submittable, IReadOnlyList<TextPlace> Fields);

/// <summary>One place with its text, prompt and rules; <c>Carried</c> counts its paragraphs that stand untouched from last year.</summary>
internal sealed record TextPlace(string Tag, int Occurrence, string Label, string LabelEn, string Text, string Prompt, bool Required, bool Computed, int Carried);

/// <summary>One place where a stale document and the record differ, as texts.</summary>
internal sealed record TextConflict(string Tag, int Occurrence, string Label, string Yours, string Theirs);
