using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster.Guard;

/// <summary>
/// Looks at what is about to be saved, whichever act made it: settled years keep what they say, marks and papers keep a post that they belong to,
/// and on every day in office exactly one school files the person's 表4 (A32).
/// </summary>
internal sealed class RosterGuard(CadreDbContext database, SchemeCatalog schemes, SettledYears settled)
{
    private const int NamedDays = 6;

    /// <summary>The faults of the changes that are tracked and not saved yet; the caller forgets the changes where there are any.</summary>
    public async Task<List<RosterFault>> FaultsAsync(CancellationToken cancellationToken)
    {
        database.ChangeTracker.DetectChanges();
        var changed = database.ChangeTracker.Entries<Appointment>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var fresh = database.ChangeTracker.Entries<Person>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.Id).ToHashSet();
        var known = changed.Select(entry => entry.Entity.PersonId).Where(id => !fresh.Contains(id)).Distinct().ToList();
        var stored = known.Count == 0 ? [] : await database.Appointments.AsNoTracking().Where(post => known.Contains(post.PersonId)).ToListAsync(cancellationToken);
        var before = stored.Select(Tenure.Of).ToLookup(post => post.PersonId);
        var moved = changed.Select(entry => entry.Entity.Id).ToHashSet();
        var after = before.SelectMany(posts => posts).Where(post => !moved.Contains(post.Id))
            .Concat(changed.Where(entry => entry.State != EntityState.Deleted).Select(Tenure.Of)).ToLookup(post => post.PersonId);

        var faults = await settled.FaultsAsync(before, after, cancellationToken);
        if (known.Count > 0)
        {
            var schools = changed.Select(entry => entry.Entity.SchoolId).Distinct().ToList();
            var names = await database.People.Where(person => known.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
            faults.AddRange(await MarksAsync(known, schools, before, after, names, cancellationToken));
            faults.AddRange(await PapersAsync(known, schools, before, after, names, cancellationToken));
            faults.AddRange(await FilingSchoolsAsync(known, before, after, names, cancellationToken));
        }

        return faults;
    }

