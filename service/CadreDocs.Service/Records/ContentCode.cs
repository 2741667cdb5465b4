using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Records;

/// <summary>内容码: a short code over a record's values. A printed sheet whose code is no longer the record's is void (R66).</summary>
public static class ContentCode
{
    // Crockford's alphabet: no I, L, O, U, so that a code can be read out and typed.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 8;

    /// <summary>The code, like <c>7K3F-92QX</c>: 40 bits of SHA-256 over the record's id and its values in a fixed order.</summary>
    public static string Of(string recordId, JsonObject data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var text = new StringBuilder(recordId).Append('\n');
        Append(text, data);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        var bits = ((ulong)hash[0] << 32) | ((ulong)hash[1] << 24) | ((ulong)hash[2] << 16) | ((ulong)hash[3] << 8) | hash[4];
        Span<char> code = stackalloc char[Length + 1];
        for (int i = 0, place = 0; i < Length; i++, place++)
        {
            if (i == Length / 2)
            {
                code[place++] = '-';
            }

            code[place] = Alphabet[(int)(bits >> (35 - (5 * i))) & 31];
        }

        return new string(code);
    }

    // Keys in ordinal order and lengths before texts: equal values give equal text, different values never do.
    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject item:
                text.Append('{');
                foreach (var (key, value) in item.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    text.Append(key).Append(':');
                    Append(text, value);
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonValue value when value.TryGetValue<string>(out var words):
                text.Append(words.Length).Append('"').Append(words);
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null").Append(',');
                break;
        }
    }
}
