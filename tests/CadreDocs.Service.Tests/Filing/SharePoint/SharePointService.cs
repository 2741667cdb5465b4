using Microsoft.AspNetCore.Hosting;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>A service whose library is the double's. Its clock stands still, so a pause that it is asked for lasts until the test ends it.</summary>
internal sealed class SharePointService(SharePointFixture sharePoint, params (string Name, string Value)[] settings) : ServiceFixture
{
    /// <summary>The double's one site.</summary>
    public const string Site = "example.sharepoint.com:/sites/cadre";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Filing:Library", "sharepoint");
        builder.UseSetting("Filing:InboxMinutes", "0");
        builder.UseSetting("Filing:SharePoint:Credential", "none");
        builder.UseSetting("Filing:SharePoint:Site", Site);
        builder.UseSetting("Filing:SharePoint:UnitsPerMinute", "0");
        builder.UseSetting("Filing:SharePoint:SetRights", "false");
        builder.UseSetting("Cloud:Graph", sharePoint.Server.Address.ToString());
        foreach (var (name, value) in settings)
        {
            builder.UseSetting("Filing:SharePoint:" + name, value);
        }
    }
}
