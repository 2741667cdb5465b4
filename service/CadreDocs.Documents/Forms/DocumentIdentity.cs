namespace CadreDocs.Documents.Forms;

/// <summary>What a document says about itself, in its custom XML part; the record id again as a custom property, the content code in the footer.</summary>
/// <param name="FormId">The form's id.</param>
/// <param name="SchemeVersion">The scheme version (办法版本) the document was made under, such as <c>2018</c>.</param>
/// <param name="RecordId">The record's id; empty for a blank that belongs to no record.</param>
/// <param name="RecordVersion">The record's version the document was made from; 0 for a blank.</param>
/// <param name="ContentCode">Short code over the data (内容码), printed in the footer; empty for a blank.</param>
public sealed record DocumentIdentity(string FormId, string SchemeVersion, string RecordId, int RecordVersion, string ContentCode);
