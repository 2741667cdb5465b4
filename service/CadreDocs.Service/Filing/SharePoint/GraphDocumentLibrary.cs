using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.Graph;
using Microsoft.Graph.Models;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>
/// A SharePoint document library through Microsoft Graph. Every operation is one attempt that may be repeated: it either did what was
/// asked, finds that it was done before, or says in a fault what stands in the way.
/// </summary>
internal sealed partial class GraphDocumentLibrary(GraphConnection connection, string driveId, long simpleUploadBytes) : IDocumentLibrary
{
    /// <summary>A file that changes under our hands is looked at again this often before it is left for later.</summary>
    private const int Looks = 3;

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _folders = new(StringComparer.OrdinalIgnoreCase);

    private GraphServiceClient Graph => connection.Graph;

    private string DriveUrl => $"{connection.Root}/drives/{Uri.EscapeDataString(driveId)}";

    public async Task EnsureFolderAsync(string path, CancellationToken cancellationToken)
    {
        Refuse(path);
        await FolderAsync(path, cancellationToken);
    }

    public async Task<PutResult> PutAsync(string path, LibraryContent content, PutCondition condition, UploadMemory upload, CancellationToken cancellationToken)
    {
        Refuse(path);
        try
        {
            if (content.SizeBytes <= simpleUploadBytes || !IsSessionOf(upload.Url, content))
            {
                // Bytes of another content, or a session where none is needed: its name would stay blocked.
                await GiveUpAsync(upload, cancellationToken);
            }

            PutResult result;
            try
            {
                result = await PutOnceAsync(path, content, condition, upload, cancellationToken);
            }
            catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
            {
                // Someone deleted the folder that we knew: it is made again, and the file put once more.
                ForgetFolder(LibraryPath.Folder(path));
                result = await PutOnceAsync(path, content, condition, upload, cancellationToken);
            }

            await GiveUpAsync(upload, cancellationToken);
            return result;
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.Locked)
        {
            throw new LibraryException(fault.Fault, (await ItemAsync(path, cancellationToken)) is { } item ? ModifiedBy(item) : null, fault.RetryAfter, fault);
        }
    }

    public async Task<LibraryFile?> FindAsync(string path, CancellationToken cancellationToken)
    {
        Refuse(path);
        return await ItemAsync(path, cancellationToken) is { File: not null } item ? Describe(item, PathOf(item) ?? path) : null;
    }

