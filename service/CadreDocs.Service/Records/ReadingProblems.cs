using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Records;

/// <summary>Why an uploaded document is not taken. Nothing is changed in any of these cases.</summary>
internal static class ReadingProblems
{
    private static readonly string[] WrongTypes =
        ["file-old-word", "file-old-excel", "file-wps", "file-old-office", "file-encrypted", "file-pdf", "file-rtf", "file-html", "file-opendocument", "file-not-office", "file-macros"];

    /// <summary>The file itself cannot be read; the type is the first fault's code.</summary>
    public static Problem Unreadable(string file, IReadOnlyList<Fault> faults)
    {
        var first = faults.Count > 0 ? faults[0] : new Fault("form-not-recognised", "认不出这是哪一张表。", "It is not clear which form this is.");
        var status = first.Code == "file-too-large" ? StatusCodes.Status413PayloadTooLarge
            : WrongTypes.Contains(first.Code) ? StatusCodes.Status415UnsupportedMediaType
            : StatusCodes.Status422UnprocessableEntity;
        return new Problem(status, first.Code, $"无法读取文件“{file}”。", $"The file '{file}' cannot be read.", first.Message, first.MessageEn)
        {
            Items = [.. faults.Select(fault => new ProblemItem(fault.Code, fault.Message, fault.MessageEn, file, fault.Part, fault.Row, fault.Tag))],
        };
    }

    /// <summary>Made for a record that the asker may not see.</summary>
    public static Problem Foreign(string file) => new(
        StatusCodes.Status403Forbidden, "foreign-form", $"文件“{file}”不是您的材料。", $"The file '{file}' is not one of your papers.",
        "它是从他人的材料下载的。请从“本人现在欠什么”下载自己的表再填写。", "It was downloaded from somebody else's paper. Download your own form from the list of duties and fill that.");

    /// <summary>Made for another record than the chosen one: says in what they differ.</summary>
    public static Problem OtherRecord(string file, Record made, Record wanted)
    {
        var (code, what, whatEn) =
            made.FormId != wanted.FormId ? ("other-form", "另一张表", "another form")
            : made.PersonId != wanted.PersonId ? ("other-person", "另一个人的表", "another person's form")
            : made.Year != wanted.Year ? ("other-year", Text($"{made.Year}年度的表，不是{wanted.Year}年度的"), Text($"the form of {made.Year}, not of {wanted.Year}"))
            : made.Semester != wanted.Semester ? ("other-semester", "另一个学期的表", "another semester's form")
            : ("other-record", "另一份材料", "another paper");
        return new Problem(
            StatusCodes.Status422UnprocessableEntity, code, $"文件“{file}”是{what}。", $"The file '{file}' is {whatEn}.",
            "请打开对应的材料后上传，或下载本份材料的表重新填写。", "Upload it at the paper it belongs to, or download this paper's form and fill that.")
        {
            More = new Dictionary<string, object?> { ["belongsTo"] = made.Id },
        };
    }

    /// <summary>Another form than the record's.</summary>
    public static Problem OtherForm(string file, string made, string wanted) => new(
        StatusCodes.Status422UnprocessableEntity, "other-form", $"文件“{file}”是《{made}》，不是《{wanted}》。", $"The file '{file}' is another form than the chosen one.",
        "请选择对应的材料后再上传。", "Choose the paper that it belongs to and upload it there.");

    /// <summary>An old blank with another name on it.</summary>
    public static Problem OtherPerson(string file, string name) => new(
        StatusCodes.Status422UnprocessableEntity, "other-person", $"文件“{file}”上的姓名是“{name}”，与本份材料的干部不同。", $"The name in '{file}' is '{name}', not that of this paper's cadre.",
        "请核对姓名后重新上传。", "Check the name and upload it again.");

    /// <summary>The document does not say whose it is, and no record was chosen.</summary>
    public static Problem RecordNeeded(string file, string form) => new(
        StatusCodes.Status422UnprocessableEntity, "record-needed", $"文件“{file}”没有说明属于哪份材料。", $"The file '{file}' does not say which paper it belongs to.",
        $"它是一张空白的《{form}》。请先新建或打开这份材料，再在其中上传。", "It is a plain blank. Begin or open the paper first and upload it there.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
