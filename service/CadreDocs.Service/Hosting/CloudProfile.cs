namespace CadreDocs.Service.Hosting;

/// <summary>Addresses of the cloud that people sign in with: the global one, the Chinese one run by 21Vianet, or any other.</summary>
/// <param name="Name"><c>Global</c>, <c>China</c> or <c>Custom</c>; the setting <c>Cloud:Profile</c>, default <c>Global</c>.</param>
/// <param name="Authority">OpenID authority; null where nobody signs in with a provider.</param>
/// <param name="Graph">Root of Microsoft Graph.</param>
/// <param name="OfficeScript">Address of office.js.</param>
/// <param name="FrameAncestors">Origins that may frame the task pane.</param>
public sealed record CloudProfile(string Name, Uri? Authority, Uri Graph, Uri OfficeScript, IReadOnlyList<string> FrameAncestors)
{
    /// <summary>Reads the section <c>Cloud</c>; each address may be set alone.</summary>
    /// <exception cref="SettingException">The profile's name is unknown.</exception>
    public static CloudProfile From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Cloud");
        var profile = (section["Profile"] ?? "Global") switch
        {
            "Global" or "Custom" => new CloudProfile(
                section["Profile"] ?? "Global", null, new Uri("https://graph.microsoft.com"),
                new Uri("https://appsforoffice.microsoft.com/lib/1/hosted/office.js"),
                ["https://*.office.com", "https://*.officeapps.live.com", "https://*.sharepoint.com", "https://*.cloud.microsoft", "https://*.office365.com"]),
            "China" => new CloudProfile(
                "China", null, new Uri("https://microsoftgraph.chinacloudapi.cn"),
                new Uri("https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js"),
                ["https://*.officeapps.cn", "https://*.partner.officewebapps.cn", "https://*.sharepoint.cn", "https://*.partner.office365.cn"]),
            var other => throw new SettingException(
                $"设置 Cloud:Profile 只能是 Global、China 或 Custom。 / Cloud:Profile is '{other}'; it must be Global, China or Custom."),
        };
        return profile with
        {
            Authority = section.GetValue<Uri?>("Authority"),
            Graph = section.GetValue<Uri?>("Graph") ?? profile.Graph,
            OfficeScript = section.GetValue<Uri?>("OfficeScript") ?? profile.OfficeScript,
            FrameAncestors = section.GetSection("FrameAncestors").Get<string[]>() ?? profile.FrameAncestors,
        };
    }
}
