namespace CadreDocs.Service.Filing.Rights;

/// <summary>A library whose folders and files have rights of their own. A local folder has none that we could set.</summary>
internal interface ILibraryRights
{
    /// <summary>Who may do what with an item; null where it is not there.</summary>
    Task<ItemRights?> RightsAsync(string path, CancellationToken cancellationToken);

    /// <summary>The same for an item known by its id.</summary>
    Task<ItemRights?> RightsOfAsync(string itemId, CancellationToken cancellationToken);

    /// <summary>Gives people a role on an item.</summary>
    /// <param name="itemId">The item.</param>
    /// <param name="logins">E-mail addresses or object ids.</param>
    /// <param name="write">True to edit, false to read.</param>
    /// <param name="cutOff">True: what came from the folder above holds no longer; the item has rights of its own from now on.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task GrantAsync(string itemId, IReadOnlyList<string> logins, bool write, bool cutOff, CancellationToken cancellationToken);

    /// <summary>Takes a grant away; one that is gone already is no fault.</summary>
    Task RevokeAsync(string itemId, string grantId, CancellationToken cancellationToken);
}

/// <summary>The rights on an item.</summary>
/// <param name="ItemId">Id of the item.</param>
/// <param name="Grants">All grants that hold. The library does not say which of them come from above.</param>
internal sealed record ItemRights(string ItemId, IReadOnlyList<ItemGrant> Grants);

/// <summary>One grant.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Logins">The addresses and ids that the library knows the holder by; empty for a sharing link.</param>
/// <param name="Name">Who it is for, in words.</param>
/// <param name="Write">May edit.</param>
/// <param name="Owner">The site's own owners, who are never touched.</param>
internal sealed record ItemGrant(string Id, IReadOnlyList<string> Logins, string Name, bool Write, bool Owner)
{
    /// <summary>True where it is this person's.</summary>
    public bool IsFor(string login) => Logins.Contains(login, StringComparer.OrdinalIgnoreCase);
}
