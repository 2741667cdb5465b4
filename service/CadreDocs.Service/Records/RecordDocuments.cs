using System.Buffers;
using System.Text.Json.Nodes;
using CadreDocs.Documents;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Records;

/// <summary>A finished document.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="FileName">Its name with extension.</param>
/// <param name="MediaType">Its media type.</param>
public sealed record RecordDocument(ReadOnlyMemory<byte> Bytes, string FileName, string MediaType);

/// <summary>Makes the documents of records.</summary>
public sealed class RecordDocuments(SchemeCatalog schemes, RecordGlobals globals)
{
    /// <summary>Renders a record with these values.</summary>
    /// <param name="record">The record.</param>
    /// <param name="data">Its values, computed ones included.</param>
    /// <param name="kind">Word or Excel.</param>
    /// <param name="copy">第一份, 第二份, or empty (R63).</param>
    /// <param name="cancellationToken">Stops the queries.</param>
    /// <param name="forPaper">True for a copy to print; one that nobody fills in any more is such a copy anyway.</param>
    /// <returns>The document; null where the form has none of this kind.</returns>
    public async Task<RecordDocument?> RenderAsync(Record record, FormData data, DocumentKind kind, string copy, CancellationToken cancellationToken, bool forPaper = false)
    {
        ArgumentNullException.ThrowIfNull(record);
        var scheme = schemes.Of(record);
        if (scheme.Find(record.FormId) is not { UploadOnly: false } form || scheme.Catalog.Find(form.Id) is not { } template || !template.Kinds.Contains(kind))
        {
            return null;
        }

        var known = await globals.ForAsync(record, cancellationToken);
        var code = ContentCode.Of(record.Id, data.ToJson(form));
        known["copy"] = copy;
        known["code"] = code;
        var identity = new DocumentIdentity(form.Id, record.SchemeVersion, record.Id, record.Version, code);
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        // Only who still fills it in needs to be told what goes where; what is printed or filed carries no prompts.
        template.Render(kind, new DocumentRequest(data, known, identity) { ForPaper = forPaper || record.State is not (RecordState.Draft or RecordState.Returned), Fonts = scheme.FontPlan }, output);
        return new RecordDocument(output.WrittenMemory, FileName(scheme, form, record, known) + (copy.Length == 0 ? "" : "-" + copy) + Extension(kind), MediaTypes.Of(kind));
    }

    /// <summary>The file's name as in the library, without its number among several and without extension.</summary>
    private static string FileName(SchemeVersion scheme, FormDefinition form, Record record, JsonObject known)
    {
        var names = known.DeepClone().AsObject();
        var item = scheme.Item(form);
        names["district"] = scheme.Definition.District;
        names["item"] = new JsonObject { ["no"] = item.No, ["title"] = item.Title, ["sheets"] = item.Sheets };
        names["form"] = new JsonObject { ["id"] = form.Id, ["sheet"] = form.Sheet, ["title"] = form.Title };
        names["several"] = false;
        names["number"] = 1;
        names["scan"] = false;
        var template = record.PersonId is null ? scheme.Definition.Filing.SchoolFile : scheme.Definition.Filing.PersonalFile;
        var name = Scripts.Render(template, names);
        return string.Concat(name.Select(c => c < ' ' || "\"*:<>?/\\|".Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim();
    }

    private static string Extension(DocumentKind kind) => kind == DocumentKind.Word ? ".docx" : ".xlsx";
}

/// <summary>Media types of the files we make and take.</summary>
public static class MediaTypes
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Pdf = "application/pdf";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";

    /// <summary>The media type of a document.</summary>
    public static string Of(DocumentKind kind) => kind == DocumentKind.Word ? Docx : Xlsx;
}
