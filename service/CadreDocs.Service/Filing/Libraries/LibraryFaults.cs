namespace CadreDocs.Service.Filing.Libraries;

/// <summary>Why a library did not do what was asked: a stable code, a sentence with the next step, and the rule for trying again.</summary>
/// <param name="Code">Stable code, kept in the item's reason.</param>
/// <param name="Message">Sentence in Chinese. <c>{0}</c> stands for the detail, where there is one.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Rule">Whether and how it is tried again.</param>
/// <param name="Tries">Attempts before it counts as failed.</param>
/// <param name="Pause">Pause before the next attempt where the library names none; it doubles with each, up to ten minutes.</param>
internal sealed record LibraryFault(string Code, string Message, string MessageEn, RetryRule Rule, int Tries = 1, TimeSpan Pause = default);

/// <summary>Rules for trying again.</summary>
internal enum RetryRule
{
    /// <summary>Trying again cannot help; a person must act.</summary>
    Never,

    /// <summary>This file later; the others go on.</summary>
    File,

    /// <summary>Everything towards this tenant pauses.</summary>
    Tenant,

    /// <summary>No other file of this library can succeed either: the rest of the plan fails with the same sentence, untried.</summary>
    StopLibrary,
}

/// <summary>A refusal of the library.</summary>
internal sealed class LibraryException : Exception
{
    public LibraryException(LibraryFault fault, string? detail = null, TimeSpan? retryAfter = null, Exception? inner = null)
        : base(detail is null ? fault.Code : $"{fault.Code}: {detail}", inner)
    {
        Fault = fault;
        Detail = detail;
        RetryAfter = retryAfter;
    }

    public LibraryFault Fault { get; }

    /// <summary>What the sentence names: a path, a person, a request id.</summary>
    public string? Detail { get; }

    /// <summary>The pause the library asked for.</summary>
    public TimeSpan? RetryAfter { get; }
}

/// <summary>Every fault a library may report.</summary>
internal static class LibraryFaults
{
    public static readonly LibraryFault Throttled = new("throttled",
        "文件库要求放慢（429）：到时间后自动继续，不用处理。", "The library asks to slow down (429): filing goes on by itself when the time is over.",
        RetryRule.Tenant, 50, TimeSpan.FromSeconds(10));

    public static readonly LibraryFault Busy = new("busy",
        "文件库正忙（503）：稍后自动继续，不用处理。", "The library is busy (503): filing goes on by itself shortly.",
        RetryRule.Tenant, 50, TimeSpan.FromSeconds(5));

    public static readonly LibraryFault GatewayTimeout = new("gateway-timeout",
        "文件库响应超时（504）：先核对是否已写入，再自动重试。", "The library took too long (504): filing first looks whether the file arrived, then tries again.",
        RetryRule.File, 10, TimeSpan.FromSeconds(3));

    public static readonly LibraryFault ConnectionLost = new("connection-lost",
        "与文件库的连接中断：先核对是否已写入，再自动重试；一直如此请检查网络。", "The connection to the library broke: filing first looks whether the file arrived, then tries again; if it stays so, check the network.",
        RetryRule.File, 12, TimeSpan.FromSeconds(1));

    public static readonly LibraryFault ServerError = new("server-error",
        "文件库内部出错（{0}）：自动重试；一直如此请把编号交给管理员。", "The library failed inside ({0}): filing tries again; if it stays so, give the number to the administrator.",
        RetryRule.File, 8, TimeSpan.FromSeconds(3));

    public static readonly LibraryFault Bandwidth = new("bandwidth",
        "文件库的流量已用完（509）：稍后自动继续。", "The library's bandwidth is used up (509): filing goes on later.",
        RetryRule.Tenant, 20, TimeSpan.FromMinutes(5));

