using CadreDocs.Service.Filing.SharePoint;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Filing.Rights;

/// <summary>Whose business the rights in the library are: ours, the operating system's, or the site owners'.</summary>
internal sealed class RightsPolicy(IOptions<FilingOptions> filing, IOptions<SharePointOptions> sharePoint)
{
    /// <summary>True where we set them.</summary>
    public bool AreOurs => filing.Value.Library == "sharepoint" && sharePoint.Value.SetRights;

    /// <summary>True where the settings leave them to the owners of the site.</summary>
    public bool AreTheOwners => filing.Value.Library == "sharepoint" && !sharePoint.Value.SetRights;

    /// <summary>What there is to say where they are the owners'.</summary>
    public static RightsNote OwnersNote { get; } = new(
        true, "文件库的权限由网站所有者管理（Filing:SharePoint:SetRights=false），这里不设置。", "The rights in the library are the site owners' business (Filing:SharePoint:SetRights=false); nothing is set here.");
}
