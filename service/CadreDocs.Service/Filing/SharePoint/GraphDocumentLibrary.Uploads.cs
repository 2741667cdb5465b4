using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.Graph.Drives.Item.Items.Item.CreateUploadSession;
using Microsoft.Graph.Models;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Large files: upload sessions that go on after a break.</summary>
internal sealed partial class GraphDocumentLibrary
{
    /// <summary>10 MiB: a multiple of the 320 KiB that Graph demands, as large as it advises.</summary>
    private const int FragmentBytes = 32 * 327_680;

    public async Task AbandonAsync(string upload, CancellationToken cancellationToken)
    {
        using var response = await GraphFaults.GuardAsync(() => connection.Uploads.DeleteAsync(AddressOf(upload), cancellationToken), cancellationToken);

        // Whatever else is refused can only be an address that opens nothing any more.
        if ((int)response.StatusCode is 408 or 423 or 429 or >= 500)
        {
            throw GraphFaults.Of((int)response.StatusCode, Codes(await BodyAsync(response, cancellationToken)), null, RetryAfter.Of(response));
        }
    }

    // The address is kept together with the hash of what it takes, as its fragment, which no request carries: the one is never known without the other.
    private static string SessionOf(string address, LibraryContent content) => $"{address}#{content.Hash}";

    private static bool IsSessionOf(string? session, LibraryContent content) => session?.EndsWith("#" + content.Hash, StringComparison.Ordinal) == true;

    private static string AddressOf(string session) => session.Split('#')[0];

    private async Task GiveUpAsync(UploadMemory upload, CancellationToken cancellationToken)
    {
        if (upload.Url is { } session)
        {
            await AbandonAsync(session, cancellationToken);
            await upload.RememberAsync(null, cancellationToken);
        }
    }

    private async Task<LibraryFile> UploadAsync(string path, LibraryContent content, DriveItem? current, UploadMemory upload, CancellationToken cancellationToken)
    {
        long from = 0;
        if (upload.Url is { } session)
        {
            if (await ExpectedAsync(AddressOf(session), content, cancellationToken) is { } expected)
            {
                from = expected;
            }
            else
            {
                await GiveUpAsync(upload, cancellationToken);
            }
        }

        if (upload.Url is null)
        {
            var opened = await OpenSessionAsync(path, content, current, cancellationToken);

            // Before the first byte: without the address nobody could go on, and the name stays blocked until the session expires.
            await upload.RememberAsync(SessionOf(opened, content), cancellationToken);
        }

        var address = AddressOf(upload.Url!);
        var file = await SendFragmentsAsync(path, address, from, content, upload, cancellationToken) ?? await CommitAsync(path, address, current, upload, cancellationToken);
        await upload.RememberAsync(null, cancellationToken);
        return file;
    }

    // All bytes are there, and the session could not be made a file of when the last of them arrived: the name was taken, the library full,
    // the file open. Graph keeps them; a PUT on the folder that names the session makes the file.
    private async Task<LibraryFile> CommitAsync(string path, string address, DriveItem? current, UploadMemory upload, CancellationToken cancellationToken)
    {
        var parent = await FolderAsync(LibraryPath.Folder(path), cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{DriveUrl}/items/{parent}")
        {
            Content = JsonContent.Create(new JsonObject
            {
                ["name"] = LibraryPath.FileName(path),
                ["@microsoft.graph.conflictBehavior"] = current is null ? "fail" : "replace",
                ["@microsoft.graph.sourceUrl"] = address,
            }),
        };
        if (current is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", current.CTag);
        }

        using var response = await GraphFaults.GuardAsync(() => connection.SendAsync(request, cancellationToken), cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return await FinishedAsync(path, response, cancellationToken);
        }

        var fault = GraphFaults.Of((int)response.StatusCode, Codes(await BodyAsync(response, cancellationToken)), null, RetryAfter.Of(response));
        if (fault.Fault != LibraryFaults.Refused)
        {
            throw fault;
        }

        // A library that does not take up a finished session: its bytes are given up and sent anew.
        await GiveUpAsync(upload, cancellationToken);
        throw new LibraryException(LibraryFaults.ChangedMeanwhile, "session", inner: fault);
    }

    private async Task<string> OpenSessionAsync(string path, LibraryContent content, DriveItem? current, CancellationToken cancellationToken)
    {
        var parent = await FolderAsync(LibraryPath.Folder(path), cancellationToken);
        var address = $"{DriveUrl}/items/{parent}:/{Uri.EscapeDataString(LibraryPath.FileName(path))}:/createUploadSession";
        var body = new CreateUploadSessionPostRequestBody
        {
            Item = new DriveItemUploadableProperties
            {
                FileSize = content.SizeBytes,
                AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = current is null ? "fail" : "replace" },
            },
        };
        try
        {
            var session = await GraphFaults.GuardAsync(
                () => Graph.Drives[driveId].Items["upload"].CreateUploadSession.WithUrl(address).PostAsync(
                    body, request => request.Headers.Add(current is null ? "If-None-Match" : "If-Match", current?.CTag ?? "*"), cancellationToken), cancellationToken);
            return session!.UploadUrl!;
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.ChangedMeanwhile && GraphFaults.IsNameTaken(fault))
        {
            var there = await ItemAsync(path, cancellationToken);
            if (there?.CTag != current?.CTag)
            {
                throw;
            }

            // The name is held, and not by a file: a session whose address nobody has.
            throw new LibraryException(LibraryFaults.UploadInProgress, path, inner: fault);
        }
    }

