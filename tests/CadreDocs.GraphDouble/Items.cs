using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>Calls on files and folders.</summary>
internal static class Items
{
    private const int PageSize = 200;
    private const long MostInOnePut = 250L * 1024 * 1024;

    public static Reply Handle(Tenant tenant, Drive drive, Item? item, Item? parent, string name, string action, GraphCall call)
    {
        if (action == "content" && call.Method == "PUT")
        {
            return Put(drive, item, parent, name, call);
        }

        if (action == "createUploadSession" && call.Method == "POST")
        {
            return Uploads.Create(tenant, drive, item, parent, name, call);
        }

        if (item is null)
        {
            throw new RefusedException(404, "itemNotFound", "The resource could not be found.");
        }

        if (action.StartsWith("delta", StringComparison.Ordinal))
        {
            return Changes.Delta(tenant, drive, action, call);
        }

        if (action.StartsWith("permissions", StringComparison.Ordinal) || action == "invite")
        {
            return Permissions.Handle(drive, item, action, call);
        }

        return (call.Method, action) switch
        {
            ("GET", "") => new Reply(200, drive.Describe(item)),
            ("GET", "content") => Content(tenant, item),
            ("GET", "children") => Children(tenant, drive, item, call),
            ("POST", "children") => AddFolder(drive, item, call),
            ("PATCH", "") => Patch(drive, item, call),
            ("PUT", "") when item.IsFolder => Uploads.Commit(tenant, drive, item, call),
            ("DELETE", "") => Delete(drive, item, call),
            ("GET", "listItem") => new Reply(200, ListItem(item)),
            ("GET", "listItem/fields") => new Reply(200, FieldsOf(item)),
            ("PATCH", "listItem/fields") => SetFields(drive, item, call),
            ("GET", "versions") => new Reply(200, new JsonObject { ["value"] = new JsonArray([.. Enumerable.Range(0, item.Versions.Count + 1).Reverse().Select(number => new JsonObject { ["id"] = $"{number + 1}.0" })]) }),
            _ => throw new RefusedException(400, "invalidRequest", $"{call.Method} {action} is not known."),
        };
    }

    /// <summary>Refuses where a condition of the call does not hold.</summary>
    public static void CheckConditions(Item? item, GraphCall call)
    {
        if (call.Header("If-None-Match") == "*" && item is not null)
        {
            throw new RefusedException(412, "preconditionFailed", "The item exists.");
        }

        if (call.Header("If-Match") is { } tag && tag != "*" && (item is null || (tag != item.ETag && tag != item.CTag)))
        {
            throw item is null ? new RefusedException(404, "itemNotFound", "The resource could not be found.") : new RefusedException(412, "preconditionFailed", "ETag does not match current item's value.");
        }

        CheckLock(item);
    }

    /// <summary>Refuses what somebody has open in Word.</summary>
    public static void CheckLock(Item? item)
    {
        if (item?.LockedBy is { } person && Environment.TickCount64 < item.LockedUntil)
        {
            throw new RefusedException(423, "notAllowed", $"The file is locked for shared use by {person}.", "resourceLocked");
        }
    }

    /// <summary>Writes content under a name.</summary>
    public static Reply Write(Drive drive, Item? item, Item parent, string name, string conflict, StoredContent content)
    {
        if (item is { IsFolder: true } || (item is not null && conflict == "fail"))
        {
            throw new RefusedException(409, "nameAlreadyExists", "An item with the same name already exists.");
        }

        if (drive.Quota is { } quota && drive.Used - (item?.Content.Length ?? 0) + content.Length > quota)
        {
            throw new RefusedException(507, "quotaLimitReached", "The library is full.");
        }

        if (item is not null && conflict == "rename")
        {
            name = Path.GetFileNameWithoutExtension(name) + " 1" + Path.GetExtension(name);
            item = null;
        }

        var status = item is null ? 201 : 200;
        if (item is null)
        {
            item = drive.Add(parent, name, folder: false);
        }
        else
        {
            item.Versions.Add(item.Content);
            item.EVersion++;
            item.CVersion++;
        }

        (item.SentSha256, item.Content) = (content.Sha256, drive.RewritesOffice ? content.Rewritten(1) : content);
        if (item.Content != content)
        {
            content.Forget();
        }

        item.ModifiedBy = "CadreDocs";
        drive.Touch(item);
        return new Reply(status, drive.Describe(item));
    }

