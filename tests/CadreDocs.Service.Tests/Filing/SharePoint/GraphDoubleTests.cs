using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Filing.SharePoint;

/// <summary>The double is as strict as Graph, and goes wrong the same way whenever it is asked with the same seed.</summary>
public sealed class GraphDoubleTests : IAsyncLifetime
{
    private SharePointFixture _sharePoint = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _sharePoint = await SharePointFixture.StartAsync();

    public ValueTask DisposeAsync() => _sharePoint.DisposeAsync();

    [Theory]
    [InlineData("POST", "items/root/children", """{"name":"一","folder":{}}""", "colour", "201")]
    [InlineData("POST", "items/root/children", """{"name":"一","folder":{"colour":1}}""", null, "400")]
    [InlineData("POST", "items/root/invite", """{"recipients":[{"email":"a@example.com"}],"roles":["read"]}""", "colour", "200")]
    [InlineData("POST", "items/root/invite", """{"recipients":[{"email":"a@example.com","colour":1}],"roles":["read"]}""", null, "400")]
    [InlineData("POST", "list/columns", """{"name":"C","text":{"maxLength":255}}""", "colour", "201")]
    [InlineData("POST", "list/columns", """{"name":"C","text":{"colour":1}}""", null, "400")]
    [InlineData("POST", "items/root:/一.docx:/createUploadSession", """{"item":{"fileSize":5}}""", "colour", "200")]
    [InlineData("POST", "items/root:/一.docx:/createUploadSession", """{"item":{"colour":1}}""", null, "400")]
    public async Task A_property_that_graph_does_not_have_is_refused(string method, string path, string body, string? extra, string status)
    {
        if (extra is not null)
        {
            var more = JsonNode.Parse(body)!.AsObject();
            more[extra] = 1;
            Assert.Equal("400", await SendAsync(_sharePoint, method, path, more.ToJsonString()));
        }

        Assert.Equal(status, await SendAsync(_sharePoint, method, path, body));
    }

    [Fact]
    public async Task The_same_seed_gives_each_file_the_same_faults_whoever_comes_first()
    {
        var files = Enumerable.Range(0, 40).Select(number => $"root:/{number}.docx:/content").ToList();
        var one = await RunAsync(7, files);
        files.Reverse();
        var other = await RunAsync(7, files);
        var another = await RunAsync(8, files);

        Assert.Equal(one, other);
        Assert.NotEqual(one, another);
        Assert.InRange(one.Count(answer => !answer.Contains("201", StringComparison.Ordinal)), 5, 39);
    }

    private static async Task<List<string>> RunAsync(int seed, List<string> files)
    {
        await using var sharePoint = await SharePointFixture.StartAsync();
        sharePoint.Faults.AtRandom(seed, 0.5);
        var answers = new List<string>();
        foreach (var file in files)
        {
            answers.Add($"{file} {await SendAsync(sharePoint, "PUT", file, "{}")} {await SendAsync(sharePoint, "PUT", file, "{}")}");
        }

        answers.Sort(StringComparer.Ordinal);
        return answers;
    }

    private static async Task<string> SendAsync(SharePointFixture sharePoint, string method, string path, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(sharePoint.Server.Address, $"v1.0/drives/{Uri.EscapeDataString(sharePoint.Drive.Id)}/{path}"))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Guid.NewGuid().ToString());
        try
        {
            using var response = await client.SendAsync(request, Cancel);
            return ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (HttpRequestException)
        {
            return "reset";
        }
    }
}
