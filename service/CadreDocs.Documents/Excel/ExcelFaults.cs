using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>The faults of workbooks.</summary>
internal static class ExcelFaults
{
    public static Fault NotWorkbook() => new("file-not-workbook",
        "这不是 Excel 工作簿（.xlsx）。请上传 .xlsx 文件。",
        "This is no Excel workbook (.xlsx). Upload the .xlsx.");

    public static Fault Binary() => new("file-old-excel",
        "这是二进制工作簿（.xlsb）。请另存为 .xlsx 后再上传。",
        "This is a binary workbook (.xlsb). Save it as .xlsx and upload that.");

    public static Fault TooManyCells(string part, int limit) => new("workbook-too-many-cells",
        string.Create(CultureInfo.InvariantCulture, $"工作表的非空单元格超过 {limit} 个，不能接收。请删去与表格无关的内容。"),
        string.Create(CultureInfo.InvariantCulture, $"The sheet has more than {limit} cells. Remove what does not belong to the form."),
        part);
}