    // Null where the session has every byte and is no file yet.
    private async Task<LibraryFile?> SendFragmentsAsync(string path, string url, long from, LibraryContent content, UploadMemory upload, CancellationToken cancellationToken)
    {
        await using var source = content.Open();
        var asked = 0;
        while (from < content.SizeBytes)
        {
            var length = Math.Min(FragmentBytes, content.SizeBytes - from);
            source.Position = from;
            using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = new StreamContent(new Slice(source, length), 1 << 16) };
            request.Content.Headers.ContentLength = length;
            request.Content.Headers.ContentRange = new ContentRangeHeaderValue(from, from + length - 1, content.SizeBytes);
            using var response = await GraphFaults.GuardAsync(() => connection.Uploads.SendAsync(request, cancellationToken), cancellationToken);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK or HttpStatusCode.Created:
                    return await FinishedAsync(path, response, cancellationToken);
                case HttpStatusCode.Accepted:
                    from = Next(await BodyAsync(response, cancellationToken)) ?? from + length;
                    await upload.SentAsync(from, cancellationToken);
                    break;
                case HttpStatusCode.RequestedRangeNotSatisfiable when asked++ < Looks:
                    // Sent before and the answer lost: the session says what it still needs.
                    from = await ExpectedAsync(url, content, cancellationToken) ?? throw await GoneAsync(path, content, cancellationToken);
                    break;
                case HttpStatusCode.NotFound or HttpStatusCode.Unauthorized:
                    throw await GoneAsync(path, content, cancellationToken);
                default:
                    throw GraphFaults.Of((int)response.StatusCode, Codes(await BodyAsync(response, cancellationToken)), null, RetryAfter.Of(response));
            }
        }

        return null;
    }

    // A session that is gone was finished, or expired: the file itself tells which, at the next look.
    private async Task<LibraryException> GoneAsync(string path, LibraryContent content, CancellationToken cancellationToken)
    {
        var done = await ItemAsync(path, cancellationToken) is { } item && await IsSameAsync(item, content, cancellationToken);
        return new LibraryException(LibraryFaults.ChangedMeanwhile, done ? "done" : "session");
    }

    // Where the session goes on; the size where it lacks nothing; null where it is gone, or does not say.
    private async Task<long?> ExpectedAsync(string url, LibraryContent content, CancellationToken cancellationToken)
    {
        using var response = await GraphFaults.GuardAsync(() => connection.Uploads.GetAsync(url, cancellationToken), cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.OK when await BodyAsync(response, cancellationToken) is var body =>
                body?["nextExpectedRanges"] is JsonArray { Count: 0 } ? content.SizeBytes : Next(body),
            HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.Unauthorized => null,
            var status => throw GraphFaults.Of((int)status, [], null, RetryAfter.Of(response)),
        };
    }

    private static async Task<LibraryFile> FinishedAsync(string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var item = await BodyAsync(response, cancellationToken);
        return item is not null && (string?)item["id"] is { } id
            ? new LibraryFile(path, id, (string?)item["cTag"] ?? "", (long?)item["size"] ?? 0, (string?)item["webUrl"] is { } link ? new Uri(link) : null)
            : throw new LibraryException(LibraryFaults.ConnectionLost, path);
    }

    private static async Task<JsonNode?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var text = await GraphFaults.GuardAsync(() => response.Content.ReadAsStringAsync(cancellationToken), cancellationToken);
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static long? Next(JsonNode? body) =>
        (string?)body?["nextExpectedRanges"]?.AsArray().FirstOrDefault() is { } range
        && long.TryParse(range.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : null;

    private static List<string> Codes(JsonNode? body) =>
        new[] { (string?)body?["error"]?["code"], (string?)body?["error"]?["innerError"]?["code"], (string?)body?["error"]?["innererror"]?["code"] }.OfType<string>().ToList();

    /// <summary>The next bytes of a stream, read through without a buffer of their own.</summary>
    private sealed class Slice(Stream source, long length) : Stream
    {
        private readonly long _start = source.Position;
        private readonly long _length = length;
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => _length;

        public override long Position
        {
            get => _length - _left;
            set => (source.Position, _left) = (_start + value, _length - value);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = source.Read(buffer, offset, (int)Math.Min(count, _left));
            _left -= read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await source.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => _length + offset,
        };

        public override void Flush()
        {
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
