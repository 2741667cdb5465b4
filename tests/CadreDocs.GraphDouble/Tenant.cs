using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>A tenant with its sites and libraries: what a call does. One call at a time, as if the database below were one.</summary>
public sealed class Tenant
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Drive> _drives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sites = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Item> _downloads = new(StringComparer.Ordinal);

    /// <summary>Base address of upload URLs, known once the server listens.</summary>
    public Uri Address { get; set; } = new("http://127.0.0.1/");

    /// <summary>Number of calls by method and kind, for counting requests.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    /// <summary>Adds a site with one library and all its columns.</summary>
    public Drive AddSite(string path, IEnumerable<string> columns)
    {
        lock (_lock)
        {
            var number = (_drives.Count + 1).ToString(CultureInfo.InvariantCulture);
            var drive = new Drive("b!drive-" + number, $"example.sharepoint.com,site-{number},web-{number}", "list-" + number);
            drive.Columns.UnionWith(columns);
            _drives[drive.Id] = drive;
            _sites[path] = drive.SiteId;
            return drive;
        }
    }

    /// <summary>All libraries.</summary>
    public IReadOnlyCollection<Drive> Drives => _drives.Values;

    /// <summary>Looks at or changes something while no call runs.</summary>
    public T Inside<T>(Func<T> look)
    {
        lock (_lock)
        {
            return look();
        }
    }

    internal Reply Handle(GraphCall call)
    {
        lock (_lock)
        {
            foreach (var drive in _drives.Values)
            {
                drive.Expire();
            }

            var kind = $"{call.Method} {Kind(call.Path)}";
            Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
            return call.Path.StartsWith("upload/", StringComparison.Ordinal) ? Upload(call)
                : call.Path.StartsWith("download/", StringComparison.Ordinal) ? Download(call)
                : Route(call);
        }
    }

    /// <summary>The folder above the target of a call vanishes.</summary>
    internal void DropFolder(GraphCall call)
    {
        lock (_lock)
        {
            var segments = call.Path.Split('/');
            if (segments.Length < 4 || segments[0] != "drives" || segments[2] != "items" || !_drives.TryGetValue(Uri.UnescapeDataString(segments[1]), out var drive))
            {
                return;
            }

            // Only an empty folder: what was filed must not vanish with it.
            if (drive.Items.TryGetValue(Uri.UnescapeDataString(segments[3]).TrimEnd(':'), out var item) && item is { IsFolder: true, Parent: not null, Deleted: false }
                && !drive.ChildrenOf(item).Any() && !drive.Sessions.Values.Any(session => session.Parent == item))
            {
                drive.Remove(item);
            }
        }
    }

    /// <summary>What a call is about in words that hold in every run: the path of its file, where it names one by an id of ours.</summary>
    internal string SubjectOf(GraphCall call)
    {
        lock (_lock)
        {
            var segments = call.Path.Split('/');
            var last = Uri.UnescapeDataString(segments[^1]);
            return segments[0] switch
            {
                "upload" => _drives.Values.Select(drive => drive.Sessions.GetValueOrDefault(last)).FirstOrDefault(session => session is not null) is { } session
                    ? $"{session.Parent.Path}/{session.Name}" : "",
                "download" => _downloads.GetValueOrDefault(last)?.Path ?? "",
                "drives" when segments.Length > 3 && segments[2] == "items" && _drives.TryGetValue(Uri.UnescapeDataString(segments[1]), out var drive)
                    && drive.Items.TryGetValue(Uri.UnescapeDataString(segments[3]).TrimEnd(':'), out var item) =>
                    $"{item.Path}/{string.Join('/', segments.Skip(4))}",
                _ => call.Path,
            };
        }
    }

    /// <summary>The answer that told a session's address is lost: nobody can go on with it or end it.</summary>
    internal void LoseSession(Reply reply)
    {
        lock (_lock)
        {
            if ((string?)reply.Json?["uploadUrl"] is { } address && _drives.Values.Select(drive => drive.Sessions.GetValueOrDefault(address.Split('/')[^1])).FirstOrDefault(found => found is not null) is { } session)
            {
                session.IsLost = true;
            }
        }
    }

    /// <summary>Somebody has the file of an answer open for a second and a half.</summary>
    internal void OpenInWord(Reply reply)
    {
        lock (_lock)
        {
            if ((string?)reply.Json?["id"] is { } id && _drives.Values.Select(drive => drive.Items.GetValueOrDefault(id)).FirstOrDefault(found => found is not null) is { IsFolder: false } item)
            {
                (item.LockedBy, item.LockedUntil) = ("王芳", Environment.TickCount64 + 1500);
            }
        }
    }

    /// <summary>The session of an upload URL dies.</summary>
    internal void DropSession(GraphCall call)
    {
        lock (_lock)
        {
            foreach (var drive in _drives.Values)
            {
                if (call.Path.StartsWith("upload/", StringComparison.Ordinal) && drive.Sessions.Remove(call.Path["upload/".Length..], out var session))
                {
                    Uploads.Forget(session);
                }
            }
        }
    }

    /// <summary>The file that a call is about, for refusals that name it.</summary>
    internal static string Kind(string path) =>
        path.StartsWith("upload/", StringComparison.Ordinal) ? "upload"
        : path.StartsWith("download/", StringComparison.Ordinal) ? "download"
        : path.EndsWith("/content", StringComparison.Ordinal) ? "content"
        : path.EndsWith("/createUploadSession", StringComparison.Ordinal) ? "createUploadSession"
        : path.EndsWith("/children", StringComparison.Ordinal) ? "children"
        : path.EndsWith("/listItem/fields", StringComparison.Ordinal) ? "fields"
        : path.Contains("/permissions", StringComparison.Ordinal) || path.EndsWith("/invite", StringComparison.Ordinal) ? "permissions"
        : path.EndsWith("$batch", StringComparison.Ordinal) ? "batch"
        : path.Contains("/delta", StringComparison.Ordinal) ? "delta"
        : "item";

    /// <summary>Makes an address from which a file can be fetched without a token.</summary>
    internal string OpenDownload(Item item)
    {
        var secret = Guid.NewGuid().ToString("N");
        _downloads[secret] = item;
        return secret;
    }

    /// <summary>All addresses for fetching run out.</summary>
    public void ExpireDownloads()
    {
        lock (_lock)
        {
            _downloads.Clear();
        }
    }

    private Reply Download(GraphCall call)
    {
        if (call.Header("Authorization") is not null)
        {
            throw new RefusedException(401, "unauthenticated", "A download URL takes no Authorization header.");
        }

        var item = _downloads.TryGetValue(call.Path["download/".Length..], out var found) && !found.Deleted ? found : throw new RefusedException(401, "unauthenticated", "The address has run out.");
        var content = item.Content.Open();
        if (call.Header("Range") is not { } range)
        {
            return new Reply(200, null, content);
        }

        content.Position = long.Parse(range["bytes=".Length..].TrimEnd('-'), CultureInfo.InvariantCulture);
        return new Reply(206, null, content);
    }

    private Reply Upload(GraphCall call)
    {
        if (call.Header("Authorization") is not null)
        {
            throw new RefusedException(401, "unauthenticated", "An upload URL takes no Authorization header.");
        }

        var id = call.Path["upload/".Length..];
        var drive = _drives.Values.FirstOrDefault(item => item.Sessions.ContainsKey(id)) ?? throw new RefusedException(404, "itemNotFound", "The upload session was not found.");
        return Uploads.Handle(drive, drive.Sessions[id], call);
    }

    private Reply Route(GraphCall call)
    {
        var path = call.Path;
        if (path.StartsWith("sites/", StringComparison.Ordinal))
        {
            return Site(call, path["sites/".Length..]);
        }

        if (!path.StartsWith("drives/", StringComparison.Ordinal))
        {
            throw new RefusedException(400, "invalidRequest", $"Unknown path {path}.");
        }

        var rest = path["drives/".Length..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        var drive = Find(Uri.UnescapeDataString(end < 0 ? rest : rest[..end]));
        rest = end < 0 ? "" : rest[(end + 1)..];
        if (!drive.Granted)
        {
            throw new RefusedException(403, "accessDenied", "The app has no role on this site.");
        }

        if (rest.Length == 0)
        {
            return new Reply(200, new JsonObject { ["id"] = drive.Id, ["driveType"] = "documentLibrary", ["quota"] = new JsonObject { ["remaining"] = drive.Quota - drive.Used } });
        }

        if (rest.StartsWith("list", StringComparison.Ordinal))
        {
            return rest switch
            {
                "list" => new Reply(200, new JsonObject { ["id"] = drive.ListId }),
                "list/columns" when call.Method == "GET" => new Reply(200, new JsonObject { ["value"] = new JsonArray([.. drive.Columns.Select(name => new JsonObject { ["id"] = name, ["name"] = name })]) }),
                "list/columns" when call.Method == "POST" => AddColumn(drive, call),
                _ => throw new RefusedException(400, "invalidRequest", "Unknown path."),
            };
        }

        var (item, parent, name, action) = Locate(drive, rest);
        return Items.Handle(this, drive, item, parent, name, action, call);
    }

    private static Reply AddColumn(Drive drive, GraphCall call)
    {
        var json = call.Json();
        Properties.Check(json, "name", "displayName", "description", "columnGroup", "enforceUniqueValues", "hidden", "indexed", "required", "defaultValue", "text");
        Properties.Check(json["text"] as JsonObject ?? [], "allowMultipleLines", "appendChangesToExistingText", "linesForEditing", "maxLength", "textType");
        var name = (string?)json["name"] ?? throw new RefusedException(400, "invalidRequest", "A column needs a name.");
        return drive.Columns.Add(name) ? new Reply(201, new JsonObject { ["id"] = name, ["name"] = name }) : throw new RefusedException(409, "nameAlreadyExists", "The column is there.");
    }

    private Reply Site(GraphCall call, string rest)
    {
        if (rest.Contains(":/", StringComparison.Ordinal))
        {
            var (host, path) = (rest[..rest.IndexOf(':', StringComparison.Ordinal)], Uri.UnescapeDataString(rest[(rest.IndexOf(':', StringComparison.Ordinal) + 1)..]).TrimEnd(':'));
            return host == "example.sharepoint.com" && _sites.TryGetValue(path, out var found)
                ? new Reply(200, new JsonObject { ["id"] = found, ["webUrl"] = "https://example.sharepoint.com" + path })
                : throw new RefusedException(404, "itemNotFound", "The site was not found.");
        }

        var parts = rest.Split('/');
        var drives = _drives.Values.Where(drive => drive.SiteId == Uri.UnescapeDataString(parts[0])).ToList();
        if (drives.Count == 0)
        {
            throw new RefusedException(404, "itemNotFound", "The site was not found.");
        }

        if (!drives[0].Granted)
        {
            throw new RefusedException(403, "accessDenied", "The app has no role on this site.");
        }

        return parts.Length > 1 && parts[1] == "drives" && call.Method == "GET"
            ? new Reply(200, new JsonObject { ["value"] = new JsonArray([.. drives.Select(drive => new JsonObject { ["id"] = drive.Id, ["name"] = "Documents" })]) })
            : parts.Length > 1 && parts[1] == "drive"
                ? new Reply(200, new JsonObject { ["id"] = drives[0].Id })
                : throw new RefusedException(400, "invalidRequest", "Unknown path.");
    }

    private Drive Find(string id) => _drives.TryGetValue(id, out var drive) ? drive : throw new RefusedException(404, "itemNotFound", "The drive was not found.");

    // root | root:/a/b: | items/{id} | items/{id}:/a/b: , each with an action behind.
    private static (Item? Item, Item? Parent, string Name, string Action) Locate(Drive drive, string rest)
    {
        Item start;
        string after;
        if (rest.StartsWith("root", StringComparison.Ordinal))
        {
            (start, after) = (drive.Root, rest["root".Length..]);
        }
        else if (rest.StartsWith("items/", StringComparison.Ordinal))
        {
            var tail = rest["items/".Length..];
            var end = tail.AsSpan().IndexOfAny('/', ':');
            var id = Uri.UnescapeDataString(end < 0 ? tail : tail[..end]);
            start = id == "root" ? drive.Root : drive.Items.TryGetValue(id, out var found) && !found.Deleted ? found : throw new RefusedException(404, "itemNotFound", "The item was not found.");
            after = end < 0 ? "" : tail[end..];
        }
        else
        {
            throw new RefusedException(400, "invalidRequest", "Unknown path.");
        }

        if (!after.StartsWith(":/", StringComparison.Ordinal))
        {
            return (start, start.Parent, start.Name, after.TrimStart('/'));
        }

        var close = after.IndexOf(':', 2);
        var names = (close < 0 ? after[2..] : after[2..close]).Split('/').Select(Uri.UnescapeDataString).ToList();
        var action = close < 0 ? "" : after[(close + 1)..].TrimStart('/');
        var at = start;
        foreach (var folder in names.SkipLast(1))
        {
            at = drive.Child(at, folder);
            if (at is not { IsFolder: true })
            {
                return (null, null, names[^1], action);
            }
        }

        return (drive.Child(at, names[^1]), at, names[^1], action);
    }
}
