using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CadreDocs.GraphDouble;

/// <summary>The double on a loopback port: authorization, throttling, delay and faults around the tenant.</summary>
public sealed class GraphServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HashSet<string> _expired = [];
    private int _requests;

    private GraphServer(WebApplication app) => _app = app;

    public Tenant Tenant { get; } = new();

    public FaultPlan Faults { get; } = new();

    public Limiter Limiter { get; } = new();

    /// <summary>How long each answer takes.</summary>
    public TimeSpan Delay { get; set; }

    public Uri Address => Tenant.Address;

    /// <summary>The header of the last call that was authorized.</summary>
    public string? LastAuthorization { get; private set; }

    /// <summary>Requests that arrived, parts of batches not counted.</summary>
    public int Requests => _requests;

    /// <summary>Starts on a free port, or on the one that is named.</summary>
    public static async Task<GraphServer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var server = new GraphServer(app);
        app.Run(server.AnswerAsync);
        await app.StartAsync();
        server.Tenant.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        foreach (var session in Tenant.Drives.SelectMany(drive => drive.Sessions.Values))
        {
            Uploads.Forget(session);
        }

        foreach (var content in Tenant.Drives.SelectMany(drive => drive.Items.Values).SelectMany(item => item.Versions.Append(item.Content)))
        {
            content.Forget();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (target == "/double/stats")
        {
            await context.Response.WriteAsJsonAsync(new { served = Limiter.Served, refused = Limiter.Refused, requests = Requests });
            return;
        }

        Interlocked.Increment(ref _requests);
        var at = target.IndexOf('?', StringComparison.Ordinal);
        var path = (at < 0 ? target : target[..at]).TrimStart('/');
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var call = new GraphCall(
            context.Request.Method, path.StartsWith("v1.0/", StringComparison.Ordinal) ? path["v1.0/".Length..] : path,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value),
            context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, context.RequestAborted);
        }

        var reply = call.Path == "$batch" ? await BatchAsync(call, context) : Guarded(call, inBatch: false);
        if (reply is null)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Content is { } content)
        {
            await using (content)
            {
                context.Response.ContentLength = content.Length - content.Position;
                if (reply.BreaksAfter is { } bytes)
                {
                    var part = new byte[bytes];
                    await context.Response.Body.WriteAsync(part.AsMemory(0, await content.ReadAtLeastAsync(part, bytes, throwOnEndOfStream: false)));
                    await context.Response.Body.FlushAsync();

                    // A reset overtakes what is still under way.
                    await Task.Delay(50);
                    context.Abort();
                    return;
                }

                await content.CopyToAsync(context.Response.Body);
            }
        }
        else if (reply.Json is { } json)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json.ToJsonString());
        }
    }

    private async Task<Reply?> BatchAsync(GraphCall call, HttpContext context)
    {
        // The envelope is authorized and may break as a whole; what it costs is counted part by part.
        if (Authorize(call) is { } refusal)
        {
            return refusal.ToReply(context.TraceIdentifier);
        }

        var parts = call.Json()["requests"]?.AsArray() ?? [];
        if (parts.Count is 0 or > 20 || parts.Select(part => ((string)part!["id"]!).ToUpperInvariant()).Distinct().Count() != parts.Count)
        {
            return new RefusedException(400, "invalidRequest", "A batch holds up to 20 requests with ids of their own.").ToReply(context.TraceIdentifier);
        }

        var answers = new JsonArray();
        foreach (var part in parts.Reverse())
        {
            // A part has no connection of its own: where it would break, the whole batch does.
            Reply? reply;
            try
            {
                reply = Guarded(GraphCall.InBatch(part!), inBatch: true);
            }
            catch (RefusedException refused)
            {
                reply = refused.ToReply(context.TraceIdentifier);
            }

            if (reply is null)
            {
                return null;
            }

            answers.Add(new JsonObject
            {
                ["id"] = (string)part!["id"]!,
                ["status"] = reply.Status,
                ["headers"] = new JsonObject(reply.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)header.Value))),
                ["body"] = reply.Json?.DeepClone(),
            });
        }

        await Task.CompletedTask;
        return new Reply(200, new JsonObject { ["responses"] = answers });
    }

    private Reply? Guarded(GraphCall call, bool inBatch)
    {
        var id = Guid.NewGuid().ToString();
        try
        {
            var (retryAfter, remaining, reset) = Limiter.Spend(Limiter.Flat ? 1 : Cost(call));
            if (retryAfter is { } seconds)
            {
                return WithRate(new RefusedException(429, "activityLimitReached", "Too many requests.") { RetryAfter = seconds }.ToReply(id), 0, reset);
            }

            var fault = Faults.Pick(call, () => Tenant.SubjectOf(call));
            if (Before(fault, call) is { } refusal)
            {
                return refusal.ToReply(id);
            }

            if (fault is Fault.Reset)
            {
                return null;
            }

            if (!inBatch && !IsOwnSecret(call) && Authorize(call) is { } unknown)
            {
                return unknown.ToReply(id);
            }

            var reply = Tenant.Handle(call);
            if (fault is Fault.LostAnswer or Fault.GatewayTimeoutAfter)
            {
                Tenant.LoseSession(reply);
            }
            else if (fault is Fault.PersonOpens)
            {
                Tenant.OpenInWord(reply);
            }

            return fault switch
            {
                Fault.LostAnswer => null,
                Fault.BreaksOff when reply.Content is { } content => reply with { BreaksAfter = (int)Math.Min(100_000, (content.Length - content.Position) / 2) },
                Fault.GatewayTimeoutAfter => new RefusedException(504, "generalException", "Gateway time-out.").ToReply(id),
                _ => WithRate(reply, remaining, reset),
            };
        }
        catch (RefusedException refusal)
        {
            return refusal.ToReply(id);
        }
    }

    private RefusedException? Before(Fault fault, GraphCall call)
    {
        switch (fault)
        {
            case Fault.Throttled:
                return new RefusedException(429, "activityLimitReached", "Too many requests.") { RetryAfter = Faults.RetryAfterSeconds };
            case Fault.Busy:
                return new RefusedException(503, "serviceNotAvailable", "Busy.") { RetryAfter = Faults.RetryAfterSeconds };
            case Fault.GatewayTimeout:
                return new RefusedException(504, "generalException", "Gateway time-out.");
            case Fault.ServerError:
                return new RefusedException(500, "generalException", "Unexpected.");
            case Fault.Race when call.Method is not "GET":
                return new RefusedException(409, "resourceModified", "The resource has changed.", "resourceModified");
            case Fault.FalsePrecondition when call.Method is not "GET":
                return new RefusedException(412, "preconditionFailed", "ETag does not match.");
            case Fault.Locked when call.Method is "PUT" or "PATCH":
                return new RefusedException(423, "notAllowed", "The file is locked.", "resourceLocked");
            case Fault.QuotaFull when call.Method is not "GET":
                return new RefusedException(507, "quotaLimitReached", "Full.");
            case Fault.Bandwidth:
                return new RefusedException(509, "bandwidthLimitExceeded", "Bandwidth.") { RetryAfter = Faults.RetryAfterSeconds };
            case Fault.Forbidden:
                return new RefusedException(403, "accessDenied", "Denied.");
            case Fault.NotSupported:
                return new RefusedException(400, "notSupported", "Not supported.");
            case Fault.Malware:
                return new RefusedException(400, "malwareDetected", "Malware.");
            case Fault.TokenExpired when call.Header("Authorization") is { } token:
                lock (_expired)
                {
                    _expired.Add(token);
                }

                return null;
            case Fault.DownloadRunsOut:
                Tenant.ExpireDownloads();
                return null;
            case Fault.FolderVanishes:
                Tenant.DropFolder(call);
                return null;
            case Fault.SessionDies:
                Tenant.DropSession(call);
                return null;
            default:
                return null;
        }
    }

    private static bool IsOwnSecret(GraphCall call) =>
        call.Path.StartsWith("upload/", StringComparison.Ordinal) || call.Path.StartsWith("download/", StringComparison.Ordinal);

    private RefusedException? Authorize(GraphCall call)
    {
        var token = call.Header("Authorization");
        LastAuthorization = token ?? LastAuthorization;
        lock (_expired)
        {
            return token is null || !token.StartsWith("Bearer ", StringComparison.Ordinal)
                ? new RefusedException(401, "InvalidAuthenticationToken", "Access token is empty.")
                : _expired.Contains(token) ? new RefusedException(401, "InvalidAuthenticationToken", "Lifetime validation failed, the token is expired.") : null;
        }
    }

    private static int Cost(GraphCall call) => Tenant.Kind(call.Path) switch
    {
        "permissions" => 5,
        "delta" or "download" => 1,
        "children" => 2,
        _ => call.Method == "GET" ? 1 : 2,
    };

    // RateLimit headers begin at 80 % of the allowance of a minute; there are none for shorter windows.
    private Reply WithRate(Reply reply, int? remaining, int reset)
    {
        if (Limiter.Window >= TimeSpan.FromMinutes(1) && Limiter.Units is { } limit && remaining is { } left && left <= limit / 5)
        {
            reply.Headers["RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture);
            reply.Headers["RateLimit-Remaining"] = left.ToString(CultureInfo.InvariantCulture);
            reply.Headers["RateLimit-Reset"] = reset.ToString(CultureInfo.InvariantCulture);
        }

        return reply;
    }
}
