using System.Collections.Concurrent;
using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>Narrows the rights on single items and reads them back. Every step may be repeated, also by several workers at once.</summary>
/// <param name="rights">The library.</param>
/// <param name="own">Ids of items that are known to be cut off from the folders above them.</param>
/// <param name="clock">Waits between attempts.</param>
internal sealed class RightsNarrower(ILibraryRights rights, IEnumerable<string> own, TimeProvider clock)
{
    private const int Tries = 4;

    private readonly ConcurrentDictionary<string, bool> _own = new(own.Select(id => KeyValuePair.Create(id, true)), StringComparer.Ordinal);
    private int _changes;

    /// <summary>Calls that changed something so far.</summary>
    public int Changes => _changes;

    /// <summary>Ids of the items that are cut off from the folders above them.</summary>
    public IEnumerable<string> Own => _own.Keys.Order(StringComparer.Ordinal);

    /// <summary>Afterwards the item has rights of its own, and every one of them is wanted.</summary>
    /// <exception cref="LibraryException">The library refused, or a right stays that nobody wants.</exception>
    public async Task NarrowAsync(ItemRights? now, WantedRights wanted, CancellationToken cancellationToken)
    {
        if (now is null || (_own.ContainsKey(now.ItemId) && now.Grants.All(wanted.Wants)))
        {
            return;
        }

        var id = now.ItemId;
        if (_own.ContainsKey(id) && !await TryRevokeAsync(now, wanted, cancellationToken))
        {
            // Somebody joined it to its folder again: what flows in from there cannot be taken away here, only cut off once more.
            _own.TryRemove(id, out _);
        }

        if (!_own.ContainsKey(id))
        {
            // The library does not tell what comes from above, so the item is cut off once, by a right that its holder shall have.
            await ChangeAsync(() => rights.GrantAsync(id, wanted.Writers, write: true, cutOff: true, cancellationToken), cancellationToken);
            _own[id] = true;
            if (await ReadAsync(id, cancellationToken) is { } cut)
            {
                await RevokeAsync(cut, wanted, cancellationToken);
            }
        }

        if ((await ReadAsync(id, cancellationToken))?.Grants.FirstOrDefault(grant => !wanted.Wants(grant)) is { } left)
        {
            _own.TryRemove(id, out _);
            throw new LibraryException(LibraryFaults.RightsRemain, $"{wanted.Path}：{left.Name}");
        }
    }

    /// <summary>The rights on an item; null where it is gone.</summary>
    public Task<ItemRights?> ReadAsync(string itemId, CancellationToken cancellationToken) => RetryAsync(() => rights.RightsOfAsync(itemId, cancellationToken), cancellationToken);

    /// <summary>The rights at a path; null where nothing is there.</summary>
    public Task<ItemRights?> ReadAtAsync(string path, CancellationToken cancellationToken) => RetryAsync(() => rights.RightsAsync(path, cancellationToken), cancellationToken);

    /// <summary>Gives people a role on an item.</summary>
    public Task GrantAsync(string itemId, IReadOnlyList<string> logins, bool write, CancellationToken cancellationToken) =>
        ChangeAsync(() => rights.GrantAsync(itemId, logins, write, cutOff: false, cancellationToken), cancellationToken);

    private async Task<bool> TryRevokeAsync(ItemRights now, WantedRights wanted, CancellationToken cancellationToken)
    {
        try
        {
            await RevokeAsync(now, wanted, cancellationToken);
            return true;
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.Refused)
        {
            return false;
        }
    }

    private async Task RevokeAsync(ItemRights now, WantedRights wanted, CancellationToken cancellationToken)
    {
        foreach (var grant in now.Grants.Where(grant => !wanted.Wants(grant)))
        {
            await ChangeAsync(() => rights.RevokeAsync(now.ItemId, grant.Id, cancellationToken), cancellationToken);
        }
    }

    private Task<bool> ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _changes);
        return RetryAsync(
            async () =>
            {
                await change();
                return true;
            }, cancellationToken);
    }

    // Giving or taking the same right twice comes to the same, so any call may be repeated.
    private async Task<T> RetryAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (LibraryException fault) when (fault.Fault.Rule is RetryRule.File or RetryRule.Tenant && attempt < Tries)
            {
                await Task.Delay(fault.RetryAfter ?? TimeSpan.FromMilliseconds(100 << attempt), clock, cancellationToken);
            }
        }
    }
}
