using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace CadreDocs.Service.Hosting;

/// <summary>The refusals that several features share, and how a <see cref="Problem"/> becomes an answer.</summary>
public static class Problems
{
    /// <summary>The problem as an HTTP answer.</summary>
    public static ProblemHttpResult ToResult(this Problem problem) => TypedResults.Problem(ToDetails(problem));

    /// <summary>Nothing under this id, or nothing that the asker may know of.</summary>
    public static Problem NotFound(string what, string whatEn) => new(
        StatusCodes.Status404NotFound, "not-found", $"没有找到{what}。", $"No such {whatEn}.",
        "它可能已被删除，或不在您的权限范围内。请返回列表重新打开。",
        "It may have been removed, or lies outside your rights. Go back to the list and open it again.");

    /// <summary>Known, but not this person's to do.</summary>
    public static Problem Forbidden(string detail, string detailEn) => new(
        StatusCodes.Status403Forbidden, "forbidden", "您没有权限。", "You have no right to do this.", detail, detailEn);

    /// <summary>Forbidden, without more to say.</summary>
    public static Problem Forbidden() => Forbidden("请联系本校书记或区级管理员。", "Ask the school's secretary or the district's administrator.");

    /// <summary>The write names no version.</summary>
    public static Problem VersionMissing() => new(
        StatusCodes.Status428PreconditionRequired, "version-missing", "请求没有说明所依据的版本。", "The request does not say which version it saw.",
        "请刷新后重试（If-Match）。", "Reload and try again (If-Match).");

    /// <summary>The write saw an old version; nothing was changed.</summary>
    public static Problem Stale(int current, IReadOnlyDictionary<string, object?>? more = null) => new(
        StatusCodes.Status412PreconditionFailed, "stale", "内容已被他人更新，没有保存。", "It was changed by someone else; nothing was saved.",
        string.Create(CultureInfo.InvariantCulture, $"现在是第{current}版。请查看差异后再保存。"),
        string.Create(CultureInfo.InvariantCulture, $"It is at version {current} now. Look at the differences, then save again."))
    {
        More = new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { ["currentVersion"] = current },
    };

    /// <summary>The values do not fit; every fault is named.</summary>
    public static Problem Invalid(IReadOnlyList<ProblemItem> items) => new(
        StatusCodes.Status422UnprocessableEntity, "invalid", "有内容不符合要求，没有保存。", "Some values do not fit; nothing was saved.",
        items.Count > 0 ? items[0].Message : null, items.Count > 0 ? items[0].MessageEn : null)
    {
        Items = items,
    };

    /// <summary>The state forbids it.</summary>
    public static Problem Conflict(string code, string title, string titleEn, string? detail = null, string? detailEn = null) =>
        new(StatusCodes.Status409Conflict, code, title, titleEn, detail, detailEn);

    /// <summary>The problem as problem details.</summary>
    public static ProblemDetails ToDetails(Problem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var details = new ProblemDetails
        {
            Status = problem.Status,
            Type = "/problems/" + problem.Code,
            Title = problem.Title,
            Detail = problem.Detail,
        };
        details.Extensions["titleEn"] = problem.TitleEn;
        if (problem.DetailEn is not null)
        {
            details.Extensions["detailEn"] = problem.DetailEn;
        }

        if (problem.Items.Count > 0)
        {
            details.Extensions["problems"] = problem.Items;
        }

        foreach (var (key, value) in problem.More)
        {
            details.Extensions[key] = value;
        }

        return details;
    }

    /// <summary>Words for refusals that come from the framework itself: a wrong route, a body that is no JSON, a bug.</summary>
    internal static Problem ForStatus(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "bad-request", "请求格式不正确。", "The request is malformed.", "请刷新页面后重试。", "Reload the page and try again."),
        StatusCodes.Status401Unauthorized => new(status, "signed-out", "请先登录。", "Please sign in.", "登录已失效或尚未登录，未保存的内容仍在页面上。", "The session has ended or none began; what you typed is still on the page."),
        StatusCodes.Status403Forbidden => Forbidden(),
        StatusCodes.Status404NotFound => NotFound("所请求的内容", "thing"),
        StatusCodes.Status405MethodNotAllowed => new(status, "method-not-allowed", "不支持此操作。", "This operation is not supported."),
        StatusCodes.Status412PreconditionFailed => new(status, "stale", "内容已被他人更新，没有保存。", "It was changed by someone else; nothing was saved.", "请刷新后再试。", "Reload and try again."),
        StatusCodes.Status413PayloadTooLarge => new(status, "too-large", "文件过大。", "The file is too large.", "单个文件不超过50 MB。请压缩图片后重新上传。", "A file may have up to 50 MB. Make its pictures smaller and upload it again."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "unsupported-media-type", "不支持的内容类型。", "The content type is not supported."),
        StatusCodes.Status429TooManyRequests => new(status, "too-many-requests", "操作过于频繁。", "Too many requests.", "请稍候再试。", "Wait a moment and try again."),
        _ => new(status, "failure", "服务出错，没有保存。", "The service failed; nothing was saved.", "请稍后重试；如仍有问题，请把时间和追踪编号告诉管理员。", "Try again later; if it stays, tell the administrator the time and the trace id."),
    };
}
