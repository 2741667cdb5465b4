using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CadreDocs.Service.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Hosting;

public sealed class RateLimitTests(RateLimitTests.Fixture service) : IClassFixture<RateLimitTests.Fixture>
{
    [Fact]
    public async Task Who_signs_in_too_often_is_told_to_wait_and_others_are_not()
    {
        using var client = await service.Anonymous();
        for (var i = 0; i < Fixture.SignIns; i++)
        {
            using var good = await SignIn(client, "p1002");
            Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
        }

        using var refused = await SignIn(client, "p1002");

        await refused.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        client.DefaultRequestHeaders.Add("X-Test-Address", "127.0.0.2");
        using var elsewhere = await SignIn(client, "p1003");
        Assert.Equal(HttpStatusCode.NoContent, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Who_uploads_too_often_is_told_to_wait_and_others_are_not()
    {
        using var first = await service.FromOwnAddress("p2001");
        using var second = await service.FromOwnAddress("p3001");
        for (var i = 0; i < Fixture.Uploads; i++)
        {
            using var good = await Upload(first, "/api/readings?recordId=unknown");
            Assert.NotEqual(HttpStatusCode.TooManyRequests, good.StatusCode);
        }

        // One allowance for all that a person sends up.
        using var refused = await Upload(first, "/api/schools/s-qinghe/roster/imports");
        await refused.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        using var another = await Upload(second, "/api/readings?recordId=unknown");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, another.StatusCode);
    }

    [Fact]
    public void Every_endpoint_that_takes_a_file_is_limited()
    {
        var unlimited = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetOrderedMetadata<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().Any(accepts => accepts.ContentTypes.Contains("multipart/form-data")))
            .Where(endpoint => endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName != RateLimits.Uploads)
            .Select(endpoint => endpoint.RoutePattern.RawText);

        Assert.Empty(unlimited);
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient client, string personId)
    {
        // The antiforgery token is bound to who was signed in before.
        await client.RefreshToken();
        return await client.PostAsJsonAsync("/api/development/sign-in", new { personId }, Api.Cancel);
    }

    private static async Task<HttpResponseMessage> Upload(HttpClient client, string address)
    {
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent("made up"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "file", "名册.csv" },
        };
        return await client.PostAsync(address, content, Api.Cancel);
    }

    public sealed class Fixture : ServiceFixture
    {
        public const int SignIns = 5;
        public const int Uploads = 3;

        private int _addresses = 10;

        /// <summary>Signs in from an address that nobody else of the tests uses.</summary>
        public async Task<HttpClient> FromOwnAddress(string personId)
        {
            var client = await Anonymous();
            client.DefaultRequestHeaders.Add("X-Test-Address", string.Create(CultureInfo.InvariantCulture, $"127.0.0.{Interlocked.Increment(ref _addresses)}"));
            using var response = await SignIn(client, personId);
            Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
            await client.RefreshToken();
            return client;
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("RateLimits:SignInsPerMinute", SignIns.ToString(CultureInfo.InvariantCulture));
            builder.UseSetting("RateLimits:UploadsPerMinute", Uploads.ToString(CultureInfo.InvariantCulture));
        }
    }
}
