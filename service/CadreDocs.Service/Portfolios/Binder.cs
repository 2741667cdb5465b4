using System.Globalization;
using CadreDocs.Documents;
using CadreDocs.Documents.Binding;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Portfolios;

/// <summary>Binds the accepted papers of a school's or a cadre's year for printing, numbered as the library's folders (feature 12).</summary>
internal sealed class Binder(CadreDbContext database, SchemeCatalog schemes, RecordStore store, RecordRights rights, RecordDocuments documents, BinderFiles files, BinderPrinter printer)
{
    /// <summary>Makes the binder.</summary>
    /// <param name="school">The school.</param>
    /// <param name="year">The year.</param>
    /// <param name="personId">The cadre whose portfolio is bound; null for the school's.</param>
    /// <param name="everyone">With no cadre: true adds every cadre's portfolio after the school's.</param>
    /// <param name="singleSided">True where papers need not begin on a right-hand page.</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    public async Task<Outcome<BoundFile>> MakeAsync(
        School school, int year, string? personId, bool everyone, bool singleSided, CancellationToken cancellationToken)
    {
        var scheme = schemes.ForYear(year);
        var records = await RecordsAsync(school.Id, year, personId, everyone, cancellationToken);
        var bound = new List<Record>();
        var entries = new List<BinderEntry>();
        if (personId is null)
        {
            entries.AddRange(await EntriesAsync(scheme, Portfolio.School, null, records.FindAll(record => record.PersonId is null), bound, cancellationToken));
        }

        var people = await PeopleAsync(records, personId, cancellationToken);
        foreach (var (id, name) in people)
        {
            entries.AddRange(await EntriesAsync(scheme, Portfolio.Personal, name, records.FindAll(record => record.PersonId == id), bound, cancellationToken));
        }

        if (bound.Count == 0)
        {
            return Problems.Conflict(
                "nothing-to-bind", "没有可以装订的材料。", "There is nothing to bind.",
                $"{year}年度还没有已接受的材料。请先在看板上接受材料，再打印。", $"No paper of {year} has been accepted yet. Accept papers on the board first, then print.");
        }

        var title = scheme.Portfolio(personId is null ? Portfolio.School : Portfolio.Personal).Title;
        string[] lines = [school.Name, $"{year}年度", .. personId is null ? [] : people.Select(person => person.Name)];
        var request = new BinderRequest(title, lines, entries) { Duplex = !singleSided, Fonts = scheme.Faces };
        var result = DocumentBinder.Bind(await printer.CountAsync(request, cancellationToken));
        return result.Document is { } document
            ? new BoundFile(document, string.Join('-', lines.Prepend(title)))
            : new Problem(StatusCodes.Status422UnprocessableEntity, "papers-not-bound", "有材料无法装订。", "Some papers cannot be bound.")
            {
                Items = result.Faults.Select(fault => new ProblemItem(fault.Code, fault.Message, fault.MessageEn)).ToList(),
            };
    }

    /// <summary>What the scheme's fonts cannot draw in the papers of a year (R83), paper by paper in the order of the binder.</summary>
    public async Task<PrintCheck> CheckAsync(string schoolId, int year, string? personId, CancellationToken cancellationToken)
    {
        var papers = new List<PaperGaps>();
        var records = await RecordsAsync(schoolId, year, personId, everyone: personId is null, cancellationToken);
        var names = (await PeopleAsync(records, personId, cancellationToken)).ToDictionary(person => person.Id, person => person.Name, StringComparer.Ordinal);
        foreach (var record in records)
        {
            var scheme = schemes.Of(record);
            if (scheme.Find(record.FormId) is not { UploadOnly: false } form)
            {
                continue;
            }

            var gaps = FontPreflight.Check(form, await store.DataAsync(record, form, cancellationToken), scheme.FontPlan);
            if (gaps.Count > 0)
            {
                papers.Add(new PaperGaps(record.Id, form.Id, form.Title, record.PersonId, record.PersonId is null ? null : names.GetValueOrDefault(record.PersonId), gaps.Select(gap =>
                {
                    var fault = gap.ToFault();
                    return new CharacterGap(fault.Tag!, (gap.Section is null ? form.FindField(gap.Key) : form.FindSection(gap.Section)?.Find(gap.Key))?.Label ?? gap.Key, gap.Row, gap.Character.ToString(), gap.Face, gap.Fallback, fault.Message, fault.MessageEn);
                }).ToList()));
            }
        }

        return new PrintCheck(printer.IsAvailable, papers);
    }

    private async Task<List<Record>> RecordsAsync(string schoolId, int year, string? personId, bool everyone, CancellationToken cancellationToken)
    {
        var records = await database.Records.AsNoTracking()
            .Where(record => record.SchoolId == schoolId && record.Year <= year && year <= record.UntilYear
                && (record.State == RecordState.Accepted || record.State == RecordState.Filed)
                && (everyone || record.PersonId == personId))
            .ToListAsync(cancellationToken);
        return records.Where(rights.CanRead)
            .OrderBy(record => record.Semester).ThenBy(record => record.Year).ThenBy(record => record.CreatedAt).ThenBy(record => record.Id, StringComparer.Ordinal).ToList();
    }

    /// <summary>The owners of the papers in the order of the school's list, namesakes told apart; the one asked for even without a paper.</summary>
    private async Task<List<(string Id, string Name)>> PeopleAsync(List<Record> records, string? personId, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.PersonId).Append(personId).OfType<string>().Distinct().ToList();
        var people = await database.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancellationToken);
        var order = (await database.Appointments.AsNoTracking().Where(post => ids.Contains(post.PersonId)).Select(post => new { post.PersonId, post.Order }).ToListAsync(cancellationToken))
            .GroupBy(post => post.PersonId).ToDictionary(group => group.Key, group => group.Min(post => post.Order), StringComparer.Ordinal);
        return people.OrderBy(person => order.GetValueOrDefault(person.Id, int.MaxValue)).ThenBy(person => person.Id, StringComparer.Ordinal)
            .Select(person => (person.Id, people.Count(other => other.Name == person.Name) > 1 ? $"{person.Name}（{person.PlatformNo ?? person.Id}）" : person.Name)).ToList();
    }

    private async Task<List<BinderEntry>> EntriesAsync(
        SchemeVersion scheme, Portfolio kind, string? name, List<Record> records, List<Record> bound, CancellationToken cancellationToken)
    {
        var portfolio = scheme.Portfolio(kind);
        var heading = name is null ? portfolio.Folder : $"{portfolio.Folder}　{name}";
        var entries = new List<BinderEntry>();
        foreach (var item in portfolio.Items)
        {
            var papers = new List<BinderPaper>();
            foreach (var (index, record) in records.Where(record => item.Forms.Contains(record.FormId)).Index())
            {
                papers.AddRange(await PapersAsync(record, index + 1, cancellationToken));
                bound.Add(record);
            }

            var sheets = item.Sheets is { } printed ? $"（{printed}）" : "";
            entries.Add(new BinderEntry($"{item.No}．{item.Title}{sheets}", papers, entries.Count == 0 ? heading : null));
        }

        return entries;
    }

    /// <summary>A record's sheet, then the files beside it.</summary>
    private async Task<List<BinderPaper>> PapersAsync(Record record, int number, CancellationToken cancellationToken)
    {
        var scheme = schemes.Of(record);
        var form = scheme.Find(record.FormId) ?? throw new InvalidDataException($"The form '{record.FormId}' is gone.");
        var title = scheme.Definition.SemesterOf(record.Year, record.Semester)?.Name ?? $"{form.Title}（{number.ToString(CultureInfo.InvariantCulture)}）";
        var papers = await files.OfAsync(record, title, scheme.Faces, cancellationToken);
        if (!form.UploadOnly
            && await documents.RenderAsync(record, await store.DataAsync(record, form, cancellationToken), DocumentKind.Word, "", cancellationToken) is { } document)
        {
            papers.Insert(0, new BinderPaper(title, document.Bytes));
        }

        // What was accepted without any file is named all the same.
        return papers.Count > 0 ? papers : [new BinderPaper(title, null)];
    }
}

