using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>Grants on items, with inheritance.</summary>
internal static class Permissions
{
    private static int _ids;

    /// <summary>What holds on an item: its own grants, and those from above while it inherits.</summary>
    public static IReadOnlyList<(ItemGrant Grant, bool Inherited)> Effective(Item item)
    {
        var own = (item.Permissions ?? []).Select(permission => (permission, false));
        return [.. own, .. item.IsInherited && item.Parent is { } parent ? Effective(parent).Select(pair => (pair.Grant, true)) : []];
    }

    public static Reply Handle(Item item, string action, GraphCall call) => (call.Method, action) switch
    {
        ("GET", "permissions") => new Reply(200, new JsonObject { ["value"] = new JsonArray([.. Effective(item).Select(Describe)]) }),
        ("POST", "invite") => Invite(item, call),
        ("DELETE", _) when action.StartsWith("permissions/", StringComparison.Ordinal) => Remove(item, action["permissions/".Length..]),
        _ => throw new RefusedException(400, "invalidRequest", $"{call.Method} {action} is not known."),
    };

    private static Reply Invite(Item item, GraphCall call)
    {
        var json = call.Json();
        var roles = json["roles"]?.AsArray().Select(role => (string)role!).ToList() ?? [];
        if (roles.Count == 0 || roles.Any(role => role is not ("read" or "write" or "owner")) || json["recipients"]?.AsArray() is not { Count: > 0 } recipients)
        {
            throw new RefusedException(400, "invalidRequest", "Roles and recipients are needed.");
        }

        if ((bool?)json["retainInheritedPermissions"] == false && item.IsInherited)
        {
            // The first grant with this switch cuts the item off from the folder above.
            (item.IsInherited, item.Permissions) = (false, [new ItemGrant("p-owners", "owners@example.com", ["owner"], null)]);
        }

        var expires = (string?)json["expirationDateTime"] is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : (DateTimeOffset?)null;
        var made = new JsonArray();
        foreach (var recipient in recipients)
        {
            var email = (string?)recipient!["email"] ?? throw new RefusedException(400, "invalidRequest", "A recipient needs an address.");
            item.Permissions ??= [];
            item.Permissions.RemoveAll(permission => permission.Email == email);
            var permission = new ItemGrant("p-" + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture), email, roles, expires);
            item.Permissions.Add(permission);
            made.Add(Describe((permission, false)));
        }

        item.EVersion++;
        return new Reply(200, new JsonObject { ["value"] = made });
    }

    private static Reply Remove(Item item, string id)
    {
        if (item.Permissions?.RemoveAll(permission => permission.Id == id) is not > 0)
        {
            throw new RefusedException(404, "itemNotFound", "The permission was not found here; an inherited one is removed above.");
        }

        return new Reply(204);
    }

    private static JsonObject Describe((ItemGrant Grant, bool Inherited) grant)
    {
        var json = new JsonObject
        {
            ["id"] = grant.Grant.Id,
            ["roles"] = new JsonArray([.. grant.Grant.Roles.Select(role => JsonValue.Create(role))]),
            ["grantedToV2"] = new JsonObject { ["user"] = new JsonObject { ["email"] = grant.Grant.Email, ["displayName"] = grant.Grant.Email } },
        };
        if (grant.Grant.Expires is { } expires)
        {
            json["expirationDateTime"] = expires.ToString("O", CultureInfo.InvariantCulture);
        }

        if (grant.Inherited)
        {
            json["inheritedFrom"] = new JsonObject { ["path"] = "above" };
        }

        return json;
    }
}
