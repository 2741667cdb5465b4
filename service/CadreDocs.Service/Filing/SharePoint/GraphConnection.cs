using Azure.Core;
using CadreDocs.Service.Hosting;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>One connection to a tenant: the SDK's client and a plain one for upload URLs, both under the same allowance.</summary>
internal sealed class GraphConnection : IDisposable
{
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromMinutes(5);

    /// <summary>A fragment of 10 MiB goes up in this time even on a poor line.</summary>
    private static readonly TimeSpan FragmentLimit = TimeSpan.FromMinutes(10);

    private readonly HttpClient _http;

    public GraphConnection(CloudProfile cloud, TokenCredential credential, Allowance allowance, SharePointOptions options, TimeProvider clock)
    {
        Allowance = allowance;
        Root = new Uri(cloud.Graph, "/v1.0").ToString();
        Flat = options.FlatUnits;

        // The SDK's own retry is taken out: it waits in one worker what all must wait, misreads decimal pauses and repeats what cannot succeed.
        // Its redirect as well: the only one is to a download URL, which must not see our token and is followed by the plain client.
        var handlers = GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not (RetryHandler or RedirectHandler)).ToList();
        handlers.Add(new AllowanceHandler(allowance, options.FlatUnits, options.UserAgent));
        handlers.Add(new TokenHandler(credential, cloud.Graph, cloud.GraphScopes, clock));
        handlers.Add(new TimeLimitHandler(AnswerLimit, clock));
        _http = GraphClientFactory.Create(handlers, finalHandler: Sockets());

        // The client's own limit would count the wait for the allowance.
        _http.Timeout = Timeout.InfiniteTimeSpan;
        Graph = new GraphServiceClient(_http, new AnonymousAuthenticationProvider(), Root);
        Uploads = new HttpClient(new AllowanceHandler(allowance, options.FlatUnits, options.UserAgent)
        {
            InnerHandler = new TimeLimitHandler(FragmentLimit, clock) { InnerHandler = Sockets() },
        }) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public GraphServiceClient Graph { get; }

    /// <summary>Sends no token: an upload or download URL is its own secret and refuses one.</summary>
    public HttpClient Uploads { get; }

    public Allowance Allowance { get; }

    /// <summary>Address of Graph with its version.</summary>
    public string Root { get; }

    /// <summary>Every request counts as one unit.</summary>
    public bool Flat { get; }

    /// <summary>Sends a request with token and allowance, outside of the SDK's models.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    public void Dispose()
    {
        Graph.Dispose();
        Uploads.Dispose();
        _http.Dispose();
    }

    private static SocketsHttpHandler Sockets() => new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
}
