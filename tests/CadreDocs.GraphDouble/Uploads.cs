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
        var wish = call.Json()["item"] as JsonObject ?? [];
        if (wish.Any(member => member.Key is not ("@microsoft.graph.conflictBehavior" or "name" or "description" or "fileSystemInfo" or "@odata.type" or "fileSize")))
        {
            throw new RefusedException(400, "invalidRequest", "Unknown property.");
        }

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
            ["uploadUrl"] = new Uri(tenant.Address, "upload/" + session.Id).ToString(),
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

        var item = drive.Child(session.Parent, session.Name);
        drive.Sessions.Remove(session.Id);
        session.Bytes.Dispose();
        if (item is not null && item.LockedBy is not null)
        {
            throw new RefusedException(423, "notAllowed", "The file is locked.", "resourceLocked");
        }

        return Items.Write(drive, item, session.Parent, session.Name, session.Conflict, StoredContent.OfFile(session.Bytes.Name));
    }

    private static Reply Expected(int status, UploadSession session) => new(status, new JsonObject
    {
        ["expirationDateTime"] = "2099-01-01T00:00:00Z",
        ["nextExpectedRanges"] = new JsonArray(session.Received.ToString(CultureInfo.InvariantCulture) + "-"),
    });
}
