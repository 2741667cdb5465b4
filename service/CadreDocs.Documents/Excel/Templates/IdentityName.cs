using System.Globalization;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>A document's identity as one text constant: its five values, parted by bars.</summary>
internal static class IdentityName
{
    public static string Write(DocumentIdentity identity) => string.Join('|', ((string[])
    [
        identity.FormId, identity.SchemeVersion, identity.RecordId, identity.RecordVersion.ToString(CultureInfo.InvariantCulture), identity.ContentCode,
    ]).Select(Clean));

    /// <summary>Reads the constant with its quotes; null where it is none of ours.</summary>
    public static DocumentIdentity? Read(string formula)
    {
        var text = formula.Trim().TrimStart('=').Trim('"');
        var parts = text.Split('|');
        return parts is [{ Length: > 0 } form, var scheme, var record, var version, var code]
            ? new DocumentIdentity(form, scheme, record, int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0, code)
            : null;
    }

    // Ids hold neither; a value that does would only lose this third copy of itself.
    private static string Clean(string value) => value.Replace('|', ' ').Replace('"', ' ');
}