    public static readonly LibraryFault SignIn = new("sign-in",
        "登录文件库失败（401）：已换新令牌仍被拒绝，请管理员检查应用的证书或密钥是否过期。", "Signing in to the library failed (401) even with a new token: the administrator should check whether the app's certificate or secret has expired.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault Forbidden = new("forbidden",
        "没有写入该文件库的权限（403）：请管理员用 library check 查看缺少什么。", "The app may not write to this library (403): the administrator can see what is missing with 'library check'.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault LibraryGone = new("library-gone",
        "找不到该文件库（404）：可能已删除或配置有误，请管理员用 library check 核对。", "The library is not there (404): it was deleted or the setting is wrong; the administrator can check with 'library check'.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault NotConfigured = new("not-configured",
        "没有为学校 {0} 配置文件库：请管理员设置 Filing:SharePoint:Site 或 Filing:SharePoint:Schools。", "No library is set for school {0}: the administrator should set Filing:SharePoint:Site or Filing:SharePoint:Schools.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault CredentialSetting = new("credential-setting",
        "文件库的登录设置不正确（{0}）：请管理员改正 Filing:SharePoint 中的设置，重启后再点“继续”。",
        "The settings for signing in to the library are wrong ({0}): the administrator should correct them under Filing:SharePoint and restart, then press Resume.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault FolderGone = new("folder-gone",
        "目标文件夹在归档时被删除：已重建，自动重试。", "The folder vanished while filing: it is made again and the file tried again.",
        RetryRule.File, 6, TimeSpan.FromSeconds(1));

    public static readonly LibraryFault Locked = new("locked",
        "文件正在 Word 中打开（最后修改人：{0}）：请其关闭；每隔几分钟自动重试。", "The file is open in Word (last changed by {0}): ask them to close it; filing tries again every few minutes.",
        RetryRule.File, 15, TimeSpan.FromMinutes(2));

    public static readonly LibraryFault QuotaFull = new("quota-full",
        "文件库空间已满（507）：请管理员扩容或清理后，再点“继续”。", "The library is full (507): let the administrator make room, then press Resume.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault ChangedMeanwhile = new("changed-meanwhile",
        "文件库正在处理同一文件（409/412）：稍后自动重试。", "The library is still working on this file (409/412): filing tries again shortly.",
        RetryRule.File, 10, TimeSpan.FromMilliseconds(500));

    public static readonly LibraryFault UploadInProgress = new("upload-in-progress",
        "另一个未完成的上传占用了该文件名：等它过期后自动重试。", "Another unfinished upload holds this name: filing tries again when it has expired.",
        RetryRule.File, 20, TimeSpan.FromMinutes(1));

    public static readonly LibraryFault NameRefused = new("name-refused",
        "文件库不接受这个名称或路径：{0}。请管理员检查路径规则。", "The library does not accept this name or path: {0}. The administrator should look at the path rule.",
        RetryRule.Never);

    public static readonly LibraryFault ColumnMissing = new("column-missing",
        "文件已归档，但文件库缺少一个栏（{0}）：请管理员用 library check 查看并添加。", "The file is filed, but the library lacks a column ({0}): the administrator can see it with 'library check' and add it.",
        RetryRule.Never);

    public static readonly LibraryFault Refused = new("refused",
        "文件库拒绝了请求（{0}）：请把编号交给管理员。", "The library refused the request ({0}): give the number to the administrator.",
        RetryRule.Never);

    public static readonly LibraryFault Malware = new("malware",
        "文件库认为该文件含病毒，已拒收：请本人检查并重新上传。", "The library takes the file for malware and refuses it: let its owner check it and upload it again.",
        RetryRule.Never);

    public static readonly LibraryFault DiskFull = new("disk-full",
        "归档文件夹所在磁盘已满：请腾出空间后，再点“继续”。", "The disk of the library folder is full: make room, then press Resume.",
        RetryRule.StopLibrary);

    public static readonly LibraryFault DiskError = new("disk-error",
        "无法写入归档文件夹（{0}）：请检查文件夹是否存在、是否可写。", "The library folder cannot be written ({0}): check that it exists and is writable.",
        RetryRule.File, 5, TimeSpan.FromSeconds(1));

    public static readonly LibraryFault StartOver = new("start-over",
        "文件库要求重新核对全部文件（410）：自动进行，不用处理。", "The library asks to look through all files again (410): it is done by itself.",
        RetryRule.File, 3, TimeSpan.FromSeconds(1));