    private async Task<List<RosterFault>> MarksAsync(
        List<string> people, List<string> schools, ILookup<string, Tenure> before, ILookup<string, Tenure> after, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var marks = await (
            from mark in database.AttendanceMarks
            join session in database.Sessions on mark.SessionId equals session.Id
            where people.Contains(mark.PersonId) && schools.Contains(session.SchoolId)
            orderby session.Date
            select new { mark.PersonId, session.SchoolId, session.Date }).ToListAsync(cancellationToken);
        return marks.Where(mark => Covers(before, mark.PersonId, mark.SchoolId, mark.Date) && !Covers(after, mark.PersonId, mark.SchoolId, mark.Date))
            .GroupBy(mark => (mark.PersonId, mark.SchoolId)).Select(group =>
            {
                var days = group.Select(mark => mark.Date).ToList();
                var list = string.Join("、", days.Take(NamedDays).Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
                return new RosterFault(
                    group.Key.PersonId, "marks-outside",
                    $"{names[group.Key.PersonId]}在 {list}{(days.Count > NamedDays ? "等" : "")} 有 {days.Count} 个出勤标记，改后这些日子不在任职时间内：请改正日期，或先在考勤中清空这些标记。",
                    $"{names[group.Key.PersonId]} has {days.Count} attendance marks ({list}{(days.Count > NamedDays ? " …" : "")}) that would lie outside the days in office: correct the day, or clear these marks first.",
                    Side(after, group.Key.PersonId, group.Key.SchoolId, days[0]));
            }).ToList();
    }

    // A draft may be begun ahead of its year and holds nothing that counts; whatever was handed in does.
    private async Task<List<RosterFault>> PapersAsync(
        List<string> people, List<string> schools, ILookup<string, Tenure> before, ILookup<string, Tenure> after, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var papers = await database.Records.AsNoTracking()
            .Where(record => record.PersonId != null && people.Contains(record.PersonId) && schools.Contains(record.SchoolId) && record.State != RecordState.Draft)
            .Select(record => new { PersonId = record.PersonId!, record.SchoolId, record.Year, record.UntilYear }).ToListAsync(cancellationToken);
        return papers.Where(paper => Touches(before, paper.PersonId, paper.SchoolId, paper.Year, paper.UntilYear) && !Touches(after, paper.PersonId, paper.SchoolId, paper.Year, paper.UntilYear))
            .GroupBy(paper => (paper.PersonId, paper.SchoolId)).Select(group =>
            {
                var years = group.GroupBy(paper => paper.Year).OrderBy(year => year.Key).ToList();
                return new RosterFault(
                    group.Key.PersonId, "papers-outside",
                    $"{names[group.Key.PersonId]}在本校已有{string.Join("、", years.Select(year => $"{year.Key}年度 {year.Count()} 份"))}已提交的材料，改后该年度不在任职时间内：请改正日期，或先退回这些材料。",
                    $"{names[group.Key.PersonId]} has papers handed in at this school ({string.Join(", ", years.Select(year => $"{year.Count()} of {year.Key}"))}) whose year would lie outside the days in office: correct the day, or return these papers first.",
                    Side(after, group.Key.PersonId, group.Key.SchoolId, schemes.DaysOf(years[0].Key).Last));
            }).ToList();
    }

    private async Task<List<RosterFault>> FilingSchoolsAsync(
        List<string> people, ILookup<string, Tenure> before, ILookup<string, Tenure> after, Dictionary<string, string> names, CancellationToken cancellationToken)
    {
        var found = new List<(string PersonId, DateOnly Day, List<string> Filing)>();
        foreach (var id in people)
        {
            var (old, next) = (before[id].ToList(), after[id].ToList());
            foreach (var day in Tenures.Turns(next))
            {
                var (inOffice, filing) = Tenures.On(next, day);
                var was = Tenures.On(old, day);
                if (inOffice && filing.Count != 1 && (!was.InOffice || was.Filing.Count == 1))
                {
                    found.Add((id, day, filing));
                    break;
                }
            }
        }

        if (found.Count == 0)
        {
            return [];
        }

        var ids = found.SelectMany(item => item.Filing).Distinct().ToList();
        var schools = await database.Schools.Where(school => ids.Contains(school.Id)).ToDictionaryAsync(school => school.Id, school => school.Name, cancellationToken);
        return found.ConvertAll(item => item.Filing.Count == 0
            ? new RosterFault(
                item.PersonId, "no-filing-school",
                $"{names[item.PersonId]}从 {item.Day:yyyy-MM-dd} 起没有申报学分的学校（只剩兼任职务）：请先登记由哪所学校申报。",
                $"From {item.Day:yyyy-MM-dd} on no school would file the credits of {names[item.PersonId]} (only second posts are left): say first which school does.",
                "post")
            : new RosterFault(
                item.PersonId, "two-filing-schools",
                $"{names[item.PersonId]}从 {item.Day:yyyy-MM-dd} 起在{string.Join("、", item.Filing.Select(id => schools[id]))}都要申报学分：请先登记原任职的最后一天，或把其中一个登记为兼任。",
                $"From {item.Day:yyyy-MM-dd} on {string.Join(" and ", item.Filing.Select(id => schools[id]))} would both file the credits of {names[item.PersonId]}: enter the last day of the earlier post first, or make one of them a second post.",
                "from"));
    }

    private static bool Covers(ILookup<string, Tenure> posts, string personId, string schoolId, DateOnly day) =>
        posts[personId].Any(post => post.SchoolId == schoolId && post.Holds(day));

    private bool Touches(ILookup<string, Tenure> posts, string personId, string schoolId, int first, int last) =>
        posts[personId].Any(post => post.SchoolId == schoolId && post.Touches(schemes.DaysOf(first, last)));

    private static string Side(ILookup<string, Tenure> after, string personId, string schoolId, DateOnly day) =>
        after[personId].Any(post => post.SchoolId == schoolId && post.From > day) ? "from" : "to";
}
