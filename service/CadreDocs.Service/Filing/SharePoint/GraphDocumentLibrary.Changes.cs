using CadreDocs.Service.Filing.Libraries;
using Microsoft.Graph.Drives.Item.Items.Item.Delta;
using Microsoft.Graph.Models;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Changes by delta, which SharePoint has for a whole library only. Items come by id, without a path, and may come twice: the last counts.</summary>
internal sealed partial class GraphDocumentLibrary
{
    public string Id => driveId;

    public async Task<LibraryChanges> ChangesAsync(IReadOnlyCollection<string> folders, string? since, CancellationToken cancellationToken)
    {
        Dictionary<string, DriveItem> items;
        string next;
        try
        {
            (items, next) = await DeltaAsync(since, cancellationToken);
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.StartOver && since is not null)
        {
            // The library no longer knows what it told us last: everything is looked at again.
            since = null;
            (items, next) = await DeltaAsync(null, cancellationToken);
        }

        var files = new List<LibraryFile>();
        var gone = new List<string>();
        var paths = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var item in items.Values)
        {
            if (item.Deleted is not null)
            {
                gone.Add(item.Id!);
            }
            else if (item.File is not null && await FolderPathAsync(item.ParentReference?.Id, items, paths, cancellationToken) is { } folder)
            {
                files.Add(Describe(item, folder.Length == 0 ? item.Name! : folder + "/" + item.Name));
            }
        }

        return new LibraryChanges(files, gone, Whole: since is null, next);
    }

    private async Task<(Dictionary<string, DriveItem> Items, string Next)> DeltaAsync(string? since, CancellationToken cancellationToken)
    {
        var items = new Dictionary<string, DriveItem>(StringComparer.Ordinal);
        var url = since ?? $"{DriveUrl}/root/delta";
        while (true)
        {
            var page = await GraphFaults.GuardAsync(
                () => new DeltaRequestBuilder(url, Graph.RequestAdapter).GetAsDeltaGetResponseAsync(cancellationToken: cancellationToken), cancellationToken);
            foreach (var item in page?.Value ?? [])
            {
                items[item.Id!] = item;
            }

            if (page?.OdataDeltaLink is { } last)
            {
                return (items, last);
            }

            url = page?.OdataNextLink ?? throw new LibraryException(LibraryFaults.ConnectionLost, "delta");
        }
    }

    // From what the answer holds itself as far as it goes, then by asking for the folder, once each. Null where it is gone.
    private async Task<string?> FolderPathAsync(string? id, Dictionary<string, DriveItem> items, Dictionary<string, string?> paths, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return null;
        }

        if (paths.TryGetValue(id, out var known))
        {
            return known;
        }

        string? path;
        if (items.TryGetValue(id, out var folder))
        {
            var above = folder.Root is not null || folder.Deleted is not null ? null : await FolderPathAsync(folder.ParentReference?.Id, items, paths, cancellationToken);
            path = folder.Root is not null ? "" : above is null ? null : above.Length == 0 ? folder.Name : above + "/" + folder.Name;
        }
        else
        {
            try
            {
                var asked = await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[id].GetAsync(cancellationToken: cancellationToken), cancellationToken);
                path = asked?.Root is not null ? "" : asked is null ? null : PathOf(asked);
            }
            catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
            {
                path = null;
            }
        }

        paths[id] = path;
        return path;
    }
}
