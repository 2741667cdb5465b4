using System.Globalization;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.Planning;

/// <summary>
/// Makes the plan: every accepted paper of a school and year with the path it belongs to. A paper in force for several years stands in the
/// folder of its first year; each later year's folder holds a note that leads there (R23).
/// </summary>
internal sealed class FilingPlanner(CadreDbContext database, SchemeCatalog schemes, ChangeLog changes, Ids ids, TimeProvider clock, IOptions<FilingOptions> options)
{
    /// <summary>Writes the plan down; a plan that runs for the same school and year is handed back instead.</summary>
    public async Task<Outcome<FilingPlan>> CreateAsync(School school, int year, string personId, CancellationToken cancellationToken)
    {
        var running = await database.FilingPlans.FirstOrDefaultAsync(
            plan => plan.SchoolId == school.Id && plan.Year == year && plan.State == FilingPlanState.Running, cancellationToken);
        if (running is not null)
        {
            return running;
        }

        var plan = new FilingPlan { Id = ids.New(), SchoolId = school.Id, Year = year, CreatedBy = personId, CreatedAt = clock.GetUtcNow() };
        var items = await ItemsAsync(plan, school, cancellationToken);
        if (items.Count == 0)
        {
            return Problems.Conflict(
                "nothing-to-file", "没有可以归档的材料。", "There is nothing to file.",
                $"{year}年度还没有已接受的材料。请先在看板上接受材料，再归档。", $"No paper of {year} has been accepted yet. Accept papers on the board first, then file.");
        }

        database.FilingPlans.Add(plan);
        database.FilingItems.AddRange(items);
        changes.Add("filing.started", null, items.Count, school.Id, year: year, reason: "filing:" + plan.Id);
        await database.SaveChangesAsync(cancellationToken);
        return plan;
    }

