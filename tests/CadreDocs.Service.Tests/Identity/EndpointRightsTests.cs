using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CadreDocs.Service.Tests.Identity;

/// <summary>Walks the whole table: every caller, each with a thing of their own to act on, gets exactly the status that stands there.</summary>
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
            using var response = await client.SendAsync(await Request(row, client), HttpCompletionOption.ResponseHeadersRead, Api.Cancel);
            found.Append((int)response.StatusCode switch
            {
                var status when status == row.Success => "+",
                403 => "3",
                404 => "4",
                409 => "9",
                422 => "2",
                var other => $"[{other} {await response.Content.ReadAsStringAsync(Api.Cancel)}]",
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
            using var response = await client.SendAsync(await Request(row, client), HttpCompletionOption.ResponseHeadersRead, Api.Cancel);
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

    private async Task<HttpRequestMessage> Request(EndpointRow row, HttpClient caller)
    {
        var thing = await EndpointThing.Make(row.Thing, service, caller);
        var request = new HttpRequestMessage(new HttpMethod(row.Call[..row.Call.IndexOf(' ', StringComparison.Ordinal)]), Put(row.Address));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{thing.Version}\"");
        request.Content = row.Body switch
        {
            null => null,
            EndpointTable.Upload => thing.Form(),
            var json => new StringContent(Put(json), Encoding.UTF8, "application/json"),
        };
        return request;

        string Put(string text) => text.Replace(EndpointTable.Thing, thing.Id, StringComparison.Ordinal);
    }
}
