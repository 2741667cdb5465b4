using CadreDocs.Service.Portfolios;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Review;

/// <summary>The schools of a year with the data that an evaluation is written beside.</summary>
/// <param name="Year">The year.</param>
/// <param name="Grades">The grades that the scheme names.</param>
/// <param name="Schools">The schools that the asker evaluates, in the order of their codes.</param>
internal sealed record EvaluationsView(int Year, IReadOnlyList<SchemeWord> Grades, List<SchoolEvaluationView> Schools);

/// <summary>A school's evaluation.</summary>
/// <param name="Facts">The data as it stands now.</param>
/// <param name="Evaluation">What was written; null before.</param>
/// <param name="CanEdit">True where the asker may write it; nobody evaluates the own school.</param>
internal sealed record SchoolEvaluationView(EvaluationFacts Facts, EvaluationView? Evaluation, bool CanEdit);

/// <summary>What stands beside an evaluation.</summary>
/// <param name="School">Completeness and credits, as on the dashboard.</param>
/// <param name="Plan">表1; null where none was begun.</param>
/// <param name="Summary">The annual summary; null where none was begun.</param>
/// <param name="SessionsPlanned">Sessions that were not dropped.</param>
/// <param name="SessionsHeld">Sessions held.</param>
internal sealed record EvaluationFacts(DashboardSchool School, FactPaper? Plan, FactPaper? Summary, int SessionsPlanned, int SessionsHeld);

/// <summary>A paper of the school.</summary>
internal sealed record FactPaper(string RecordId, RecordState State);

/// <summary>An evaluation as it was written.</summary>
/// <param name="Grade">Key of the grade.</param>
/// <param name="Comment">Comment.</param>
/// <param name="WrittenBy">By whom.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="Facts">The data of that moment, kept with it.</param>
/// <param name="Version">For If-Match; 0 stands for none yet.</param>
internal sealed record EvaluationView(string Grade, string Comment, string WrittenBy, DateTimeOffset WrittenAt, EvaluationFacts Facts, int Version);

/// <summary>An evaluation as it is typed.</summary>
internal sealed record EditEvaluation(string Grade, string? Comment);
