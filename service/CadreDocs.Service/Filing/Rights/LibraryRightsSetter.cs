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
internal sealed class LibraryRightsSetter(CadreDbContext database, RightsPlanner planner, RightsPolicy policy, LibraryCatalog libraries, TimeProvider clock)
{
    /// <summary>Sets the rights of a school's folders, where they are ours to set.</summary>
    public async Task<RightsOutcome> RunAsync(string schoolId, CancellationToken cancellationToken)
    {
        if (policy.AreTheOwners)
        {
            return new RightsOutcome(true, 0, [RightsPolicy.OwnersNote]);
        }

        IDocumentLibrary library;
        try
        {
            library = await libraries.ForAsync(schoolId, cancellationToken);
        }
        catch (LibraryException fault)
        {
            return await KeepAsync(schoolId, false, [Note(fault, null)], null, null, cancellationToken);
        }

        return await RunAsync(schoolId, library, cancellationToken);
    }

    /// <summary>The same for a library at hand.</summary>
    internal async Task<RightsOutcome> RunAsync(string schoolId, IDocumentLibrary library, CancellationToken cancellationToken)
    {
        if (library is not ILibraryRights rights)
        {
            await ClosePassesAsync(schoolId, cancellationToken);
            return new RightsOutcome(true, 0, [new RightsNote(
                true, "文件库是本机文件夹：谁能查看由操作系统的文件夹权限决定，这里不设置。", "The library is a folder on this machine: who may read it is up to the operating system; nothing is set here.")]);
        }

        var wanted = await planner.PlanAsync(schoolId, cancellationToken);
        if (wanted.Items.Count == 0)
        {
            return await KeepAsync(schoolId, wanted.Notes.All(note => note.Good), wanted.Notes, null, wanted, cancellationToken);
        }

        var narrower = new RightsNarrower(rights, await OwnAsync(schoolId, cancellationToken), clock);
        var notes = wanted.Notes.ToList();
        string? at = null;
        try
        {
            foreach (var item in wanted.Items)
            {
                at = item.Path;
                await narrower.NarrowAsync(await narrower.ReadAtAsync(item.Path, cancellationToken), item, cancellationToken);
            }

            foreach (var item in wanted.Items)
            {
                at = item.Path;
                await WidenAsync(narrower, item, cancellationToken);
            }

            if (narrower.Changes > 0)
            {
                // A right given above may have flowed into an item that somebody joined to its folder again by hand.
                foreach (var item in wanted.Items)
                {
                    at = item.Path;
                    await narrower.NarrowAsync(await narrower.ReadAtAsync(item.Path, cancellationToken), item, cancellationToken);
                    await CheckAsync(narrower, item, cancellationToken);
                }
            }

            notes.Insert(0, new RightsNote(true, $"{wanted.Items.Count}个文件夹和文件的权限与规定一致。", $"The rights of {wanted.Items.Count} folders and files are as they shall be."));
            await ClosePassesAsync(schoolId, cancellationToken);
        }
        catch (LibraryException fault)
        {
            notes.Insert(0, Note(fault, at));
        }

        return await KeepAsync(schoolId, notes.TrueForAll(note => note.Good), notes, narrower, wanted, cancellationToken);
    }

    private static async Task WidenAsync(RightsNarrower rights, WantedRights wanted, CancellationToken cancellationToken)
    {
        if (await rights.ReadAtAsync(wanted.Path, cancellationToken) is not { } now)
        {
            return;
        }

        var writers = wanted.Writers.Where(login => !now.Grants.Any(grant => grant.Write && grant.IsFor(login))).ToList();
        var readers = wanted.Readers.Where(login => !now.Grants.Any(grant => grant.IsFor(login))).ToList();
        if (writers.Count > 0)
        {
            await rights.GrantAsync(now.ItemId, writers, write: true, cancellationToken);
        }

        if (readers.Count > 0)
        {
            await rights.GrantAsync(now.ItemId, readers, write: false, cancellationToken);
        }
    }

    private static async Task CheckAsync(RightsNarrower rights, WantedRights wanted, CancellationToken cancellationToken)
    {
        var now = await rights.ReadAtAsync(wanted.Path, cancellationToken);
        var missing = now is null ? null : wanted.Writers.FirstOrDefault(login => !now.Grants.Any(grant => grant.Write && grant.IsFor(login)))
            ?? wanted.Readers.FirstOrDefault(login => !now.Grants.Any(grant => grant.IsFor(login)));
        if (missing is not null)
        {
            throw new LibraryException(LibraryFaults.RightsMissing, $"{wanted.Path}：{missing}");
        }
    }

    private async Task ClosePassesAsync(string schoolId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.LibraryPasses.Where(pass => pass.SchoolId == schoolId && pass.RemovedAt == null && pass.Until <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(pass => pass.RemovedAt, now), cancellationToken);
    }

    private async Task<IReadOnlyList<string>> OwnAsync(string schoolId, CancellationToken cancellationToken) =>
        KeptRights.Of(await database.LibraryRightsReports.AsNoTracking().FirstOrDefaultAsync(report => report.SchoolId == schoolId, cancellationToken)).Own;

    private async Task<RightsOutcome> KeepAsync(
        string schoolId, bool good, IReadOnlyList<RightsNote> notes, RightsNarrower? narrower, WantedSchool? wanted, CancellationToken cancellationToken)
    {
        var report = await database.LibraryRightsReports.FirstOrDefaultAsync(item => item.SchoolId == schoolId, cancellationToken);
        var before = KeptRights.Of(report);
        report ??= database.LibraryRightsReports.Add(new LibraryRightsReport { SchoolId = schoolId }).Entity;
        (report.At, report.Good) = (clock.GetUtcNow(), good);
        report.Findings = new KeptRights(notes, narrower?.Own.ToList() ?? before.Own, wanted?.Mark ?? before.Mark).ToJson();
        await database.SaveChangesAsync(cancellationToken);
        return new RightsOutcome(good, narrower?.Changes ?? 0, notes);
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
}
