using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Review;

/// <summary>The college's year-end evaluation of schools (R6), kept per year.</summary>
internal static class EvaluationEndpoints
{
    private const int MaxComment = 2000;

    public static void MapEvaluations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Review").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/evaluations", ListAsync).WithName("ListEvaluations");
        group.MapGet("/schools/{id}/evaluation", GetAsync).WithName("GetEvaluation");
        group.MapPut("/schools/{id}/evaluation", SetAsync).WithName("SetEvaluation");
    }

    /// <summary>The schools that the asker evaluates, each with plan, summary, completeness and credits beside what was written.</summary>
    internal static async Task<Results<Ok<EvaluationsView>, ProblemHttpResult>> ListAsync(int year, Evaluations evaluations, CurrentUser user, CancellationToken cancellationToken) =>
        user.IsOfficer || user.IsReviewer
            ? TypedResults.Ok(await evaluations.ReadAsync(year, school => user.IsOfficer || user.IsReviewerOf(school), cancellationToken))
            : NotCollege().ToResult();

    /// <summary>One school's evaluation; the school reads its own.</summary>
    internal static async Task<Results<Ok<EvaluationsView>, ProblemHttpResult>> GetAsync(string id, int year, Evaluations evaluations, CurrentUser user, CancellationToken cancellationToken) =>
        user.CanReadSchool(id) && await evaluations.ReadAsync(year, school => school == id, cancellationToken) is { Schools.Count: 1 } view
            ? TypedResults.Ok(view)
            : Problems.NotFound("该学校", "school").ToResult();

    /// <summary>Writes a school's evaluation; needs If-Match (0 while there is none). The data of the moment is kept with it.</summary>
    /// <response code="403">Nobody evaluates the own school.</response>
    /// <response code="422">The grade is none of the scheme's, or the comment is too long.</response>
    internal static async Task<Results<Ok<SchoolEvaluationView>, ProblemHttpResult>> SetAsync(
        string id, int year, EditEvaluation body, HttpRequest request, CadreDbContext database, Evaluations evaluations, SchemeCatalog schemes, ChangeLog changes, CurrentUser user, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (!evaluations.MayWrite(id))
        {
            return (user.CanReadSchool(id) ? NotCollege() : Problems.NotFound("该学校", "school")).ToResult();
        }

        if ((await evaluations.ReadAsync(year, school => school == id, cancellationToken)).Schools is not [var school])
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        var grades = schemes.ForYear(year).Definition.EvaluationGrades;
        var problems = new List<ProblemItem>();
        if (grades.TrueForAll(grade => grade.Key != body.Grade))
        {
            problems.Add(new ProblemItem("grade", $"评价等第只能是{string.Join("、", grades.Select(grade => grade.Label))}。", $"The grade is one of {string.Join(", ", grades.Select(grade => grade.LabelEn))}.", Field: "grade"));
        }

        if (body.Comment?.Length > MaxComment)
        {
            problems.Add(new ProblemItem("comment", $"评语最多 {MaxComment} 字，请缩短。", $"The comment has at most {MaxComment} characters; shorten it.", Field: "comment"));
        }

        if (problems.Count > 0)
        {
            return Problems.Invalid(problems).ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        var evaluation = await database.SchoolEvaluations.FirstOrDefaultAsync(item => item.SchoolId == id && item.Year == year, cancellationToken);
        if (version != (evaluation?.Version ?? 0))
        {
            return Problems.Stale(evaluation?.Version ?? 0, new Dictionary<string, object?> { ["current"] = school.Evaluation }).ToResult();
        }

        changes.Add("school.evaluation", evaluation is null ? null : $"{evaluation.Grade} {evaluation.Comment}", $"{body.Grade} {body.Comment?.Trim()}", id, year: year);
        if (evaluation is null)
        {
            evaluation = new SchoolEvaluation { SchoolId = id, Year = year, Grade = "", Facts = "", WrittenBy = "", Version = 0 };
            database.SchoolEvaluations.Add(evaluation);
        }

        (evaluation.Grade, evaluation.Comment, evaluation.Facts) = (body.Grade, body.Comment?.Trim() ?? "", Evaluations.Text(school.Facts));
        (evaluation.WrittenBy, evaluation.WrittenAt, evaluation.Version) = (user.PersonId!, clock.GetUtcNow(), evaluation.Version + 1);
        await database.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.SetVersion(evaluation.Version);
        return TypedResults.Ok((await evaluations.ReadAsync(year, other => other == id, cancellationToken)).Schools[0]);
    }

    private static Problem NotCollege() => Problems.Forbidden("年终评价由区教育学院填写，且不得评价本校。", "The college writes the year-end evaluation, and nobody evaluates the own school.");
}
