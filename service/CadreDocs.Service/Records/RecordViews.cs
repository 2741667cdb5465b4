using CadreDocs.Service.Data;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>Shows records.</summary>
internal sealed class RecordViews(CadreDbContext database, RecordStore store, RecordRights rights, CurrentUser user)
{
    /// <summary>The record as it stands after the request's work.</summary>
    public async Task<RecordView> ShowAsync(OpenRecord open, CancellationToken cancellationToken)
    {
        var record = open.Record;
        var form = open.Form;
        var school = await database.Schools.Where(item => item.Id == record.SchoolId).Select(item => item.Name).FirstAsync(cancellationToken);
        var person = record.PersonId is null
            ? null
            : await database.People.Where(item => item.Id == record.PersonId).Select(item => item.Name).FirstAsync(cancellationToken);
        var attachments = await database.Attachments.Where(file => file.RecordId == record.Id).OrderBy(file => file.CreatedAt)
            .Select(file => new AttachmentView(file.Id, file.Kind, file.FileName, file.MediaType, file.SizeBytes, file.ContentCode, file.CreatedAt, null))
            .ToListAsync(cancellationToken);
        var data = (await store.DataAsync(record, form, cancellationToken)).ToJson(form);
        var allowed = (await store.RightsAsync(record, cancellationToken)).Allowed;
        return new RecordView(
            record.Id, form.Id, form.Sheet, form.Title, form.TitleEn, record.SchemeVersion, record.Year, record.UntilYear, record.Semester,
            open.Scheme.Definition.SemesterOf(record.Year, record.Semester)?.Name, record.SchoolId, school, record.PersonId, person,
            data, record.Version, record.State, record.Comment, ContentCode.Of(record.Id, data), record.PrintedCode, record.UpdatedAt,
            record.SubmittedAt, open.Scheme.KindsOf(form), attachments, allowed, Carried(record), allowed.Contains(RecordRights.Edit) && open.Scheme.DraftTemplate(form.Id) is not null,
            form.Fields.Where(field => !rights.MayWrite(record, form, field.Key)).Select(field => field.Key).ToList());
    }

    // The marks are the author's own: a secretary who reads a cadre's draft sees none.
    private List<CarriedField> Carried(Record record) => (record.PersonId is null ? user.IsSecretaryOf(record.SchoolId) : user.OwnsPerson(record.PersonId))
        ? CarriedText.Read(record.Carried).Select(pair => new CarriedField(pair.Key, pair.Value)).ToList()
        : [];
}
