using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>Graph refuses a body with a property that its resource does not have.</summary>
internal static class Properties
{
    /// <summary>Refuses whatever is not named; a type may always be told.</summary>
    public static void Check(JsonObject body, params ReadOnlySpan<string> known)
    {
        foreach (var (name, _) in body)
        {
            if (name != "@odata.type" && !known.Contains(name))
            {
                throw new RefusedException(400, "invalidRequest", $"The property '{name}' does not exist.");
            }
        }
    }
}
