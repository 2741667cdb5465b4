using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>Delta with its habits: by id and without a path, the root in every answer, an item twice, deleted ones with hardly more than their id.</summary>
internal static class Changes
{
    private const int PageSize = 50;

    public static Reply Delta(Tenant tenant, Drive drive, string action, GraphCall call)
    {
        var text = call.Value("token") ?? (action.Contains("token='", StringComparison.Ordinal) ? action.Split('\'')[1] : null);
        var skip = int.Parse(call.Value("$skiptoken") ?? "0", CultureInfo.InvariantCulture);
        if (text == "latest")
        {
            return Page([], null, Link($"token={drive.Delta(long.MaxValue).Token}"));
        }

        var token = long.Parse(text ?? "0", CultureInfo.InvariantCulture);
        if (token > 0 && token < drive.OldestToken)
        {
            var refusal = new RefusedException(410, "resyncRequired", "Start over.").ToReply(Guid.NewGuid().ToString());
            refusal.Headers["Location"] = Link("").TrimEnd('?');
            return refusal;
        }

        var (items, next) = drive.Delta(token);
        var rows = new List<JsonObject> { Row(drive, drive.Root) };
        foreach (var item in items)
        {
            if (item is { IsFolder: false, Deleted: false })
            {
                // An earlier state of it first: whoever takes the first one is wrong.
                var earlier = Row(drive, item);
                (earlier["name"], earlier["cTag"]) = ("earlier-" + item.Name, "earlier");
                rows.Add(earlier);
            }

            rows.Add(Row(drive, item));
        }

        return rows.Count > skip + PageSize
            ? Page(rows.Skip(skip).Take(PageSize), Link($"token={token}&$skiptoken={skip + PageSize}"), null)
            : Page(rows.Skip(skip), null, Link($"token={next}"));

        string Link(string query) => new Uri(tenant.Address, $"v1.0/drives/{Uri.EscapeDataString(drive.Id)}/root/delta?{query}").ToString();
    }

    private static JsonObject Row(Drive drive, Item item)
    {
        if (item.Deleted)
        {
            return new JsonObject { ["id"] = item.Id, ["deleted"] = new JsonObject { ["state"] = "deleted" }, ["parentReference"] = new JsonObject { ["id"] = item.Parent!.Id } };
        }

        var json = drive.Describe(item);
        (json["parentReference"] as JsonObject)?.Remove("path");
        return json;
    }

    private static Reply Page(IEnumerable<JsonObject> rows, string? next, string? last)
    {
        var page = new JsonObject { ["value"] = new JsonArray([.. rows]) };
        if (next is not null)
        {
            page["@odata.nextLink"] = next;
        }

        if (last is not null)
        {
            page["@odata.deltaLink"] = last;
        }

        return new Reply(200, page);
    }
}
