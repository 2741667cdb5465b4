using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;
using Microsoft.Graph.Drives.Item.Items.Item.Invite;
using Microsoft.Graph.Models;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Rights by the sharing calls. SharePoint neither says which grants come from above nor lets a person's grant expire by itself.</summary>
internal sealed partial class GraphDocumentLibrary : ILibraryRights
{
    public async Task<ItemRights?> RightsAsync(string path, CancellationToken cancellationToken) =>
        await ItemAsync(path, cancellationToken) is { Id: { } id } ? await RightsOfAsync(id, cancellationToken) : null;

    public async Task<ItemRights?> RightsOfAsync(string itemId, CancellationToken cancellationToken)
    {
        var grants = new List<ItemGrant>();
        try
        {
            var page = await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[itemId].Permissions.GetAsync(cancellationToken: cancellationToken), cancellationToken);
            while (page is not null)
            {
                grants.AddRange((page.Value ?? []).Select(Describe));
                page = page.OdataNextLink is { } next
                    ? await GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[itemId].Permissions.WithUrl(next).GetAsync(cancellationToken: cancellationToken), cancellationToken)
                    : null;
            }
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            return null;
        }

        return new ItemRights(itemId, grants);
    }

    public Task GrantAsync(string itemId, IReadOnlyList<string> logins, bool write, bool cutOff, CancellationToken cancellationToken)
    {
        var body = new InvitePostRequestBody
        {
            Recipients = [.. logins.Select(login => login.Contains('@', StringComparison.Ordinal) ? new DriveRecipient { Email = login } : new DriveRecipient { ObjectId = login })],
            Roles = [write ? "write" : "read"],
            RequireSignIn = true,
            SendInvitation = false,
            RetainInheritedPermissions = !cutOff,
        };
        return GraphFaults.GuardAsync(() => Graph.Drives[driveId].Items[itemId].Invite.PostAsInvitePostResponseAsync(body, cancellationToken: cancellationToken), cancellationToken);
    }

    public async Task RevokeAsync(string itemId, string grantId, CancellationToken cancellationToken)
    {
        try
        {
            await GraphFaults.GuardAsync(
                async () =>
                {
                    await Graph.Drives[driveId].Items[itemId].Permissions[grantId].DeleteAsync(cancellationToken: cancellationToken);
                    return true;
                }, cancellationToken);
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.FolderGone)
        {
            // Taken away before and the answer lost.
        }
    }

    private static ItemGrant Describe(Permission permission)
    {
        var roles = permission.Roles ?? [];
        var logins = new List<string>();
        foreach (var identity in new Microsoft.Graph.Models.Identity?[] { permission.GrantedToV2?.User, permission.GrantedToV2?.SiteUser, permission.GrantedToV2?.Group, permission.GrantedToV2?.SiteGroup })
        {
            Add(identity?.Id);
            Add(identity?.AdditionalData.TryGetValue("email", out var email) == true ? email?.ToString() : null);
        }

        // i:0#.f|membership|name@school.example
        Add(permission.GrantedToV2?.SiteUser?.LoginName?.Split('|')[^1]);
        Add(permission.Invitation?.Email);
        var name = permission.GrantedToV2?.User?.DisplayName ?? permission.GrantedToV2?.Group?.DisplayName ?? permission.GrantedToV2?.SiteGroup?.DisplayName
            ?? permission.GrantedToV2?.SiteUser?.DisplayName ?? permission.Invitation?.Email ?? (permission.Link is not null ? "link" : permission.Id!);
        return new ItemGrant(
            permission.Id!, logins, name, roles.Contains("write"),
            roles.Any(role => role is "owner" or "sp.owner" or "sp.full control"));

        void Add(string? login)
        {
            if (login is { Length: > 0 })
            {
                logins.Add(login);
            }
        }
    }
}
