using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Credits;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Roster.Guard;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CadreDocs.Service.Audit;

/// <summary>Takes an act back where nothing depends on it (R90): every row is as the act left it, nothing newer touched or needs it, the year is open.</summary>
internal sealed class ActUndo(CadreDbContext database, CurrentUser user, ChangeLog changes, RosterGuard guard, TimeProvider clock)
{
    /// <summary>Reason of the changes that a taking back leaves in the list.</summary>
    public const string Reason = "撤销";

    /// <summary>Takes the act back and saves.</summary>
    /// <returns>Null, or why it stands.</returns>
    public async Task<Problem?> UndoAsync(string actId, CancellationToken cancellationToken)
    {
        var act = await database.Acts.FirstOrDefaultAsync(item => item.Id == actId && item.By == user.PersonId, cancellationToken);
        if (act is null)
        {
            return Problems.NotFound("这一步操作（只能撤销自己的操作；附件、结账、归档等另有办法）", "act (only your own; files, closings and filings have ways of their own)");
        }

        if (act.UndoneBy is not null)
        {
            return Problems.Conflict("undone-already", "这一步已经撤销过了。", "This was taken back already.");
        }

        var items = await database.ActItems.AsNoTracking().Where(item => item.ActId == actId).OrderBy(item => item.Id).ToListAsync(cancellationToken);
        var notes = await database.Changes.AsNoTracking().Where(change => change.ActId == actId).OrderBy(change => change.Id).ToListAsync(cancellationToken);
        if (await DependentAsync(act, items, notes, cancellationToken) is { } dependent)
        {
            return dependent;
        }

        foreach (var item in items)
        {
            if (!await RestoreAsync(item, cancellationToken))
            {
                database.ChangeTracker.Clear();
                return Newer("这里的内容后来又有改动。", "It was changed again since.");
            }
        }

        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            database.ChangeTracker.Clear();
            return Newer(faults[0].Message, faults[0].MessageEn);
        }

        changes.Undo(act);
        foreach (var note in notes)
        {
            changes.Add(note.Subject, note.After, note.Before, note.SchoolId, note.PersonId, note.RecordId, note.Year, Reason);
        }

        if (act.Undoes is not null && await database.Acts.FirstOrDefaultAsync(item => item.Id == act.Undoes, cancellationToken) is { } first)
        {
            // Taking back a taking back: the first act stands again.
            first.UndoneBy = null;
        }

        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<Problem?> DependentAsync(Act act, List<ActItem> items, List<Change> notes, CancellationToken cancellationToken)
    {
        // The reviewer works on years that the school has handed in; only a signed sheet is closed to them.
        var judged = notes.Exists(note => note.Subject == "credit.opinion");
        if (act is { SchoolId: { } school, Year: { } year })
        {
            var closed = judged
                ? await database.SignOffs.AnyAsync(sign => sign.SchoolId == school && sign.Year == year, cancellationToken)
                    ? Newer("该校该年度的学分已签名确认。", "The credits of this school and year were signed off since.") : null
                : await CreditEndpoints.SettledAsync(database, school, year, cancellationToken);
            if (closed is not null)
            {
                return closed;
            }
        }

        var keys = items.ConvertAll(item => item.Key);
        var later = await (
            from item in database.ActItems
            join other in database.Acts on item.ActId equals other.Id
            where keys.Contains(item.Key) && other.At > act.At && other.UndoneBy == null && other.Undoes == null
            orderby other.At descending
            select new { item.Entity, item.Key, other.By, other.At }).ToListAsync(cancellationToken);
        if (later.Find(other => items.Exists(item => item.Entity == other.Entity && item.Key == other.Key)) is { } newer)
        {
            var name = await database.People.Where(person => person.Id == newer.By).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken) ?? newer.By;
            var day = newer.At.DistrictDay();
            return Newer($"{name}在{day:yyyy-MM-dd}又改动了同一处。", $"{name} changed the same on {day:yyyy-MM-dd}.");
        }

        foreach (var item in items)
        {
            if (await NeededAsync(act, item, cancellationToken) is { } needed)
            {
                return needed;
            }
        }

