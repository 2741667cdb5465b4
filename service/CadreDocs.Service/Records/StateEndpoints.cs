using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Records;

/// <summary>The steps of a paper: hand in, withdraw, return, accept, reopen. Each names the version it saw.</summary>
internal static class StateEndpoints
{
    public static void MapRecordStates(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/records/{id}").RequireAuthorization(Policies.SignedIn).WithTags("Records");
        group.MapPost("/submit", SubmitAsync).WithName("SubmitRecord").ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        group.MapPost("/withdraw", WithdrawAsync).WithName("WithdrawRecord").ProducesProblem(409).ProducesProblem(412);
        group.MapPost("/return", ReturnAsync).WithName("ReturnRecord").ProducesProblem(409).ProducesProblem(412).ProducesProblem(422);
        group.MapPost("/accept", AcceptAsync).WithName("AcceptRecord").ProducesProblem(409).ProducesProblem(412);
        group.MapPost("/reopen", ReopenAsync).WithName("ReopenRecord").ProducesProblem(409).ProducesProblem(412);
        group.MapPost("/printed", PrintedAsync).WithName("MarkPrinted").ProducesProblem(404).ProducesProblem(409);
        group.MapGet("/history", HistoryAsync).WithName("GetRecordHistory").ProducesProblem(404);
    }

    /// <summary>Hands the paper in.</summary>
    /// <param name="id">The record.</param>
    /// <param name="keepCarried">True to hand in though text of last year stands untouched.</param>
    /// <param name="change">The step.</param>
    /// <param name="writer">Writes it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <response code="409">Not now; or <c>carried-untouched</c>: <c>problems</c> names the fields that still have text of last year.</response>
    /// <response code="422">Something required is missing; <c>problems</c> names each field.</response>
    internal static Task<Results<Ok<RecordView>, ProblemHttpResult>> SubmitAsync(
        string id, bool? keepCarried, StateChange change, RecordWriter writer, CancellationToken cancellationToken) =>
        change.DoAsync(id, RecordRights.Submit, open => writer.SubmitAsync(open, keepCarried == true, cancellationToken), cancellationToken);

    /// <summary>Takes the paper back before it is judged.</summary>
    internal static Task<Results<Ok<RecordView>, ProblemHttpResult>> WithdrawAsync(string id, StateChange change, RecordWriter writer, CancellationToken cancellationToken) =>
        change.DoAsync(id, RecordRights.Withdraw, open => Done(writer.WithdrawAsync(open, cancellationToken)), cancellationToken);

    /// <summary>Returns the paper with a comment.</summary>
    internal static Task<Results<Ok<RecordView>, ProblemHttpResult>> ReturnAsync(
        string id, ReturnRequest request, StateChange change, RecordWriter writer, CancellationToken cancellationToken) =>
        change.DoAsync(id, RecordRights.Return, open => writer.ReturnAsync(open, request.Comment, cancellationToken), cancellationToken);

    /// <summary>Accepts the paper.</summary>
    internal static Task<Results<Ok<RecordView>, ProblemHttpResult>> AcceptAsync(string id, StateChange change, RecordWriter writer, CancellationToken cancellationToken) =>
        change.DoAsync(id, RecordRights.Accept, open => Done(writer.AcceptAsync(open, cancellationToken)), cancellationToken);

    /// <summary>Opens an accepted or filed paper again.</summary>
    internal static Task<Results<Ok<RecordView>, ProblemHttpResult>> ReopenAsync(string id, StateChange change, RecordWriter writer, CancellationToken cancellationToken) =>
        change.DoAsync(id, RecordRights.Reopen, open => Done(writer.ReopenAsync(open, cancellationToken)), cancellationToken);

    /// <summary>Notes that the paper was printed as it stands: once a value changes, that print is void.</summary>
    /// <param name="id">The record.</param>
    /// <param name="code">内容码 on the print; left out: the current one.</param>
    /// <param name="store">Opens the record.</param>
    /// <param name="writer">Notes it.</param>
    /// <param name="views">Shows the record.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <response code="409">The values changed since: a print with this code is void.</response>
    internal static async Task<Results<Ok<RecordView>, ProblemHttpResult>> PrintedAsync(
        string id, string? code, RecordStore store, RecordWriter writer, RecordViews views, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (open.Refusal(RecordRights.Attach) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (await writer.PrintedAsync(open, code, cancellationToken) is { } refused)
        {
            return refused.ToResult();
        }

        return TypedResults.Ok(await views.ShowAsync(open, cancellationToken));
    }

    /// <summary>Everything that was changed in the record, newest first.</summary>
    internal static async Task<Results<Ok<List<ChangeLine>>, ProblemHttpResult>> HistoryAsync(
        string id, CadreDbContext database, SchemeCatalog schemes, ChangeLabels labels, RecordRights rights, CurrentUser user, RecordStore store, CancellationToken cancellationToken) =>
        (await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out _)
            ? problem.ToResult()
            : await ChangeEndpoints.ListAsync(null, null, id, null, null, database, schemes, labels, rights, user, cancellationToken);

    private static async Task<Problem?> Done(Task work)
    {
        await work;
        return null;
    }
}

/// <summary>What all steps share: open under the right and the version, do, show.</summary>
internal sealed class StateChange(IHttpContextAccessor accessor, RecordStore store, RecordViews views)
{
    public async Task<Results<Ok<RecordView>, ProblemHttpResult>> DoAsync(
        string id, string right, Func<OpenRecord, Task<Problem?>> step, CancellationToken cancellationToken)
    {
        var context = accessor.HttpContext!;
        if ((await store.OpenForAsync(id, right, context.Request.IfMatch(), cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (await step(open) is { } refused)
        {
            return refused.ToResult();
        }

        context.Response.SetVersion(open.Record.Version);
        return TypedResults.Ok(await views.ShowAsync(open, cancellationToken));
    }
}
