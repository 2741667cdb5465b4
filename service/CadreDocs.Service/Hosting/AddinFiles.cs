using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace CadreDocs.Service.Hosting;

/// <summary>
/// The add-in's built files. Those with a hash in their name are kept by browsers for ever and go out compressed, as the build left them beside the plain ones;
/// all others are asked for anew. Answers of the API are never compressed: they hold the antiforgery token and personal data beside words that others chose,
/// and the length of a compressed answer would give such things away through TLS (BREACH).
/// </summary>
internal static partial class AddinFiles
{
    // The better first.
    private static readonly (string Encoding, string Extension)[] _encodings = [("br", ".br"), ("gzip", ".gz")];

    /// <summary>How a file of the add-in is sent.</summary>
    public static StaticFileOptions Options() => new() { ContentTypeProvider = new TypesBelowEncoding(), OnPrepareResponse = Prepare };

    public static void UseAddinFiles(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use((context, next) =>
        {
            Choose(context, files);
            return next(context);
        });
        app.UseDefaultFiles();
        app.UseStaticFiles(Options());
    }

    // Leads the call to the compressed file where the browser takes it.
    private static void Choose(HttpContext context, IFileProvider files)
    {
        var request = context.Request;
        if (!HashedName().IsMatch(request.Path.Value ?? ""))
        {
            return;
        }

        context.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        foreach (var (encoding, extension) in _encodings)
        {
            if (accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0) && files.GetFileInfo(request.Path + extension).Exists)
            {
                request.Path += extension;
                return;
            }
        }
    }

    private static void Prepare(StaticFileResponseContext context)
    {
        var (path, encoding) = Split(context.Context.Request.Path.Value ?? "");
        var headers = context.Context.Response.Headers;
        headers.CacheControl = HashedName().IsMatch(path) ? "public, max-age=31536000, immutable" : "no-cache";
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }
    }

    private static (string Path, string? Encoding) Split(string path)
    {
        foreach (var (encoding, extension) in _encodings)
        {
            if (path.EndsWith(extension, StringComparison.Ordinal))
            {
                return (path[..^extension.Length], encoding);
            }
        }

        return (path, null);
    }

    [GeneratedRegex(@"^/assets/.+-[\w-]{8}\.(js|css|woff2|svg|png)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HashedName();

    /// <summary>A compressed file has the type of what it holds.</summary>
    private sealed class TypesBelowEncoding : IContentTypeProvider
    {
        private readonly FileExtensionContentTypeProvider _types = new();

        public bool TryGetContentType(string subpath, [MaybeNullWhen(false)] out string contentType) => _types.TryGetContentType(Split(subpath).Path, out contentType);
    }
}
