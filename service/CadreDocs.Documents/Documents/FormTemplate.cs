using System.Buffers;
using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Word;

namespace CadreDocs.Documents;

/// <summary>A form compiled once and rendered many times; safe for concurrent use.</summary>
public sealed class FormTemplate
{
    private readonly List<IDocumentTemplate> _templates;

    private FormTemplate(FormDefinition form, List<IDocumentTemplate> templates) => (Form, _templates) = (form, templates);

    /// <summary>The form's definition.</summary>
    public FormDefinition Form { get; }

    /// <summary>The kinds of document this form has a template for.</summary>
    public IReadOnlyList<DocumentKind> Kinds => _templates.ConvertAll(template => template.Kind);

    /// <summary>Compiles a form. Faults come back all at once; the template is null where one of them forbids rendering.</summary>
    /// <param name="form">The definition.</param>
    /// <param name="word">The bytes of <c>document.docx</c>, or null.</param>
    /// <param name="excel">The bytes of <c>workbook.xlsx</c>, or null.</param>
    public static (FormTemplate? Template, IReadOnlyList<Fault> Faults) Compile(FormDefinition form, byte[]? word, byte[]? excel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var templates = new List<IDocumentTemplate>();
        var faults = new List<Fault>();
        if (word is not null)
        {
            var (template, found) = WordTemplate.Compile(form, word);
            faults.AddRange(found);
            AddIfSound(templates, template);
        }

        if (excel is not null)
        {
            var (template, found) = ExcelTemplate.Compile(form, excel);
            faults.AddRange(found);
            AddIfSound(templates, template);
        }

        return (faults.Count == 0 ? new FormTemplate(form, templates) : null, faults);
    }

    /// <summary>Writes one document.</summary>
    /// <exception cref="ArgumentException">The form has no template of this kind.</exception>
    /// <exception cref="InvalidOperationException">A script of the template failed on this data; what was written by then is no document.</exception>
    public void Render(DocumentKind kind, DocumentRequest request, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        var template = Find(kind) ?? throw new ArgumentException($"The form {Form.Id} has no {kind} template.", nameof(kind));
        template.Render(request, output);
    }

    /// <summary>Renders to an array.</summary>
    public byte[] Render(DocumentKind kind, DocumentRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        Render(kind, request, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The compiled template of a kind, or null.</summary>
    internal IDocumentTemplate? Find(DocumentKind kind) => _templates.Find(template => template.Kind == kind);

    private static void AddIfSound(List<IDocumentTemplate> templates, IDocumentTemplate? template)
    {
        if (template is not null)
        {
            templates.Add(template);
        }
    }
}
