using System.Text.Json.Nodes;
using CadreDocs.Service.Data;
using CadreDocs.Service.Scheme;
using CadreDocs.Service.Training;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records.Drafts;

/// <summary>Drafts summaries and 表10 from the owner's own year by the scheme's templates; nothing is written, nothing leaves the house.</summary>
internal sealed class DraftWriter(CadreDbContext database, SchemeCatalog schemes, RecordGlobals globals)
{
    private static readonly string[] Papers = ["reflection", "lecture", "case-study"];

    /// <summary>The draft of a paper.</summary>
    /// <exception cref="InvalidOperationException">The template is faulty; the message names place and cause.</exception>
    public async Task<DraftView> WriteAsync(OpenRecord open, string template, CancellationToken cancellationToken)
    {
        var (record, form) = (open.Record, open.Form);
        var data = new DraftData();
        var known = await globals.ForAsync(record, cancellationToken);
        known["own"] = record.PersonId is null
            ? await SchoolAsync(record, open.Scheme, data, cancellationToken)
            : await CadreAsync(record, open.Scheme, data, cancellationToken);
        var fields = DraftText.Read(Scripts.Render(template, known), form, data.Sources);
        return new DraftView(form.Fields.Where(field => fields.GetValueOrDefault(field.Key)?.Count > 0)
            .Select(field => new DraftField(field.Key, field.Label, field.LabelEn ?? field.Key, open.Data[field.Key].Length == 0, fields[field.Key])).ToList());
    }

    private async Task<JsonObject> CadreAsync(Record record, SchemeVersion scheme, DraftData data, CancellationToken cancellationToken)
    {
        var (first, last) = Span(record, scheme);
        var papers = await database.Records.AsNoTracking()
            .Where(paper => paper.PersonId == record.PersonId && paper.Year == record.Year && paper.Id != record.Id && paper.State != RecordState.Draft && paper.State != RecordState.Returned)
            .OrderBy(paper => paper.Semester).ThenBy(paper => paper.CreatedAt).ToListAsync(cancellationToken);
        papers = papers.FindAll(paper => record.Semester == 0 || paper.Semester == 0 || paper.Semester == record.Semester);
        var name = await database.People.Where(person => person.Id == record.PersonId).Select(person => person.Name).FirstAsync(cancellationToken);
        var attended = await (
            from mark in database.AttendanceMarks
            join session in database.Sessions on mark.SessionId equals session.Id
            where mark.PersonId == record.PersonId && mark.Mark == Marks.Present && session.Date >= first && session.Date <= last
            select session).AsNoTracking().ToListAsync(cancellationToken);
        var led = await database.Sessions.AsNoTracking()
            .Where(session => session.SchoolId == record.SchoolId && session.State == SessionState.Held && session.Lecturer == name && session.Date >= first && session.Date <= last).ToListAsync(cancellationToken);
        return new JsonObject
        {
            ["plans"] = Parts("semester-plan", "goals", "work", "study"),
            ["summaries"] = Parts("semester-summary", "work", "outcomes", "problems"),
            ["sessions"] = List(attended.OrderBy(session => session.Date).Select(data.Session)),
            ["led"] = List(led.OrderBy(session => session.Date).Select(data.Session)),
            ["papers"] = List(papers.Where(paper => Papers.Contains(paper.FormId)).Select(paper => Paper(paper, scheme, data)).Where(paper => Within(paper, first, last))),
            ["results"] = List(papers.Where(paper => paper.FormId == "results").SelectMany(paper => data.Results(paper, Data(paper), scheme, null, Label(paper, scheme), LabelEn(paper, scheme)).OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone()))),
            ["trainings"] = await TrainingsAsync(record, first, last, data, cancellationToken),
        };