    public async Task<LibraryFile?> FindByIdAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var item = await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[id].GetAsync(cancellationToken: cancellationToken), cancellationToken);
            return item is { File: not null, Deleted: null } && PathOf(item) is { } path ? Describe(item, path) : null;
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            return null;
        }
    }

    public async IAsyncEnumerable<LibraryFile> ListAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = folder.Length == 0
            ? new DriveItem { Id = "root", Folder = new Folder() }
            : await ItemAsync(folder, cancellationToken);
        var open = new Queue<(DriveItem Folder, string Path)>();
        if (start is { Folder: not null })
        {
            open.Enqueue((start, folder));
        }

        while (open.TryDequeue(out var at))
        {
            var page = await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[at.Folder.Id].Children.GetAsync(cancellationToken: cancellationToken), cancellationToken);
            while (page is not null)
            {
                foreach (var item in page.Value ?? [])
                {
                    var path = at.Path.Length == 0 ? item.Name! : at.Path + "/" + item.Name;
                    if (item.Folder is not null)
                    {
                        open.Enqueue((item, path));
                    }
                    else if (item.File is not null)
                    {
                        yield return Describe(item, path);
                    }
                }

                page = page.OdataNextLink is { } next
                    ? await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[at.Folder.Id].Children.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken)
                    : null;
            }
        }
    }

    public async Task DeleteAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        try
        {
            await GraphFaults.GuardAsync(
                async () =>
                {
                    await Graph.Drives[driveId].Items[file.Id].DeleteAsync(cancellationToken: cancellationToken);
                    return true;
                }, cancellationToken);
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            // Gone before.
        }
    }

    public async Task<PutResult> MoveAsync(LibraryFile file, string path, CancellationToken cancellationToken)
    {
        Refuse(path);
        var parent = await FolderAsync(LibraryPath.Folder(path), cancellationToken);
        var change = new DriveItem { Name = LibraryPath.FileName(path), ParentReference = new ItemReference { Id = parent } };
        try
        {
            var moved = await GraphFaults.GuardAsync(
                () => Graph.Drives[driveId].Items[file.Id].PatchAsync(change, request => request.Headers.Add("If-Match", file.ETag), cancellationToken), cancellationToken);
            return new PutResult(PutOutcome.Filed, Describe(moved!, path));
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.ChangedMeanwhile)
        {
            // Taken, changed, or moved before and the answer lost.
            var there = await FindAsync(path, cancellationToken);
            if (there?.Id == file.Id)
            {
                return new PutResult(PutOutcome.Filed, there);
            }

            var still = await FindAsync(file.Path, cancellationToken);
            if (there is null && still is not null && still.ETag == file.ETag)
            {
                throw;
            }

            return new PutResult(PutOutcome.Conflict, there ?? still);
        }
    }

    private async Task<PutResult> PutOnceAsync(string path, LibraryContent content, PutCondition condition, UploadMemory upload, CancellationToken cancellationToken)
    {
        var large = content.SizeBytes > simpleUploadBytes;
        if (!large && condition is { ETag: null, Overwrite: false } && await TryCreateAsync(path, content, cancellationToken) is { } made)
        {
            return new PutResult(PutOutcome.Filed, made);
        }

        for (var look = 1; ; look++)
        {
            var current = await ItemAsync(path, cancellationToken);
            if (current is { Folder: not null })
            {
                return new PutResult(PutOutcome.Conflict, Describe(current, path));
            }

            if (current is not null && await IsSameAsync(current, content, cancellationToken))
            {
                return new PutResult(PutOutcome.AlreadyFiled, Describe(current, path));
            }

            if (!await MayWriteAsync(current, condition, cancellationToken))
            {
                return new PutResult(PutOutcome.Conflict, current is null ? null : Describe(current, path));
            }

            try
            {
                var file = large
                    ? await UploadAsync(path, content, current, upload, cancellationToken)
                    : current is null ? await TryCreateAsync(path, content, cancellationToken) : await ReplaceAsync(path, content, current, cancellationToken);
                if (file is not null)
                {
                    return new PutResult(PutOutcome.Filed, file);
                }
            }
            catch (LibraryException fault) when (fault.Fault == LibraryFaults.ChangedMeanwhile && look < Looks)
            {
                // 409 and 412 both may mean a change, or nothing at all: look again and decide again.
            }

            if (look >= Looks)
            {
                throw new LibraryException(LibraryFaults.ChangedMeanwhile, path);
            }
        }
    }

    // Null where the name is taken; what stands there is for the caller to look at.
    private async Task<LibraryFile?> TryCreateAsync(string path, LibraryContent content, CancellationToken cancellationToken)
    {
        var parent = await FolderAsync(LibraryPath.Folder(path), cancellationToken);
        var url = $"{DriveUrl}/items/{parent}:/{Uri.EscapeDataString(LibraryPath.FileName(path))}:/content?@microsoft.graph.conflictBehavior=fail";
        try
        {
            return Describe(await SendAsync(url, content, "If-None-Match", "*", cancellationToken), path);
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.ChangedMeanwhile)
        {
            return null;
        }
    }

    private async Task<LibraryFile> ReplaceAsync(string path, LibraryContent content, DriveItem current, CancellationToken cancellationToken) =>
        Describe(await SendAsync($"{DriveUrl}/items/{current.Id}/content", content, "If-Match", current.CTag!, cancellationToken), path);

    private async Task<DriveItem> SendAsync(string url, LibraryContent content, string condition, string tag, CancellationToken cancellationToken)
    {
        await using var stream = content.Open();
        return (await GraphFaults.GuardAsync(
            () => Graph.Drives[driveId].Items["put"].Content.WithUrl(url).PutAsync(stream, request => request.Headers.Add(condition, tag), cancellationToken), cancellationToken))!;
    }

    // The plan's condition against what is there. A tag that moved because SharePoint wrote its columns into the file still matches.
    private async Task<bool> MayWriteAsync(DriveItem? current, PutCondition condition, CancellationToken cancellationToken) =>
        condition.Overwrite
        || (current is null ? condition.ETag is null : condition.ETag == current.CTag
            || (condition is { ETag: not null, StableHash: { } stable } && await StableHashAsync(current, cancellationToken) == stable));

    private async Task<bool> IsSameAsync(DriveItem current, LibraryContent content, CancellationToken cancellationToken)
    {
        if (current.Size == content.SizeBytes && current.File?.Hashes?.QuickXorHash is { } quick)
        {
            await using var stream = content.Open();
            if (await Fingerprint.QuickXorAsync(stream, cancellationToken) == quick)
            {
                return true;
            }
        }

        // Only an Office file may have been rewritten; any other is what it was sent as.
        return content.StableHash != content.Hash && await StableHashAsync(current, cancellationToken) == content.StableHash;
    }

    private async Task<string> StableHashAsync(DriveItem item, CancellationToken cancellationToken)
    {
        using var content = await LibraryReading.FetchAsync(this, Describe(item, item.Name!), cancellationToken);
        return content.StableHash;
    }

    private async Task<DriveItem?> ItemAsync(string path, CancellationToken cancellationToken)
    {
        var url = $"{DriveUrl}/root:/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}";
        try
        {
            return await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items["find"].WithUrl(url).GetAsync(cancellationToken: cancellationToken), cancellationToken);
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            return null;
        }
    }

    private async Task<string> FolderAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Length == 0)
        {
            return "root";
        }

        var making = _folders.GetOrAdd(path, key => new Lazy<Task<string>>(() => MakeFolderAsync(key, cancellationToken)));
        try
        {
            return await making.Value;
        }
        catch
        {
            _folders.TryRemove(new KeyValuePair<string, Lazy<Task<string>>>(path, making));
            throw;
        }
    }

    private async Task<string> MakeFolderAsync(string path, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            if (await ItemAsync(path, cancellationToken) is { Folder: not null } there)
            {
                return there.Id!;
            }

            var above = LibraryPath.Folder(path);
            var parent = await FolderAsync(above, cancellationToken);
            var folder = new DriveItem
            {
                Name = LibraryPath.FileName(path), Folder = new Folder(),
                AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" },
            };
            try
            {
                return (await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[parent].Children.PostAsync(folder, cancellationToken: cancellationToken), cancellationToken))!.Id!;
            }
            catch (LibraryException fault) when (fault.Fault == LibraryFaults.ChangedMeanwhile && look < Looks)
            {
                // 409: another worker made it; read it.
            }
            catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
            {
                if (above.Length == 0)
                {
                    throw new LibraryException(LibraryFaults.LibraryGone, driveId, inner: fault);
                }

                ForgetFolder(above);
                if (look >= Looks)
                {
                    throw;
                }
            }
        }
    }

    private void ForgetFolder(string path)
    {
        // What was below is gone as well; and one above may be, which the next attempt finds out.
        foreach (var known in _folders.Keys.Where(key => key.Equals(path, StringComparison.OrdinalIgnoreCase)
            || key.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase) || path.StartsWith(key + "/", StringComparison.OrdinalIgnoreCase)))
        {
            _folders.TryRemove(known, out _);
        }
    }

    private static LibraryFile Describe(DriveItem item, string path) =>
        new(path, item.Id!, item.CTag ?? item.ETag ?? "", item.Size ?? 0, item.WebUrl is { } url ? new Uri(url) : null, ModifiedBy(item));

    private static string? ModifiedBy(DriveItem item) => item.LastModifiedBy?.User?.DisplayName;

    private static string? PathOf(DriveItem item) =>
        item.ParentReference?.Path is { } parent && parent.IndexOf("root:", StringComparison.Ordinal) is >= 0 and var at
            ? (Uri.UnescapeDataString(parent[(at + "root:".Length)..]) + "/" + item.Name).TrimStart('/')
            : null;

    private static void Refuse(string path)
    {
        if (!LibraryPath.IsLegal(path))
        {
            throw new LibraryException(LibraryFaults.NameRefused, path);
        }
    }
}
