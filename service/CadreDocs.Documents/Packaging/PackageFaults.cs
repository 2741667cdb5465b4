using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Packaging;

/// <summary>The faults of a file as such: what it is instead of a .docx or .xlsx, or where it is damaged.</summary>
internal static class PackageFaults
{
    public static Fault Empty() => new("file-empty",
        "文件是空的（0 字节）。请重新保存后再上传。",
        "The file is empty (0 bytes). Save it again and upload it once more.");

    public static Fault TooLarge(long bytes, long limit) => new("file-too-large",
        Text($"文件有 {Megabytes(bytes)} MB，超过上限 {Megabytes(limit)} MB。请删去不需要的图片后再上传。"),
        Text($"The file has {Megabytes(bytes)} MB, more than the limit of {Megabytes(limit)} MB. Remove pictures that are not needed and upload it again."));

    public static Fault OldWord() => new("file-old-word",
        "这是旧的 .doc 格式。请在 Word 或 WPS 中打开，另存为 .docx 后再上传。",
        "This is the old .doc format. Open it in Word or WPS, save it as .docx and upload that.");

    public static Fault OldExcel() => new("file-old-excel",
        "这是旧的 .xls 格式。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。",
        "This is the old .xls format. Open it in Excel or WPS, save it as .xlsx and upload that.");

    public static Fault Wps() => new("file-wps",
        "这是 WPS 专用格式（.wps 或 .et）。请在 WPS 中打开，另存为 .docx 或 .xlsx 后再上传。",
        "This is WPS' own format (.wps or .et). Open it in WPS, save it as .docx or .xlsx and upload that.");

    public static Fault OldCompound() => new("file-old-office",
        "这是旧的 Office 格式。请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再上传。",
        "This is an old Office format. Open it in Word, Excel or WPS, save it as .docx or .xlsx and upload that.");

    public static Fault Encrypted() => new("file-encrypted",
        "文件设有打开密码，无法读取。请去掉密码（文件 → 信息 → 保护）后再上传。",
        "The file is protected by a password and cannot be read. Remove the password (File → Info → Protect) and upload it again.");

    public static Fault Pdf() => new("file-pdf",
        "这是 PDF，不能读取填写的内容。请上传 .docx 或 .xlsx 原件；签章扫描件请从“扫描件”入口上传。",
        "This is a PDF; its entries cannot be read. Upload the .docx or .xlsx itself; a signed scan goes in through “scans”.");

    public static Fault Rtf() => new("file-rtf",
        "这是 RTF 格式。请在 Word 或 WPS 中打开，另存为 .docx 后再上传。",
        "This is RTF. Open it in Word or WPS, save it as .docx and upload that.");

    public static Fault Html() => new("file-html",
        "这是网页格式（扩展名可能是 .doc 或 .xls）。请打开后另存为 .docx 或 .xlsx 再上传。",
        "This is a web page (whatever its extension says). Open it, save it as .docx or .xlsx and upload that.");

    public static Fault OpenDocument() => new("file-opendocument",
        "这是 OpenDocument 格式（.odt 或 .ods）。请另存为 .docx 或 .xlsx 后再上传。",
        "This is OpenDocument (.odt or .ods). Save it as .docx or .xlsx and upload that.");

    public static Fault NotOffice() => new("file-not-office",
        "这不是 .docx 或 .xlsx 文件。请上传从本系统下载并填写的文件。",
        "This is no .docx or .xlsx. Upload the file that was downloaded here and filled in.");

    public static Fault Truncated() => new("file-truncated",
        "文件不完整（可能传输中断）。请重新保存或重新复制后再上传。",
        "The file is cut off, perhaps by a broken transfer. Save or copy it again and upload it once more.");

    public static Fault Damaged(string? part = null) => new("file-damaged",
        part is null ? "文件已损坏，无法读取。请在 Word、Excel 或 WPS 中打开并另存一份后再上传。" : $"文件中的部件“{part}”已损坏。请在 Word、Excel 或 WPS 中打开并另存一份后再上传。",
        part is null ? "The file is damaged. Open it in Word, Excel or WPS, save a copy and upload that." : $"The part “{part}” of the file is damaged. Open it in Word, Excel or WPS, save a copy and upload that.",
        part);

    public static Fault Macros() => new("file-macros",
        "文件含有宏，不能接收。请另存为不带宏的 .docx 或 .xlsx 后再上传。",
        "The file holds macros and is not taken. Save it as .docx or .xlsx without macros and upload that.");

    public static Fault TooManyParts(int limit) => new("file-too-many-parts",
        Text($"文件的部件超过 {limit} 个，不像是表格文件。请删去多余的图片和嵌入对象。"),
        Text($"The file has more than {limit} parts, which no form has. Remove pictures and embedded objects."));

    public static Fault Inflates(string? part) => new("file-inflates",
        "文件解压后过大（可能是压缩炸弹），不能接收。",
        "The file grows too large when unpacked (it may be a zip bomb) and is not taken.",
        part);

    public static Fault DuplicatePart(string part) => new("file-duplicate-part",
        $"文件中有两个同名部件“{part}”，不能接收。请打开并另存一份后再上传。",
        $"The file holds the part “{part}” twice and is not taken. Open it, save a copy and upload that.",
        part);

    public static Fault PartName(string part) => new("file-part-name",
        $"文件中的部件名“{part}”不合规，不能接收。请打开并另存一份后再上传。",
        $"The file holds a part with the improper name “{part}” and is not taken. Open it, save a copy and upload that.",
        part);

    public static Fault Compression(string part, int method) => new("file-compression",
        Text($"文件中的部件“{part}”使用了不支持的压缩方法（{method}）。请打开并另存一份后再上传。"),
        Text($"The part “{part}” is compressed by a method ({method}) that is not supported. Open the file, save a copy and upload that."),
        part);

    public static Fault Dtd(string? part) => new("xml-dtd",
        "文件的 XML 含有 DTD 声明，不能接收。请在 Word、Excel 或 WPS 中打开并另存一份后再上传。",
        "The file's XML declares a DTD and is not taken. Open it in Word, Excel or WPS, save a copy and upload that.",
        part);

    public static Fault Xml(string? part, int line, int column) => new("xml-invalid",
        Text($"文件的部件“{part}”第 {line} 行第 {column} 列不是合格的 XML。请打开并另存一份后再上传。"),
        Text($"The part “{part}” is not well-formed XML at line {line}, column {column}. Open the file, save a copy and upload that."),
        part);

    public static Fault XmlLimits(string? part) => new("xml-limits",
        $"文件的部件“{part}”结构过深或过大，不能接收。",
        $"The part “{part}” is nested too deep or too large and is not taken.",
        part);

    public static Fault MissingPart(string part) => new("file-missing-part",
        $"文件缺少部件“{part}”。请打开并另存一份后再上传。",
        $"The file lacks the part “{part}”. Open it, save a copy and upload that.",
        part);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.#", CultureInfo.InvariantCulture);
}
