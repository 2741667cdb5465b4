using System.Text;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Pane;

/// <summary>The task pane's own endpoints: its sign-in settings and its manifest.</summary>
internal static class PaneSetup
{
    private static readonly string _manifest = ReadManifest();

    public static void MapPane(this IEndpointRouteBuilder api)
    {
        api.MapGet("/pane/settings", Settings).WithName("GetPaneSettings").WithTags("Pane").AllowAnonymous();
        api.MapTexts();
    }

    /// <summary>The manifest stands at the root, where administrators look for it.</summary>
    public static void MapManifest(this WebApplication app) =>
        app.MapGet("/manifest.xml", Manifest).WithName("GetManifest").WithTags("Pane").AllowAnonymous();

    /// <summary>How the pane signs people in.</summary>
    internal static Ok<PaneSettings> Settings(CloudProfile cloud, IOptions<SignInOptions> signIn) =>
        TypedResults.Ok(PaneSettings.From(cloud, signIn.Value));

    /// <summary>The add-in's manifest for this service's https origin (<c>Hosting:Origin</c>, else the one it was asked under).</summary>
    /// <response code="409">The origin is not https: Office accepts nothing else.</response>
    internal static Results<ContentHttpResult, ProblemHttpResult> Manifest(
        HttpRequest request, IOptions<SignInOptions> signIn, PublicOrigin ours)
    {
        var origin = new Uri(ours.Of(request));
        if (origin.Scheme != Uri.UriSchemeHttps)
        {
            return Problems.Conflict(
                "manifest-needs-https",
                "Office 只接受 https 地址。请把设置 Hosting:Origin 设为本服务的 https 地址，再下载清单。",
                "Office accepts https addresses only. Set Hosting:Origin to this service's https address, then fetch the manifest again.").ToResult();
        }

        // Office's older silent sign-in knows Entra only.
        var clientId = signIn.Value is { Authority: not null, Provider: ProviderKind.Entra } entra ? entra.ClientId : null;
        return TypedResults.Text(OfficeManifest.For(_manifest, origin, clientId), "application/xml", Encoding.UTF8);
    }

    private static string ReadManifest()
    {
        using var stream = typeof(PaneSetup).Assembly.GetManifestResourceStream("manifest.xml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
