using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Numbers in text, hashes and codes.</summary>
public static partial class StringFunctions
{
    /// <summary>The text as a 32-bit whole number; null where it is none.</summary>
    public static object? ToInt(TemplateContext context, string? text) =>
        int.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureOf(context), out var number) ? Boxes.Of(number) : null;

    /// <summary>The text as a 64-bit whole number; null where it is none.</summary>
    public static object? ToLong(TemplateContext context, string? text) =>
        long.TryParse(text, NumberStyles.Integer | NumberStyles.AllowThousands, CultureOf(context), out var number) ? number : null;

    /// <summary>The text as a 32-bit float; null where it is no number.</summary>
    public static object? ToFloat(TemplateContext context, string? text) =>
        float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureOf(context), out var number) ? number : null;

    /// <summary>The text as a 64-bit float; null where it is no number.</summary>
    public static object? ToDouble(TemplateContext context, string? text) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureOf(context), out var number) ? number : null;

#pragma warning disable CA5350, CA5351 // MD5 and SHA-1 belong to the language; they are offered as checksums, not as protection.
    /// <summary>The MD5 checksum in hexadecimal.</summary>
    public static string Md5(string? text) => Hex(MD5.HashData(Bytes(text)));

    /// <summary>The SHA-1 checksum in hexadecimal.</summary>
    public static string Sha1(string? text) => Hex(SHA1.HashData(Bytes(text)));

    /// <summary>The SHA-1 HMAC in hexadecimal.</summary>
    public static string HmacSha1(string? text, string? secretKey) => Hex(HMACSHA1.HashData(Bytes(secretKey), Bytes(text)));
#pragma warning restore CA5350, CA5351

    /// <summary>The SHA-256 hash in hexadecimal.</summary>
    public static string Sha256(string? text) => Hex(SHA256.HashData(Bytes(text)));

    /// <summary>The SHA-512 hash in hexadecimal.</summary>
    public static string Sha512(string? text) => Hex(SHA512.HashData(Bytes(text)));

    /// <summary>The SHA-256 HMAC in hexadecimal.</summary>
    public static string HmacSha256(string? text, string? secretKey) => Hex(HMACSHA256.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The SHA-512 HMAC in hexadecimal.</summary>
    public static string HmacSha512(string? text, string? secretKey) => Hex(HMACSHA512.HashData(Bytes(secretKey), Bytes(text)));

    /// <summary>The text, as UTF-8, in Base64.</summary>
    public static string Base64Encode(TemplateContext context, SourceSpan span, string? text)
    {
        var result = Convert.ToBase64String(Bytes(text));
        context.CheckLength(span, result.Length);
        return result;
    }

    /// <summary>The text that was written in Base64.</summary>
    public static string Base64Decode(SourceSpan span, string? text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text ?? string.Empty));
        }
        catch (FormatException failure)
        {
            throw new ScriptRuntimeException(span, Say.It($"The text is not written in Base64."), failure);
        }
    }

    private static CultureInfo CultureOf(TemplateContext? context) => context?.CurrentCulture ?? CultureInfo.InvariantCulture;

    private static byte[] Bytes(string? text) => Encoding.UTF8.GetBytes(text ?? string.Empty);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