/// <summary>A bound document.</summary>
internal sealed record BoundFile(byte[] Document, string Name);

/// <summary>What stands in the way of printing.</summary>
/// <param name="Pdf">True where the service can make the binder as PDF.</param>
/// <param name="Papers">Papers with characters that their faces lack, in the order of the binder.</param>
internal sealed record PrintCheck(bool Pdf, List<PaperGaps> Papers);

/// <summary>A paper with characters that its faces lack.</summary>
/// <param name="RecordId">The record.</param>
/// <param name="FormId">Its form.</param>
/// <param name="Title">Its title.</param>
/// <param name="PersonId">The owner; null for the school's papers.</param>
/// <param name="PersonName">The owner's name; null for the school's papers.</param>
/// <param name="Gaps">The characters in the order of the form.</param>
internal sealed record PaperGaps(string RecordId, string FormId, string Title, string? PersonId, string? PersonName, List<CharacterGap> Gaps);

/// <summary>A character that its face lacks.</summary>
/// <param name="Field">Field key, or section and key.</param>
/// <param name="Label">The field's printed label.</param>
/// <param name="Row">1-based row, or null.</param>
/// <param name="Character">The character.</param>
/// <param name="Face">The face that lacks it.</param>
/// <param name="Fallback">The face that draws it instead; null where none does and a box is printed.</param>
/// <param name="Message">The sentence in Chinese.</param>
/// <param name="MessageEn">The sentence in English.</param>
internal sealed record CharacterGap(string Field, string Label, int? Row, string Character, string Face, string? Fallback, string Message, string MessageEn);
