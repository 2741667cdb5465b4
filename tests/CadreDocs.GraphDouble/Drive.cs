using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>A file or folder.</summary>
public sealed class Item
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public Item? Parent { get; set; }

    public bool IsFolder { get; init; }

    /// <summary>Stored bytes; a large file lies on disk.</summary>
    public StoredContent Content { get; set; } = StoredContent.Empty;

    /// <summary>Counts every change of content or metadata.</summary>
    public int EVersion { get; set; } = 1;

    /// <summary>Counts changes of content.</summary>
    public int CVersion { get; set; } = 1;

    /// <summary>Earlier contents, newest last.</summary>
    public List<StoredContent> Versions { get; } = [];

    public int ListItemId { get; init; }

    public Dictionary<string, string?> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Own permissions; null while they come from the folder above.</summary>
    public List<ItemGrant>? Permissions { get; set; }

    public bool IsInherited { get; set; } = true;

    /// <summary>Number of the last change, for delta.</summary>
    public long Changed { get; set; }

    public bool Deleted { get; set; }

    /// <summary>Who has it open in Word; null while nobody does.</summary>
    public string? LockedBy { get; set; }

    /// <summary>Until when, in milliseconds of this machine's uptime.</summary>
    public long LockedUntil { get; set; } = long.MaxValue;

    /// <summary>SHA-256 of the content as it was sent, before the library wrote into it.</summary>
    public string? SentSha256 { get; set; }

    public string ModifiedBy { get; set; } = "CadreDocs";

    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"{{{Id}}},{EVersion}\"");

    public string CTag => string.Create(CultureInfo.InvariantCulture, $"\"c:{{{Id}}},{CVersion}\"");

    /// <summary>Path from the root, decoded; empty for the root.</summary>
    public string Path => Parent is null ? "" : Parent.Path.Length == 0 ? Name : Parent.Path + "/" + Name;
}

/// <summary>A grant on an item.</summary>
public sealed record ItemGrant(string Id, string Email, IReadOnlyList<string> Roles, DateTimeOffset? Expires);

/// <summary>An open upload session.</summary>
public sealed class UploadSession
{
    public required string Id { get; init; }

    public required Item Parent { get; init; }

    public required string Name { get; init; }

    /// <summary>The item it replaces; null for a new one.</summary>
    public Item? Replaces { get; init; }

    public required string Conflict { get; init; }

    public long? Total { get; set; }

    public long Received { get; set; }

    /// <summary>True where nobody knows its address: its answer was lost, or whoever had it died before noting it down.</summary>
    public bool IsLost { get; set; }

    /// <summary>When it was used last, in milliseconds of this machine's uptime.</summary>
    public long UsedAt { get; set; } = Environment.TickCount64;

    public required FileStream Bytes { get; init; }
}

/// <summary>A document library.</summary>
public sealed class Drive
{
    private readonly Dictionary<(string Parent, string Name), Item> _children = [];
    private long _changes;
    private int _listItems;

    public Drive(string id, string siteId, string listId)
    {
        (Id, SiteId, ListId) = (id, siteId, listId);
        Root = new Item { Id = id + "-root", Name = "root", IsFolder = true, ListItemId = 0, IsInherited = false, Permissions = [new ItemGrant("p-owners", "owners@example.com", ["owner"], null), new ItemGrant("p-members", "5", ["write"], null), new ItemGrant("p-visitors", "4", ["read"], null)] };
        Items[Root.Id] = Root;
    }

    public string Id { get; }

    public string SiteId { get; }

    public string ListId { get; }

    public Item Root { get; }

