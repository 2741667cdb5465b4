using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Tests.Records;

/// <summary>Steps that several tests take.</summary>
internal static class RecordSteps
{
    /// <summary>Begins a record and returns it.</summary>
    public static async Task<JsonNode> Start(this HttpClient client, string formId, int year = 2024, int? semester = null)
    {
        using var response = await client.Send(HttpMethod.Post, "/api/records", new { formId, year, semester });
        return await response.Json(HttpStatusCode.Created);
    }

    /// <summary>The record's document.</summary>
    public static async Task<byte[]> Document(this HttpClient client, string recordId, string format = "docx")
    {
        using var response = await client.GetAsync($"/api/records/{recordId}/document?format={format}", Api.Cancel);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Api.Cancel));
        return await response.Content.ReadAsByteArrayAsync(Api.Cancel);
    }

    /// <summary>Uploads a document to be read.</summary>
    public static async Task<HttpResponseMessage> Upload(this HttpClient client, byte[] file, string? recordId = null, string name = "表.docx")
    {
        using var form = new MultipartFormDataContent { { Part(file), "file", name } };
        if (recordId is not null)
        {
            form.Add(new StringContent(recordId), "recordId");
        }

        return await client.PostAsync("/api/readings", form, Api.Cancel);
    }

    /// <summary>Uploads a file beside a record.</summary>
    public static async Task<HttpResponseMessage> Attach(this HttpClient client, string recordId, byte[] file, string name, string kind, string? contentCode = null, bool withoutCode = false)
    {
        using var form = new MultipartFormDataContent { { Part(file), "file", name }, { new StringContent(kind), "kind" } };
        if (contentCode is not null)
        {
            form.Add(new StringContent(contentCode), "contentCode");
        }

        if (withoutCode)
        {
            form.Add(new StringContent("true"), "withoutCode");
        }

        return await client.PostAsync($"/api/records/{recordId}/attachments", form, Api.Cancel);
    }

    /// <summary>Puts values into a record and returns it.</summary>
    public static async Task<JsonNode> Write(this HttpClient client, JsonNode record, params (string Key, string Value)[] values)
    {
        var data = record["data"]!.DeepClone();
        foreach (var (key, value) in values)
        {
            data[key] = value;
        }

        using var response = await client.Send(HttpMethod.Put, $"/api/records/{record["id"]}", new { data }, (int)record["version"]!);
        return await response.Json(HttpStatusCode.OK);
    }

    /// <summary>A step of the paper's way, which must succeed.</summary>
    public static async Task<JsonNode> Step(this HttpClient client, JsonNode record, string step, object? body = null)
    {
        using var response = await client.Send(HttpMethod.Post, $"/api/records/{record["id"]}/{step}", body, (int)record["version"]!);
        return await response.Json(HttpStatusCode.OK);
    }

    /// <summary>Values that make a reflection complete.</summary>
    public static readonly (string Key, string Value)[] Reflection =
        [("topic", "读书有感"), ("date", "2024-11-01"), ("content", "第一章"), ("insight", "看见人。\n再看见事。")];

    private static ByteArrayContent Part(byte[] file) => new(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
}
