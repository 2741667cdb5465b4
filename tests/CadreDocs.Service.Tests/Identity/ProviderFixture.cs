using System.Net;
using System.Web;
using Microsoft.AspNetCore.Hosting;

namespace CadreDocs.Service.Tests.Identity;

/// <summary>The service with an OpenID provider. Its clock stands at the real time: browsers' cookies know no other.</summary>
public sealed class ProviderFixture : ServiceFixture, IAsyncLifetime
{
    internal TestProvider Provider { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        Provider = await TestProvider.StartAsync(Clock);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Provider.DisposeAsync();
    }

    /// <summary>Goes to the provider: the query that the browser would arrive there with.</summary>
    internal static async Task<(string State, string Nonce, string Challenge)> Leave(HttpClient browser, string returnUrl = "/")
    {
        using var response = await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), Api.Cancel);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var query = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        Assert.Equal(("code", "S256"), (query["response_type"], query["code_challenge_method"]));
        return (query["state"]!, query["nonce"]!, query["code_challenge"]!);
    }

    /// <summary>Comes back from the provider; where the service sends the browser next.</summary>
    internal static async Task<string> Return(HttpClient browser, string state)
    {
        using var response = await browser.GetAsync("/signin-oidc?code=the-code&state=" + Uri.EscapeDataString(state), Api.Cancel);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Claims of a person of the sample district.</summary>
    internal static Dictionary<string, object> Claims(string personId, string? nonce = null, params string[] roles)
    {
        var claims = new Dictionary<string, object> { ["sub"] = "x" + personId, ["email"] = personId + "@example.com", ["roles"] = roles };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return claims;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Cloud:Authority", Provider.Authority);
        builder.UseSetting("Cloud:ClientId", TestProvider.ClientId);
        builder.UseSetting("Cloud:ClientSecret", TestProvider.Secret);
    }
}
