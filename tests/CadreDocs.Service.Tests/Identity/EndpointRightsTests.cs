using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CadreDocs.Service.Tests.Records;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Identity;

/// <summary>Walks the whole table. A row needs fresh data only where it says so; none removes what another row asks for.</summary>
public sealed class EndpointRightsTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    public static TheoryData<EndpointRow> Rows() => [.. EndpointTable.Rows];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Caller_gets_what_the_table_says(EndpointRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var found = new StringBuilder();
        foreach (var (personId, _) in EndpointTable.Callers)
        {
            using var client = await service.As(personId);
            using var response = await client.SendAsync(await Request(row), HttpCompletionOption.ResponseHeadersRead, Api.Cancel);
            Assert.True((int)response.StatusCode < 500, $"{row.Call} as {personId}: {response.StatusCode}");
            found.Append(response.StatusCode switch
            {
                HttpStatusCode.Unauthorized => '1',
                HttpStatusCode.Forbidden => '3',
                HttpStatusCode.NotFound => '4',
                _ => '+',
            });
        }

        Assert.Equal($"{row.Expected} {row.Call}", $"{found} {row.Call}");
    }

    [Fact]
    public async Task Strangers_reach_only_what_is_open_to_everybody()
    {
        using var client = await service.Anonymous();
        var open = new List<string>();
        foreach (var row in EndpointTable.Rows.DistinctBy(row => row.Call))
        {
            using var response = await client.SendAsync(await Request(row), HttpCompletionOption.ResponseHeadersRead, Api.Cancel);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                open.Add(row.Call);
            }
        }

        Assert.Equal(
            ["GET /api/session", "GET /api/pane/settings", "GET /api/development/people", "POST /api/development/sign-in", "POST /api/sign-out"], open);
    }

    [Fact]
    public void Every_endpoint_stands_in_the_table_with_a_policy_of_its_own()
    {
        var endpoints = service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)).ToList();
        var calls = endpoints.SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
            .Select(method => $"{method} {endpoint.RoutePattern.RawText}"));
        Assert.Empty(calls.Except(EndpointTable.Rows.Select(row => row.Call), StringComparer.Ordinal));
        Assert.Empty(EndpointTable.Rows.Select(row => row.Call).Except(calls, StringComparer.Ordinal));
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null,
            $"{endpoint.RoutePattern.RawText} names no policy"));
    }

    private async Task<HttpRequestMessage> Request(EndpointRow row)
    {
        var address = row.Address.Contains(EndpointTable.Attachment, StringComparison.Ordinal)
            ? row.Address.Replace(EndpointTable.Attachment, await NewAttachment(), StringComparison.Ordinal)
            : row.Address;
        var request = new HttpRequestMessage(new HttpMethod(row.Call[..row.Call.IndexOf(' ', StringComparison.Ordinal)]), address);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Content = row.Body switch
        {
            null => null,
            EndpointTable.Upload => new MultipartFormDataContent
            {
                { new ByteArrayContent("%PDF-1.7 made up"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } }, "file", "文件.pdf" },
                { new StringContent("certificate"), "kind" },
            },
            var json => new StringContent(json, Encoding.UTF8, "application/json"),
        };
        return request;
    }

    private async Task<string> NewAttachment()
    {
        using var owner = await service.As("p1002");
        using var added = await owner.Attach("rec-p1002-reflection-2024", "%PDF-1.7 made up"u8.ToArray(), "证书.pdf", "certificate");
        return (string)((JsonNode)await added.Json(HttpStatusCode.Created))["id"]!;
    }
}
