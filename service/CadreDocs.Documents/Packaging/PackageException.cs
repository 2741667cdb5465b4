using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Packaging;

/// <summary>A file cannot be read; <see cref="Fault"/> says why. The only exception that strangers' bytes cause here.</summary>
internal sealed class PackageException(Fault fault, Exception? cause = null) : Exception(fault.MessageEn, cause)
{
    public Fault Fault { get; } = fault;
}
