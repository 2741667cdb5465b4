using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CadreDocs.Service.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace CadreDocs.Service.Tests;

/// <summary>The real host on a real SQLite file with the sample district, under a fake clock that stands at 15 November 2024.</summary>
public class ServiceFixture : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cadredocs-test-").FullName;

    /// <summary>The clock that the service reads.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2024, 11, 15, 9, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>Whether the service prints: <c>none</c>, or <c>auto</c> where a LibreOffice may be used.</summary>
    protected virtual string Printer => "none";

    /// <summary>The service's data folder.</summary>
    public string DataFolder => _folder;

    /// <summary>A client that nobody has signed in with; its writes carry a valid antiforgery token.</summary>
    public async Task<HttpClient> Anonymous()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.RefreshToken();
        return client;
    }

    /// <summary>A client signed in as this person of the sample district.</summary>
    public async Task<HttpClient> As(string personId)
    {
        var client = await Anonymous();
        using var response = await client.PostAsJsonAsync("/api/development/sign-in", new { personId });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await client.RefreshToken();
        return client;
    }

    /// <summary>Looks into the database, or prepares something in it.</summary>
    public async Task<T> InDatabase<T>(Func<CadreDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CadreDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Data:Folder", _folder);
        builder.UseSetting("RateLimits:SignInsPerMinute", "100000");
        builder.UseSetting("Printing:LibreOffice", Printer);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.AspNetCore.Antiforgery", "None");
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IStartupFilter, CallerAddress>();
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            // The factory comes here twice when it is disposed of without await.
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    /// <summary>Test calls come from this machine unless the header <c>X-Test-Address</c> says otherwise.</summary>
    private sealed class CallerAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers["X-Test-Address"], out var address) ? address : IPAddress.Loopback;
                return following(context);
            });
            next(app);
        };
    }
}

internal static class Api
{
    /// <summary>The running test's cancellation.</summary>
    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Fetches a new antiforgery token; needed after signing in or out.</summary>
    public static async Task RefreshToken(this HttpClient client)
    {
        var session = await client.GetFromJsonAsync<JsonObject>("/api/session");
        client.DefaultRequestHeaders.Remove("X-CSRF");
        client.DefaultRequestHeaders.Add("X-CSRF", (string?)session?["antiforgeryToken"]);
    }

    /// <summary>GET that must succeed.</summary>
    public static async Task<JsonNode> Json(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, Cancel);
        return await response.Json(HttpStatusCode.OK);
    }

    /// <summary>The body as JSON, after the status was checked.</summary>
    public static async Task<JsonNode> Json(this HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(expected == response.StatusCode, $"Expected {expected}, got {response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The problem details, after status and type were checked; both languages must be there.</summary>
    public static async Task<JsonNode> Problem(this HttpResponseMessage response, HttpStatusCode expected, string code)
    {
        var problem = await response.Json(expected);
        Assert.Equal("/problems/" + code, (string?)problem["type"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["titleEn"]));
        return problem;
    }

    /// <summary>Sends JSON with an If-Match version.</summary>
    public static async Task<HttpResponseMessage> Send(this HttpClient client, HttpMethod method, string address, object? body = null, int? version = null)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body);
        }

        if (version is { } number)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{number}\"");
        }

        return await client.SendAsync(request, Cancel);
    }
}
