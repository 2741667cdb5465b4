using CadreDocs.Documents.Forms;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>Begins a record: whose it is, for which period, with what is already known filled in.</summary>
internal sealed class RecordStarter(
    CadreDbContext database, CurrentUser user, SchemeCatalog schemes, RecordGlobals globals, RollForward rollForward, ChangeLog changes, Ids ids, TimeProvider clock)
{
    private const int FirstYear = 2016;

    /// <summary>Makes and saves the draft.</summary>
    public async Task<Outcome<Record>> StartAsync(NewRecord request, CancellationToken cancellationToken)
    {
        var last = schemes.CurrentYear(clock) + 1;
        if (request.Year < FirstYear || request.Year > last)
        {
            return Problems.Invalid([new ProblemItem("year", $"年度应在{FirstYear}至{last}之间。", $"The year must lie within {FirstYear} and {last}.", Field: "year")]);
        }

        if (schemes.InForce(request.Year) is not { } version)
        {
            return NoScheme(request.Year);
        }

        if (version.Find(request.FormId) is not { } form)
        {
            return Problems.NotFound("这张表", "form");
        }

        var semester = form.Clock == Clock.Semester ? request.Semester ?? 0 : 0;
        if (form.Clock == Clock.Semester && version.Definition.SemesterOf(request.Year, semester) is null)
        {
            return Problems.Invalid([new ProblemItem("semester", "请选择学期。", "Choose the semester.", Field: "semester")]);
        }

        var (from, until) = Span(form.Clock, request.Year, version.Definition);
        var owner = await OwnerAsync(request, form, from, until, cancellationToken);
        if (owner.Refused(out var problem, out var found))
        {
            return problem;
        }

        if (!version.Definition.Several.Contains(form.Id)
            && await ExistingAsync(form, found, from, until, semester, cancellationToken) is { } existing)
        {
            return Problems.Conflict("exists", "这份材料已经有了。", "This paper exists already.", "请打开已有的材料继续填写。", "Open the existing one and go on there.")
                with { More = new Dictionary<string, object?> { ["existingId"] = existing } };
        }

        var now = clock.GetUtcNow();
        var record = new Record
        {
            Id = ids.New(),
            FormId = form.Id,
            SchemeVersion = version.Definition.Version,
            Year = from,
            UntilYear = until,
            Semester = semester,
            SchoolId = found.SchoolId,
            PersonId = found.PersonId,
            CreatedAt = now,
            UpdatedAt = now,
            UpdatedBy = user.PersonId,
        };
        var values = await PrefillAsync(record, form, cancellationToken);
        if (request.CarryFrom is not null && await rollForward.CarryAsync(request.CarryFrom, record, form, values, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var data = values.ToJson(form);
        record.Data = data.ToJsonString();
        record.ContentCode = ContentCode.Of(record.Id, data);
        database.Records.Add(record);
        changes.Add("record.state", null, RecordState.Draft, record.SchoolId, record.PersonId, record.Id, record.Year);
        await database.SaveChangesAsync(cancellationToken);
        return record;
    }

    private async Task<FormData> PrefillAsync(Record record, FormDefinition form, CancellationToken cancellationToken)
    {
        var known = await globals.ForAsync(record, cancellationToken);
        var data = new FormData();
        foreach (var field in form.Fields.Where(field => field.Prefill is not null && !field.Ink))
        {
            if (Scripts.Evaluate(field.Prefill!, known) is { Length: > 0 } value)
            {
                data[field.Key] = value;
            }
        }

        return data;
    }

    private async Task<Outcome<Owner>> OwnerAsync(NewRecord request, FormDefinition form, int from, int until, CancellationToken cancellationToken)
    {
        if (form.Portfolio == Portfolio.School)
        {
            var schoolId = request.SchoolId ?? user.Rights.FirstOrDefault(right => right.Role == Roster.Roles.Secretary)?.SchoolId;
            return schoolId is null || !user.IsSecretaryOf(schoolId)
                ? Problems.Forbidden("学校材料由本校书记填写。", "The school's papers are filled in by its secretary.")
                : new Owner(schoolId, null);
        }

        // A paper of several years belongs to everybody who holds a post in one of them, also to whoever came after the first.
        var personId = request.PersonId ?? user.PersonId!;
        var days = schemes.DaysOf(from, until);
        var (begin, day) = (days.First, days.Until(clock.Today()));
        var posts = await database.Appointments.AsNoTracking()
            .Where(post => post.PersonId == personId && post.From <= day && (post.To == null || post.To >= begin))
            .OrderByDescending(post => post.OfRecord).ThenByDescending(post => post.From).ToListAsync(cancellationToken);
        var chosen = posts.Find(post => request.SchoolId is null || post.SchoolId == request.SchoolId);
        if (!user.OwnsPerson(personId) && !(chosen is not null && user.IsSecretaryOf(chosen.SchoolId)))
        {
            return Problems.Forbidden("个人材料由本人填写，或由本校书记代建。", "A cadre's papers are begun by the cadre or the school's secretary.");
        }

        return chosen is null
            ? Problems.Conflict("no-post", $"{Years(from, until)}没有干部任职记录。", $"No post in {(from == until ? $"{from}" : $"{from}–{until}")}.", "请先在干部名册中补充任职时间。", "Enter the post's dates in the roster first.")
            : new Owner(chosen.SchoolId, personId);
    }

    /// <summary>The refusal of a year that no scheme version covers.</summary>
    internal static Problem NoScheme(int year) => Problems.Conflict(
        "no-scheme", $"{year}年度没有施行中的办法，不能新建材料。", $"No version of the rules is in force in {year}; nothing new is begun.",
        "请由区教育局党委发布新的办法版本，或延长现行办法（scheme.yaml 的 validTo）。", "The district education bureau has to issue a new version, or to prolong the present one (validTo in scheme.yaml).");

    private static string Years(int from, int until) => from == until ? $"{from}年度" : $"{from}–{until}年";

    private Task<string?> ExistingAsync(FormDefinition form, Owner owner, int from, int until, int semester, CancellationToken cancellationToken) =>
        database.Records.Where(record =>
                record.FormId == form.Id && record.Semester == semester && record.Year <= until && record.UntilYear >= from
                && (owner.PersonId == null ? record.SchoolId == owner.SchoolId && record.PersonId == null : record.PersonId == owner.PersonId))
            .Select(record => record.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>First and last year that a paper of this clock is in force.</summary>
    internal static (int From, int Until) Span(Clock turn, int year, SchemeDefinition scheme)
    {
        switch (turn)
        {
            case Clock.ThreeYear:
                return (year, year + 2);
            case Clock.FiveYear:
                var plan = scheme.PlanOf(year);
                return (plan.From, plan.To);
            default:
                return (year, year);
        }
    }

    private sealed record Owner(string SchoolId, string? PersonId);
}
