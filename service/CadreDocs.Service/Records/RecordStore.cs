using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>A record with what is needed to judge it.</summary>
/// <param name="Record">The record, tracked.</param>
/// <param name="Form">Its form.</param>
/// <param name="Scheme">The scheme version it was made under.</param>
/// <param name="Data">Its values, computed ones included.</param>
/// <param name="Allowed">What the asker may do now.</param>
/// <param name="Possible">What the asker may do in some state.</param>
internal sealed record OpenRecord(
    Record Record, FormDefinition Form, SchemeVersion Scheme, FormData Data, IReadOnlyList<string> Allowed, IReadOnlyList<string> Possible)
{
    /// <summary>Why an act is refused: for good, or in this state. Null where it is allowed.</summary>
    public Problem? Refusal(string right) => Allowed.Contains(right) ? null
        : Possible.Contains(right) ? RecordStore.NotNow(Record, right)
        : Problems.Forbidden();
}

/// <summary>Fetches records under the asker's rights.</summary>
internal sealed class RecordStore(CadreDbContext database, SchemeCatalog schemes, RecordRights rights, InspectionLog inspections, IEnumerable<IComputedForm> computed)
{
    /// <summary>The record, tracked, if the asker may read it; a foreign one looks like none.</summary>
    public async Task<Outcome<OpenRecord>> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var record = await database.Records.FirstOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (record is null || !rights.CanRead(record))
        {
            return Problems.NotFound("这份材料", "record");
        }

        await inspections.NoteAsync(record, cancellationToken);
        var scheme = schemes.Of(record);
        var form = scheme.Find(record.FormId) ?? throw new InvalidDataException($"The form '{record.FormId}' is gone.");
        var (allowed, possible) = await RightsAsync(record, cancellationToken);
        return new OpenRecord(record, form, scheme, await DataAsync(record, form, cancellationToken), allowed, possible);
    }

    /// <summary>As <see cref="OpenAsync"/>, and the request's version must be the current one and the right must hold.</summary>
    public async Task<Outcome<OpenRecord>> OpenForAsync(string id, string right, int? version, CancellationToken cancellationToken)
    {
        var outcome = await OpenAsync(id, cancellationToken);
        if (outcome.Refused(out var problem, out var open))
        {
            return problem;
        }

        if (open.Refusal(right) is { } refusal)
        {
            return refusal;
        }

        return version is null ? Problems.VersionMissing() : version == open.Record.Version ? open : Problems.Stale(open.Record.Version);
    }

    /// <summary>The values as they stand now, computed ones included; a frozen record keeps its own.</summary>
    public async Task<FormData> DataAsync(Record record, FormDefinition form, CancellationToken cancellationToken)
    {
        var data = FormData.FromJson(JsonNode.Parse(record.Data)!.AsObject());
        if (computed.FirstOrDefault(source => source.FormId == form.Id) is { } source && !await computed.IsFrozenAsync(record, database, cancellationToken))
        {
            await source.FillAsync(record, data, cancellationToken);
        }

        return data;
    }

    /// <summary>Why the sheet cannot be computed; null where it can, and where it keeps what it was filed with.</summary>
    public async Task<Problem?> UncomputableAsync(Record record, CancellationToken cancellationToken) =>
        computed.FirstOrDefault(source => source.FormId == record.FormId) is { } source && !await computed.IsFrozenAsync(record, database, cancellationToken)
            ? await source.UncomputableAsync(record, cancellationToken)
            : null;

    /// <summary>What the asker may do with the record, now and in some state.</summary>
    public async Task<(IReadOnlyList<string> Allowed, IReadOnlyList<string> Possible)> RightsAsync(Record record, CancellationToken cancellationToken)
    {
        var ownerIsSecretary = record.PersonId is not null && await database.RoleGrants.AnyAsync(
            grant => grant.PersonId == record.PersonId && grant.Role == Roles.Secretary && grant.SchoolId == record.SchoolId, cancellationToken);

        // A paper of three or five years is handed in with the last of them; until then it may be revised.
        var closed = await database.YearClosings.AnyAsync(
            closing => closing.SchoolId == record.SchoolId && closing.Year == record.UntilYear, cancellationToken);
        return (rights.Allowed(record, record.State, ownerIsSecretary, closed), rights.Possible(record, ownerIsSecretary));
    }

    /// <summary>Why an act is refused that the record's reader may not do now.</summary>
    public static Problem NotNow(Record record, string right) => Problems.Conflict(
        "not-now",
        $"材料目前为“{StateTitle(record.State)}”，不能{RightTitle(right)}。", $"The paper is '{record.State}'; it cannot be changed this way ({right}) by you now.",
        "请刷新查看当前状态；如需修改，请联系本校书记退回，年度已上报的请联系区教育学院。",
        "Reload to see its state; ask the school's secretary to return it, or the college where the year was handed in.");

    private static string StateTitle(RecordState state) => state switch
    {
        RecordState.Draft => "草稿",
        RecordState.Submitted => "已提交",
        RecordState.Returned => "已退回",
        RecordState.Accepted => "已接受",
        _ => "已归档",
    };

    private static string RightTitle(string right) => right switch
    {
        RecordRights.Edit => "修改",
        RecordRights.Submit => "提交",
        RecordRights.Withdraw => "撤回",
        RecordRights.Return => "退回",
        RecordRights.Accept => "接受",
        RecordRights.Reopen => "重新打开",
        _ => "添加附件",
    };
}
