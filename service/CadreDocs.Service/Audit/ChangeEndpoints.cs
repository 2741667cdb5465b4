using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Audit;

/// <summary>One line of the change log; <c>Label</c> is the subject in words, <c>Paper</c> the paper that it concerns; <c>MayUndo</c> is true on the lines of the asker's own last act, while it stands and can be taken back.</summary>
internal sealed record ChangeLine(
    string Id, DateTimeOffset At, string By, string ByName, string? SchoolId, string? PersonId, string? PersonName, string? RecordId,
    int? Year, string Subject, string? Before, string? After, string? Reason, string? ActId, bool MayUndo, string Label, string LabelEn, string? Paper, string? PaperEn);

internal static class ChangeEndpoints
{
    private const int PageSize = 500;

    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").RequireAuthorization(Policies.SignedIn).WithTags("Audit");
        group.MapGet("/changes", ListAsync).WithName("ListChanges");
        group.MapPost("/acts/{id}/undo", UndoAsync).WithName("UndoAct").ProducesProblem(404).ProducesProblem(409);
    }

    /// <summary>Takes back what one request of the asker's changed; the answers of writes name it in the header <c>X-Act</c>.</summary>
    /// <response code="404">No such act, not the asker's own, or none that can be taken back.</response>
    /// <response code="409"><c>not-undoable</c>: something newer depends on it, which the title names; <c>undone-already</c>.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(string id, ActUndo undo, CancellationToken cancellationToken) =>
        await undo.UndoAsync(id, cancellationToken) is { } problem ? problem.ToResult() : TypedResults.NoContent();

    /// <summary>The latest 500 changes of a school, a person or a record, newest first. Attendance marks and restricted papers are left out for a reviewer.</summary>
    /// <remarks>The whole district is for the officer and for a reviewer of all schools. <c>before</c> is the id of the last line seen: the 500 before it.</remarks>
    /// <response code="403">Neither the own papers nor a school that one may read.</response>
    internal static async Task<Results<Ok<List<ChangeLine>>, ProblemHttpResult>> ListAsync(
        string? schoolId, string? personId, string? recordId, int? year, string? before,
        CadreDbContext database, SchemeCatalog schemes, ChangeLabels labels, RecordRights rights, CurrentUser user, CancellationToken cancellationToken)
    {
        var readable = false;
        if (recordId is not null)
        {
            var record = await database.Records.AsNoTracking().FirstOrDefaultAsync(item => item.Id == recordId, cancellationToken);
            if (record is null || (user.CanReadSchool(record.SchoolId) && !rights.CanRead(record)))
            {
                return Problems.NotFound("该材料", "record").ToResult();
            }

            (schoolId, personId, readable) = (record.SchoolId, record.PersonId, rights.CanRead(record));
        }

        var allowed = readable || (personId is not null && user.OwnsPerson(personId)) || (schoolId is not null && user.CanReadSchool(schoolId)) || user.IsOfficer || (schoolId is null && personId is null && user.ReviewsDistrict);
        if (!allowed)
        {
            return (recordId is null ? Problems.Forbidden() : Problems.NotFound("该材料", "record")).ToResult();
        }

        var changes = database.Changes.AsNoTracking();
        if (!user.IsOfficer && !(personId is not null && user.OwnsPerson(personId)) && !(schoolId is not null && user.IsSecretaryOf(schoolId)))
        {
            var restricted = schemes.Versions.SelectMany(version => version.Forms.Where(version.IsRestricted)).Select(form => form.Id).Distinct().ToList();
            changes = changes.Where(change => !change.Subject.StartsWith("attendance.") && !database.Records.Any(record => record.Id == change.RecordId && restricted.Contains(record.FormId)));
        }

        if (!user.IsOfficer && schoolId is null && personId is null)
        {
            // What concerns no school, such as logins and exports of results, is the bureau's.
            changes = changes.Where(change => change.SchoolId != null);
        }

        changes = recordId is not null ? changes.Where(change => change.RecordId == recordId) : changes;
        if (schoolId is not null)
        {
            // What concerns a person and no one school, such as a training elsewhere, is read where the person is in post.
            changes = changes.Where(change => change.SchoolId == schoolId
                || (change.SchoolId == null && database.Appointments.Any(post => post.PersonId == change.PersonId && post.SchoolId == schoolId)));
        }

        changes = personId is not null ? changes.Where(change => change.PersonId == personId) : changes;
        if (year is { } chosen)
        {
            // What belongs to no year, such as a corrected birth month, stands under the year in which it was changed.
            var (from, until) = (new DateOnly(chosen, 1, 1).DistrictMidnight(), new DateOnly(chosen + 1, 1, 1).DistrictMidnight());
            changes = changes.Where(change => change.Year == chosen || (change.Year == null && change.At >= from && change.At < until));
        }

        if (before is not null)
        {
            if (await database.Changes.Where(change => change.Id == before).Select(change => new { change.At, change.Id }).FirstOrDefaultAsync(cancellationToken) is not { } last)
            {
                return Problems.NotFound("该变更", "change").ToResult();
            }

#pragma warning disable CA1309 // Becomes SQL, where the database's order holds, for the sorting below too.
            changes = changes.Where(change => change.At < last.At || (change.At == last.At && string.Compare(change.Id, last.Id) < 0));
#pragma warning restore CA1309
        }

        var lines = await (
            from change in changes
            join author in database.People on change.By equals author.Id into authors
            from author in authors.DefaultIfEmpty()
            join person in database.People on change.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            join record in database.Records on change.RecordId equals record.Id into records
            from record in records.DefaultIfEmpty()
            orderby change.At descending, change.Id descending
            select new
            {
                FormId = record == null ? null : record.FormId,
                Line = new ChangeLine(
                    change.Id, change.At, change.By, author == null ? change.By : author.Name, change.SchoolId, change.PersonId,
                    person == null ? null : person.Name, change.RecordId, change.Year, change.Subject, change.Before, change.After, change.Reason, change.ActId, false, "", "", null, null),
            }).Take(PageSize).ToListAsync(cancellationToken);
        return TypedResults.Ok(await MarkAsync(
            lines.ConvertAll(item =>
            {
                var (zh, en) = labels.Of(item.Line.Subject, item.FormId);
                var (paper, paperEn) = labels.Paper(item.FormId);
                return item.Line with { Label = zh, LabelEn = en, Paper = paper, PaperEn = paperEn };
            }),
            database, user, cancellationToken));
    }

    // Only the last act is offered: what came before it is rarely free of what came after.
    private static async Task<List<ChangeLine>> MarkAsync(List<ChangeLine> lines, CadreDbContext database, CurrentUser user, CancellationToken cancellationToken)
    {
        var own = lines.Where(line => line.By == user.PersonId && line.ActId is not null).Select(line => line.ActId!).Distinct().ToList();
        var last = await database.Acts.Where(act => own.Contains(act.Id) && act.UndoneBy == null && act.Undoes == null)
            .OrderByDescending(act => act.At).Select(act => act.Id).FirstOrDefaultAsync(cancellationToken);
        return last is null ? lines : lines.ConvertAll(line => line.ActId == last ? line with { MayUndo = true } : line);
    }
}
