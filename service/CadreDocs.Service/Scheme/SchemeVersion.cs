using CadreDocs.Documents;
using CadreDocs.Documents.Checking;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Service.Scheme;

/// <summary>A scheme version with its forms. The templates are compiled when a document is first asked for.</summary>
public sealed class SchemeVersion
{
    private readonly Lazy<FormCatalog> _catalog;
    private readonly Dictionary<string, FormDefinition> _forms;

    private readonly string _folder;

    internal SchemeVersion(SchemeDefinition definition, IReadOnlyList<FormDefinition> forms, string formsFolder)
    {
        _folder = formsFolder;
        Definition = definition;
        Forms = forms;
        _forms = forms.ToDictionary(form => form.Id, StringComparer.Ordinal);
        _catalog = new Lazy<FormCatalog>(() => FormCatalog.Load(formsFolder));
        var (fonts, usual) = (definition.Fonts, new DocumentFonts());
        Faces = new DocumentFonts(
            fonts.GetValueOrDefault("title", usual.Title), fonts.GetValueOrDefault("heading", usual.Heading), fonts.GetValueOrDefault("body", usual.Body),
            fonts.GetValueOrDefault("symbols", usual.Symbols), fonts.GetValueOrDefault("latin", usual.Latin));
        var fallbacks = fonts.GetValueOrDefault("fallback", $"{Faces.Symbols}, 宋体-ExtB").Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        FontPlan = FontPlan.Of(Faces.Body, Faces.Symbols, Faces.Latin, fallbacks);
    }

    /// <summary>Names of the faces that <c>scheme.yaml</c> configures.</summary>
    public DocumentFonts Faces { get; }

    /// <summary>What these faces draw, and which step in for a character that one lacks (R83).</summary>
    public FontPlan FontPlan { get; }

    /// <summary>What <c>scheme.yaml</c> says.</summary>
    public SchemeDefinition Definition { get; }

    /// <summary>All forms, in the order school portfolio, personal portfolio, item, sheet.</summary>
    public IReadOnlyList<FormDefinition> Forms { get; }

    /// <summary>The compiled templates.</summary>
    public FormCatalog Catalog => _catalog.Value;

    /// <summary>The form with this id, or null.</summary>
    public FormDefinition? Find(string formId) => _forms.GetValueOrDefault(formId);

    /// <summary>The kinds of document the form has a template for: <c>docx</c>, <c>xlsx</c>. Asks the folder, compiles nothing.</summary>
    public IReadOnlyList<string> KindsOf(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var folder = Path.Combine(_folder, form.Id);
        List<string> kinds = File.Exists(Path.Combine(folder, "document.docx")) ? ["docx"] : [];
        if (File.Exists(Path.Combine(folder, "workbook.xlsx")))
        {
            kinds.Add("xlsx");
        }

        return kinds;
    }

    /// <summary>The Scriban template that drafts this form, as it stands in the folder now; null where there is none.</summary>
    public string? DraftTemplate(string formId) => Text(Path.Combine("drafts", formId + ".sbn"));

    /// <summary>The Scriban template of a weekly message, as it stands in the folder now; null where there is none.</summary>
    public string? DigestTemplate(string name) => Text(Path.Combine("digests", name + ".sbn"));

    /// <summary>The portfolio item of a form.</summary>
    public SchemeItem Item(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return Portfolio(form.Portfolio).Items.First(item => item.No == form.Item);
    }

    /// <summary>The portfolio of this kind.</summary>
    public SchemePortfolio Portfolio(Portfolio kind) =>
        Definition.Portfolios.First(portfolio => portfolio.Key == (kind == Documents.Forms.Portfolio.School ? "school" : "personal"));

    private string? Text(string path) => Path.Combine(_folder, "..", path) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    /// <summary>Restricted class: only the owner, the own school's secretary and the officer read it (R88). A sheet of marks is one where some marks are (⊕ reveals illness).</summary>
    public bool IsRestricted(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Restricted || Definition.Restricted.Forms.Contains(form.Id)
            || (Definition.Restricted.Marks.Count > 0 && form.Sections.Any(section => section.Fields.Any(field => field.Type == FieldType.Mark)));
    }
}