    public Dictionary<string, Item> Items { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, UploadSession> Sessions { get; } = [];

    /// <summary>Columns that the library has, beside the built-in ones.</summary>
    public HashSet<string> Columns { get; } = new(StringComparer.Ordinal);

    /// <summary>False: the app has no role on this site.</summary>
    public bool Granted { get; set; } = true;

    /// <summary>False: the app's role on the site is 'write', which does not let it set rights.</summary>
    public bool MaySetRights { get; set; } = true;

    /// <summary>True: Office files are rewritten when they arrive and again when columns are set.</summary>
    public bool RewritesOffice { get; set; }

    /// <summary>Delta tokens below this are no longer known: 410.</summary>
    public long OldestToken { get; set; }

    /// <summary>How long a session lives without a fragment.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one lives whose address nobody knows.</summary>
    public TimeSpan LostSessionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Bytes that fit; null for no limit.</summary>
    public long? Quota { get; set; }

    public long Used => Items.Values.Where(item => !item.Deleted).Sum(item => item.Content.Length);

    /// <summary>Forgets sessions that nobody used for long.</summary>
    public void Expire()
    {
        foreach (var session in Sessions.Values.Where(session => Environment.TickCount64 - session.UsedAt > (session.IsLost ? LostSessionLifetime : SessionLifetime).TotalMilliseconds).ToList())
        {
            Sessions.Remove(session.Id);
            Uploads.Forget(session);
        }
    }

    public Item? Child(Item parent, string name) =>
        _children.TryGetValue((parent.Id, name.ToUpperInvariant()), out var item) ? item : null;

    public IEnumerable<Item> ChildrenOf(Item parent) => Items.Values.Where(item => item.Parent == parent && !item.Deleted);

    public Item Add(Item parent, string name, bool folder)
    {
        var item = new Item { Id = Guid.NewGuid().ToString("N").ToUpperInvariant(), Name = name, Parent = parent, IsFolder = folder, ListItemId = ++_listItems };
        Items[item.Id] = item;
        _children[(parent.Id, name.ToUpperInvariant())] = item;
        Touch(item);
        return item;
    }

    public void Remove(Item item)
    {
        foreach (var child in ChildrenOf(item).ToList())
        {
            Remove(child);
        }

        item.Deleted = true;
        _children.Remove((item.Parent!.Id, item.Name.ToUpperInvariant()));
        Touch(item);
    }

    public void Rename(Item item, Item parent, string name)
    {
        _children.Remove((item.Parent!.Id, item.Name.ToUpperInvariant()));
        (item.Parent, item.Name) = (parent, name);
        _children[(parent.Id, name.ToUpperInvariant())] = item;
        item.EVersion++;
        Touch(item);
    }

    public void Touch(Item item) => item.Changed = ++_changes;

    /// <summary>Changes after a token, and the token for the next time.</summary>
    public (IReadOnlyList<Item> Items, long Token) Delta(long after) =>
        (Items.Values.Where(item => item.Changed > after).OrderBy(item => item.Changed).ToList(), _changes);

    public JsonObject Describe(Item item)
    {
        var json = new JsonObject
        {
            ["id"] = item.Id,
            ["name"] = item.Name,
            ["eTag"] = item.ETag,
            ["webUrl"] = "https://example.sharepoint.com/sites/a/" + string.Join('/', item.Path.Split('/').Select(Uri.EscapeDataString)),
            ["lastModifiedBy"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = item.ModifiedBy } },
        };
        if (item.Parent is { } parent)
        {
            json["parentReference"] = new JsonObject
            {
                ["driveId"] = Id,
                ["id"] = parent.Id,
                ["path"] = $"/drives/{Id}/root:" + (parent.Path.Length == 0 ? "" : "/" + string.Join('/', parent.Path.Split('/').Select(Uri.EscapeDataString))),
            };
        }
        else
        {
            json["root"] = new JsonObject();
        }

        if (item.Deleted)
        {
            json["deleted"] = new JsonObject { ["state"] = "deleted" };
        }

        if (item.IsFolder)
        {
            json["folder"] = new JsonObject { ["childCount"] = ChildrenOf(item).Count() };
        }
        else
        {
            json["size"] = item.Content.Length;
            json["cTag"] = item.CTag;
            json["file"] = new JsonObject { ["hashes"] = new JsonObject { ["quickXorHash"] = item.Content.QuickXor } };
        }

        return json;
    }
}
