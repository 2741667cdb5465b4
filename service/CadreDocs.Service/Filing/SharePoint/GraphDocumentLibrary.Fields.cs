using System.Globalization;
using CadreDocs.Service.Filing.Libraries;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>Columns: one PATCH of the list item's fields a file, twenty files a batch.</summary>
internal sealed partial class GraphDocumentLibrary
{
    private const int MostInBatch = 20;

    public async Task<IReadOnlyList<LibraryException?>> SetFieldsAsync(IReadOnlyList<FieldUpdate> updates, CancellationToken cancellationToken)
    {
        var results = new LibraryException?[updates.Count];
        for (var start = 0; start < updates.Count; start += MostInBatch)
        {
            var count = Math.Min(MostInBatch, updates.Count - start);
            try
            {
                await SetBatchAsync(updates, start, count, results, cancellationToken);
            }
            catch (LibraryException fault)
            {
                // Some parts may have been done before the answer was lost; setting the same columns again changes nothing.
                Array.Fill(results, fault, start, count);
            }
        }

        return results;
    }

    public async Task<IReadOnlyDictionary<string, string>> GetFieldsAsync(LibraryFile file, CancellationToken cancellationToken)
    {
        var item = await GraphFaults.GuardAsync(
            () => Graph.Drives[driveId].Items[file.Id].ListItem.GetAsync(request => request.QueryParameters.Expand = ["fields"], cancellationToken), cancellationToken);
        return (item?.Fields?.AdditionalData ?? new Dictionary<string, object>())
            .Where(field => LibraryFields.All.Any(column => column.Name == field.Key) && field.Value is not null)
            .ToDictionary(field => field.Key, field => Convert.ToString(field.Value, CultureInfo.InvariantCulture) ?? "");
    }

    /// <summary>Columns of ours that the library lacks.</summary>
    public async Task<IReadOnlyList<string>> MissingColumnsAsync(CancellationToken cancellationToken)
    {
        var columns = await GraphFaults.GuardAsync(() => Graph.Drives[driveId].List.Columns.GetAsync(cancellationToken: cancellationToken), cancellationToken);
        var there = columns?.Value?.Select(column => column.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        return LibraryFields.All.Select(column => column.Name).Where(name => !there.Contains(name)).ToList();
    }

    /// <summary>Adds a text column of ours.</summary>
    public Task AddColumnAsync(string name, string title, CancellationToken cancellationToken) => GraphFaults.GuardAsync(
        () => Graph.Drives[driveId].List.Columns.PostAsync(
            new ColumnDefinition { Name = name, DisplayName = title, Text = new TextColumn { MaxLength = 255 } }, cancellationToken: cancellationToken), cancellationToken);

    private async Task SetBatchAsync(IReadOnlyList<FieldUpdate> updates, int start, int count, LibraryException?[] results, CancellationToken cancellationToken)
    {
        await connection.Allowance.SpendAsync(connection.Flat ? count : 2 * count, cancellationToken);
        var batch = new BatchRequestContentCollection(Graph);
        var ids = new List<string>(count);
        foreach (var (file, fields) in updates.Skip(start).Take(count))
        {
            var request = new RequestInformation(Method.PATCH, "{+baseurl}/drives/{drive}/items/{item}/listItem/fields", new Dictionary<string, object>
            {
                ["baseurl"] = connection.Root, ["drive"] = driveId, ["item"] = file.Id,
            });
            var values = new FieldValueSet { AdditionalData = fields.ToDictionary(field => field.Key, field => (object)field.Value) };
            request.SetContentFromParsable(Graph.RequestAdapter, "application/json", values);
            ids.Add(await batch.AddBatchRequestStepAsync(request));
        }

        var response = await GraphFaults.GuardAsync(() => Graph.Batch.PostAsync(batch, cancellationToken), cancellationToken);
        for (var index = 0; index < count; index++)
        {
            using var part = await response.GetResponseByIdAsync(ids[index]);
            results[start + index] = part.IsSuccessStatusCode ? null : await PartFaultAsync(part, cancellationToken);
        }
    }

    // The SDK does not retry parts, and each part has a pause of its own.
    private async Task<LibraryException> PartFaultAsync(HttpResponseMessage part, CancellationToken cancellationToken)
    {
        var retryAfter = RetryAfter.Of(part);
        if ((int)part.StatusCode is 429 or 503)
        {
            await connection.Allowance.PauseAsync(retryAfter ?? TimeSpan.FromSeconds(5), refused: true, cancellationToken);
        }

        var fault = GraphFaults.Of((int)part.StatusCode, Codes(await BodyAsync(part, cancellationToken)), null, retryAfter);
        if ((int)part.StatusCode == 400 && await MissingColumnsAsync(cancellationToken) is { Count: > 0 } missing)
        {
            return new LibraryException(LibraryFaults.ColumnMissing, string.Join("、", missing));
        }

        return fault;
    }
}
