using System.Globalization;
using System.IO.Compression;
using System.Text;
using CadreDocs.Documents;
using CadreDocs.Service.Data;
using CadreDocs.Service.Duties;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Offline;

/// <summary>
/// Everything a school still owes in a year as one .zip of Word documents, filled in as far as is known, for schools without a network
/// (R80). A paper that nobody began is begun, so that each document knows its record and finds its way home from any stick.
/// </summary>
internal sealed class OfflinePackage(
    CadreDbContext database, DutyList duties, SchemeCatalog schemes, RecordStarter starter, RecordStore records, RecordDocuments documents, IEnumerable<IComputedForm> computed)
{
    private static readonly DateTimeOffset Stamp = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the package.</summary>
    /// <returns>How many documents are in it.</returns>
    public async Task<int> WriteAsync(School school, int year, Stream output, CancellationToken cancellationToken)
    {
        var counts = computed.Select(form => form.FormId).ToHashSet(StringComparer.Ordinal);
        var owed = (await duties.OfSchoolAsync(school.Id, year, cancellationToken))
            .Where(duty => duty.State is DutyState.Missing or DutyState.Draft or DutyState.Returned && !counts.Contains(duty.FormId)
                && schemes.ForYear(year).Find(duty.FormId) is { UploadOnly: false } form && schemes.ForYear(year).KindsOf(form).Contains("docx")).ToList();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var duty in owed)
        {
            if (await RecordAsync(duty, year, cancellationToken) is not { } record
                || await records.DataAsync(record, schemes.Of(record).Find(record.FormId)!, cancellationToken) is var data
                && await documents.RenderAsync(record, data, DocumentKind.Word, "", cancellationToken) is not { } document)
            {
                continue;
            }

            var folder = duty.Owner is { } owner ? $"{owner.Name}（{owner.PersonId}）" : "学校材料";
            var path = LibraryPath.Combine([folder], document.FileName);
            path = taken.Add(path) ? path : LibraryPath.WithMark(path, $"（{LibraryPath.Code(record.Id)}）");
            taken.Add(path);
            await AddAsync(zip, path, document.Bytes, cancellationToken);
        }

        await AddAsync(zip, "先看我-README.txt", Encoding.UTF8.GetBytes("\uFEFF" + Guide(school.Name, year, taken.Count)), cancellationToken);
        return taken.Count;
    }

    private async Task<Record?> RecordAsync(Duty duty, int year, CancellationToken cancellationToken)
    {
        if (duty.RecordId is { } id)
        {
            return await database.Records.AsNoTracking().FirstOrDefaultAsync(record => record.Id == id, cancellationToken);
        }

        var request = new NewRecord(duty.FormId, year, duty.Semester == 0 ? null : duty.Semester, duty.SchoolId, duty.Owner?.PersonId);
        return (await starter.StartAsync(request, cancellationToken)).Value;
    }

    private static async Task AddAsync(ZipArchive zip, string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        await using var target = await entry.OpenAsync(cancellationToken);
        await target.WriteAsync(bytes, cancellationToken);
    }

    private static string Guide(string school, int year, int count) => string.Create(CultureInfo.InvariantCulture,
        $"""
        {school} {year}年度 离线填报包，共{count}份表。

        1. 每个文件夹是一名干部的表；“学校材料”由书记填写。已知的内容已经填好。
        2. 用 Word 或 WPS 打开直接填写，保存为 .docx，可以改文件名，不要新建文件再粘贴。
        3. 填好后把整个文件夹压缩成 .zip（或只压缩填好的几份），在平台“归档”页的“离线填报”中上传。
        4. 迟交的也可以随时再传：平台会指出哪些内容在此期间被别人改过，由您决定取舍。

        Offline package of {count} forms. Fill them in Word or WPS, save them as .docx, zip them and upload the .zip on the page "Filing".

        """).ReplaceLineEndings("\r\n");
}
