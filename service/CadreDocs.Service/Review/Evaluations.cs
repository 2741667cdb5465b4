using System.Text.Json;
using System.Text.Json.Serialization;
using CadreDocs.Service.Data;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Review;

/// <summary>Reads evaluations with the data beside them.</summary>
internal sealed class Evaluations(CadreDbContext database, Dashboard dashboard, SchemeCatalog schemes, CurrentUser user)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    /// <summary>The schools that pass, each with its data and what was written.</summary>
    public async Task<EvaluationsView> ReadAsync(int year, Func<string, bool> reads, CancellationToken cancellationToken)
    {
        var schools = (await dashboard.ReadAsync(year, reads, cancellationToken)).Schools;
        var papers = (await database.Records.AsNoTracking()
            .Where(record => record.Year == year && record.PersonId == null && (record.FormId == "annual-plan" || record.FormId == "annual-summary"))
            .Select(record => new { record.Id, record.SchoolId, record.FormId, record.State }).ToListAsync(cancellationToken)).ToLookup(record => (record.SchoolId, record.FormId));
        var sessions = await database.Sessions.Where(session => session.Year == year && session.State != SessionState.Dropped).GroupBy(session => session.SchoolId)
            .Select(group => new { group.Key, All = group.Count(), Held = group.Count(session => session.State == SessionState.Held) }).ToDictionaryAsync(group => group.Key, cancellationToken);
        var written = (await (
            from evaluation in database.SchoolEvaluations.AsNoTracking()
            where evaluation.Year == year
            join person in database.People on evaluation.WrittenBy equals person.Id into people
            from person in people.DefaultIfEmpty()
            select new { Evaluation = evaluation, By = person == null ? evaluation.WrittenBy : person.Name }).ToListAsync(cancellationToken)).ToDictionary(item => item.Evaluation.SchoolId);
        return new EvaluationsView(year, schemes.ForYear(year).Definition.EvaluationGrades, schools.ConvertAll(school =>
        {
            FactPaper? Paper(string form) => papers[(school.SchoolId, form)].Select(paper => new FactPaper(paper.Id, paper.State)).FirstOrDefault();
            var facts = new EvaluationFacts(
                school, Paper("annual-plan"), Paper("annual-summary"), sessions.GetValueOrDefault(school.SchoolId)?.All ?? 0, sessions.GetValueOrDefault(school.SchoolId)?.Held ?? 0);
            return new SchoolEvaluationView(facts, written.TryGetValue(school.SchoolId, out var item) ? View(item.Evaluation, item.By) : null, MayWrite(school.SchoolId));
        }));
    }

    /// <summary>True where the asker may write the school's evaluation: its reviewer or the officer, and nobody of the school itself (R10).</summary>
    public bool MayWrite(string schoolId) => (user.IsReviewerOf(schoolId) || user.IsOfficer) && !user.BelongsTo(schoolId) && !user.IsSecretaryOf(schoolId);

    /// <summary>The data as it is kept with an evaluation.</summary>
    public static string Text(EvaluationFacts facts) => JsonSerializer.Serialize(facts, Json);

    private static EvaluationView View(SchoolEvaluation evaluation, string by) => new(
        evaluation.Grade, evaluation.Comment, by, evaluation.WrittenAt, JsonSerializer.Deserialize<EvaluationFacts>(evaluation.Facts, Json)!, evaluation.Version);
}
