namespace CadreDocs.Service.Hosting;

/// <summary>The address that people know us by, for everything that leads back to us from outside.</summary>
/// <param name="Configured">Scheme, host and port of the setting <c>Hosting:Origin</c>; null where each call's own address stands.</param>
internal sealed record PublicOrigin(Uri? Configured)
{
    /// <summary>How cookies go out. Under an https origin always as Secure, whatever a proxy speaks behind it.</summary>
    public CookieSecurePolicy Cookies => Configured?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Reads the setting.</summary>
    /// <exception cref="SettingException">It is no http or https address.</exception>
    public static PublicOrigin From(IConfiguration configuration)
    {
        if (configuration["Hosting:Origin"] is not { Length: > 0 } text)
        {
            return new PublicOrigin(Configured: null);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var origin) && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == Uri.UriSchemeHttp)
            ? new PublicOrigin(new Uri(origin.GetLeftPart(UriPartial.Authority)))
            : throw new SettingException($"设置 Hosting:Origin 必须是对外的 https 地址。 / Hosting:Origin is '{text}'; it must be the public https address.");
    }

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Of(HttpRequest request) => Configured?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";
}
