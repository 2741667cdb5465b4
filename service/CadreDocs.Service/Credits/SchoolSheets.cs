using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>The records behind computed sheets (表2, 表3, 表4, 表5, 表12): one per owner and period, made when first needed, with values of the moment until filed.</summary>
internal sealed class SchoolSheets(
    CadreDbContext database, SchemeCatalog schemes, IEnumerable<IComputedForm> computed, RecordDocuments documents, RecordGlobals globals, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock)
{
    /// <summary>The record, untracked; null where it was never made.</summary>
    public Task<Record?> FindAsync(string formId, string schoolId, string? personId, int year, CancellationToken cancellationToken) =>
        Query(formId, schoolId, personId, year).AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    /// <summary>The record, tracked, made if need be, its stored values brought up to date.</summary>
    public async Task<Record> EnsureAsync(string formId, string schoolId, string? personId, int year, CancellationToken cancellationToken)
    {
        var record = await Query(formId, schoolId, personId, year).FirstOrDefaultAsync(cancellationToken);
        var version = record is null ? schemes.ForYear(year) : schemes.Of(record);
        var form = version.Find(formId) ?? throw new InvalidDataException($"The scheme {version.Definition.Version} has no form '{formId}'.");
        if (record is null)
        {
            var (from, until) = RecordStarter.Span(form.Clock, year, version.Definition);
            record = new Record
            {
                Id = ids.New(), FormId = formId, SchemeVersion = version.Definition.Version, Year = from, UntilYear = until, SchoolId = schoolId, PersonId = personId,
                CreatedAt = clock.GetUtcNow(), UpdatedAt = clock.GetUtcNow(), UpdatedBy = user.PersonId, Version = 0,
            };
            database.Records.Add(record);
            changes.Add("record.state", null, RecordState.Draft, schoolId, personId, record.Id, record.Year);
        }

        if (await computed.IsFrozenAsync(record, database, cancellationToken))
        {
            return record;
        }

        var json = (await ValuesAsync(record, form, cancellationToken)).ToJson(form);
        var code = ContentCode.Of(record.Id, json);
        if (record.ContentCode != code)
        {
            (record.Data, record.ContentCode, record.UpdatedAt, record.UpdatedBy) = (json.ToJsonString(), code, clock.GetUtcNow(), user.PersonId);
            record.Version++;
        }

        await database.SaveChangesAsync(cancellationToken);
        return record;
    }

    /// <summary>内容码 of the values as they stand now.</summary>
    public async Task<string> CodeAsync(Record record, CancellationToken cancellationToken)
    {
        if (await computed.IsFrozenAsync(record, database, cancellationToken))
        {
            return record.ContentCode;
        }

        var form = schemes.Of(record).Find(record.FormId)!;
        return ContentCode.Of(record.Id, (await ValuesAsync(record, form, cancellationToken)).ToJson(form));
    }

    /// <summary>Renders the record and remembers its content code as the printed one.</summary>
    public async Task<RecordDocument?> PrintAsync(Record record, DocumentKind kind, string copy, CancellationToken cancellationToken)
    {
        var document = await documents.RenderAsync(record, Stored(record), kind, copy, cancellationToken);
        if (document is not null && record.PrintedCode != record.ContentCode)
        {
            changes.Add("record.printed", record.PrintedCode, record.ContentCode, record.SchoolId, record.PersonId, record.Id, record.Year);
            record.PrintedCode = record.ContentCode;
            await database.SaveChangesAsync(cancellationToken);
        }

        return document;
    }

    private static FormData Stored(Record record) => FormData.FromJson(System.Text.Json.Nodes.JsonNode.Parse(record.Data)!.AsObject());

    /// <summary>What was typed, prefilled where empty, with the computed values over it.</summary>
    private async Task<FormData> ValuesAsync(Record record, FormDefinition form, CancellationToken cancellationToken)
    {
        var data = Stored(record);
        var known = await globals.ForAsync(record, cancellationToken);
        foreach (var field in form.Fields.Where(field => field is { Prefill: not null, Ink: false } && data[field.Key].Length == 0))
        {
            if (Scripts.Evaluate(field.Prefill!, known) is { Length: > 0 } value)
            {
                data[field.Key] = value;
            }
        }

        if (computed.FirstOrDefault(source => source.FormId == form.Id) is { } source)
        {
            await source.FillAsync(record, data, cancellationToken);
        }

        return data;
    }

    private IQueryable<Record> Query(string formId, string schoolId, string? personId, int year) => database.Records
        .Where(record => record.FormId == formId && record.Year <= year && record.UntilYear >= year && (personId == null ? record.SchoolId == schoolId && record.PersonId == null : record.PersonId == personId))
        .OrderByDescending(record => record.Year);
}