        JsonArray Parts(string formId, params string[] keys) => List(papers.Where(paper => paper.FormId == formId).Select(paper =>
        {
            var part = new JsonObject { ["period"] = scheme.Definition.SemesterOf(paper.Year, paper.Semester)?.Name };
            foreach (var key in keys)
            {
                part[key] = data.Paragraphs(paper, Data(paper), key, Label(paper, scheme), LabelEn(paper, scheme));
            }

            return part;
        }));
    }

    private async Task<JsonObject> SchoolAsync(Record record, SchemeVersion scheme, DraftData data, CancellationToken cancellationToken)
    {
        var papers = await database.Records.AsNoTracking()
            .Where(paper => paper.SchoolId == record.SchoolId && paper.Year == record.Year && paper.Id != record.Id && paper.State != RecordState.Draft && paper.State != RecordState.Returned)
            .OrderBy(paper => paper.PersonId).ThenBy(paper => paper.CreatedAt).ToListAsync(cancellationToken);
        var people = papers.Select(paper => paper.PersonId).Distinct().ToList();
        var names = await database.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var sessions = await database.Sessions.AsNoTracking()
            .Where(session => session.SchoolId == record.SchoolId && session.Year == record.Year && session.State == SessionState.Held).OrderBy(session => session.Date).ToListAsync(cancellationToken);
        var held = sessions.ConvertAll(session => session.Id);
        var marks = await database.AttendanceMarks.Where(mark => held.Contains(mark.SessionId)).GroupBy(mark => mark.Mark)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var plan = papers.Find(paper => paper.FormId == "annual-plan");
        var written = papers.FindAll(paper => paper.PersonId is not null && !scheme.IsRestricted(scheme.Find(paper.FormId)!));
        return new JsonObject
        {
            ["plan"] = new JsonObject
            {
                ["goals"] = plan is null ? [] : data.Paragraphs(plan, Data(plan), "goals", Label(plan, scheme), LabelEn(plan, scheme)),
                ["projects"] = plan is null ? [] : data.Paragraphs(plan, Data(plan), "projects", Label(plan, scheme), LabelEn(plan, scheme)),
            },
            ["sessions"] = List(sessions.Select(data.Session)),
            ["contents"] = List(scheme.Definition.Contents.Where(content => sessions.Exists(session => session.Content == content.Key)).Select(content => new JsonObject
            {
                ["label"] = content.Label,
                ["sessions"] = List(sessions.Where(session => session.Content == content.Key).Select(data.Session)),
            })),
            ["attendance"] = marks.Count == 0 ? null : new JsonObject
            {
                ["present"] = marks.GetValueOrDefault(Marks.Present),
                ["possible"] = marks.Values.Sum(),
                ["ref"] = data.Name(new DraftSource("attendance", $"{record.Year}", $"{record.Year}年度考勤（表2）", $"Attendance of {record.Year} (表2)")),
            },
            ["papers"] = List(written.GroupBy(paper => paper.FormId).Select(group => new JsonObject
            {
                ["title"] = scheme.Find(group.Key)!.Title,
                ["papers"] = List(group.Select(paper => Paper(paper, scheme, data, names))),
            })),
            ["lectures"] = List(written.Where(paper => paper.FormId == "lecture").Select(paper => Paper(paper, scheme, data, names))),
            ["results"] = List(written.Where(paper => paper.FormId == "results").SelectMany(paper => data
                .Results(paper, Data(paper), scheme, names[paper.PersonId!], Label(paper, scheme, names), LabelEn(paper, scheme, names)).OfType<JsonObject>().Select(item => (JsonObject)item.DeepClone()))),
        };
    }

    private async Task<JsonArray> TrainingsAsync(Record record, DateOnly from, DateOnly to, DraftData data, CancellationToken cancellationToken)
    {
        var trainings = await database.OtherTrainings.AsNoTracking().Where(training => training.PersonId == record.PersonId).ToListAsync(cancellationToken);
        return List(trainings.Where(training => string.CompareOrdinal(training.To, Iso(from, training.To)) >= 0 && string.CompareOrdinal(training.To, Iso(to, training.To)) <= 0)
            .OrderBy(training => training.From, StringComparer.Ordinal).Select(training => new JsonObject
            {
                ["name"] = training.Name,
                ["level"] = training.Level,
                ["credit"] = training.Credit,
                ["ref"] = data.Name(new DraftSource("training", training.Id, training.Name, training.Name)),
            }));
    }

    private static JsonObject Paper(Record paper, SchemeVersion scheme, DraftData data, Dictionary<string, string>? names = null)
    {
        var values = Data(paper);
        return new JsonObject
        {
            ["title"] = scheme.Find(paper.FormId)!.Title,
            ["topic"] = (string?)values["topic"] ?? "",
            ["date"] = DraftData.Day((string?)values["date"]),
            ["iso"] = (string?)values["date"],
            ["person"] = paper.PersonId is null ? null : names?.GetValueOrDefault(paper.PersonId),
            ["ref"] = data.Name(new DraftSource("record", paper.Id, Label(paper, scheme, names), LabelEn(paper, scheme, names))),
        };
    }

    // A paper without a day belongs to the whole year.
    private static bool Within(JsonObject paper, DateOnly from, DateOnly to) =>
        (string?)paper["iso"] is not { } iso || (string.CompareOrdinal(iso, Iso(from, iso)) >= 0 && string.CompareOrdinal(iso, Iso(to, iso)) <= 0);

    // The day to the precision of what it is compared with: 2024-09 lies within a semester that begins on 2024-09-01.
    private static string Iso(DateOnly day, string precision) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)[..Math.Min(10, precision.Length)];

    private (DateOnly From, DateOnly To) Span(Record record, SchemeVersion scheme) => scheme.Definition.SemesterOf(record.Year, record.Semester) is { } semester
        ? (semester.From, semester.To)
        : (schemes.DaysOf(record.Year).First, schemes.DaysOf(record.Year).Last);

    private static string Label(Record paper, SchemeVersion scheme, Dictionary<string, string>? names = null) =>
        string.Join(' ', Parts(paper, scheme, scheme.Find(paper.FormId)!.Title, scheme.Definition.SemesterOf(paper.Year, paper.Semester)?.Name, names));

    private static string LabelEn(Record paper, SchemeVersion scheme, Dictionary<string, string>? names = null) =>
        string.Join(' ', Parts(paper, scheme, scheme.Find(paper.FormId)!.TitleEn, scheme.Definition.SemesterOf(paper.Year, paper.Semester)?.NameEn, names));

    private static IEnumerable<string> Parts(Record paper, SchemeVersion scheme, string title, string? semester, Dictionary<string, string>? names) =>
        new[] { scheme.Find(paper.FormId)!.Sheet, title, (string?)Data(paper)["topic"], semester, paper.PersonId is null ? null : names?.GetValueOrDefault(paper.PersonId) }
            .OfType<string>().Where(part => part.Length > 0);

    private static JsonObject Data(Record record) => JsonNode.Parse(record.Data)!.AsObject();

    private static JsonArray List(IEnumerable<JsonObject> items) => new([.. items]);
}