    private static Reply Put(Drive drive, Item? item, Item? parent, string name, GraphCall call)
    {
        if (parent is null)
        {
            throw new RefusedException(404, "itemNotFound", "The folder could not be found.");
        }

        if (call.Body.LongLength > MostInOnePut)
        {
            throw new RefusedException(413, "invalidRequest", "Too large for one PUT.");
        }

        NameRules.Check(parent, name, folder: false);
        CheckConditions(item, call);
        if (drive.Sessions.Values.Any(session => session.Parent == parent && session.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException(409, "nameAlreadyExists", "The file is currently being uploaded.");
        }

        return Write(drive, item, parent, name, call.Value("@microsoft.graph.conflictBehavior") ?? "replace", StoredContent.Of(call.Body));
    }

    // The bytes come from another address, which is a secret of its own for a while and takes no token.
    private static Reply Content(Tenant tenant, Item item)
    {
        if (item.IsFolder)
        {
            throw new RefusedException(400, "invalidRequest", "A folder has no content.");
        }

        var reply = new Reply(302);
        reply.Headers["Location"] = new Uri(tenant.Address, "download/" + tenant.OpenDownload(item)).ToString();
        return reply;
    }

    private static Reply Children(Tenant tenant, Drive drive, Item item, GraphCall call)
    {
        var skip = int.Parse(call.Value("$skiptoken") ?? "0", CultureInfo.InvariantCulture);
        var top = int.Parse(call.Value("$top") ?? PageSize.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var all = drive.ChildrenOf(item).OrderBy(child => child.Name, StringComparer.Ordinal).ToList();
        var page = new JsonObject { ["value"] = new JsonArray([.. all.Skip(skip).Take(top).Select(drive.Describe)]) };
        if (all.Count > skip + top)
        {
            page["@odata.nextLink"] = new Uri(tenant.Address, $"v1.0/drives/{Uri.EscapeDataString(drive.Id)}/items/{item.Id}/children?$top={top}&$skiptoken={skip + top}").ToString();
        }

        return new Reply(200, page);
    }

    private static Reply AddFolder(Drive drive, Item parent, GraphCall call)
    {
        var json = call.Json();
        Properties.Check(json, "name", "folder", "description", "@microsoft.graph.conflictBehavior");
        var name = (string?)json["name"] ?? throw new RefusedException(400, "invalidRequest", "A folder needs a name.");
        Properties.Check(json["folder"] as JsonObject ?? throw new RefusedException(400, "invalidRequest", "Only folders are made here."));

        NameRules.Check(parent, name, folder: true);
        return drive.Child(parent, name) is null
            ? new Reply(201, drive.Describe(drive.Add(parent, name, folder: true)))
            : throw new RefusedException(409, "nameAlreadyExists", "An item with the same name already exists under the parent.");
    }

    private static Reply Patch(Drive drive, Item item, GraphCall call)
    {
        CheckConditions(item, call);
        var json = call.Json();
        Properties.Check(json, "name", "parentReference", "description", "@microsoft.graph.conflictBehavior");
        Properties.Check(json["parentReference"] as JsonObject ?? [], "id", "driveId", "path");

        var name = (string?)json["name"] ?? item.Name;
        var parentId = (string?)json["parentReference"]?["id"] ?? item.Parent!.Id;
        var parent = drive.Items.TryGetValue(parentId, out var found) && !found.Deleted ? found : throw new RefusedException(404, "itemNotFound", "The folder was not found.");
        NameRules.Check(parent, name, item.IsFolder);
        if (drive.Child(parent, name) is { } there && there != item)
        {
            throw new RefusedException(409, "nameAlreadyExists", "An item with the same name already exists.");
        }

        drive.Rename(item, parent, name);
        return new Reply(200, drive.Describe(item));
    }

    private static Reply Delete(Drive drive, Item item, GraphCall call)
    {
        CheckConditions(item, call);
        drive.Remove(item);
        return new Reply(204);
    }

    private static Reply SetFields(Drive drive, Item item, GraphCall call)
    {
        CheckConditions(item, call);
        var json = call.Json();
        if (json.FirstOrDefault(field => !drive.Columns.Contains(field.Key) && field.Key != "@odata.type") is { Key: { } unknown })
        {
            throw new RefusedException(400, "invalidRequest", $"Field '{unknown}' is not recognized.");
        }

        foreach (var (key, value) in json)
        {
            item.Fields[key] = (string?)value;
        }

        item.EVersion++;
        if (drive.RewritesOffice && item.Content.Rewritten(item.EVersion) is var rewritten && rewritten.Sha256 != item.Content.Sha256)
        {
            (item.Content, item.CVersion) = (rewritten, item.CVersion + 1);
        }

        drive.Touch(item);
        return new Reply(200, FieldsOf(item));
    }

    private static JsonObject FieldsOf(Item item)
    {
        var fields = new JsonObject { ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture), ["@odata.etag"] = item.ETag };
        foreach (var (key, value) in item.Fields)
        {
            fields[key] = value;
        }

        return fields;
    }

    private static JsonObject ListItem(Item item) => new()
    {
        ["id"] = item.ListItemId.ToString(CultureInfo.InvariantCulture),
        ["fields"] = FieldsOf(item),
    };
}
