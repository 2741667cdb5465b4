namespace CadreDocs.Service.Hosting;

/// <summary>Headers that every answer carries. Office frames the task pane, so framing is limited by origin, not forbidden.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this WebApplication app)
    {
        var policy = Policy(app.Services.GetRequiredService<CloudProfile>());
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-cache, no-store";
                headers.Pragma = "no-cache";
            }

            return next(context);
        });
    }

    // Fluent UI puts its rules into style elements, so styles may be inline; scripts may not.
    private static string Policy(CloudProfile cloud) => string.Join("; ",
        "default-src 'self'",
        $"script-src 'self' {Origin(cloud.OfficeScript)}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        $"connect-src 'self' {Origin(cloud.OfficeScript)}{(cloud.Authority is null ? "" : " " + Origin(cloud.Authority))}",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        $"frame-ancestors 'self' {string.Join(' ', cloud.FrameAncestors)}");

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
