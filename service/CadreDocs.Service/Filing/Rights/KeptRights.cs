using System.Text.Json;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>What is kept of the last setting of a school's rights.</summary>
/// <param name="Notes">Its sentences.</param>
/// <param name="Own">Ids of the items that were cut off from the folders above them.</param>
/// <param name="Mark">As <see cref="WantedSchool.Mark"/>: what was wanted then; null before the first run that knew of it.</param>
internal sealed record KeptRights(IReadOnlyList<RightsNote> Notes, IReadOnlyList<string> Own, string? Mark = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a report holds; nothing where there is none.</summary>
    public static KeptRights Of(LibraryRightsReport? report) => report is null ? new KeptRights([], []) : JsonSerializer.Deserialize<KeptRights>(report.Findings, Json)!;

    /// <summary>As it stands in a report.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
