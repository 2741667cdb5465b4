using System.Text.Json.Nodes;
using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>What was read, for which record, and whether others changed the record meanwhile.</summary>
internal sealed record OpenReading(Reading Reading, OpenRecord Open, FormData Data, bool Stale);

/// <summary>Reads uploaded documents into readings, and applies those.</summary>
internal sealed class ReadingService(
    CadreDbContext database, CurrentUser user, SchemeCatalog schemes, RecordStore store, RecordWriter writer,
    IEnumerable<IReadingFollower> followers, IEnumerable<IComputedForm> computed, Ids ids, TimeProvider clock)
{
    /// <summary>Longest that an unapplied reading is kept.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromDays(7);

    /// <summary>Reads a file for a record; without one, for the record that the document names.</summary>
    public async Task<Outcome<OpenReadingResult>> ReadAsync(UploadedFile file, string? recordId, CancellationToken cancellationToken, ReadingOrigin? origin = null)
    {
        OpenRecord? wanted = null;
        if (recordId is not null)
        {
            if ((await store.OpenAsync(recordId, cancellationToken)).Refused(out var missing, out wanted))
            {
                return missing;
            }
        }

        var catalog = (wanted?.Scheme ?? schemes.Versions[^1]).Catalog;
        var result = catalog.Read(file.Bytes, file.Name, wanted?.Form.Id);
        if (result.Identity is { } made && schemes.Find(made.SchemeVersion) is { } version && version.Catalog != catalog)
        {
            result = version.Catalog.Read(file.Bytes, file.Name, wanted?.Form.Id);
        }

        if (result.Faults.Count > 0 || result.Form is null)
        {
            return ReadingProblems.Unreadable(file.Name, result.Faults);
        }

        var target = await TargetAsync(result, wanted, file.Name, cancellationToken);
        return target.Refused(out var problem, out var open) ? problem : await KeepAsync(file, result, open, origin, cancellationToken);
    }

    /// <summary>The reading, if it is the asker's own.</summary>
    public async Task<Outcome<OpenReading>> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var reading = await database.Readings.FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (reading is null || reading.CreatedBy != user.PersonId
            || (await store.OpenAsync(reading.RecordId, cancellationToken)).Refused(out _, out var open))
        {
            return Problems.NotFound("这次上传", "upload");
        }

        var data = FormData.FromJson(JsonNode.Parse(reading.Data)!.AsObject());
        return new OpenReading(reading, open, data, await IsStaleAsync(reading, open, cancellationToken));
    }

    /// <summary>What applying changes outside of the record; null for a sheet that is not drawn from elsewhere.</summary>
    private async Task<ReadBack?> EffectsAsync(OpenReading reading, CancellationToken cancellationToken) =>
        computed.FirstOrDefault(source => source.FormId == reading.Open.Form.Id) is { } source ? await source.ReadBackAsync(reading.Open.Record, reading.Data, cancellationToken) : null;

    /// <summary>Puts the reading's values into its record.</summary>
    public async Task<Problem?> ApplyAsync(OpenReading reading, CancellationToken cancellationToken)
    {
        var problem = await writer.WriteAsync(reading.Open, reading.Data, cancellationToken);
        if (problem is null)
        {
            reading.Reading.AppliedAt = clock.GetUtcNow();
            foreach (var follower in followers)
            {
                await follower.AppliedAsync(reading.Reading, cancellationToken);
            }

            await database.SaveChangesAsync(cancellationToken);
        }

        return problem;
    }

    // Which record the document is for, and may the asker write it.
    private async Task<Outcome<OpenRecord>> TargetAsync(ReadResult result, OpenRecord? wanted, string fileName, CancellationToken cancellationToken)
    {
        var form = result.Form!;
        var open = wanted;
        if (result.Identity is { RecordId.Length: > 0 } identity)
        {
            if ((await store.OpenAsync(identity.RecordId, cancellationToken)).Refused(out _, out var own))
            {
                // A document that names a record one may not see belongs to somebody else, or to another installation.
                return ReadingProblems.Foreign(fileName);
            }

            if (wanted is not null && wanted.Record.Id != own.Record.Id)
            {
                return ReadingProblems.OtherRecord(fileName, own.Record, wanted.Record);
            }

            open = own;
        }

        if (open is null)
        {
            return ReadingProblems.RecordNeeded(fileName, form.Title);
        }

        if (open.Form.Id != form.Id)
        {
            return ReadingProblems.OtherForm(fileName, form.Title, open.Form.Title);
        }

        if (result.Identity is null && await WrongNameAsync(result.Data, open, cancellationToken) is { } name)
        {
            return ReadingProblems.OtherPerson(fileName, name);
        }

        return open.Refusal(RecordRights.Edit) is { } refusal ? refusal : open;
    }

    // An old blank carries no mark of ours; the name on it must at least be the owner's.
    private async Task<string?> WrongNameAsync(FormData data, OpenRecord open, CancellationToken cancellationToken)
    {
        var field = open.Form.Fields.FirstOrDefault(field => field.Prefill == "cadre.name");
        if (field is null || open.Record.PersonId is null || data[field.Key].Trim() is not { Length: > 0 } written)
        {
            return null;
        }

        var name = await database.People.Where(person => person.Id == open.Record.PersonId).Select(person => person.Name).FirstAsync(cancellationToken);
        return string.Equals(name, written, StringComparison.Ordinal) ? null : written;
    }

    private async Task<OpenReadingResult> KeepAsync(
        UploadedFile file, ReadResult result, OpenRecord open, ReadingOrigin? origin, CancellationToken cancellationToken)
    {
        var data = RecordValidator.Tidy(Merge(open.Data, result), open.Form, open.Data);
        var now = clock.GetUtcNow();
        var oldest = now - Keep;
        await database.Readings.Where(old => old.AppliedAt == null && old.CreatedAt < oldest).ExecuteDeleteAsync(cancellationToken);
        var reading = new Reading
        {
            Id = ids.New(),
            RecordId = open.Record.Id,
            DocumentVersion = result.Identity?.RecordVersion ?? 0,
            DocumentCode = result.Identity?.ContentCode ?? "",
            FileName = file.Name,
            Hash = file.Hash,
            Data = data.ToJson(open.Form).ToJsonString(),
            CreatedBy = user.PersonId!,
            CreatedAt = now,
            Origin = origin?.Place,
            OriginETag = origin?.ETag,
        };
        database.Readings.Add(reading);
        await database.SaveChangesAsync(cancellationToken);
        var kept = new OpenReading(reading, open, data, await IsStaleAsync(reading, open, cancellationToken));
        return new OpenReadingResult(kept, result, await EffectsAsync(kept, cancellationToken));
    }

    // What the document has replaces what the record has; what the document lost (a deleted control) stays.
    private static FormData Merge(FormData current, ReadResult result)
    {
        var merged = new FormData();
        foreach (var (key, value) in current.Fields)
        {
            merged[key] = value;
        }

        foreach (var (key, rows) in current.Sections)
        {
            merged.Sections[key] = rows;
        }

        foreach (var field in result.Fields.Where(field => field.Section is null))
        {
            merged[field.Key] = field.Value;
        }

        foreach (var (key, rows) in result.Data.Sections)
        {
            merged.Sections[key] = rows;
        }

        return merged;
    }

    // Old is a document whose record others have changed since. It is not old where only the state moved,
    // or where the record holds just what was last read from this same document: people go on filling their own file.
    private async Task<bool> IsStaleAsync(Reading reading, OpenRecord open, CancellationToken cancellationToken)
    {
        var code = ContentCode.Of(open.Record.Id, open.Data.ToJson(open.Form));
        if (reading.DocumentVersion == 0 || reading.DocumentVersion == open.Record.Version || reading.DocumentCode == code)
        {
            return false;
        }

        var last = await database.Readings.AsNoTracking()
            .Where(other => other.RecordId == reading.RecordId && other.AppliedAt != null && other.DocumentVersion == reading.DocumentVersion)
            .OrderByDescending(other => other.AppliedAt).Select(other => other.Data).FirstOrDefaultAsync(cancellationToken);
        return last is null || ContentCode.Of(open.Record.Id, JsonNode.Parse(last)!.AsObject()) != code;
    }
}

/// <summary>Where a document was fetched from, if nobody uploaded it.</summary>
/// <param name="Place">As in <see cref="Reading.Origin"/>.</param>
/// <param name="ETag">The file's eTag at that moment.</param>
internal sealed record ReadingOrigin(string Place, string ETag);

/// <summary>Another feature that keeps books on where documents come from. It changes the same database context; the reading's caller saves.</summary>
internal interface IReadingFollower
{
    /// <summary>A reading was put into its record.</summary>
    Task AppliedAsync(Reading reading, CancellationToken cancellationToken);
}

/// <summary>A fresh reading with the details of how it was read, and what it changes outside of the record.</summary>
internal sealed record OpenReadingResult(OpenReading Reading, ReadResult Result, ReadBack? Back);
