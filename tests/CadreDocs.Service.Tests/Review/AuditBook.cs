using System.Buffers;
using CadreDocs.Documents.Excel;

namespace CadreDocs.Service.Tests.Review;

/// <summary>The audit workbook as a reviewer handles it: downloaded, marked row by row, uploaded.</summary>
internal sealed class AuditBook(List<Dictionary<string, string>> rows)
{
    public IReadOnlyList<Dictionary<string, string>> Rows => rows;

    public Dictionary<string, string> this[string person] => rows.Single(row => row["键"].StartsWith(person + ".", StringComparison.Ordinal));

    public static async Task<AuditBook> Download(HttpClient client)
    {
        var workbook = SheetReader.Read(await client.GetByteArrayAsync("/api/review/workbook?year=2024", Api.Cancel));
        Assert.Empty(workbook.Faults);
        var table = workbook.FindTable(["键", "姓名"])!;
        return new AuditBook(table.Rows.Where(row => row["键"].Length > 0).Select(row => table.Headers.ToDictionary(header => header, header => row[header])).ToList());
    }

    public void Mark(string person, string opinion, string recognised = "", string reason = "")
    {
        var row = this[person];
        (row["区级审核意见"], row["认定学分"], row["理由"]) = (opinion, recognised, reason);
    }

    public Task<HttpResponseMessage> Upload(HttpClient client, string year = "2024")
    {
        var headers = rows[0].Keys.ToList();
        return Upload(client, new WorkbookDefinition
        {
            Properties = new Dictionary<string, string> { ["CadreDocsWorkbook"] = "credit-review", ["CadreDocsYear"] = year },
            Sheets = [new WorkbookSheet
            {
                Name = "学分审核",
                Table = new WorkbookTable
                {
                    Name = "review",
                    Columns = headers.Select(header => new WorkbookColumn { Header = header }).ToList(),
                    Rows = rows.Select(row => (IReadOnlyList<WorkbookCell>)headers.Select(header => (WorkbookCell)row[header]).ToList()).ToList(),
                },
            }],
        });
    }

    public static async Task<HttpResponseMessage> Upload(HttpClient client, WorkbookDefinition workbook)
    {
        var output = new ArrayBufferWriter<byte>();
        WorkbookWriter.Write(workbook, output);
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(output.WrittenSpan.ToArray());
        form.Add(file, "file", "审核.xlsx");
        return await client.PostAsync("/api/review/workbook?year=2024", form, Api.Cancel);
    }
}
