using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Pane;

/// <summary>The pages that run inside Office. Their office.js comes from the address of the configured cloud, so the service writes it into the page.</summary>
internal static class OfficePages
{
    private const string BuiltInScript = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    private static readonly string[] _pages = ["/pane.html", "/sign-in-dialog.html"];

    /// <summary>Stands before the static files.</summary>
    public static void UseOfficePages(this WebApplication app)
    {
        var script = app.Services.GetRequiredService<CloudProfile>().OfficeScript.ToString();
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
            await context.Response.WriteAsync(page.Replace(BuiltInScript, script, StringComparison.Ordinal), context.RequestAborted);
        });
    }
}
