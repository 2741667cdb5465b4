using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Tests.Identity;

public sealed class StartTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task Production_without_a_provider_does_not_start_and_names_the_setting()
    {
        await using var production = service.WithWebHostBuilder(builder => builder.UseEnvironment("Production"));
        var cause = Assert.Throws<OptionsValidationException>(() => production.CreateClient());
        Assert.Contains("Cloud:Authority", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_without_a_client_id_does_not_start_and_names_the_setting()
    {
        await using var production = service.WithWebHostBuilder(builder => builder.UseSetting("Cloud:Authority", "https://login.example"));
        var cause = Assert.Throws<OptionsValidationException>(() => production.CreateClient());
        Assert.Contains("Cloud:ClientId", cause.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_sign_in_does_not_exist_in_production()
    {
        await using var production = service.WithWebHostBuilder(builder => builder
            .UseEnvironment("Production").UseSetting("Cloud:Authority", "https://login.example").UseSetting("Cloud:ClientId", "x"));
        using var client = production.CreateClient();
        using var response = await client.GetAsync("/api/development/people", Api.Cancel);
        await response.Problem(System.Net.HttpStatusCode.NotFound, "not-found");
    }
}
