using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace CadreDocs.GraphDouble;

/// <summary>Upload sessions.</summary>
internal static class Uploads
{
    private const int Unit = 327_680;
    private const int MostInFragment = 60 * 1024 * 1024;

    public static Reply Create(Tenant tenant, Drive drive, Item? item, Item? parent, string name, GraphCall call)
    {
        if (parent is null)
        {
            throw new RefusedException(404, "itemNotFound", "The folder could not be found.");
        }

        NameRules.Check(parent, name, folder: false);
        Items.CheckConditions(item, call);
        var json = call.Json();
        Properties.Check(json, "item", "deferCommit");
        var wish = json["item"] as JsonObject ?? [];
        Properties.Check(wish, "@microsoft.graph.conflictBehavior", "name", "description", "fileSystemInfo", "fileSize");

        if (drive.Quota is { } quota && (long?)wish["fileSize"] > quota - drive.Used)
        {
            throw new RefusedException(507, "quotaLimitReached", "The library is full.");
        }

        var conflict = (string?)wish["@microsoft.graph.conflictBehavior"] ?? "fail";
        if (item is not null && conflict == "fail")
        {
            throw new RefusedException(409, "nameAlreadyExists", "An item with the same name already exists.");
        }

        if (drive.Sessions.Values.Any(other => other.Parent == parent && other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new RefusedException(409, "nameAlreadyExists", "The file is currently being uploaded.");
        }

        var file = Path.Combine(Path.GetTempPath(), "graph-double-" + Guid.NewGuid().ToString("N"));
        var session = new UploadSession
        {
            Id = Guid.NewGuid().ToString("N"), Parent = parent, Name = name, Replaces = item, Conflict = conflict,
            Bytes = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 1, FileOptions.None),
        };
        drive.Sessions[session.Id] = session;
        return new Reply(200, new JsonObject
        {
            ["uploadUrl"] = AddressOf(tenant, session),
            ["expirationDateTime"] = "2099-01-01T00:00:00Z",
            ["nextExpectedRanges"] = new JsonArray("0-"),
        });
    }

    public static Reply Handle(Drive drive, UploadSession session, GraphCall call)
    {
        switch (call.Method)
        {
            case "GET":
                return Expected(200, session);
            case "DELETE":
                drive.Sessions.Remove(session.Id);
                Forget(session);
                return new Reply(204);
            case "PUT":
                return Put(drive, session, call);
            default:
                throw new RefusedException(405, "notAllowed", "Not on an upload URL.");
        }
    }

    public static void Forget(UploadSession session)
    {
        session.Bytes.Dispose();
        File.Delete(session.Bytes.Name);
    }

    private static Reply Put(Drive drive, UploadSession session, GraphCall call)
    {
        if (!ContentRangeHeaderValue.TryParse(call.Header("Content-Range"), out var range) || range is not { From: { } from, To: { } to, Length: { } total })
        {
            throw new RefusedException(400, "invalidRequest", "Content-Range is missing.");
        }

        if (to - from + 1 != call.Body.LongLength || call.Body.Length > MostInFragment || (to + 1 < total && call.Body.Length % Unit != 0) || (session.Total ?? total) != total)
        {
            throw new RefusedException(400, "invalidRange", "The fragment's size does not fit.");
        }

        if (from != session.Received)
        {
            throw new RefusedException(416, "invalidRange", "Not the expected range.", from < session.Received ? "fragmentOverlap" : "fragmentOutOfOrder");
        }

        session.Bytes.Write(call.Body);
        session.Bytes.Flush();
        (session.Total, session.Received, session.UsedAt) = (total, to + 1, Environment.TickCount64);
        if (session.Received < total)
        {
            return Expected(202, session);
        }

        return Finish(drive, session, session.Name, session.Conflict, call: null);
    }

    /// <summary>Makes a file of a session that has all its bytes: after an error at the last of them, under what the call says now.</summary>
    public static Reply Commit(Tenant tenant, Drive drive, Item parent, GraphCall call)
    {
        var json = call.Json();
        Properties.Check(json, "name", "@microsoft.graph.conflictBehavior", "@microsoft.graph.sourceUrl", "description", "fileSystemInfo");
        var address = (string?)json["@microsoft.graph.sourceUrl"] ?? throw new RefusedException(400, "invalidRequest", "Only an upload session is committed here.");
        var name = (string?)json["name"] ?? throw new RefusedException(400, "invalidRequest", "A file needs a name.");
        var session = drive.Sessions.Values.FirstOrDefault(item => address == AddressOf(tenant, item)) ?? throw new RefusedException(404, "itemNotFound", "The upload session was not found.");
        if (session.Parent != parent || session.Total != session.Received)
        {
            throw new RefusedException(400, "invalidRequest", "The upload session lacks bytes, or belongs elsewhere.");
        }

        NameRules.Check(parent, name, folder: false);
        return Finish(drive, session, name, (string?)json["@microsoft.graph.conflictBehavior"] ?? "fail", call);
    }

    // Whatever is refused here leaves the session with its bytes until it expires.
    private static Reply Finish(Drive drive, UploadSession session, string name, string conflict, GraphCall? call)
    {
        var item = drive.Child(session.Parent, name);
        Items.CheckLock(item);
        if (call is not null)
        {
            Items.CheckConditions(item, call);
        }

        var reply = Items.Write(drive, item, session.Parent, name, conflict, StoredContent.OfFile(session.Bytes.Name));
        drive.Sessions.Remove(session.Id);
        session.Bytes.Dispose();
        return reply;
    }

    private static string AddressOf(Tenant tenant, UploadSession session) => new Uri(tenant.Address, "upload/" + session.Id).ToString();

    private static Reply Expected(int status, UploadSession session) => new(status, new JsonObject
    {
        ["expirationDateTime"] = "2099-01-01T00:00:00Z",
        ["nextExpectedRanges"] = session.Received == session.Total ? [] : new JsonArray(session.Received.ToString(CultureInfo.InvariantCulture) + "-"),
    });
}
