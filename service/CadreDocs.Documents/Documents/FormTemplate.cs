using System.Buffers;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents;

/// <summary>A form compiled once and rendered many times; safe for concurrent use.</summary>
public sealed class FormTemplate
{
    private FormTemplate(FormDefinition form) => Form = form;

    /// <summary>The form's definition.</summary>
    public FormDefinition Form { get; }

    /// <summary>The kinds of document this form has a template for.</summary>
    public IReadOnlyList<DocumentKind> Kinds { get; private init; } = [];

    /// <summary>Compiles a form. Faults come back all at once; the template is null where one of them forbids rendering.</summary>
    /// <param name="form">The definition.</param>
    /// <param name="word">The bytes of <c>document.docx</c>, or null.</param>
    /// <param name="excel">The bytes of <c>workbook.xlsx</c>, or null.</param>
    public static (FormTemplate? Template, IReadOnlyList<Fault> Faults) Compile(FormDefinition form, byte[]? word, byte[]? excel) =>
        throw new NotSupportedException();

    /// <summary>Writes one document.</summary>
    /// <exception cref="ArgumentException">The form has no template of this kind.</exception>
    /// <exception cref="InvalidOperationException">A script of the template failed on this data.</exception>
    public void Render(DocumentKind kind, DocumentRequest request, IBufferWriter<byte> output) => throw new NotSupportedException();

    /// <summary>Renders to an array.</summary>
    public byte[] Render(DocumentKind kind, DocumentRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        Render(kind, request, buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
