using System.Globalization;
using System.Text.RegularExpressions;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Credits;

/// <summary>Other trainings: the rows of 表12 that are not self-training (R60).</summary>
internal static partial class TrainingEndpoints
{
    public static void MapTrainings(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/people/{id}/trainings").WithTags("Credits").RequireAuthorization(Policies.SignedIn);
        group.MapPost("/", AddAsync).WithName("AddTraining");
        group.MapPut("/{trainingId}", EditAsync).WithName("EditTraining");
        group.MapDelete("/{trainingId}", RemoveAsync).WithName("RemoveTraining");
    }

    /// <summary>Adds a training.</summary>
    /// <response code="409">One of the same name and days is there; send keepDuplicate to keep both.</response>
    internal static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> AddAsync(
        string id, EditTraining body, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, Ids ids, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, body, database, schemes, user, clock, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var training = new OtherTraining { Id = ids.New(), PersonId = id, Name = "", Level = "", From = "", To = "" };
        return await SaveAsync(training, body, null, database, changes, cancellationToken);
    }

    /// <summary>Changes a training; needs If-Match.</summary>
    internal static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> EditAsync(
        string id, string trainingId, EditTraining body, HttpRequest request, CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, body, database, schemes, user, clock, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        var training = await database.OtherTrainings.FirstOrDefaultAsync(training => training.Id == trainingId && training.PersonId == id, cancellationToken);
        if (training is null)
        {
            return Problems.NotFound("该培训", "training").ToResult();
        }

        return request.IfMatch() is not { } version ? Problems.VersionMissing().ToResult()
            : version != training.Version ? Problems.Stale(training.Version).ToResult()
            : await SaveAsync(training, body, Text(training), database, changes, cancellationToken);
    }

    /// <summary>Removes a training; needs If-Match.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        string id, string trainingId, HttpRequest request, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        var training = await database.OtherTrainings.FirstOrDefaultAsync(training => training.Id == trainingId && training.PersonId == id, cancellationToken);
        if (training is null || await LedgerEndpoints.AccessAsync(id, database, user, cancellationToken) is not { CanEdit: true })
        {
            return Problems.NotFound("该培训", "training").ToResult();
        }

        if (request.IfMatch() != training.Version)
        {
            return (request.IfMatch() is null ? Problems.VersionMissing() : Problems.Stale(training.Version)).ToResult();
        }

        changes.Add("training", Text(training), null, personId: id);
        database.OtherTrainings.Remove(training);
        await database.SaveChangesAsync(cancellationToken);
        await CertificateEndpoints.ForgetAsync(training.CertificateHash, database, cancellationToken);
        return TypedResults.NoContent();
    }

    internal static List<TrainingView> Views(List<OtherTraining> trainings) => trainings.Select(training => new TrainingView(
        training.Id, training.Name, training.Level, training.From, training.To, training.Issuer, training.Credit, training.CertificateHash is not null, training.CertificateName,
        trainings.Find(other => other.Id != training.Id && Same(other, training.Name, training.From, training.To))?.Id, training.Version)).ToList();

    private static async Task<Results<Ok<TrainingView>, ProblemHttpResult>> SaveAsync(
        OtherTraining training, EditTraining body, string? before, CadreDbContext database, ChangeLog changes, CancellationToken cancellationToken)
    {
        var all = await database.OtherTrainings.Where(other => other.PersonId == training.PersonId && other.Id != training.Id).ToListAsync(cancellationToken);
        if (!body.KeepDuplicate && all.Find(other => Same(other, body.Name.Trim(), body.From, body.To)) is { } twin)
        {
            return (Problems.Conflict(
                "training-duplicate", $"已有同名、同起止日期的培训“{twin.Name}”（{TrainingCreditsForm.Span(twin.From, twin.To)}）。", $"A training '{twin.Name}' with the same days is there already.",
                "如确为两次培训，请确认保留；否则不必重复登记。", "Confirm if these are two trainings; otherwise leave it out.") with
            {
                More = new Dictionary<string, object?> { ["existingId"] = twin.Id },
            }).ToResult();
        }

        (training.Name, training.Level, training.From, training.To, training.Issuer, training.Credit) = (body.Name.Trim(), body.Level, body.From, body.To, body.Issuer?.Trim() ?? "", body.Credit);
        if (before is null)
        {
            database.OtherTrainings.Add(training);
        }
        else
        {
            training.Version++;
        }

        changes.Add("training", before, Text(training), personId: training.PersonId);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Views([.. all, training]).Find(view => view.Id == training.Id)!);
    }

    private static async Task<Problem?> RefuseAsync(
        string id, EditTraining body, CadreDbContext database, SchemeCatalog schemes, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await LedgerEndpoints.AccessAsync(id, database, user, cancellationToken) is not { } access)
        {
            return Problems.NotFound("该干部", "cadre");
        }

        if (!access.CanEdit)
        {
            return Problems.Forbidden();
        }

        var levels = schemes.ForYear(schemes.CurrentYear(clock)).Definition.TrainingLevels.Select(level => level.Label).ToList();
        var problems = new List<ProblemItem>();
        if (string.IsNullOrWhiteSpace(body.Name) || body.Name.Length > 100)
        {
            problems.Add(new ProblemItem("name", "请填写培训班名称（100 字以内）。", "Give the course's name (up to 100 characters).", Field: "name"));
        }

        if (!levels.Contains(body.Level))
        {
            problems.Add(new ProblemItem("level", $"培训级别只能是{string.Join("、", levels)}。", $"The level is one of {string.Join(", ", levels)}.", Field: "level"));
        }

        if (!IsDate(body.From) || !IsDate(body.To) || string.CompareOrdinal(body.From.Length < body.To.Length ? body.From : body.From[..body.To.Length], body.To) > 0)
        {
            problems.Add(new ProblemItem("dates", "起止日期应为 2019-03-05 或 2019-03，且止不早于起。", "The days are 2019-03-05 or 2019-03, the last not before the first.", Field: "from"));
        }

        if (body.Credit is < 0 or > 100 || decimal.Round(body.Credit, 1) != body.Credit)
        {
            problems.Add(new ProblemItem("credit", "学分应为 0 至 100、至多一位小数。", "The credit is 0 to 100 with one decimal place.", Field: "credit"));
        }

        return problems.Count == 0 ? null : Problems.Invalid(problems);
    }

    private static bool Same(OtherTraining training, string name, string from, string to) => training.Name == name && training.From == from && training.To == to;

    private static string Text(OtherTraining training) => string.Create(CultureInfo.InvariantCulture, $"{training.Name} {training.Level} {training.From}—{training.To} {training.Issuer} {training.Credit:0.#}");

    private static bool IsDate(string? text) => text is not null && DateExpression().IsMatch(text)
        && DateOnly.TryParseExact(text.Length == 7 ? text + "-01" : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex(@"^\d{4}-\d{2}(-\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex DateExpression();
}
