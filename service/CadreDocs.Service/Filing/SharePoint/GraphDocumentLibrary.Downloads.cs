using System.Net;
using System.Net.Http.Headers;
using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Downloads: Graph answers with an address that is its own secret; the bytes come from there, and go on there after a break.</summary>
internal sealed partial class GraphDocumentLibrary
{
    public async Task<Stream> ReadAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        // The address may run out between the two requests.
        for (var look = 1; ; look++)
        {
            var url = await DownloadUrlAsync(file, cancellationToken);
            var response = await FetchAsync(url, 0, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
                return new Resuming(this, url, response, stream);
            }

            using (response)
            {
                if (look >= Looks || response.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.Gone))
                {
                    throw GraphFaults.Of((int)response.StatusCode, Codes(await BodyAsync(response, cancellationToken)), null, RetryAfter.Of(response));
                }
            }
        }
    }

    private async Task<Uri> DownloadUrlAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{DriveUrl}/items/{Uri.EscapeDataString(file.Id)}/content");
        using var response = await GraphFaults.GuardAsync(() => connection.SendAsync(request, cancellationToken), cancellationToken);
        return response is { StatusCode: HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect, Headers.Location: { } location }
            ? location
            : throw GraphFaults.Of((int)response.StatusCode, Codes(await BodyAsync(response, cancellationToken)), null, RetryAfter.Of(response));
    }

    private async Task<HttpResponseMessage> FetchAsync(Uri url, long from, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Range = from > 0 ? new RangeHeaderValue(from, null) : null;
        return await GraphFaults.GuardAsync(
            () => connection.Uploads.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken), cancellationToken);
    }

    /// <summary>A download that asks for the rest after a break. It is read once, from the start.</summary>
    private sealed class Resuming(GraphDocumentLibrary library, Uri url, HttpResponseMessage response, Stream inner) : Stream
    {
        private HttpResponseMessage _response = response;
        private Stream _inner = inner;
        private long _read;
        private int _breaks;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            while (true)
            {
                try
                {
                    var read = await _inner.ReadAsync(buffer, cancellationToken);
                    _read += read;
                    return read;
                }
                catch (Exception exception) when (exception is IOException or HttpRequestException && _breaks++ < Looks)
                {
                    await GoOnAsync(exception, cancellationToken);
                }
                catch (Exception exception) when (exception is IOException or HttpRequestException)
                {
                    throw new LibraryException(LibraryFaults.ConnectionLost, inner: exception);
                }
            }
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _inner.Dispose();
                _response.Dispose();
            }

            base.Dispose(disposing);
        }

        private async Task GoOnAsync(Exception cause, CancellationToken cancellationToken)
        {
            var next = await library.FetchAsync(url, _read, cancellationToken);
            if (next.StatusCode != (_read > 0 ? HttpStatusCode.PartialContent : HttpStatusCode.OK))
            {
                // The rest of another answer would be another file's: the whole is read again by whoever wants it.
                next.Dispose();
                throw new LibraryException(LibraryFaults.ConnectionLost, inner: cause);
            }

            Dispose(disposing: true);
            (_response, _inner) = (next, await next.Content.ReadAsStreamAsync(cancellationToken));
        }
    }
}
