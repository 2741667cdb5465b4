using System.Buffers;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents;

/// <summary>A compiled template of one kind: Word and Excel each have theirs. Safe for concurrent use.</summary>
internal interface IDocumentTemplate
{
    DocumentKind Kind { get; }

    /// <summary>Writes one document.</summary>
    void Render(DocumentRequest request, IBufferWriter<byte> output);

    /// <summary>How well a document that does not say what it is looks like this form: 0 not at all, 1 in every label.</summary>
    double Resemblance(UploadedDocument document);

    /// <summary>Reads a document as this form.</summary>
    ReadResult Read(UploadedDocument document, DocumentIdentity? identity);
}
