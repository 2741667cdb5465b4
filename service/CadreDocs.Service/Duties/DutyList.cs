using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Duties;

/// <summary>Puts the clocks together: what is owed in a year by a cadre or a school, and how far it is (R62).</summary>
internal sealed class DutyList(CadreDbContext database, SchemeCatalog schemes, DeadlineBook deadlines)
{
    /// <summary>What a cadre owes in a year, at every school where they hold the post of record.</summary>
    public async Task<List<Duty>> OfPersonAsync(string personId, int year, CancellationToken cancellationToken)
    {
        var posts = await PostsAsync(year, post => post.PersonId == personId, cancellationToken);
        var records = await database.Records.AsNoTracking()
            .Where(record => record.PersonId == personId && record.Year <= year && record.UntilYear >= year).ToListAsync(cancellationToken);
        var name = await database.People.Where(person => person.Id == personId).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken) ?? "";
        var earlier = await EarlierAsync(record => record.PersonId == personId, year, cancellationToken);
        return OfCadre(new DutyOwner(personId, name), posts, records, earlier, await DaysAsync(year, cancellationToken), year);
    }

    /// <summary>What a school and all its cadres owe in a year.</summary>
    public async Task<List<Duty>> OfSchoolAsync(string schoolId, int year, CancellationToken cancellationToken)
    {
        var posts = await PostsAsync(year, post => post.SchoolId == schoolId, cancellationToken);
        var people = posts.OrderBy(post => post.Order).Select(post => post.PersonId).Distinct().ToList();
        var names = await database.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var records = await database.Records.AsNoTracking()
            .Where(record => (record.SchoolId == schoolId || people.Contains(record.PersonId!)) && record.Year <= year && record.UntilYear >= year)
            .ToListAsync(cancellationToken);
        if (schemes.InForce(year) is not { } version)
        {
            return [];
        }

        var earlier = await EarlierAsync(record => record.SchoolId == schoolId || people.Contains(record.PersonId!), year, cancellationToken);
        var days = await DaysAsync(year, cancellationToken);
        var own = records.FindAll(record => record.PersonId is null);
        var duties = version.Forms.Where(form => form.Portfolio == Portfolio.School)
            .SelectMany(form => Turns(form, year, version, schemes.DaysOf(year)).Select(turn => Judge(form, turn, version, schoolId, null, own, earlier, days))).ToList();
        foreach (var person in people)
        {
            duties.AddRange(OfCadre(
                new DutyOwner(person, names[person]), posts.FindAll(post => post.PersonId == person), records.FindAll(record => record.PersonId == person), earlier, days, year));
        }

        return duties;
    }

    private List<Duty> OfCadre(
        DutyOwner owner, List<Appointment> posts, List<Record> records, Dictionary<(string FormId, string? PersonId, int Semester), string> earlier, DeadlineTable days,
        int year)
    {
        if (posts.Count == 0 || schemes.InForce(year) is not { } version)
        {
            return [];
        }

        var school = posts.MaxBy(post => post.From)!.SchoolId;
        return
        [
            .. from form in version.Forms
               where form.Portfolio == Portfolio.Personal
               from turn in Turns(form, year, version, schemes.DaysOf(year))
               where posts.Exists(post => post.From <= turn.To && (post.To is null || post.To >= turn.From))
               select Judge(form, turn, version, school, owner, records, earlier, days),
        ];
    }

    private static Duty Judge(
        FormDefinition form, Turn turn, SchemeVersion version, string schoolId, DutyOwner? owner, List<Record> records,
        Dictionary<(string FormId, string? PersonId, int Semester), string> earlier, DeadlineTable days)
    {
        var scheme = version.Definition;
        var best = records
            .Where(record => record.FormId == form.Id && record.Semester == turn.Semester)
            .OrderByDescending(record => Rank(record.State)).ThenByDescending(record => record.UpdatedAt).FirstOrDefault();
        var (from, until) = form.Clock == Clock.ThreeYear && best is not null ? (best.Year, best.UntilYear) : (turn.Year, turn.UntilYear);
        var (period, periodEn) = turn.Name is not null ? (turn.Name, turn.NameEn!) : Words(from, until);
        return new Duty(
            form.Id, form.Sheet, form.Title, form.TitleEn, form.Portfolio == Portfolio.School ? "school" : "personal", form.Item, form.Clock,
            form.Clause, schoolId, owner, from, until, turn.Semester, period, periodEn,
            days.Of(form.Id, DeadlineBook.YearOf(form.Clock, from, until), turn.Semester),
            best is null ? DutyState.Missing : Enum.Parse<DutyState>(best.State.ToString()), best?.Id, best?.Comment, scheme.Several.Contains(form.Id),
            best is null ? earlier.GetValueOrDefault((form.Id, owner?.PersonId, turn.Semester)) : null);
    }

    private static IEnumerable<Turn> Turns(FormDefinition form, int year, SchemeVersion version, YearDays days)
    {
        if (form.Clock == Clock.Semester)
        {
            return version.Definition.SemestersOf(year)
                .Select(semester => new Turn(year, year, semester.No, semester.From, semester.To, semester.Name, semester.NameEn));
        }

        var (from, until) = RecordStarter.Span(form.Clock, year, version.Definition);

        // What counts is a post in the asked year; whoever left in the first year of five owes nothing in the last.
        return [new Turn(from, until, 0, days.First, days.Last, null, null)];
    }

    private static (string Period, string PeriodEn) Words(int from, int until) => from == until
        ? (string.Create(CultureInfo.InvariantCulture, $"{from}年度"), from.ToString(CultureInfo.InvariantCulture))
        : (string.Create(CultureInfo.InvariantCulture, $"{from}–{until}年"), string.Create(CultureInfo.InvariantCulture, $"{from}–{until}"));

    // A paper that is in force may have begun up to two years before, and its period may end up to four years later.
    private Task<DeadlineTable> DaysAsync(int year, CancellationToken cancellationToken) => deadlines.ReadAsync(year - 2, year + 4, cancellationToken);

    private Task<List<Appointment>> PostsAsync(
        int year, System.Linq.Expressions.Expression<Func<Appointment, bool>> whose, CancellationToken cancellationToken)
    {
        var (first, last) = schemes.DaysOf(year);
        return database.Appointments.AsNoTracking().Where(whose)
            .Where(post => post.OfRecord && post.From <= last && (post.To == null || post.To >= first)).ToListAsync(cancellationToken);
    }

    // Papers of up to six years ago: a three-year plan may have ended a while before its successor.
    private async Task<Dictionary<(string FormId, string? PersonId, int Semester), string>> EarlierAsync(
        System.Linq.Expressions.Expression<Func<Record, bool>> whose, int year, CancellationToken cancellationToken) =>
        RollForward.Latest(await database.Records.AsNoTracking().Where(whose)
            .Where(record => record.UntilYear < year && record.Year >= year - 6 && RollForward.Forms.Contains(record.FormId))
            .Select(record => new EarlierPaper(record.Id, record.FormId, record.PersonId, record.Semester, record.Year)).ToListAsync(cancellationToken));

    // A returned paper waits for its author; a handed-in one is further.
    private static int Rank(RecordState state) => (int)Enum.Parse<DutyState>(state.ToString());

    private sealed record Turn(int Year, int UntilYear, int Semester, DateOnly From, DateOnly To, string? Name, string? NameEn);
}
