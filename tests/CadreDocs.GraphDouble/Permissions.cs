using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>Grants on items, with inheritance.</summary>
public static class Permissions
{
    private static int _ids;

    /// <summary>What holds on an item: its own grants, and those from above while it inherits.</summary>
    public static IReadOnlyList<(ItemGrant Grant, bool Inherited)> Effective(Item item)
    {
        var own = (item.Permissions ?? []).Select(permission => (permission, false));
        return [.. own, .. item.IsInherited && item.Parent is { } parent ? Effective(parent).Select(pair => (pair.Grant, true)) : []];
    }

    internal static Reply Handle(Drive drive, Item item, string action, GraphCall call)
    {
        if (call.Method != "GET" && !drive.MaySetRights)
        {
            throw new RefusedException(403, "accessDenied", "The app's role on this site does not let it set rights.");
        }

        return (call.Method, action) switch
        {
            ("GET", "permissions") => new Reply(200, new JsonObject { ["value"] = new JsonArray([.. Effective(item).Select(pair => Describe(pair.Grant))]) }),
            ("POST", "invite") => Invite(item, call),
            ("DELETE", _) when action.StartsWith("permissions/", StringComparison.Ordinal) => Remove(item, Uri.UnescapeDataString(action["permissions/".Length..])),
            _ => throw new RefusedException(400, "invalidRequest", $"{call.Method} {action} is not known."),
        };
    }

    private static Reply Invite(Item item, GraphCall call)
    {
        var json = call.Json();
        Properties.Check(json, "recipients", "roles", "requireSignIn", "sendInvitation", "message", "expirationDateTime", "password", "retainInheritedPermissions");
        var roles = json["roles"]?.AsArray().Select(role => (string)role!).ToList() ?? [];
        if (roles.Count == 0 || roles.Any(role => role is not ("read" or "write")) || json["recipients"]?.AsArray() is not { Count: > 0 } recipients)
        {
            throw new RefusedException(400, "invalidRequest", "Roles and recipients are needed.");
        }

        foreach (var recipient in recipients)
        {
            Properties.Check(recipient!.AsObject(), "email", "objectId", "alias");
        }

        if (item.IsInherited)
        {
            // The first grant of its own cuts an item off: with a copy of what came from above, or without.
            var kept = (bool?)json["retainInheritedPermissions"] != false
                ? Effective(item).Select(pair => pair.Grant with { Id = NewId() })
                : Effective(item).Select(pair => pair.Grant).Where(grant => grant.Roles.Contains("owner"));
            (item.Permissions, item.IsInherited) = ([.. kept], false);
        }

        var made = new JsonArray();
        foreach (var recipient in recipients)
        {
            // An expiry holds for links only; a person's grant stays until somebody takes it away.
            var who = (string?)recipient!["email"] ?? (string?)recipient["objectId"] ?? throw new RefusedException(400, "invalidRequest", "A recipient needs an address or an id.");
            item.Permissions!.RemoveAll(permission => permission.Email == who && !permission.Roles.Contains("owner"));
            var permission = new ItemGrant(NewId(), who, roles, null);
            item.Permissions.Add(permission);
            made.Add(Describe(permission));
        }

        item.EVersion++;
        return new Reply(200, new JsonObject { ["value"] = made });
    }

    private static string NewId() => "p-" + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);

    private static Reply Remove(Item item, string id)
    {
        if (item.IsInherited && Effective(item).Any(pair => pair.Grant.Id == id))
        {
            throw new RefusedException(400, "invalidRequest", "An inherited permission is removed where it was given.");
        }

        if (item.Permissions?.RemoveAll(permission => permission.Id == id) is not > 0)
        {
            throw new RefusedException(404, "itemNotFound", "The permission was not found.");
        }

        return new Reply(204);
    }

    // SharePoint does not say which grants come from above.
    private static JsonObject Describe(ItemGrant grant) => new()
    {
        ["id"] = grant.Id,
        ["roles"] = new JsonArray([.. grant.Roles.Select(role => JsonValue.Create(role))]),
        ["grantedToV2"] = grant.Email.Contains('@', StringComparison.Ordinal)
            ? new JsonObject { ["user"] = new JsonObject { ["email"] = grant.Email, ["displayName"] = grant.Email } }
            : new JsonObject { ["siteGroup"] = new JsonObject { ["id"] = grant.Email, ["displayName"] = grant.Email } },
    };
}
