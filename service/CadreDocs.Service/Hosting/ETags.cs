using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace CadreDocs.Service.Hosting;

/// <summary>Versions as entity tags.</summary>
public static class ETags
{
    /// <summary>The version that the request's If-Match names; null where it names none.</summary>
    public static int? IfMatch(this HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.IfMatch is [{ } header]
            && EntityTagHeaderValue.TryParse(header, out var tag)
            && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version
                : null;
    }

    /// <summary>Names the version in the answer's ETag.</summary>
    public static void SetVersion(this HttpResponse response, int version)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
    }
}
