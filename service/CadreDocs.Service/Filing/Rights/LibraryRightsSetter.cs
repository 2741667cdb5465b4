using System.Text.Json;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>What setting a school's rights came to.</summary>
/// <param name="Good">True where the library now shows exactly what is wanted.</param>
/// <param name="Changes">Calls that changed something.</param>
/// <param name="Notes">Sentences for people.</param>
internal sealed record RightsOutcome(bool Good, int Changes, IReadOnlyList<RightsNote> Notes);

/// <summary>
/// Sets a school's rights and reads them back; a second run changes nothing. First everything is narrowed, the deepest item first, and
/// only when the library shows all of it as narrow as it shall be is anything given. So a run that dies anywhere leaves nobody with a
/// right that they neither had before nor shall have.
/// </summary>
internal sealed class LibraryRightsSetter(CadreDbContext database, RightsPlanner planner, LibraryCatalog libraries, TimeProvider clock)
{
    private const int Tries = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private int _changes;

    /// <summary>Sets the rights of a school's folders.</summary>
    public async Task<RightsOutcome> RunAsync(string schoolId, CancellationToken cancellationToken)
    {
        IDocumentLibrary library;
        try
        {
            library = await libraries.ForAsync(schoolId, cancellationToken);
        }
        catch (LibraryException fault)
        {
            return await KeepAsync(schoolId, false, [Note(fault, null)], null, cancellationToken);
        }

        return await RunAsync(schoolId, library, cancellationToken);
    }

    /// <summary>The same for a library at hand.</summary>
    internal async Task<RightsOutcome> RunAsync(string schoolId, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        _changes = 0;
        if (library is not ILibraryRights rights)
        {
            await ClosePassesAsync(schoolId, cancellationToken);
            return new RightsOutcome(true, 0, [new RightsNote(
                true, "文件库是本机文件夹：谁能查看由操作系统的文件夹权限决定，这里不设置。", "The library is a folder on this machine: who may read it is up to the operating system; nothing is set here.")]);
        }

        var wanted = await planner.PlanAsync(schoolId, cancellationToken);
        if (wanted.Items.Count == 0)
        {
            return await KeepAsync(schoolId, wanted.Notes.All(note => note.Good), wanted.Notes, null, cancellationToken);
        }

        var own = await OwnAsync(schoolId, cancellationToken);
        var notes = wanted.Notes.ToList();
        string? at = null;
        try
        {
            foreach (var item in wanted.Items)
            {
                at = item.Path;
                await NarrowAsync(rights, item, own, cancellationToken);
            }

            foreach (var item in wanted.Items)
            {
                at = item.Path;
                await WidenAsync(rights, item, cancellationToken);
            }

            if (_changes > 0)
            {
                // A right given above may have flowed into an item that somebody joined to its folder again by hand.
                foreach (var item in wanted.Items)
                {
                    at = item.Path;
                    await NarrowAsync(rights, item, own, cancellationToken);
                    await CheckAsync(rights, item, cancellationToken);
                }
            }

            notes.Insert(0, new RightsNote(true, $"{wanted.Items.Count}个文件夹和文件的权限与规定一致。", $"The rights of {wanted.Items.Count} folders and files are as they shall be."));
            await ClosePassesAsync(schoolId, cancellationToken);
        }
        catch (LibraryException fault)
        {
            notes.Insert(0, Note(fault, at));
        }

        return await KeepAsync(schoolId, notes.TrueForAll(note => note.Good), notes, own, cancellationToken);
    }

    // Afterwards the item has rights of its own, and every one of them is wanted.
    private async Task NarrowAsync(ILibraryRights rights, WantedRights wanted, HashSet<string> own, CancellationToken cancellationToken)
    {
        if (await ReadAsync(rights, wanted, cancellationToken) is not { } now)
        {
            return;
        }

        if (own.Contains(now.ItemId) && now.Grants.All(wanted.Wants))
        {
            return;
        }

        if (!own.Contains(now.ItemId))
        {
            // The library does not tell what comes from above, so the item is cut off once, by a right that its holder shall have.
            await ChangeAsync(() => rights.GrantAsync(now.ItemId, wanted.Writers, write: true, cutOff: true, cancellationToken), cancellationToken);
            now = (await ReadAsync(rights, wanted, cancellationToken))!;
            own.Add(now.ItemId);
        }

        foreach (var grant in now.Grants.Where(grant => !wanted.Wants(grant)))
        {
            await ChangeAsync(() => rights.RevokeAsync(now.ItemId, grant.Id, cancellationToken), cancellationToken);
        }

        var left = (await ReadAsync(rights, wanted, cancellationToken))?.Grants.FirstOrDefault(grant => !wanted.Wants(grant));
        if (left is not null)
        {
            own.Remove(now.ItemId);
            throw new LibraryException(LibraryFaults.RightsRemain, $"{wanted.Path}：{left.Name}");
        }
    }