    public static readonly LibraryFault RightsRemain = new("rights-remain",
        "有一项权限收不回来（{0}），没有再放宽任何权限：请在 SharePoint 的“管理访问权限”中手工移除，再运行 library rights。",
        "One right cannot be taken away ({0}); nothing was given then: remove it by hand under 'Manage access' in SharePoint and run 'library rights' again.",
        RetryRule.Never);

    public static readonly LibraryFault RightsMissing = new("rights-missing",
        "授予的权限没有生效（{0}）：请核对该登录名在租户中是否存在，再运行 library rights。",
        "A right that was given does not show ({0}): check that this login exists in the tenant and run 'library rights' again.",
        RetryRule.Never);

    public static readonly LibraryFault NobodyKeeps = new("nobody-keeps",
        "这份材料只限书记和本人查看，但该校没有能登录的书记，所以没有放进文件库：请在名册中填写书记的登录名，再点“继续”。",
        "Only the secretary and its owner may read this paper, and the school has no secretary with a login, so it was not put into the library: enter the secretary's login in the roster, then press Resume.",
        RetryRule.Never);

    public static readonly LibraryFault MayNotClose = new("may-not-close",
        "这份材料只限少数人查看，而应用没有设置权限的许可，所以没有放进文件库：请管理员对该网站授予 fullcontrol，再点“继续”；权限由网站所有者管理的，请设置 Filing:SharePoint:SetRights=false。",
        "Few may read this paper, and the app is not permitted to set rights, so it was not put into the library: let the administrator grant 'fullcontrol' on the site, then press Resume; where the site's owners look after rights, set Filing:SharePoint:SetRights=false.",
        RetryRule.Never);

    // Faults of the paper, found before the library is asked.
    public static readonly LibraryFault ScanStale = new("scan-stale",
        "扫描件上的内容码与现在的表不同，表在打印后改动过：请重新打印、签章并扫描。", "The code on the scan differs from the sheet's: it was changed after printing. Print, stamp and scan it again.",
        RetryRule.Never);

    public static readonly LibraryFault RecordChanged = new("record-changed",
        "归档开始后这份材料又有改动：重新接受后再归档一次。", "This paper changed after filing began: accept it again and file once more.",
        RetryRule.Never);

    public static readonly LibraryFault RenderFailed = new("render-failed",
        "无法生成文件（{0}）：请管理员检查该表的模板。", "The document could not be made ({0}): the administrator should check the form's template.",
        RetryRule.Never);

    public static readonly LibraryFault SourceMissing = new("source-missing",
        "找不到要归档的附件：请重新上传。", "The attachment to file is missing: upload it again.",
        RetryRule.Never);

    public static readonly LibraryFault SomethingElseThere = new("something-else-there",
        "文件库中该位置已有另一份文件，或有人改动过（最后修改人：{0}）：请核对；以记录为准请选“替换”。", "Another file is at this place in the library, or someone changed it (last by {0}): compare; choose Replace if the record shall win.",
        RetryRule.Never);

    public static readonly IReadOnlyDictionary<string, LibraryFault> ByCode = new[]
    {
        Throttled, Busy, GatewayTimeout, ConnectionLost, ServerError, Bandwidth, SignIn, Forbidden, LibraryGone, NotConfigured, CredentialSetting, FolderGone, Locked, QuotaFull,
        ChangedMeanwhile, UploadInProgress, NameRefused, ColumnMissing, Refused, Malware, DiskFull, DiskError,
        StartOver, RightsRemain, RightsMissing, NobodyKeeps, MayNotClose, ScanStale, RecordChanged, RenderFailed, SourceMissing, SomethingElseThere,
    }.ToDictionary(fault => fault.Code);

    /// <summary>The two sentences for a stored code.</summary>
    public static (string Message, string MessageEn) Sentences(string code, string? detail)
    {
        var fault = ByCode[code];
        var (zh, en) = (detail ?? "未知", detail ?? "unknown");
        return (fault.Message.Replace("{0}", zh, StringComparison.Ordinal), fault.MessageEn.Replace("{0}", en, StringComparison.Ordinal));
    }
}
