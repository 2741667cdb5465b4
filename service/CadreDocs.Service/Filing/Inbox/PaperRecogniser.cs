using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Data;
using CadreDocs.Service.Records;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing.Inbox;

/// <summary>What a paper was taken for.</summary>
/// <param name="RecordId">The record it belongs to; null where a person must say.</param>
/// <param name="FormId">Its form, where that is clear.</param>
/// <param name="Reason"><c>record</c>, <c>code</c>, <c>code-old</c> or <c>labels</c> where it was recognised, else why not.</param>
internal sealed record Recognition(string? RecordId, string? FormId, string Reason);

/// <summary>Finds the record of a paper that arrived without us: by its record id, by a content code, by its labels and the name on it.</summary>
internal sealed class PaperRecogniser(CadreDbContext database, SchemeCatalog schemes)
{
    public async Task<Recognition> RecogniseAsync(UploadedFile file, string schoolId, CancellationToken cancellationToken)
    {
        var isOffice = file.MediaType() is MediaTypes.Docx or MediaTypes.Xlsx;
        var read = isOffice ? Read(file) : null;
        if (read?.Identity is { RecordId.Length: > 0 } identity
            && await database.Records.AsNoTracking().FirstOrDefaultAsync(record => record.Id == identity.RecordId, cancellationToken) is { } named)
        {
            return named.SchoolId == schoolId ? new Recognition(named.Id, named.FormId, "record") : new Recognition(null, named.FormId, "other-school");
        }

        var codes = PrintedCodes.In(file.Name).Union(PrintedCodes.OnSheet(file), StringComparer.Ordinal).ToList();
        var coded = codes.Count == 0 ? [] : await database.Records.AsNoTracking()
            .Where(record => record.SchoolId == schoolId && (codes.Contains(record.ContentCode) || codes.Contains(record.PrintedCode))).OrderBy(record => record.Id).Take(2).ToListAsync(cancellationToken);
        if (coded.Count == 1)
        {
            // A filled document can be merged whatever its age; a stamped sheet cannot.
            return new Recognition(coded[0].Id, coded[0].FormId, isOffice || codes.Contains(coded[0].ContentCode) ? "code" : "code-old");
        }

        if (read?.Form is { } form)
        {
            return await ByLabelsAsync(read, form, schoolId, cancellationToken) is { } record
                ? new Recognition(record, form.Id, "labels")
                : new Recognition(null, form.Id, "whose");
        }

        return new Recognition(null, null, read?.Faults.Count > 0 ? read.Faults[0].Code : file.MediaType() is null ? "file-not-office" : "scan");
    }

    private ReadResult Read(UploadedFile file)
    {
        var newest = schemes.Versions[^1];
        var read = newest.Catalog.Read(file.Bytes, file.Name);
        return read.Identity is { } made && schemes.Find(made.SchemeVersion) is { } version && version != newest ? version.Catalog.Read(file.Bytes, file.Name) : read;
    }

    // Only one open paper of this form and name will do; a guess would put one person's words into another's paper.
    private async Task<string?> ByLabelsAsync(ReadResult read, FormDefinition form, string schoolId, CancellationToken cancellationToken)
    {
        var open = database.Records.AsNoTracking().Where(record => record.SchoolId == schoolId && record.FormId == form.Id
            && (record.State == RecordState.Draft || record.State == RecordState.Returned || record.State == RecordState.Submitted));
        if (form.Portfolio == Portfolio.Personal)
        {
            var field = form.Fields.FirstOrDefault(field => field.Prefill == "cadre.name");
            if (field is null || read.Data[field.Key].Trim() is not { Length: > 0 } name)
            {
                return null;
            }

            open = open.Where(record => database.People.Any(person => person.Id == record.PersonId && person.Name == name));
        }

        var found = await open.Select(record => record.Id).OrderBy(id => id).Take(2).ToListAsync(cancellationToken);
        return found.Count == 1 ? found[0] : null;
    }
}
