using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents;

/// <summary>The compiled forms of one scheme version. A form is compiled when it is first asked for, so that one document does not wait for seventeen templates.</summary>
public sealed class FormCatalog
{
    private readonly Dictionary<string, Lazy<LoadedForm>> _forms;
    private readonly Lazy<IReadOnlyList<FormTemplate>> _all;

    private FormCatalog(Dictionary<string, Lazy<LoadedForm>> forms)
    {
        _forms = forms;
        _all = new Lazy<IReadOnlyList<FormTemplate>>(() =>
        [
            .. _forms.Values
                .Select(form => form.Value.Template)
                .OfType<FormTemplate>()
                .OrderBy(template => template.Form.Portfolio)
                .ThenBy(template => template.Form.Item)
                .ThenBy(template => template.Form.Sheet, StringComparer.Ordinal),
        ]);
    }

    /// <summary>All forms without a fault, in the order school portfolio, personal portfolio, item. Compiles those that were not asked for yet.</summary>
    public IReadOnlyList<FormTemplate> Forms => _all.Value;

    /// <summary>Faults of all templates, each naming its form and part. Compiles those that were not asked for yet.</summary>
    public IReadOnlyList<Fault> Faults => [.. _forms.OrderBy(form => form.Key, StringComparer.Ordinal).SelectMany(form => form.Value.Value.Faults)];

    /// <summary>Finds every folder below <paramref name="formsFolder"/> with a form.yaml; its document.docx and workbook.xlsx are the templates.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static FormCatalog Load(string formsFolder)
    {
        var forms = new Dictionary<string, Lazy<LoadedForm>>(StringComparer.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(formsFolder))
        {
            if (File.Exists(Path.Combine(folder, "form.yaml")))
            {
                forms[Path.GetFileName(folder)] = new Lazy<LoadedForm>(() => LoadForm(folder));
            }
        }

        return new FormCatalog(forms);
    }

    /// <summary>The form with this id, or null where there is none or its template has a fault.</summary>
    public FormTemplate? Find(string formId) => _forms.TryGetValue(formId, out var form) ? form.Value.Template : null;

    /// <summary>Reads a filled document of any of these forms. Never throws for what strangers' bytes hold: the result names the fault.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="fileName">Its name, for the messages and to tell .doc and .wps apart.</param>
    /// <param name="expected">Form id to read it as where the document itself does not say; null to recognise it by its labels.</param>
    public ReadResult Read(ReadOnlyMemory<byte> file, string fileName, string? expected = null)
    {
        var kind = DocumentKind.Word;
        DocumentIdentity? identity = null;
        try
        {
            var package = PackageReader.Open(file, fileName);
            kind = Opc.Kind(package);
            identity = IdentityParts.Read(package);
            using var document = new UploadedDocument(package, fileName);
            var (template, fault) = Choose(document, kind, identity, expected);
            return template is null ? Refused(kind, identity, fault!) : template.Read(document, identity);
        }
        catch (PackageException cause)
        {
            return Refused(kind, identity, cause.Fault);
        }
    }

    private (IDocumentTemplate? Template, Fault? Fault) Choose(UploadedDocument document, DocumentKind kind, DocumentIdentity? identity, string? expected)
    {
        var id = identity?.FormId ?? expected;
        if (id is null)
        {
            return Recognise(document, kind);
        }

        if (Find(id) is not { } form)
        {
            return (null, ReadFaults.UnknownForm(id));
        }

        return form.Find(kind) is { } template ? (template, null) : (null, ReadFaults.WrongKind(form.Form.Title, kind));
    }

    private (IDocumentTemplate? Template, Fault? Fault) Recognise(UploadedDocument document, DocumentKind kind)
    {
        // Half of the labels is a form that somebody rearranged; less is another paper.
        const double Enough = 0.5;
        var best = Forms
            .Select(form => form.Find(kind))
            .OfType<IDocumentTemplate>()
            .Select(template => (Template: template, Score: template.Resemblance(document)))
            .OrderByDescending(match => match.Score)
            .Take(2)
            .ToList();
        if (best.Count == 0 || best[0].Score < Enough)
        {
            return (null, ReadFaults.NotRecognised());
        }

        return best.Count == 2 && best[0].Score - best[1].Score < 0.05 ? (null, ReadFaults.Ambiguous()) : (best[0].Template, null);
    }

    private static ReadResult Refused(DocumentKind kind, DocumentIdentity? identity, Fault fault) =>
        new(kind, identity, null, new FormData(), [], [], [fault]);

    private static LoadedForm LoadForm(string folder)
    {
        var id = Path.GetFileName(folder);
        var (form, faults) = FormDefinitionReader.Read(File.ReadAllText(Path.Combine(folder, "form.yaml")), $"{id}/form.yaml");
        if (form is null)
        {
            return new LoadedForm(null, faults);
        }

        if (form.Id != id)
        {
            return new LoadedForm(null, [ReadFaults.FolderName(id, form.Id)]);
        }

        var (template, found) = FormTemplate.Compile(form, ReadIfThere(folder, "document.docx"), ReadIfThere(folder, "workbook.xlsx"));
        return new LoadedForm(template, [.. found.Select(fault => fault with
        {
            Message = $"{form.Title}（{id}）：{fault.Message}",
            MessageEn = string.Create(CultureInfo.InvariantCulture, $"{id}: {fault.MessageEn}"),
        })]);
    }

    private static byte[]? ReadIfThere(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }

    private sealed record LoadedForm(FormTemplate? Template, IReadOnlyList<Fault> Faults);
}
