using System.IO.Compression;
using System.Net;
using System.Text;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.Hosting;

namespace CadreDocs.Service.Tests.Hosting;

/// <summary>The add-in's files as a browser gets them over https, from a web root of the test.</summary>
public sealed class AddinFilesTests(AddinFilesTests.Fixture service) : IClassFixture<AddinFilesTests.Fixture>
{
    private const string Script = "/assets/pane-Ab3_x9-Z.js";

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip;q=1.0", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    public async Task Script_comes_in_the_best_encoding_that_the_browser_takes(string accepted, string expected)
    {
        using var response = await service.Get(Script, accepted);
        var bytes = await response.Content.ReadAsByteArrayAsync(Api.Cancel);

        Assert.Equal(expected, string.Join(',', response.Content.Headers.ContentEncoding));
        Assert.Equal(Fixture.Code, Decoded(bytes, expected));
        Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept-Encoding", string.Join(',', response.Headers.Vary));
    }

    [Theory]
    [InlineData(Script, "public, max-age=31536000, immutable")]
    [InlineData("/index.html", "no-cache")]
    [InlineData("/", "no-cache")]
    [InlineData("/pane.html", "no-cache")]
    [InlineData("/assets/icon-80.png", "no-cache")]
    public async Task Only_what_carries_a_hash_is_kept_unasked(string address, string expected)
    {
        using var response = await service.Get(address, "br");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, string.Join(", ", response.Headers.GetValues("Cache-Control")));
    }

    [Fact]
    public async Task Answers_of_the_api_are_not_compressed()
    {
        using var response = await service.Get("/api/session", "gzip, br");

        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Contains("antiforgeryToken", await response.Content.ReadAsStringAsync(Api.Cancel), StringComparison.Ordinal);
    }

    private static string Decoded(byte[] bytes, string encoding)
    {
        using var stored = new MemoryStream(bytes);
        using Stream plain = encoding switch
        {
            "br" => new BrotliStream(stored, CompressionMode.Decompress),
            "gzip" => new GZipStream(stored, CompressionMode.Decompress),
            _ => stored,
        };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    public sealed class Fixture : ServiceFixture
    {
        public const string Code = "export const greeting = '干部自培';";

        private readonly string _root = Directory.CreateTempSubdirectory("cadredocs-root-").FullName;

        public async Task<HttpResponseMessage> Get(string address, string accepted)
        {
            using var client = CreateClient();
            client.BaseAddress = new Uri("https://cadre.example.cn");
            client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);
            return await client.GetAsync(address, Api.Cancel);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            Directory.CreateDirectory(Path.Combine(_root, "assets"));
            Write("index.html", "<!doctype html>");
            foreach (var page in new[] { "pane.html", "sign-in-dialog.html" })
            {
                File.Copy(Path.Combine(Places.FindRepository(AppContext.BaseDirectory)!, "addin", page), Path.Combine(_root, page), overwrite: true);
            }

            Write("assets/icon-80.png", "picture");
            Write(Script[1..], Code);
            Write(Script[1..] + ".br", Code, stored => new BrotliStream(stored, CompressionLevel.Fastest));
            Write(Script[1..] + ".gz", Code, stored => new GZipStream(stored, CompressionLevel.Fastest));
            builder.UseWebRoot(_root);
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(_root))
            {
                Directory.Delete(_root, recursive: true);
            }
        }

        private void Write(string name, string text, Func<Stream, Stream>? encode = null)
        {
            using var file = File.Create(Path.Combine(_root, name));
            using var target = encode?.Invoke(file) ?? file;
            target.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
