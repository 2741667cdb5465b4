using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Execution;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Planning;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

/// <summary>
/// Portfolios of a year as one .zip, a school's or a person's: the folders as filed, a page of contents that opens without a network, and
/// a manifest with the hash of every file (R80). Papers are packed one after the other, so the size of the school does not matter.
/// </summary>
internal sealed class PortfolioArchive(CadreDbContext database, FilingPlanner planner, IPaperSource papers)
{
    // A zip holds local times without a zone; one fixed moment makes equal papers give equal archives.
    private static readonly DateTimeOffset Stamp = new(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the archive.</summary>
    /// <param name="owner">Whose it is, for the page of contents: the school's or the person's name.</param>
    /// <param name="schools">Schools whose binders are looked through.</param>
    /// <param name="year">年度.</param>
    /// <param name="wanted">Which papers go in; restricted ones are for those alone who may read them.</param>
    /// <param name="output">Receives the .zip.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>How many papers the archive lists.</returns>
    public async Task<int> WriteAsync(string owner, IReadOnlyList<School> schools, int year, Func<Record, bool> wanted, Stream output, CancellationToken cancellationToken)
    {
        var entries = new List<ArchiveEntry>();
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        foreach (var school in schools)
        {
            // The plan is made and not saved: an archive files nothing.
            var plan = new FilingPlan { Id = "archive", SchoolId = school.Id, Year = year, CreatedBy = "archive" };
            var items = await planner.ItemsAsync(plan, school, cancellationToken);
            var ids = items.Select(item => item.RecordId).Distinct().ToList();
            var chosen = (await database.Records.AsNoTracking().Where(record => ids.Contains(record.Id)).ToListAsync(cancellationToken))
                .Where(wanted).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);

            // A note that leads to another year's folder has nothing to lead to here: the paper itself is in the archive.
            foreach (var item in items.Where(item => item.RecordId is { } record && chosen.Contains(record) && item.Kind != "txt"))
            {
                entries.Add(await AddAsync(zip, item, cancellationToken));
            }
        }

        await TextAsync(zip, "manifest.json", JsonSerializer.Serialize(new { owner, schools = schools.Select(school => school.Name), year, files = entries }, Json), cancellationToken);
        await TextAsync(zip, "index.html", Page(owner, year, entries), cancellationToken);
        return entries.Count;
    }

    private async Task<ArchiveEntry> AddAsync(ZipArchive zip, FilingItem item, CancellationToken cancellationToken)
    {
        try
        {
            using var content = (await papers.OpenAsync(item, cancellationToken)).Content;
            var entry = zip.CreateEntry(item.Path, CompressionLevel.NoCompression);
            entry.LastWriteTime = Stamp;
            await using var target = await entry.OpenAsync(cancellationToken);
            await using var source = content.Open();
            await source.CopyToAsync(target, cancellationToken);
            return new ArchiveEntry(item.Path, content.Hash, content.SizeBytes, item.RecordId, null, null);
        }
        catch (LibraryException fault)
        {
            // The archive says what it lacks instead of being silent about it.
            var (message, messageEn) = LibraryFaults.Sentences(fault.Fault.Code, fault.Detail);
            return new ArchiveEntry(item.Path, null, 0, item.RecordId, message, messageEn);
        }
    }

    private static async Task TextAsync(ZipArchive zip, string name, string text, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Stamp;
        await using var target = await entry.OpenAsync(cancellationToken);
        await target.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static string Page(string owner, int year, List<ArchiveEntry> entries)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>")
            .Append(WebUtility.HtmlEncode($"{owner} {year}年度干部自培档案")).Append("</title>")
            .Append("<style>body{font:16px/1.7 sans-serif;max-width:56em;margin:2em auto;padding:0 1em}small{color:#595959}.x{color:#a4262c}</style><h1>")
            .Append(WebUtility.HtmlEncode($"{owner} {year}年度干部自培档案")).Append("</h1>");
        foreach (var folder in entries.GroupBy(entry => LibraryPath.Folder(entry.Path)))
        {
            page.Append("<h2>").Append(WebUtility.HtmlEncode(folder.Key)).Append("</h2><ul>");
            foreach (var entry in folder)
            {
                var name = WebUtility.HtmlEncode(LibraryPath.FileName(entry.Path));
                var address = string.Join('/', entry.Path.Split('/').Select(Uri.EscapeDataString));
                page.Append(entry.Sha256 is null
                    ? $"<li class=\"x\">{name}：{WebUtility.HtmlEncode(entry.Missing)} <span lang=\"en\">{WebUtility.HtmlEncode(entry.MissingEn)}</span></li>"
                    : string.Create(CultureInfo.InvariantCulture, $"<li><a href=\"{address}\">{name}</a> <small>{entry.SizeBytes / 1024 + 1} KB</small></li>"));
            }

            page.Append("</ul>");
        }

        return page.Append("<p><small>manifest.json 载有每份文件的 SHA-256。 / manifest.json holds the SHA-256 of every file.</small></p></html>").ToString();
    }

    /// <summary>One line of the manifest.</summary>
    private sealed record ArchiveEntry(string Path, string? Sha256, long SizeBytes, string? RecordId, string? Missing, string? MissingEn);
}
