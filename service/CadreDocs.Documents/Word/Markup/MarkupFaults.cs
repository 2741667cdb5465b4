using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Word.Markup;

/// <summary>What can be wrong with the XML of a part.</summary>
internal static class MarkupFaults
{
    public static Fault NotWellFormed(string part, int line) => new(
        "xml-not-well-formed",
        string.Create(CultureInfo.InvariantCulture, $"文件内部（{part} 第 {line} 行）已损坏。请在 Word 或 WPS 中打开并另存为 .docx 后再试。"),
        string.Create(CultureInfo.InvariantCulture, $"The file is damaged inside ({part}, line {line}). Open it in Word or WPS, save it as .docx again and retry."),
        part);

    public static Fault Dtd(string part) => new(
        "xml-dtd",
        $"文件内部（{part}）含有 DTD，出于安全不予读取。请用 Word 或 WPS 重新保存。",
        $"The part {part} holds a DTD and is refused for safety. Save the file again with Word or WPS.",
        part);

    public static Fault Encoding(string part) => new(
        "xml-encoding",
        $"文件内部（{part}）的文字编码有误。请在 Word 或 WPS 中打开并另存为 .docx 后再试。",
        $"The text encoding of the part {part} is wrong. Open the file in Word or WPS, save it as .docx again and retry.",
        part);

    public static Fault TooDeep(string part, int depth) => new(
        "xml-too-deep",
        string.Create(CultureInfo.InvariantCulture, $"文件内部（{part}）嵌套超过 {depth} 层，不予读取。"),
        string.Create(CultureInfo.InvariantCulture, $"The part {part} is nested more than {depth} levels deep and is refused."),
        part);

    public static Fault TooLong(string part, int nodes) => new(
        "xml-too-long",
        string.Create(CultureInfo.InvariantCulture, $"文件内部（{part}）超过 {nodes} 个元素，不予读取。"),
        string.Create(CultureInfo.InvariantCulture, $"The part {part} has more than {nodes} elements and is refused."),
        part);
}
