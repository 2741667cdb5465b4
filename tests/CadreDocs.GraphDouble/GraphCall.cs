using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CadreDocs.GraphDouble;

/// <summary>One request, from the wire or from inside a batch.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path after the version, still percent-encoded, without a leading slash.</param>
/// <param name="Query">Query, decoded.</param>
/// <param name="Headers">Headers.</param>
/// <param name="Body">Body bytes; empty for none.</param>
public sealed record GraphCall(string Method, string Path, IReadOnlyDictionary<string, StringValues> Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public string? Value(string name) => Query.TryGetValue(name, out var value) ? (string?)value : null;

    public JsonObject Json()
    {
        try
        {
            return Body.Length == 0 ? [] : JsonNode.Parse(Body)!.AsObject();
        }
        catch (System.Text.Json.JsonException)
        {
            throw new RefusedException(400, "invalidRequest", "The body is no JSON.");
        }
    }

    /// <summary>A call as it stands in a batch.</summary>
    public static GraphCall InBatch(JsonNode part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var url = ((string)part["url"]!).TrimStart('/');
        var at = url.IndexOf('?', StringComparison.Ordinal);
        var headers = (part["headers"] as JsonObject)?.ToDictionary(header => header.Key, header => (string)header.Value!, StringComparer.OrdinalIgnoreCase)
            ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (part["body"] is not null && !headers.ContainsKey("Content-Type"))
        {
            throw new RefusedException(400, "invalidRequest", "A body in a batch needs a Content-Type.");
        }

        return new GraphCall(
            ((string)part["method"]!).ToUpperInvariant(), at < 0 ? url : url[..at], QueryHelpers.ParseQuery(at < 0 ? "" : url[at..]), headers,
            part["body"] is { } body ? System.Text.Encoding.UTF8.GetBytes(body.ToJsonString()) : []);
    }
}

/// <summary>One answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Json">Body as JSON, or null.</param>
/// <param name="Content">Body as bytes, or null.</param>
public sealed record Reply(int Status, JsonNode? Json = null, Stream? Content = null)
{
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The connection breaks after so many bytes of the content; null for a whole answer.</summary>
    public int? BreaksAfter { get; init; }
}

/// <summary>What Graph refuses, as it says it.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(int status, string code, string message, string? inner = null)
        : base(message)
    {
        (Status, Code, Inner) = (status, code, inner);
    }

    public int Status { get; }

    public string Code { get; }

    public string? Inner { get; }

    public int? RetryAfter { get; init; }

    public Reply ToReply(string requestId)
    {
        var inner = new JsonObject { ["date"] = "2024-11-15T00:00:00", ["request-id"] = requestId, ["client-request-id"] = requestId };
        if (Inner is not null)
        {
            inner["code"] = Inner;
        }

        var reply = new Reply(Status, new JsonObject { ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message, ["innerError"] = inner } });
        reply.Headers["request-id"] = requestId;
        if (RetryAfter is { } seconds)
        {
            reply.Headers["Retry-After"] = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return reply;
    }
}