        return null;
    }

    // What rests on a row without being part of the act.
    private async Task<Problem?> NeededAsync(Act act, ActItem item, CancellationToken cancellationToken)
    {
        switch (item.Entity)
        {
            case nameof(OtherTraining) when item.After is null && JsonNode.Parse(item.Before!)!["CertificateHash"] is not null:
                return Newer("证书扫描件已随培训一起删除，请重新登记并上传。", "Its certificate was deleted with it; enter the training and upload the scan again.");
            case nameof(Record) when item.Before is null && await database.Attachments.AnyAsync(file => file.RecordId == item.Key, cancellationToken):
                return Newer("这份材料已经有了附件。", "The paper has attachments by now.");
            case nameof(Record) when State(item.After) == (int)RecordState.Accepted:
                return await database.Records.AnyAsync(
                        record => record.Id == item.Key && database.CreditLines.Any(line => line.PersonId == record.PersonId && line.Year == record.Year && line.Recognised != null && line.ReviewedAt > act.At), cancellationToken)
                    ? Newer("区级审核人已据此认定学分。", "The reviewer has recognised credit on its strength.") : null;
            case nameof(TrainingSession) when item.Before is null && await database.AttendanceMarks.AnyAsync(mark => mark.SessionId == item.Key, cancellationToken):
                return Newer("这次活动已登记考勤。", "Attendance of this session was marked.");
            case nameof(Person) when item.Before is null && await database.Records.AnyAsync(record => record.PersonId == item.Key, cancellationToken):
                return Newer("此人已有材料。", "This person has papers by now.");
            case nameof(Appointment) when await PapersSinceAsync(act, item, cancellationToken):
                return Newer("任职变动之后，此人已新建材料。", "Papers were begun under the changed post.");
            default:
                return null;
        }
    }

    private async Task<bool> PapersSinceAsync(Act act, ActItem item, CancellationToken cancellationToken)
    {
        var person = await database.Appointments.Where(post => post.Id == item.Key).Select(post => post.PersonId).FirstOrDefaultAsync(cancellationToken);
        return person is not null && await database.Records.AnyAsync(record => record.PersonId == person && record.CreatedAt > act.At, cancellationToken);
    }

    /// <summary>Puts one row back; false where it is no longer as the act left it.</summary>
    private async Task<bool> RestoreAsync(ActItem item, CancellationToken cancellationToken)
    {
        var type = database.Model.GetEntityTypes().First(type => type.ClrType.Name == item.Entity);
        var row = await database.FindAsync(type.ClrType, KeyValues(type, item.Key), cancellationToken);
        if (item.After is null)
        {
            if (row is not null)
            {
                return false;
            }

            var added = database.Entry(Activator.CreateInstance(type.ClrType)!);
            Put(added, item.Before!);
            added.State = EntityState.Added;
            return true;
        }

        if (row is null || !IsAs(database.Entry(row), item.After))
        {
            return false;
        }

        var entry = database.Entry(row);
        if (item.Before is null)
        {
            database.Remove(row);
            return true;
        }

        Put(entry, item.Before);
        foreach (var property in entry.Properties)
        {
            property.CurrentValue = property.Metadata.Name switch
            {
                "Version" => (int)property.CurrentValue! + 1,
                "UpdatedAt" => clock.GetUtcNow(),
                "UpdatedBy" => user.PersonId,
                _ => property.CurrentValue,
            };
        }

        return true;
    }

    private static object[] KeyValues(IEntityType type, string key) => type.FindPrimaryKey()!.Properties
        .Zip(key.Split('|'), (property, text) => Convert.ChangeType(text, property.ClrType, CultureInfo.InvariantCulture)).ToArray();

    private static void Put(EntityEntry entry, string json)
    {
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
        {
            var property = entry.Property(name);
            property.CurrentValue = value.Deserialize(property.Metadata.ClrType);
        }
    }

    private static bool IsAs(EntityEntry entry, string json) => JsonNode.Parse(json)!.AsObject().All(pair =>
        Same(entry.Property(pair.Key).CurrentValue, pair.Value.Deserialize(entry.Property(pair.Key).Metadata.ClrType)));

    // The database keeps moments in milliseconds.
    private static bool Same(object? now, object? then) => now is DateTimeOffset one && then is DateTimeOffset other
        ? one.ToUnixTimeMilliseconds() == other.ToUnixTimeMilliseconds()
        : Equals(now, then);

    private static int? State(string? json) => json is null ? null : (int?)JsonNode.Parse(json)!["State"];

    private static Problem Newer(string why, string whyEn) => Problems.Conflict(
        "not-undoable", "不能撤销：" + why, "This cannot be taken back: " + whyEn, "如需更正，请直接修改当前内容。", "Change what stands there now instead.");
}
