using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>Begins a paper from the one before it: plans say much the same each year (R86). Facts come fresh from the roster, texts from the old paper.</summary>
internal sealed class RollForward(CadreDbContext database, RecordRights rights)
{
    /// <summary>The forms that carry over: 表1, 表6 and the semester plans. 表3 carries its sessions instead.</summary>
    public static readonly IReadOnlyList<string> Forms = ["annual-plan", "semester-plan", "development-plan"];

    /// <summary>Puts the texts of an earlier paper into a new one, years moved on, each paragraph marked as carried.</summary>
    /// <returns>Null, or why that paper cannot be taken over.</returns>
    public async Task<Problem?> CarryAsync(string sourceId, Record record, FormDefinition form, FormData data, CancellationToken cancellationToken)
    {
        var source = await database.Records.AsNoTracking().FirstOrDefaultAsync(item => item.Id == sourceId, cancellationToken);
        if (source is null || !rights.CanRead(source) || source.PersonId != record.PersonId || (record.PersonId is null && source.SchoolId != record.SchoolId))
        {
            return Problems.NotFound("往年的这份材料", "earlier paper");
        }

        if (!Forms.Contains(form.Id) || source.FormId != form.Id || source.Year >= record.Year)
        {
            return Problems.Invalid([new ProblemItem(
                "carry-from", "只能由同一张表以前年度的材料开始：表1、表6和学期岗位工作计划。", "Only an earlier paper of the same form can be taken over: 表1, 表6 and the semester plans.", Field: "carryFrom")]);
        }

        var old = FormData.FromJson(JsonNode.Parse(source.Data)!.AsObject());
        var carried = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(field => field is { Prefill: null, Ink: false, Computed: false } && old[field.Key].Length > 0))
        {
            data[field.Key] = YearText.Advance(old[field.Key], source.Year, source.UntilYear, record.Year - source.Year);
            carried[field.Key] = CarriedText.Paragraphs(data[field.Key]).ToList();
        }

        record.Carried = CarriedText.Write(carried);
        return null;
    }

    /// <summary>The latest earlier paper of these owners for each form, owner and semester.</summary>
    public static Dictionary<(string FormId, string? PersonId, int Semester), string> Latest(IEnumerable<EarlierPaper> papers) => papers
        .GroupBy(paper => (paper.FormId, paper.PersonId, paper.Semester))
        .ToDictionary(group => group.Key, group => group.MaxBy(paper => paper.Year)!.Id);
}

/// <summary>A paper of an earlier year that may be taken over.</summary>
internal sealed record EarlierPaper(string Id, string FormId, string? PersonId, int Semester, int Year);
