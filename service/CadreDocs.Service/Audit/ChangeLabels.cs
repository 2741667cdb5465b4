using CadreDocs.Documents.Forms;
using CadreDocs.Service.Roster.Import;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Audit;

/// <summary>What a change is called in words; the subject itself is for programs.</summary>
internal sealed class ChangeLabels(SchemeCatalog schemes)
{
    private static readonly Dictionary<string, (string Zh, string En)> Words = new(StringComparer.Ordinal)
    {
        ["record.state"] = ("材料状态", "State of the paper"),
        ["record.printed"] = ("打印核对码", "Code of the printed sheet"),
        ["record.attachment.upload"] = ("上传件", "Uploaded paper"),
        ["record.attachment.scan"] = ("盖章扫描件", "Stamped scan"),
        ["record.attachment.script"] = ("讲稿", "Lecture script"),
        ["record.attachment.certificate"] = ("证书", "Certificate"),
        ["credit.declared"] = ("申报学分", "Declared credits"),
        ["credit.opinion"] = ("区级审核意见", "Audit opinion"),
        ["credit.recognised"] = ("认定学分", "Recognised credits"),
        ["credit.typed"] = ("表4手填数", "Hand-typed numbers of 表4"),
        ["credit.signed-off"] = ("学校审核签字", "Sign-off of the school"),
        ["credit.opening-year"] = ("补录年度", "Opening year"),
        ["credit.opening-confirmed"] = ("补录年度确认", "Confirmation of an opening year"),
        ["platform.filed"] = ("网上平台申报", "Filing with the online platform"),
        ["platform.receipt"] = ("网上平台回执", "Receipt of the online platform"),
        ["training"] = ("其他培训", "Other training"),
        ["training.certificate"] = ("培训证书", "Certificate of a training"),
        ["session"] = ("自培活动（表3）", "Session (表3)"),
        ["region.theme"] = ("片区年度主题", "Theme of the region"),
        ["year.closed"] = ("年度结账", "Closing of the year"),
        ["school.training-lead"] = ("干部自培负责人", "Lead of the self-training"),
        ["school.evaluation"] = ("年终工作评价", "Year-end evaluation"),
        ["results.exported"] = ("导出全区结果", "Export of the district's results"),
        ["inspection.pass"] = ("调研查阅授权", "Inspection pass"),
        ["library.pass"] = ("档案库查阅授权", "Pass to the library"),
        ["roster.person"] = ("列入名册", "Entry in the roster"),
        ["roster.left"] = ("离任", "End of a post"),
        ["roster.filing-school"] = ("申报学校", "School of record"),
        ["roster.login"] = ("登录账号", "Login"),
        ["region"] = ("片区", "Region"),
        ["school"] = ("学校", "School"),
        ["role.secretary"] = ("权限·学校书记", "Role: school secretary"),
        ["role.reviewer"] = ("权限·区级审核人", "Role: reviewer"),
        ["role.region-chair"] = ("权限·片区召集人", "Role: region's chair"),
        ["role.officer"] = ("权限·区教育局", "Role: bureau officer"),
        ["role.administrator"] = ("权限·管理员", "Role: administrator"),
        ["filing.started"] = ("开始归档", "Filing begun"),
        ["filing.state"] = ("归档进程", "State of a filing"),
        ["filing.replaced"] = ("归档时覆盖的文件", "File replaced by a filing"),
    };

    /// <summary>The words for a subject, Chinese and English; the subject itself where it is not known.</summary>
    /// <param name="subject">The stable word of the change.</param>
    /// <param name="formId">Form of the record that was changed; null for other changes.</param>
    public (string Zh, string En) Of(string subject, string? formId)
    {
        if (Words.TryGetValue(subject, out var words))
        {
            return words;
        }

        if (Rest(subject, "attendance.") is { } day)
        {
            return ($"出勤 {day}", $"Attendance {day}");
        }

        if (Rest(subject, "roster.") is { } key && RosterColumns.Find(key) is { } column)
        {
            return ($"名册·{column.Header}", $"Roster: {column.HeaderEn}");
        }

        if (Rest(subject, "deadline.") is { } due)
        {
            var form = schemes.Versions.Select(version => version.Find(due)).FirstOrDefault(found => found is not null);
            return ($"截止日期·{form?.Title ?? due}", $"Deadline: {form?.TitleEn ?? due}");
        }

        return Rest(subject, "record.data.") is { } place && formId is not null ? Field(place, formId) : (subject, subject);
    }

    /// <summary>Sheet and title of a form, Chinese and English; nulls where the change concerns no paper.</summary>
    public (string? Zh, string? En) Paper(string? formId) => formId is not null && Form(formId) is { } form
        ? (Joined(form.Sheet, form.Title), Joined(form.Sheet, form.TitleEn ?? form.Title))
        : (null, null);

    private static string Joined(string? sheet, string title) => sheet is null ? title : $"{sheet} {title}";

    private FormDefinition? Form(string formId) => schemes.Versions.Select(version => version.Find(formId)).FirstOrDefault(form => form is not null);

    // Field, or section[row].field.
    private (string Zh, string En) Field(string place, string formId)
    {
        var form = Form(formId);
        var (open, close) = (place.IndexOf('[', StringComparison.Ordinal), place.IndexOf("].", StringComparison.Ordinal));
        if (open < 0 || close < open)
        {
            return Named(form?.FindField(place), place, "");
        }

        return Named(form?.FindSection(place[..open])?.Find(place[(close + 2)..]), place[(close + 2)..], place[(open + 1)..close]);
    }

    private static (string Zh, string En) Named(FormField? field, string key, string row) => (
        $"{field?.Label ?? key}{(row.Length == 0 ? "" : $"（第{row}行）")}", $"{field?.LabelEn ?? key}{(row.Length == 0 ? "" : $" (row {row})")}");

    private static string? Rest(string subject, string prefix) => subject.StartsWith(prefix, StringComparison.Ordinal) ? subject[prefix.Length..] : null;
}
