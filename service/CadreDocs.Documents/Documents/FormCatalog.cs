using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents;

/// <summary>The compiled forms of one scheme version.</summary>
public sealed class FormCatalog
{
    private readonly Dictionary<string, FormTemplate> _templates;

    private FormCatalog(Dictionary<string, FormTemplate> templates, IReadOnlyList<Fault> faults)
    {
        _templates = templates;
        Faults = faults;
    }

    /// <summary>All forms, in the order school portfolio, personal portfolio, item.</summary>
    public IReadOnlyList<FormTemplate> Forms => throw new NotSupportedException();

    /// <summary>Faults of all templates, each naming its form and part.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>Loads every folder below <paramref name="formsFolder"/>: form.yaml, document.docx, workbook.xlsx.</summary>
    public static FormCatalog Load(string formsFolder) => throw new NotSupportedException();

    /// <summary>The form with this id, or null.</summary>
    public FormTemplate? Find(string formId) => _templates.GetValueOrDefault(formId);

    /// <summary>Reads a filled document of any of these forms. Never throws for what strangers' bytes hold: the result names the fault.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="fileName">Its name, for the messages and to tell .doc and .wps apart.</param>
    /// <param name="expected">Form id to read it as where the document itself does not say; null to recognise it by its labels.</param>
    public ReadResult Read(ReadOnlyMemory<byte> file, string fileName, string? expected = null) => throw new NotSupportedException();
}
