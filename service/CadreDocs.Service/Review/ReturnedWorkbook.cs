using CadreDocs.Documents.Excel;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Review;

/// <summary>The rows of a returned workbook.</summary>
internal sealed record ReturnedWorkbook(string Sheet, List<ReturnedRow> Rows)
{
    /// <summary>Reads it, or says why it is not ours.</summary>
    public static Outcome<ReturnedWorkbook> Read(ReadOnlyMemory<byte> file, string fileName, int year)
    {
        var workbook = SheetReader.Read(file, fileName);
        if (workbook.Faults.Count > 0)
        {
            var fault = workbook.Faults[0];
            return Refused(fault.Code, fileName, fault.Message, fault.MessageEn);
        }

        var table = workbook.FindTable(ReviewWorkbook.Needed);
        var kind = workbook.Properties.GetValueOrDefault(ReviewWorkbook.KindProperty);
        if (table is null || (kind is not null && kind != ReviewWorkbook.Kind))
        {
            var missing = workbook.Sheets.Count == 0 ? ReviewWorkbook.Needed : workbook.Sheets[0].MissingHeaders(ReviewWorkbook.Needed);
            return Refused(
                "foreign-workbook", fileName,
                $"这不是本系统的学分审核表{(missing.Count > 0 ? $"（缺少列：{string.Join("、", missing)}）" : "")}：请在“学分审核”页下载工作簿，填好后上传。",
                $"This is not an audit workbook of this service{(missing.Count > 0 ? $" (columns missing: {string.Join(", ", missing)})" : "")}: download it on the review page, fill it in and upload it.");
        }

        var made = workbook.Properties.GetValueOrDefault(ReviewWorkbook.YearProperty);
        var wanted = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (made is not null && made != wanted)
        {
            return Refused("other-year", fileName, $"这是 {made} 年度的审核表，当前年度是 {wanted}：请切换到 {made} 年度再上传。", $"This workbook is of {made}, but the year is {wanted}: switch to {made} and upload it there.");
        }

        return new ReturnedWorkbook(table.Sheet.Name, table.Rows
            .Where(row => row[ReviewWorkbook.Key].Length + row[ReviewWorkbook.Opinion].Length + row[ReviewWorkbook.Recognised].Length > 0)
            .Select(row => new ReturnedRow(
                row.Number, row[ReviewWorkbook.Key], row[ReviewWorkbook.Version], row[ReviewWorkbook.Base], row[ReviewWorkbook.School], row[ReviewWorkbook.Name],
                row[ReviewWorkbook.Opinion], row[ReviewWorkbook.Recognised], row[ReviewWorkbook.Reason])).ToList());
    }

    private static Problem Refused(string code, string fileName, string zh, string en) => new(
        StatusCodes.Status422UnprocessableEntity, code, $"“{fileName}”没有写入。", $"'{fileName}' was not taken.", zh, en)
    {
        Items = [new ProblemItem(code, zh, en, fileName)],
    };
}
