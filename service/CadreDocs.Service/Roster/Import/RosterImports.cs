using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster.Guard;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster.Import;

/// <summary>Imports of rosters: preview, then all or nothing.</summary>
internal sealed class RosterImports(CadreDbContext database, RosterReading reading, RosterWriter writer, RosterGuard guard, CurrentUser user, Ids ids, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>Reads a table, remembers its mapping and keeps what was read until it is applied.</summary>
    public async Task<ImportPreview> PreviewAsync(string schoolId, SheetTable table, ImportOptions options, CancellationToken cancellationToken)
    {
        var remembered = await database.RosterHeadings.Where(heading => heading.SchoolId == schoolId)
            .ToDictionaryAsync(heading => heading.Heading, heading => heading.Field, cancellationToken);
        foreach (var (heading, field) in options.Mapping)
        {
            remembered[RosterColumns.Normalise(heading)] = field ?? "";
        }

        var roster = RosterReader.Read(table, remembered);
        var existing = await ExistingAsync(schoolId, options.From, cancellationToken);
        var difference = await CompareAsync(schoolId, roster.Rows, existing, options.Whole, options.From, cancellationToken);
        var import = new RosterImport
        {
            Id = ids.New(),
            SchoolId = schoolId,
            FileName = table.Sheet,
            Whole = options.Whole,
            From = options.From,
            Rows = JsonSerializer.Serialize(roster.Rows),
            Base = Fingerprint(existing),
            CreatedBy = user.PersonId!,
            CreatedAt = clock.GetUtcNow(),
        };
        if (roster.Problems.Count == 0)
        {
            difference = await GuardAsync(import, roster.Rows, difference, cancellationToken);
            var limit = clock.GetUtcNow() - Kept;
            await database.RosterImports.Where(old => old.CreatedAt < limit).ExecuteDeleteAsync(cancellationToken);
            database.RosterImports.Add(import);
            await RememberAsync(schoolId, options.Mapping, cancellationToken);
            await database.SaveChangesAsync(cancellationToken);
        }

        return Preview(import, roster, difference);
    }

    /// <summary>Applies a preview in one transaction, or says why not and changes nothing.</summary>
    public async Task<Outcome<ImportPreview>> ApplyAsync(RosterImport import, CancellationToken cancellationToken)
    {
        if (import.AppliedAt is not null)
        {
            return Problems.Conflict("already-applied", "这份名册已经导入过了。", "This roster was imported before.", "如需再次导入，请重新上传。", "Upload it again to import it again.");
        }

        var rows = JsonSerializer.Deserialize<List<RosterRow>>(import.Rows)!;
        var existing = await ExistingAsync(import.SchoolId, import.From, cancellationToken);
        if (Fingerprint(existing) != import.Base)
        {
            return Problems.Conflict("roster-changed", "预览之后名册又有变动，没有导入。", "The roster changed after the preview; nothing was imported.", "请重新上传并核对差异。", "Upload the file again and look at the differences.");
        }

        var difference = await CompareAsync(import.SchoolId, rows, existing, import.Whole, import.From, cancellationToken);
        var faults = difference.Rows.SelectMany(row => row.Problems).Select(problem =>
            new ProblemItem(problem.Code, problem.Message, problem.MessageEn, import.FileName, null, problem.Row, problem.Field)).ToList();
        if (faults.Count > 0)
        {
            return Problems.Invalid(faults);
        }

        var written = await WriteAsync(import, rows, difference, cancellationToken);
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } refused)
        {
            database.ChangeTracker.Clear();
            return refused.ToProblem() with
            {
                Items = refused.ConvertAll(fault => At(fault, written)).ConvertAll(problem => new ProblemItem(
                    problem.Code, problem.Message, problem.MessageEn, import.FileName, null, problem.Row, problem.Field)),
            };
        }

        import.AppliedAt = clock.GetUtcNow();
        await database.SaveChangesAsync(cancellationToken);
        return Preview(import, new RosterTable([], rows, []), difference);
    }

    // The rules that look at the whole roster are asked of changes made on trial, so that the preview names what the import would be refused for.
    private async Task<Difference> GuardAsync(RosterImport import, IReadOnlyList<RosterRow> rows, Difference difference, CancellationToken cancellationToken)
    {
        // Faulty rows change nothing, and two of them may name one person.
        var sound = difference with { Rows = difference.Rows.Where(row => row.Status != RowStatus.Error).ToList() };
        var written = await WriteAsync(import, rows, sound, cancellationToken);
        var faults = await guard.FaultsAsync(cancellationToken);
        database.ChangeTracker.Clear();
        if (faults.Count == 0)
        {
            return difference;
        }

        var byRow = faults.ToLookup(fault => written.GetValueOrDefault(fault.PersonId));
        var byPerson = faults.ToLookup(fault => fault.PersonId);
        return difference with
        {
            Rows = difference.Rows.Select(row => (row.Row is { } number ? byRow[number] : byPerson[row.PersonId ?? ""]).Select(fault => At(fault, written)).ToList() is { Count: > 0 } found
                ? row with { Status = RowStatus.Error, Problems = [.. row.Problems, .. found] }
                : row).ToList(),
        };
    }

    private static ImportProblem At(RosterFault fault, Dictionary<string, int?> written)
    {
        var row = written.GetValueOrDefault(fault.PersonId);
        return new ImportProblem(fault.Code, (row is null ? "" : $"第 {row} 行：") + fault.Message, (row is null ? "" : $"Row {row}: ") + fault.MessageEn, row, fault.Field);
    }

    // Who left before today is not here any more, however early the changes are dated.
    private Task<List<ExistingCadre>> ExistingAsync(string schoolId, DateOnly from, CancellationToken cancellationToken) =>
        reading.ExistingAsync(schoolId, from > clock.Today() ? from : clock.Today(), from.Year, cancellationToken);

    /// <summary>Makes the changes; the caller saves.</summary>
    /// <returns>Row of the file by person.</returns>
    private async Task<Dictionary<string, int?>> WriteAsync(RosterImport import, IReadOnlyList<RosterRow> rows, Difference difference, CancellationToken cancellationToken)
    {
        var byRow = rows.ToDictionary(row => row.Row);
        var touched = difference.Rows.Where(row => row.PersonId is not null && row.Status is RowStatus.Change or RowStatus.Drop).Select(row => row.PersonId!).ToHashSet();
        var here = database.Appointments.Where(post => post.SchoolId == import.SchoolId).Select(post => post.PersonId);
        var people = (await database.People.Where(person => here.Contains(person.Id)).ToListAsync(cancellationToken)).Where(person => touched.Contains(person.Id)).ToDictionary(person => person.Id);
        var facts = (await database.PersonFacts.Where(fact => here.Contains(fact.PersonId)).ToListAsync(cancellationToken)).ToLookup(fact => fact.PersonId);
        var posts = (await database.Appointments.Where(post => post.SchoolId == import.SchoolId).ToListAsync(cancellationToken)).ToLookup(post => post.PersonId);
        var written = difference.Rows.Where(row => row.PersonId is not null).ToDictionary(row => row.PersonId!, row => row.Row);
        var order = posts.SelectMany(group => group).Select(post => post.Order).DefaultIfEmpty().Max();
        foreach (var row in difference.Rows)
        {
            switch (row.Status)
            {
                case RowStatus.Add:
                    var source = byRow[row.Row!.Value];
                    written[writer.Add(import.SchoolId, source.Values, StartOf(source, import.From), ++order).Id] = row.Row;
                    break;
                case RowStatus.Change:
                    Change(people[row.PersonId!], facts[row.PersonId!].ToList(), posts[row.PersonId!].ToList(), row.Changes, StartOf(byRow[row.Row!.Value], import.From), import);
                    break;
                case RowStatus.Drop:
                    foreach (var post in posts[row.PersonId!].Where(post => post.To is null || post.To >= import.From))
                    {
                        writer.End(post, import.From.AddDays(-1), "导入名册");
                    }

                    people[row.PersonId!].Version++;
                    break;
                default:
                    break;
            }
        }

        return written;
    }

    private void Change(Person person, List<PersonFact> facts, List<Appointment> posts, IReadOnlyList<FieldChange> list, DateOnly start, RosterImport import)
    {
        var current = RosterReading.Latest(posts);
        foreach (var change in list)
        {
            if (change.Field == RosterColumns.Post)
            {
                writer.SetPosts(current, change.After, start);
            }
            else if (change.Field != RosterColumns.From)
            {
                writer.Set(person, facts, change.Field, change.After, import.From, import.SchoolId);
            }
            else if (!list.Any(other => other.Field == RosterColumns.Post))
            {
                var day = RosterReading.FirstDay(current[0], posts);
                var first = posts.First(post => post.Post == current[0].Post && post.From == day);
                writer.Correct(first, posts, first.Post, start, first.To, "导入名册");
            }
        }

        person.Version++;
    }

    private static DateOnly StartOf(RosterRow row, DateOnly otherwise) =>
        DateOnly.TryParseExact(row[RosterColumns.From], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : otherwise;

    private async Task<Difference> CompareAsync(string schoolId, IReadOnlyList<RosterRow> rows, List<ExistingCadre> existing, bool whole, DateOnly start, CancellationToken cancellationToken)
    {
        var own = existing.Select(cadre => cadre.PersonId).ToHashSet();
        var numbers = rows.Select(row => row[RosterColumns.PlatformNo]).Where(number => number.Length > 0).ToHashSet();
        var (numbered, today) = (numbers.Count > 0, clock.Today());
        var others = await (
            from person in database.People
            where (numbered && person.PlatformNo != null) || database.Appointments.Any(post => post.PersonId == person.Id && post.SchoolId == schoolId)
            select new
            {
                person.Id,
                Person = new OtherPerson(
                    person.PlatformNo ?? "", person.Name, person.BirthMonth ?? "",
                    (from post in database.Appointments
                     join school in database.Schools on post.SchoolId equals school.Id
                     where post.PersonId == person.Id
                     orderby post.From descending
                     select school.Name).FirstOrDefault() ?? "名册",
                    database.Appointments.Any(post => post.PersonId == person.Id && (post.To == null || post.To >= today)),
                    database.Appointments.Any(post => post.PersonId == person.Id && post.SchoolId == schoolId)),
            }).ToListAsync(cancellationToken);
        return RosterDifference.Compare(rows, existing, others.Where(other => !own.Contains(other.Id)).Select(other => other.Person).ToList(), whole, start);
    }

    private async Task RememberAsync(string schoolId, IReadOnlyDictionary<string, string?> mapping, CancellationToken cancellationToken)
    {
        foreach (var (typed, field) in mapping)
        {
            var heading = RosterColumns.Normalise(typed);
            var known = await database.RosterHeadings.FindAsync([schoolId, heading], cancellationToken);
            if (known is null)
            {
                database.RosterHeadings.Add(new RosterHeading { SchoolId = schoolId, Heading = heading, Field = field ?? "" });
            }
            else
            {
                known.Field = field ?? "";
            }
        }
    }

    private static string Fingerprint(List<ExistingCadre> existing)
    {
        var text = string.Join('\n', existing.OrderBy(cadre => cadre.PersonId, StringComparer.Ordinal)
            .Select(cadre => string.Create(CultureInfo.InvariantCulture, $"{cadre.PersonId} {cadre.Version} {cadre[RosterColumns.Post]}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static ImportPreview Preview(RosterImport import, RosterTable roster, Difference difference) => new(
        roster.Problems.Count == 0 ? import.Id : null,
        import.FileName,
        import.Whole,
        import.From,
        roster.Columns,
        difference.Rows.OrderByDescending(row => row.Status == RowStatus.Error).ToList(),
        difference.Absent.Select(cadre => new AbsentCadre(cadre.PersonId, cadre[RosterColumns.Name], cadre[RosterColumns.Post], cadre.Records)).ToList(),
        roster.Problems,
        new ImportCounts(
            difference.Rows.Count(row => row.Status == RowStatus.Add),
            difference.Rows.Count(row => row.Status == RowStatus.Change),
            difference.Rows.Count(row => row.Status == RowStatus.Same),
            difference.Rows.Count(row => row.Status == RowStatus.Drop),
            difference.Rows.Count(row => row.Status == RowStatus.Error)));
}

/// <summary>How a file is taken.</summary>
/// <param name="Mapping">Field key by heading, chosen by the user; null leaves the column out.</param>
/// <param name="Whole">True where the file is the whole roster.</param>
/// <param name="From">The day from which changes hold.</param>
internal sealed record ImportOptions(IReadOnlyDictionary<string, string?> Mapping, bool Whole, DateOnly From);

/// <summary>What a file would do.</summary>
/// <param name="Id">For applying it; null where the file as a whole cannot be read.</param>
/// <param name="FileName">The file.</param>
/// <param name="Whole">True where the file is the whole roster, so that whoever is not in it leaves.</param>
/// <param name="From">The day from which changes hold.</param>
/// <param name="Columns">How the columns were understood.</param>
/// <param name="Rows">The rows, faulty ones first.</param>
/// <param name="Absent">Cadres in office whom the file does not name; they stay.</param>
/// <param name="Problems">Faults of the whole file.</param>
/// <param name="Counts">Rows by what they do.</param>
internal sealed record ImportPreview(
    string? Id, string FileName, bool Whole, DateOnly From, IReadOnlyList<MappedColumn> Columns, IReadOnlyList<DifferenceRow> Rows,
    IReadOnlyList<AbsentCadre> Absent, IReadOnlyList<ImportProblem> Problems, ImportCounts Counts);

/// <summary>Someone in office whom the file does not name.</summary>
internal sealed record AbsentCadre(string PersonId, string Name, string Post, int Records);

/// <summary>Rows by what they do.</summary>
internal sealed record ImportCounts(int Add, int Change, int Same, int Drop, int Error);
