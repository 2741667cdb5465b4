using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents;

/// <summary>Why a sound file is not read as a form.</summary>
internal static class ReadFaults
{
    public static Fault UnknownForm(string id) => new(
        "form-unknown",
        $"文件所属的表“{id}”不在当前办法版本中。请下载现行的空白表重新填写。",
        $"The document belongs to the form '{id}', which this scheme version does not have. Download the current blank and fill that.");

    public static Fault WrongKind(string title, DocumentKind kind) => new(
        "form-wrong-kind",
        kind == DocumentKind.Excel ? $"“{title}”没有 Excel 版本，请上传 Word 文件。" : $"“{title}”没有 Word 版本，请上传 Excel 文件。",
        kind == DocumentKind.Excel ? $"'{title}' has no Excel version; upload the Word document." : $"'{title}' has no Word version; upload the Excel workbook.");

    public static Fault NotRecognised() => new(
        "form-not-recognised",
        "认不出这是哪一张表：文件中没有本系统的标识，表格标签也对不上。请在上传时选定表，或下载空白表重新填写。",
        "It is not clear which form this is: the file carries no mark of this system and its labels match no form. Choose the form when uploading, or download a blank.");

    public static Fault Ambiguous() => new(
        "form-ambiguous",
        "文件与两张表同样相像，无法确定是哪一张。请在上传时选定表。",
        "The file looks like two forms equally. Choose the form when uploading.");

    public static Fault FolderName(string folder, string id) => new(
        "form-folder",
        $"文件夹“{folder}”中的表编号是“{id}”，两者必须相同。",
        $"The folder '{folder}' holds the form id '{id}'; both must be the same.",
        $"{folder}/form.yaml");
}
