using System.Text.Json;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Pane;

/// <summary>
/// The pages that run inside Office. Their office.js comes from the address of the configured cloud, so the service writes it into the page; so are the
/// pane's settings, which it would otherwise have to ask for before it can sign anybody in. They are data, not script: the content security policy lets them be.
/// </summary>
internal static class OfficePages
{
    private const string BuiltInScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    private static readonly string[] _pages = ["/pane.html", "/sign-in-dialog.html"];

    /// <summary>Stands before the static files.</summary>
    public static void UseOfficePages(this WebApplication app)
    {
        var cloud = app.Services.GetRequiredService<CloudProfile>();
        var script = cloud.OfficeScript.ToString();
        var settings = PaneSettings.From(cloud, app.Services.GetRequiredService<IOptions<SignInOptions>>().Value);
        // The encoder of web defaults leaves no < in it that could end the element.
        var data = JsonSerializer.Serialize(settings, app.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        var head = $"""<script type="application/json" id="pane-settings">{data}</script></head>""";
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            if (!_pages.Contains(path) || app.Environment.WebRootFileProvider.GetFileInfo(path) is not { Exists: true } file)
            {
                await next(context);
                return;
            }

            using var reader = new StreamReader(file.CreateReadStream());
            var page = await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = "no-cache";
            page = page.Replace(BuiltInScript, script, StringComparison.Ordinal).Replace("</head>", head, StringComparison.Ordinal);
            await context.Response.WriteAsync(page, context.RequestAborted);
        });
    }
}
