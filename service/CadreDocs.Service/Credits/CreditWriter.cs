using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>Writes lines of 表4: what the school types and declares, what the reviewer recognises. Every changed value is logged.</summary>
internal sealed class CreditWriter(CadreDbContext database, ChangeLog changes, Ids ids, TimeProvider clock)
{
    /// <summary>The school's side of a line.</summary>
    public async Task<Problem?> DeclareAsync(CreditRules rules, CreditRow row, int year, EditCredit edit, CancellationToken cancellationToken)
    {
        var typed = (edit.Typed ?? []).Where(pair => pair.Value.Value != row.Count.Counts.FirstOrDefault(count => count.Key == pair.Key)?.Counted)
            .ToDictionary(pair => pair.Key, pair => pair.Value with { Reason = pair.Value.Reason?.Trim() ?? "" });
        var faults = DeclarationCheck.Check(rules, row.Count, typed, edit.Declared, edit.DeclaredReason);
        if (faults.Count > 0)
        {
            return Problems.Invalid(faults.Select(fault => new ProblemItem(fault.Code, $"{row.Name}：{fault.Message}", $"{row.Name}: {fault.MessageEn}", Sheet: "表4", Field: fault.Field)).ToList());
        }

        if (row.Line is { Recognised: not null, Opinion: not Opinions.Return })
        {
            return Problems.Conflict(
                "already-reviewed", $"{row.Name}的学分已审核（{row.Line.Opinion}），不能再改。", $"The credit of {row.Name} was audited ({row.Line.Opinion}) and cannot be changed.",
                "如确有误，请联系区级审核人“退回补正”。", "If it is wrong, ask the reviewer to send it back.");
        }

        var line = await LineAsync(row, year, cancellationToken);
        var reason = string.IsNullOrWhiteSpace(edit.DeclaredReason) ? null : edit.DeclaredReason.Trim();
        var text = TypedCount.Write(typed);
        changes.Add("credit.typed", line.Typed, text, row.SchoolId, row.PersonId, year: year, reason: string.Join("；", typed.Values.Select(value => value.Reason)));
        changes.Add("credit.declared", line.Declared, edit.Declared, row.SchoolId, row.PersonId, year: year, reason: reason);
        (line.Typed, line.Declared, line.DeclaredReason, line.SchoolId) = (text, edit.Declared, reason, row.SchoolId);
        return null;
    }

    /// <summary>The reviewer's side of a line; the opinion was checked.</summary>
    public async Task ReviewAsync(CreditRow row, int year, OpinionResult opinion, string reviewerId, CancellationToken cancellationToken)
    {
        var line = await LineAsync(row, year, cancellationToken);

        // What was recognised stays explained even if a paper is reopened later.
        changes.Add("credit.declared", line.Declared, row.Declared, row.SchoolId, row.PersonId, year: year);
        changes.Add("credit.opinion", line.Opinion, opinion.Opinion, row.SchoolId, row.PersonId, year: year, reason: opinion.Reason);
        changes.Add("credit.recognised", line.Recognised, opinion.Recognised, row.SchoolId, row.PersonId, year: year, reason: opinion.Reason);
        (line.Declared, line.Opinion, line.Recognised, line.OpinionReason) = (row.Declared, opinion.Opinion, opinion.Recognised, opinion.Reason);
        (line.ReviewedBy, line.ReviewedAt, line.SchoolId) = (reviewerId, clock.GetUtcNow(), row.SchoolId);
    }

    private async Task<CreditLine> LineAsync(CreditRow row, int year, CancellationToken cancellationToken)
    {
        var line = await database.CreditLines.FirstOrDefaultAsync(line => line.PersonId == row.PersonId && line.Year == year, cancellationToken);
        if (line is null)
        {
            line = new CreditLine { Id = ids.New(), SchoolId = row.SchoolId, PersonId = row.PersonId, Year = year, Version = 0 };
            database.CreditLines.Add(line);
        }

        line.Version++;
        return line;
    }
}
