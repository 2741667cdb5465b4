using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CadreDocs.Service.Records.Drafts;

internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder api) =>
        api.MapGet("/records/{id}/draft", GetAsync).RequireAuthorization(Policies.SignedIn).WithTags("Records").WithName("GetDraft")
            .ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);

    /// <summary>A first text of the paper from the owner's own year, each paragraph with the records it rests on. Nothing is changed.</summary>
    /// <response code="404">No such paper, or the scheme has no draft for this form.</response>
    /// <response code="409">The paper is closed, or the draft's template is faulty: <c>draft-template</c> names place and cause.</response>
    internal static async Task<Results<Ok<DraftView>, ProblemHttpResult>> GetAsync(
        string id, RecordStore store, DraftWriter writer, CancellationToken cancellationToken)
    {
        if ((await store.OpenAsync(id, cancellationToken)).Refused(out var problem, out var open))
        {
            return problem.ToResult();
        }

        if (open.Refusal(RecordRights.Edit) is { } refusal)
        {
            return refusal.ToResult();
        }

        if (open.Scheme.DraftTemplate(open.Form.Id) is not { } template)
        {
            return Problems.NotFound("这张表的草稿模板", "draft template of this form").ToResult();
        }

        try
        {
            return TypedResults.Ok(await writer.WriteAsync(open, template, cancellationToken));
        }
        catch (Exception cause) when (cause is InvalidOperationException or Scriban.Syntax.ScriptRuntimeException)
        {
            return Problems.Conflict(
                "draft-template", "草稿模板有错误，没有生成草稿。", "The draft's template is faulty; no draft was made.",
                $"请管理员修改 drafts/{open.Form.Id}.sbn：{cause.Message}", $"Ask the administrator to mend drafts/{open.Form.Id}.sbn: {cause.Message}").ToResult();
        }
    }
}
