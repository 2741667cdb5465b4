using System.Net;

namespace CadreDocs.Service.Tests.Hosting;

public sealed class HostingTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_description_answer_without_signing_in(string address)
    {
        using var client = service.CreateClient();
        using var response = await client.GetAsync(address, Api.Cancel);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Unknown_address_of_the_api_is_a_problem_in_both_languages()
    {
        using var client = await service.As("p1002");
        using var response = await client.GetAsync("/api/nothing-here", Api.Cancel);
        await response.Problem(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    public async Task Broken_json_is_a_problem_in_both_languages()
    {
        using var client = await service.Anonymous();
        using var content = new StringContent("{", System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/api/development/sign-in", content, Api.Cancel);
        await response.Problem(HttpStatusCode.BadRequest, "bad-request");
    }

    [Fact]
    public async Task Policy_of_content_limits_scripts_and_frames()
    {
        using var client = service.CreateClient();
        using var response = await client.GetAsync("/api/session", Api.Cancel);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self' https://appsforoffice.microsoft.com;", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self' https://*.office.com", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/duties?year=0")]
    [InlineData("/api/duties?year=99999")]
    [InlineData("/api/scheme/1")]
    public async Task Year_that_no_paper_can_be_of_is_refused(string address)
    {
        using var client = await service.As("p1002");
        using var response = await client.GetAsync(address, Api.Cancel);
        var problem = await response.Problem(HttpStatusCode.UnprocessableEntity, "invalid");
        Assert.Equal("year", (string?)problem["problems"]?[0]?["field"]);
    }

    [Fact]
    public async Task Body_without_what_it_needs_is_malformed_not_a_failure()
    {
        using var client = await service.As("p1002");
        using var response = await client.Send(HttpMethod.Put, "/api/records/rec-p1002-reflection-2024", new { }, 1);
        await response.Problem(HttpStatusCode.BadRequest, "bad-request");
    }
}