    /// <summary>The items of a plan in the order of the binder.</summary>
    internal async Task<IReadOnlyList<FilingItem>> ItemsAsync(FilingPlan plan, School school, CancellationToken cancellationToken)
    {
        var records = await database.Records.AsNoTracking()
            .Where(record => record.SchoolId == school.Id && record.Year <= plan.Year && plan.Year <= record.UntilYear
                && (record.State == RecordState.Accepted || record.State == RecordState.Filed))
            .ToListAsync(cancellationToken);
        var recordIds = records.Select(record => record.Id).ToList();
        var attachments = (await database.Attachments.AsNoTracking().Where(attachment => recordIds.Contains(attachment.RecordId)).ToListAsync(cancellationToken))
            .OrderBy(attachment => attachment.CreatedAt).ThenBy(attachment => attachment.Id, StringComparer.Ordinal).ToLookup(attachment => attachment.RecordId);
        var cadres = await CadresAsync(school, plan.Year, records, cancellationToken);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var items = new List<FilingItem>();
        foreach (var paper in Papers(records, cadres))
        {
            foreach (var item in ItemsOf(plan, school, paper, [.. attachments[paper.Record.Id]]))
            {
                // Two papers never share a path, whatever a template leaves out.
                item.Path = taken.Add(item.Path) ? item.Path : LibraryPath.WithMark(item.Path, $"（{LibraryPath.Code(item.Source)}）");
                taken.Add(item.Path);
                item.Order = items.Count;
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>The folder in which a school's papers of a year stand: 区 / 学校 / 年度.</summary>
    internal string YearFolder(School school, int year) => new PaperPaths(schemes.ForYear(year), school).YearFolder(year);

    private IEnumerable<Paper> Papers(List<Record> records, Dictionary<string, FiledCadre> cadres) => records
        .Select(record => (Record: record, Form: schemes.Of(record).Find(record.FormId)))
        .Where(pair => pair.Form is not null)
        .GroupBy(pair => (pair.Record.FormId, pair.Record.PersonId, pair.Record.Year, pair.Record.Semester))
        .SelectMany(group => group.OrderBy(pair => pair.Record.CreatedAt).ThenBy(pair => pair.Record.Id, StringComparer.Ordinal)
            .Select((pair, index) => new Paper(
                pair.Record, pair.Form!, pair.Record.PersonId is { } person ? cadres[person] : null, index + 1, group.Count() > 1)))
        .OrderBy(paper => paper.Form.Portfolio).ThenBy(paper => paper.Cadre?.Order ?? 0).ThenBy(paper => paper.Cadre?.Id, StringComparer.Ordinal)
        .ThenBy(paper => paper.Form.Item).ThenBy(paper => paper.Form.Id, StringComparer.Ordinal)
        .ThenBy(paper => paper.Record.Year).ThenBy(paper => paper.Record.Semester).ThenBy(paper => paper.Number);

    private IEnumerable<FilingItem> ItemsOf(FilingPlan plan, School school, Paper paper, List<Attachment> attachments)
    {
        var scheme = schemes.Of(paper.Record);
        var paths = new PaperPaths(scheme, school);
        var home = paper.Record.Year;
        var kinds = paper.Form.UploadOnly ? [] : scheme.KindsOf(paper.Form);
        if (kinds.Count > 0)
        {
            // The binder holds one document a paper: Word where the form has it.
            var kind = kinds.Contains("docx") ? "docx" : kinds[0];
            yield return Item($"record:{paper.Record.Id}:{kind}", kind, paths.Of(paper, home, kind), home);
        }

        // Only the last scan counts; an earlier one was replaced by it.
        var last = attachments.FindLast(attachment => attachment.Kind == "scan");
        foreach (var group in attachments.Where(attachment => attachment.Kind != "scan" || attachment == last).GroupBy(attachment => attachment.Kind))
        {
            var files = group.ToList();
            foreach (var (index, attachment) in files.Index())
            {
                var number = files.Count > 1 ? (index + 1).ToString(CultureInfo.InvariantCulture) : "";
                var extension = ExtensionOf(attachment);
                var path = paths.Of(paper, home, extension, MarkOf(attachment.Kind, paper.Form.UploadOnly, number), attachment.Kind == "scan");
                yield return Item("attachment:" + attachment.Id, extension, path, home, attachment.Id);
            }
        }

        if (home < plan.Year)
        {
            var path = paths.Of(paper, plan.Year, "txt", $"（见{home.ToString(CultureInfo.InvariantCulture)}年度）");
            yield return Item(string.Create(CultureInfo.InvariantCulture, $"reference:{paper.Record.Id}:{plan.Year}"), "txt", path, plan.Year);
        }

        FilingItem Item(string source, string kind, string path, int year, string? attachmentId = null) => new()
        {
            Id = ids.New(),
            PlanId = plan.Id,
            Source = source,
            RecordId = paper.Record.Id,
            RecordVersion = paper.Record.Version,
            AttachmentId = attachmentId,
            Kind = kind,
            Path = path,
            Fields = paths.Fields(paper, year, options.Value.PortalAddress).ToJsonString(),
        };
    }

    private async Task<Dictionary<string, FiledCadre>> CadresAsync(School school, int year, List<Record> records, CancellationToken cancellationToken)
    {
        var (first, last) = schemes.DaysOf(year);
        var posts = await database.Appointments.AsNoTracking()
            .Where(post => post.SchoolId == school.Id && post.From <= last && (post.To == null || post.To >= first)).ToListAsync(cancellationToken);
        var personIds = posts.Select(post => post.PersonId).Concat(records.Select(record => record.PersonId).OfType<string>()).Distinct().ToList();
        var people = await database.People.AsNoTracking().Where(person => personIds.Contains(person.Id)).ToListAsync(cancellationToken);
        var names = (await database.PersonFacts.AsNoTracking()
            .Where(fact => personIds.Contains(fact.PersonId) && fact.Key == "name" && fact.From <= last && (fact.To == null || fact.To >= last))
            .ToListAsync(cancellationToken)).ToLookup(fact => fact.PersonId, fact => fact.Value);
        var named = people.Select(person => (Person: person, Name: names[person.Id].FirstOrDefault() ?? person.Name)).ToList();
        var alike = named.ToLookup(pair => LibraryPath.Name(pair.Name), StringComparer.OrdinalIgnoreCase);
        return named.ToDictionary(pair => pair.Person.Id, pair => new FiledCadre(
            pair.Person.Id, pair.Name, pair.Person.PlatformNo ?? pair.Person.Id,
            posts.Where(post => post.PersonId == pair.Person.Id).Select(post => post.Order).DefaultIfEmpty(int.MaxValue).Min(),
            alike[LibraryPath.Name(pair.Name)].Count() > 1));
    }

    private static string MarkOf(string kind, bool uploadOnly, string number) => kind switch
    {
        "scan" => "",
        "upload" when uploadOnly => number.Length > 0 ? "-" + number : "",
        "script" => "-讲稿" + number,
        "certificate" => "-证书" + number,
        _ => "-附件" + number,
    };

    private static string ExtensionOf(Attachment attachment)
    {
        var extension = Path.GetExtension(attachment.FileName).TrimStart('.').ToLowerInvariant();
        return extension.Length is > 0 and <= 5 && extension.All(char.IsAsciiLetterOrDigit) ? extension : "bin";
    }
}
