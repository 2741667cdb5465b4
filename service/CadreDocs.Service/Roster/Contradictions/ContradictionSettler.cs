using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster.Guard;
using CadreDocs.Service.Roster.Import;

namespace CadreDocs.Service.Roster.Contradictions;

/// <summary>Puts a contradiction right: in the sheet, or in the roster from a day on. Both are logged.</summary>
internal sealed class ContradictionSettler(CadreDbContext database, ContradictionList list, RecordWriter writer, RosterGuard guard, ChangeLog changes, Ids ids)
{
    /// <summary>Settles and saves.</summary>
    /// <returns>Null, or why nothing was changed.</returns>
    public async Task<Problem?> SettleAsync(OpenRecord open, Settlement settlement, CancellationToken cancellationToken)
    {
        var found = (await list.OfRecordAsync(open.Record, cancellationToken)).Find(item => item.Field == settlement.Field);
        if (found is null || found.OnSheet != settlement.OnSheet || found.InRoster != settlement.InRoster)
        {
            return Problems.Conflict(
                "contradiction-gone", "这处不一致已经有了变化，没有改动。", "This contradiction is no longer what you saw; nothing was changed.", "请刷新后再看。", "Reload and look again.");
        }

        if (settlement.Right == Settled.Roster)
        {
            if (!found.MayCorrectSheet)
            {
                return Problems.Forbidden("这份材料现在不能由您修改：请联系本校书记退回或重新打开。", "You cannot change this paper now: ask the school's secretary to return or reopen it.");
            }

            open.Data[found.Field] = found.InRoster;
            return await WriteSheetAsync(open, cancellationToken);
        }

        if (!found.MayChangeRoster)
        {
            return Problems.Forbidden("名册由本校填报人或管理员维护：请告诉本校书记哪个值正确、从哪天起。", "The roster is kept by the school's secretary: tell them which value is right and since when.");
        }

        if (Fault(found, settlement) is { } fault)
        {
            return Problems.Invalid([fault]);
        }

        var history = (await list.HistoriesAsync([found.PersonId], cancellationToken))[found.PersonId];
        var reason = $"{found.Sheet ?? found.Title}“{found.Label}”";
        if (!found.Dated)
        {
            changes.Add("roster." + found.Key, found.InRoster, found.OnSheet, open.Record.SchoolId, found.PersonId, year: open.Record.Year, reason: reason);
            PersonFields.Set(history.Person, found.Key, found.OnSheet);
        }
        else if (found.Key == RosterColumns.Post)
        {
            SplitPost(history, found, settlement, open.Record, reason);
        }
        else
        {
            SplitFact(history, found, settlement, open.Record, reason);
        }

        history.Person.Version++;
        if (await guard.FaultsAsync(cancellationToken) is { Count: > 0 } faults)
        {
            return faults.ToProblem();
        }

        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    private Task<Problem?> WriteSheetAsync(OpenRecord open, CancellationToken cancellationToken)
    {
        // The values were changed in place; the writer compares with what is stored.
        var corrected = open.Data;
        return writer.WriteAsync(open with { Data = Stored(open.Record) }, corrected, cancellationToken);
    }

    private static Documents.Forms.FormData Stored(Record record) =>
        Documents.Forms.FormData.FromJson(System.Text.Json.Nodes.JsonNode.Parse(record.Data)!.AsObject());

    private static ProblemItem? Fault(Contradiction found, Settlement settlement)
    {
        if (!found.Dated)
        {
            return settlement.Right == Settled.Both
                ? new ProblemItem("not-dated", $"“{found.Label}”不会随时间改变，两者不能都对。", $"'{found.LabelEn}' does not change in life; both cannot be right.", Field: "right")
                : null;
        }

        return (settlement.Right, settlement.From) switch
        {
            (_, null) => new ProblemItem("from", "请填写从哪一天起。", "Say from which day on.", Field: "from"),
            (Settled.Sheet, { } day) when day > found.Day => new ProblemItem(
                "from", $"材料写于 {found.Day:yyyy-MM-dd}，它的值不能从更晚的日子开始。", $"The paper speaks of {found.Day:yyyy-MM-dd}; its value cannot begin later.", Field: "from"),
            (Settled.Both, { } day) when day <= found.Day => new ProblemItem(
                "from", $"材料写于 {found.Day:yyyy-MM-dd}，名册的值应从这一天之后开始。", $"The paper speaks of {found.Day:yyyy-MM-dd}; the roster's value began after that day.", Field: "from"),
            _ => null,
        };
    }

    private void SplitPost(PersonHistory history, Contradiction found, Settlement settlement, Record record, string reason)
    {
        var from = settlement.From!.Value;
        var post = history.PostsOn(record.SchoolId, found.Day).FirstOrDefault();
        if (post is null)
        {
            // No post of that day: the sheet's holds from the given day until the next one begins.
            var next = history.Posts.Where(other => other.SchoolId == record.SchoolId && other.From > found.Day).Min(other => (DateOnly?)other.From);
            database.Appointments.Add(new Appointment { Id = ids.New(), PersonId = found.PersonId, SchoolId = record.SchoolId, Post = found.OnSheet, From = from, To = next?.AddDays(-1), Order = history.Posts.Count });
            changes.Add("roster.post", null, found.OnSheet, record.SchoolId, found.PersonId, year: from.Year, reason: reason);
            return;
        }

        var (before, after) = settlement.Right == Settled.Sheet ? (post.Post, found.OnSheet) : (found.OnSheet, post.Post);
        changes.Add("roster.post", $"{found.InRoster} {post.From:yyyy-MM-dd}", $"{before} → {from:yyyy-MM-dd} {after}", record.SchoolId, found.PersonId, year: from.Year, reason: reason);
        if (from <= post.From)
        {
            post.Post = after;
        }
        else if (post.To is { } last && from > last)
        {
            post.Post = before;
        }
        else
        {
            database.Appointments.Add(new Appointment
            {
                Id = ids.New(), PersonId = post.PersonId, SchoolId = post.SchoolId, Post = after, From = from, To = post.To, Order = post.Order, OfRecord = post.OfRecord,
            });
            (post.Post, post.To) = (before, from.AddDays(-1));
        }
    }

    private void SplitFact(PersonHistory history, Contradiction found, Settlement settlement, Record record, string reason)
    {
        var from = settlement.From!.Value;
        var fact = history.FactOn(found.Key, found.Day);
        if (fact is null)
        {
            fact = new PersonFact { Id = ids.New(), PersonId = found.PersonId, Key = found.Key, Value = found.InRoster, From = new DateOnly(1900, 1, 1) };
            fact.To = history.Facts.Where(other => other.Key == found.Key && other.From > found.Day).Min(other => (DateOnly?)other.From)?.AddDays(-1);
            database.PersonFacts.Add(fact);
        }

        var (before, after) = settlement.Right == Settled.Sheet ? (fact.Value, found.OnSheet) : (found.OnSheet, fact.Value);
        changes.Add("roster." + found.Key, fact.Value, $"{before} → {from:yyyy-MM-dd} {after}", record.SchoolId, found.PersonId, year: from.Year, reason: reason);
        if (fact.To is null)
        {
            PersonFields.Set(history.Person, found.Key, after);
        }

        if (from <= fact.From)
        {
            fact.Value = after;
        }
        else if (fact.To is { } last && from > last)
        {
            fact.Value = before;
        }
        else
        {
            database.PersonFacts.Add(new PersonFact { Id = ids.New(), PersonId = found.PersonId, Key = found.Key, Value = after, From = from, To = fact.To });
            (fact.Value, fact.To) = (before, from.AddDays(-1));
        }
    }
}