    private async Task WidenAsync(ILibraryRights rights, WantedRights wanted, CancellationToken cancellationToken)
    {
        if (await ReadAsync(rights, wanted, cancellationToken) is not { } now)
        {
            return;
        }

        var writers = wanted.Writers.Where(login => !now.Grants.Any(grant => grant.Write && grant.IsFor(login))).ToList();
        var readers = wanted.Readers.Where(login => !now.Grants.Any(grant => grant.IsFor(login))).ToList();
        if (writers.Count > 0)
        {
            await ChangeAsync(() => rights.GrantAsync(now.ItemId, writers, write: true, cutOff: false, cancellationToken), cancellationToken);
        }

        if (readers.Count > 0)
        {
            await ChangeAsync(() => rights.GrantAsync(now.ItemId, readers, write: false, cutOff: false, cancellationToken), cancellationToken);
        }
    }

    private async Task CheckAsync(ILibraryRights rights, WantedRights wanted, CancellationToken cancellationToken)
    {
        var now = await ReadAsync(rights, wanted, cancellationToken);
        var missing = now is null ? null : wanted.Writers.FirstOrDefault(login => !now.Grants.Any(grant => grant.Write && grant.IsFor(login)))
            ?? wanted.Readers.FirstOrDefault(login => !now.Grants.Any(grant => grant.IsFor(login)));
        if (missing is not null)
        {
            throw new LibraryException(LibraryFaults.RightsMissing, $"{wanted.Path}：{missing}");
        }
    }

    private async Task<ItemRights?> ReadAsync(ILibraryRights rights, WantedRights wanted, CancellationToken cancellationToken)
    {
        ItemRights? read = null;
        await RetryAsync(async () => read = await rights.RightsAsync(wanted.Path, cancellationToken), cancellationToken);
        return read;
    }

    private async Task ChangeAsync(Func<Task> change, CancellationToken cancellationToken)
    {
        _changes++;
        await RetryAsync(change, cancellationToken);
    }

    // Giving or taking the same right twice comes to the same, so any call may be repeated.
    private async Task RetryAsync(Func<Task> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await call();
                return;
            }
            catch (LibraryException fault) when (fault.Fault.Rule is RetryRule.File or RetryRule.Tenant && attempt < Tries)
            {
                await Task.Delay(fault.RetryAfter ?? TimeSpan.FromMilliseconds(100 << attempt), clock, cancellationToken);
            }
        }
    }

    private async Task ClosePassesAsync(string schoolId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.LibraryPasses.Where(pass => pass.SchoolId == schoolId && pass.RemovedAt == null && pass.Until <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(pass => pass.RemovedAt, now), cancellationToken);
    }

    private async Task<HashSet<string>> OwnAsync(string schoolId, CancellationToken cancellationToken)
    {
        var kept = await database.LibraryRightsReports.AsNoTracking().FirstOrDefaultAsync(report => report.SchoolId == schoolId, cancellationToken);
        return kept is null ? [] : JsonSerializer.Deserialize<KeptRights>(kept.Findings, Json)!.Own.ToHashSet(StringComparer.Ordinal);
    }

    private async Task<RightsOutcome> KeepAsync(string schoolId, bool good, IReadOnlyList<RightsNote> notes, HashSet<string>? own, CancellationToken cancellationToken)
    {
        own ??= await OwnAsync(schoolId, cancellationToken);
        var report = await database.LibraryRightsReports.FirstOrDefaultAsync(item => item.SchoolId == schoolId, cancellationToken);
        report ??= database.LibraryRightsReports.Add(new LibraryRightsReport { SchoolId = schoolId }).Entity;
        (report.At, report.Good, report.Findings) = (clock.GetUtcNow(), good, JsonSerializer.Serialize(new KeptRights(notes, [.. own.Order(StringComparer.Ordinal)]), Json));
        await database.SaveChangesAsync(cancellationToken);
        return new RightsOutcome(good, _changes, notes);
    }

    private static RightsNote Note(LibraryException fault, string? path)
    {
        if (fault.Fault == LibraryFaults.Forbidden)
        {
            return new RightsNote(
                false,
                $"没有设置权限的许可（{path}）：归档只需要 write，设置权限还需要 fullcontrol。请管理员授予，或在 SharePoint 中按说明手工设置；已完成的部分只有收紧，没有放宽。",
                $"Setting rights is not permitted ({path}): filing needs 'write', setting rights needs 'fullcontrol' on this site. Let an administrator grant it, or set the rights in SharePoint by hand; what was done so far only narrowed.");
        }

        var (message, messageEn) = LibraryFaults.Sentences(fault.Fault.Code, fault.Detail);
        return new RightsNote(false, path is null ? message : $"{path}：{message}", path is null ? messageEn : $"{path}: {messageEn}");
    }

    /// <summary>What is kept of a run.</summary>
    /// <param name="Notes">Its sentences.</param>
    /// <param name="Own">Ids of the items that were cut off from the folders above them.</param>
    internal sealed record KeptRights(IReadOnlyList<RightsNote> Notes, IReadOnlyList<string> Own);
}
