using System.IO.Compression;
using System.Text;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Inbox;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Offline;

/// <summary>One file of a returned .zip.</summary>
/// <param name="File">Its path in the .zip.</param>
/// <param name="Reading">What was read; null where it was not taken.</param>
/// <param name="Message">Why it was not taken, in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
internal sealed record ReturnedPaper(string File, ReturnedReading? Reading, string? Message, string? MessageEn);

/// <summary>A reading of a returned file, in short.</summary>
/// <param name="Id">Id of the reading, by which it is applied.</param>
/// <param name="RecordId">The record.</param>
/// <param name="Title">Title of its form.</param>
/// <param name="Owner">Name of the cadre; null for the school's papers.</param>
/// <param name="CurrentVersion">The record's version now.</param>
/// <param name="Changed">How many fields applying would change.</param>
/// <param name="Stale">True where others changed the record since the document was made: look before applying.</param>
/// <param name="NotUnderstood">How many things in the document were not understood.</param>
internal sealed record ReturnedReading(string Id, string RecordId, string Title, string? Owner, int CurrentVersion, int Changed, bool Stale, int NotUnderstood);

/// <summary>Reads a .zip of filled forms that came back from a school without a network, each file by the same rules as a single upload.</summary>
internal sealed class OfflineReturn(CadreDbContext database, PaperRecogniser recogniser, ReadingService readings)
{
    private const int MostFiles = 1000;
    private const long MostBytes = 300L * 1024 * 1024;
    private const int MostRatio = 200;

    // Windows in China writes names without saying how; anything newer says that they are UTF-8.
    private static readonly Encoding Names = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    /// <summary>Reads all files. Nothing is changed yet.</summary>
    public async Task<Outcome<List<ReturnedPaper>>> ReadAsync(string schoolId, UploadedFile upload, CancellationToken cancellationToken)
    {
        ZipArchive zip;
        try
        {
            zip = new ZipArchive(new MemoryStream(upload.Bytes), ZipArchiveMode.Read, leaveOpen: false, Names);
        }
        catch (InvalidDataException)
        {
            return Refused("not-a-zip", "这不是能打开的 .zip 文件。", "This is no .zip that can be opened.");
        }

        using (zip)
        {
            var entries = zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !IsRubbish(entry)).ToList();
            if (entries.Count > MostFiles || entries.Sum(entry => entry.Length) > MostBytes
                || entries.Exists(entry => entry.Length > UploadedFile.MaxBytes || entry.Length > MostRatio * Math.Max(entry.CompressedLength, 4096)))
            {
                return Refused("zip-too-large", "压缩包里的文件太多或太大，没有读取。", "The .zip holds too many or too large files; nothing was read.");
            }

            var papers = new List<ReturnedPaper>();
            foreach (var entry in entries)
            {
                papers.Add(await ReadAsync(schoolId, entry, cancellationToken));
            }

            return papers;
        }
    }

    private async Task<ReturnedPaper> ReadAsync(string schoolId, ZipArchiveEntry entry, CancellationToken cancellationToken)
    {
        byte[] bytes;
        try
        {
            bytes = new byte[entry.Length];
            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.ReadExactlyAsync(bytes, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return new ReturnedPaper(entry.FullName, null, "压缩包中的这份文件已损坏。", "This file of the .zip is damaged.");
        }

        var file = new UploadedFile(LibraryPath.FileName(entry.FullName.Replace('\\', '/')), bytes);
        var known = await recogniser.RecogniseAsync(file, schoolId, cancellationToken);
        if (known.RecordId is null && known.Reason is "scan" or "other-school" or "whose")
        {
            var (message, messageEn) = InboxWords.Of(known.Reason);
            return new ReturnedPaper(entry.FullName, null, message, messageEn);
        }

        if (file.MediaType() is MediaTypes.Pdf or MediaTypes.Png or MediaTypes.Jpeg)
        {
            return new ReturnedPaper(entry.FullName, null, "扫描件请在对应材料中上传。", "Upload a scan at the paper it belongs to.");
        }

        if ((await readings.ReadAsync(file, known.RecordId, cancellationToken)).Refused(out var problem, out var read))
        {
            return new ReturnedPaper(entry.FullName, null, $"{problem.Title}{problem.Detail}", $"{problem.TitleEn} {problem.DetailEn}");
        }

        var (reading, open, data, stale) = read.Reading;
        var owner = await database.People.Where(person => person.Id == open.Record.PersonId).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        return new ReturnedPaper(entry.FullName, new ReturnedReading(
            reading.Id, open.Record.Id, open.Form.Title, owner, open.Record.Version, RecordDifferences.Between(data, open.Data, open.Form).Count, stale, read.Result.NotUnderstood.Count), null, null);
    }

    private static bool IsRubbish(ZipArchiveEntry entry) =>
        entry.Name.StartsWith("~$", StringComparison.Ordinal) || entry.Name.StartsWith('.') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || entry.Name is "Thumbs.db" or "desktop.ini" or "先看我-README.txt";

    private static Problem Refused(string code, string title, string titleEn) => new(
        StatusCodes.Status422UnprocessableEntity, code, title, titleEn, "请把填好的表重新压缩成 .zip 后上传。", "Zip the filled forms again and upload that.");
}
