using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Azure.Core;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Every request waits for its share of the allowance; every answer says how the tenant feels.</summary>
internal sealed class AllowanceHandler(Allowance allowance, bool flat, string userAgent) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Remove("User-Agent");
        request.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        await allowance.SpendAsync(Units(request), cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        if (Pause(response) is var (pause, refused))
        {
            await allowance.PauseAsync(pause, refused, cancellationToken);
        }

        return response;
    }

    // The parts of a batch are paid by whoever puts it together.
    private int Units(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        return path.EndsWith("/$batch", StringComparison.Ordinal) ? 0
            : flat ? 1
            : path.EndsWith("/invite", StringComparison.Ordinal) || path.Contains("/permissions", StringComparison.Ordinal) ? 5
            : path.EndsWith("/children", StringComparison.Ordinal) ? 2
            : request.Method == HttpMethod.Get ? 1 : 2;
    }

    private static (TimeSpan Pause, bool Refused)? Pause(HttpResponseMessage response)
    {
        var reset = Number(response, "RateLimit-Remaining") == 0 && Number(response, "RateLimit-Reset") is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or (HttpStatusCode)509))
        {
            return reset is { } rest ? (rest, false) : null;
        }

        // SharePoint asks to honour the longer of the two.
        var after = RetryAfter.Of(response) ?? TimeSpan.FromSeconds(5);
        return (reset > after ? reset.Value : after, true);
    }

    private static double? Number(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) && double.TryParse(values.First(), CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>
/// Ends a request that the library leaves without an answer. It stands behind the allowance: a pause that the tenant asked for may last longer
/// than any answer and is no lost connection.
/// </summary>
internal sealed class TimeLimitHandler(TimeSpan limit, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var response = await base.SendAsync(request, either.Token);
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            // What Graph says itself is short and read here, so that it falls under the limit as well; a file takes as long as it takes.
            await response.Content.LoadIntoBufferAsync(either.Token);
        }

        return response;
    }
}

/// <summary>Reads Retry-After: whole or decimal seconds, or a date.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values) ? Of(values.FirstOrDefault(), response.Headers.Date) : null;

    /// <param name="value">The header.</param>
    /// <param name="date">The answer's own Date, from which a date counts; null means an absent or unknown one.</param>
    public static TimeSpan? Of(string? value, DateTimeOffset? date) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var moment) && date is { } from ? moment > from ? moment - from : TimeSpan.Zero
        : null;
}

/// <summary>Adds the token, to Graph's own host and no other; an upload URL must not see it. A refused token is renewed.</summary>
internal sealed class TokenHandler(TokenCredential credential, Uri graph, IReadOnlyList<string> scopes, TimeProvider clock) : DelegatingHandler
{
    /// <summary>More than one: another worker's new token may run out between our look at it and our request.</summary>
    private const int Renewals = 3;

    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _renewing = new(1, 1);
    private AccessToken? _token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.Host != graph.Host || !request.RequestUri.AbsolutePath.StartsWith("/v1.0/", StringComparison.Ordinal))
        {
            return await base.SendAsync(request, cancellationToken);
        }

        string? refused = null;
        for (var renewal = 0; ; renewal++)
        {
            refused = await TokenAsync(refused, cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", refused);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized || renewal == Renewals)
            {
                return response;
            }

            response.Dispose();
        }
    }

    private async Task<string> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        await _renewing.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } known && known.Token != refused && known.ExpiresOn - Margin > clock.GetUtcNow())
            {
                return known.Token;
            }

            // The identity library keeps its own copy and would hand the refused token out again; a claim that it cannot hold makes it ask anew.
            var since = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var claims = refused is null ? null : $"{{\"access_token\":{{\"nbf\":{{\"essential\":true,\"value\":\"{since}\"}}}}}}";
            _token = await credential.GetTokenAsync(new TokenRequestContext([.. scopes], claims: claims), cancellationToken);
            return _token.Value.Token;
        }
        finally
        {
            _renewing.Release();
        }
    }
}
