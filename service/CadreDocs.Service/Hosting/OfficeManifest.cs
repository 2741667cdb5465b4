using System.Xml.Linq;

namespace CadreDocs.Service.Hosting;

/// <summary>The add-in's XML manifest for the configured origin and cloud profile.</summary>
public static class OfficeManifest
{
    /// <summary>The origin written in the repository's <c>manifest.xml</c>, for sideloading in development.</summary>
    public const string DevelopmentOrigin = "https://localhost:7443";

    private static readonly XNamespace _overrides = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";

    /// <summary>Puts the origin into every URL and, where an application id is given, adds WebApplicationInfo for the older silent sign-in.</summary>
    /// <param name="manifest">Text of <c>manifest.xml</c>.</param>
    /// <param name="origin">The service's https origin without a path, such as <c>https://cadre.example.cn</c>.</param>
    /// <param name="applicationId">Id of the registered API application; null leaves WebApplicationInfo out.</param>
    /// <exception cref="ArgumentException">The origin is not https or has a path.</exception>
    public static string For(string manifest, Uri origin, string? applicationId)
    {
        ArgumentNullException.ThrowIfNull(origin);
        if (origin.Scheme != Uri.UriSchemeHttps || origin.AbsolutePath != "/" || origin.Query.Length > 0)
        {
            throw new ArgumentException("The manifest needs an https origin without a path.", nameof(origin));
        }

        var document = XDocument.Parse(manifest, LoadOptions.PreserveWhitespace);
        var target = origin.GetLeftPart(UriPartial.Authority);
        foreach (var attribute in document.Descendants().Attributes().Where(attribute => attribute.Value.StartsWith(DevelopmentOrigin, StringComparison.Ordinal)))
        {
            attribute.Value = target + attribute.Value[DevelopmentOrigin.Length..];
        }

        foreach (var element in document.Descendants().Where(element => !element.HasElements && element.Value == DevelopmentOrigin))
        {
            element.Value = target;
        }

        if (applicationId is { Length: > 0 })
        {
            // A sibling of Hosts and Resources, last but for EquivalentAddins (the schema decides, not the article on ordering).
            document.Root!.Element(_overrides + "VersionOverrides")!.Add(new XElement(
                _overrides + "WebApplicationInfo",
                new XElement(_overrides + "Id", applicationId),
                new XElement(_overrides + "Resource", $"api://{origin.Authority}/{applicationId}"),
                new XElement(_overrides + "Scopes", new XElement(_overrides + "Scope", "openid"), new XElement(_overrides + "Scope", "profile"))));
        }

        return document.Declaration + "\n" + document.ToString(SaveOptions.DisableFormatting);
    }
}
