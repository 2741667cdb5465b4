namespace CadreDocs.Service.Hosting;

/// <summary>Addresses of the cloud that people sign in with: the global one, the Chinese one run by 21Vianet, or any other.</summary>
/// <param name="Name"><c>Global</c>, <c>China</c> or <c>Custom</c>; the setting <c>Cloud:Profile</c>, default <c>Global</c>.</param>
/// <param name="Authority">OpenID authority; null where nobody signs in with a provider.</param>
/// <param name="Graph">Root of Microsoft Graph.</param>
/// <param name="OfficeScript">Address of office.js.</param>
/// <param name="FrameAncestors">Origins that may frame the task pane.</param>
public sealed record CloudProfile(string Name, Uri? Authority, Uri Graph, Uri OfficeScript, IReadOnlyList<string> FrameAncestors)
{
    private static readonly CloudProfile _global = new(
        "Global", null, new Uri("https://graph.microsoft.com"), new Uri("https://appsforoffice.microsoft.com/lib/1/hosted/office.js"),
        ["https://*.office.com", "https://*.officeapps.live.com", "https://*.sharepoint.com", "https://*.cloud.microsoft", "https://*.office365.com"]);

    private static readonly CloudProfile _china = new(
        "China", null, new Uri("https://microsoftgraph.chinacloudapi.cn"), new Uri("https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js"),
        ["https://*.officeapps.cn", "https://*.partner.officewebapps.cn", "https://*.sharepoint.cn", "https://*.partner.office365.cn"]);

    /// <summary>Scopes of a token for Graph (<c>Cloud:GraphScopes</c>); default <c>.default</c> below Graph's own origin.</summary>
    public IReadOnlyList<string> GraphScopes { get => field ?? [Graph.GetLeftPart(UriPartial.Authority) + "/.default"]; init; }

    /// <summary>
    /// Reads the section <c>Cloud</c>. Global and China know their addresses and make the authority of <c>Cloud:Tenant</c>; each address may still be set alone.
    /// Custom knows none: falling back on another cloud's would send people and papers there.
    /// </summary>
    /// <exception cref="SettingException">The profile's name is unknown, or a setting that Custom needs is missing.</exception>
    public static CloudProfile From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection("Cloud");
        var (profile, login) = (section["Profile"] ?? "Global") switch
        {
            "Global" => (_global, "https://login.microsoftonline.com"),
            "China" => (_china, "https://login.partner.microsoftonline.cn"),
            "Custom" => (Custom(configuration), null),
            var other => throw new SettingException(
                $"设置 Cloud:Profile 只能是 Global、China 或 Custom。 / Cloud:Profile is '{other}'; it must be Global, China or Custom."),
        };
        var cloud = new CloudProfile(
            profile.Name,
            section.GetValue<Uri?>("Authority") ?? (login is not null && section["Tenant"] is { Length: > 0 } tenant ? new Uri($"{login}/{tenant}/v2.0") : null),
            section.GetValue<Uri?>("Graph") ?? profile.Graph,
            section.GetValue<Uri?>("OfficeScript") ?? profile.OfficeScript,
            section.GetSection("FrameAncestors").Get<string[]>() ?? profile.FrameAncestors);
        return section.GetSection("GraphScopes").Get<string[]>() is { Length: > 0 } scopes ? cloud with { GraphScopes = scopes } : cloud;
    }

    // Graph is asked for where papers go there; a district that files in a folder has none.
    private static CloudProfile Custom(IConfiguration configuration)
    {
        var needed = new List<string> { "Cloud:Authority", "Cloud:OfficeScript", "Cloud:FrameAncestors" };
        if (configuration["Filing:Library"] == "sharepoint")
        {
            needed.Add("Cloud:Graph");
        }

        var missing = needed.FindAll(name => configuration.GetSection(name) is var setting && string.IsNullOrEmpty(setting.Value) && !setting.GetChildren().Any());
        return missing.Count == 0
            ? _global with { Name = "Custom", FrameAncestors = [] }
            : throw new SettingException(
                $"Cloud:Profile 为 Custom 时必须设置：{string.Join('、', missing)}。 / Cloud:Profile Custom has no addresses of its own: set {string.Join(", ", missing)}.");
    }
}
