using Azure.Identity;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Turns what Graph answers into the faults that filing knows. Codes decide, never messages.</summary>
internal static class GraphFaults
{
    /// <summary>Runs a call; whatever goes wrong with the library comes out as a <see cref="LibraryException"/>.</summary>
    public static async Task<T> GuardAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (Of(exception, cancellationToken) is { } fault)
        {
#pragma warning disable MA0027 // The fault is another exception, made of the caught one.
            throw fault;
#pragma warning restore MA0027
        }
    }

    /// <summary>The fault of an exception; null where it is none of the library's.</summary>
    public static LibraryException? Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        ODataError error => Of(error.ResponseStatusCode, Codes(error), RequestId(error), RetryAfterOf(error), error),
        ApiException error => Of(error.ResponseStatusCode, [], RequestId(error), RetryAfterOf(error), error),
        AuthenticationFailedException => new LibraryException(LibraryFaults.SignIn, inner: exception),
        HttpRequestException or IOException => new LibraryException(LibraryFaults.ConnectionLost, inner: exception),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new LibraryException(LibraryFaults.ConnectionLost, "timeout", inner: exception),
        _ => null,
    };

    /// <summary>The fault of an answer.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="codes">Error codes from the outer to the finest.</param>
    /// <param name="requestId">What the administrator hands to Microsoft.</param>
    /// <param name="retryAfter">The pause that was asked for.</param>
    /// <param name="inner">The exception, where there is one.</param>
    public static LibraryException Of(int status, IReadOnlyList<string> codes, string? requestId, TimeSpan? retryAfter, Exception? inner = null)
    {
        var fault = status switch
        {
            400 when codes.Contains("malwareDetected") => LibraryFaults.Malware,
            400 when codes.Contains("invalidPath") || codes.Contains("pathIsTooLong") => LibraryFaults.NameRefused,
            401 => LibraryFaults.SignIn,
            403 when codes.Contains("resourceLocked") => LibraryFaults.Locked,
            403 => LibraryFaults.Forbidden,
            404 => LibraryFaults.FolderGone,
            410 => LibraryFaults.StartOver,
            409 or 412 => LibraryFaults.ChangedMeanwhile,
            423 => LibraryFaults.Locked,
            429 => LibraryFaults.Throttled,
            503 => LibraryFaults.Busy,
            504 or 408 => LibraryFaults.GatewayTimeout,
            507 => LibraryFaults.QuotaFull,
            509 => LibraryFaults.Bandwidth,
            >= 500 => LibraryFaults.ServerError,
            _ => LibraryFaults.Refused,
        };

        // Who has a file open is not told; the caller adds who changed it last.
        return new LibraryException(fault, fault == LibraryFaults.Locked ? null : requestId, retryAfter, inner);
    }

    /// <summary>True where the name was taken, as against a change of the file itself.</summary>
    public static bool IsNameTaken(LibraryException fault) => fault.InnerException is ODataError error && Codes(error).Contains("nameAlreadyExists");

    private static List<string> Codes(ODataError error)
    {
        var codes = new List<string>();
        if (error.Error?.Code is { } code)
        {
            codes.Add(code);
        }

        // The finer code stands in the inner error, in either spelling, and the SDK has no member for it.
        if (error.Error?.InnerError?.AdditionalData is { } more && more.TryGetValue("code", out var inner) && inner?.ToString() is { } fine)
        {
            codes.Add(fine);
        }

        return codes;
    }

    private static TimeSpan? RetryAfterOf(ApiException error) => RetryAfter.Of(Header(error, "Retry-After"), null);

    private static string? RequestId(ApiException error) => Header(error, "request-id");

    private static string? Header(ApiException error, string name) =>
        error.ResponseHeaders?.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
