using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Records;

/// <summary>What somebody says of the code on a stamped scan.</summary>
/// <param name="Code">The code printed on the sheet; null where it is to be found on the sheet or in the file's name.</param>
/// <param name="Without">True where the sheet carries none, an official blank filled in by hand: then a person vouches for the match.</param>
internal sealed record SaidCode(string? Code, bool Without = false);

/// <summary>Ties a stamped scan to the content code it shows: a sheet whose values have changed since is void (R66, R67).</summary>
internal sealed class ScanCodes(CadreDbContext database)
{
    /// <summary>The current code, where the scan shows it; null where a person vouches for a sheet without one.</summary>
    public async Task<Outcome<CodeOnScan>> OfAsync(OpenRecord open, UploadedFile file, SaidCode said, CancellationToken cancellationToken)
    {
        var record = open.Record;
        string[] current = [record.ContentCode, ContentCode.Of(record.Id, open.Data.ToJson(open.Form))];
        var typed = said.Code is { Length: > 0 } text ? PrintedCodes.Typed(text) : null;
        if (said.Code is { Length: > 0 } unreadable && typed is null)
        {
            return Problems.Invalid([new ProblemItem(
                "code-unreadable", $"“{unreadable}”不是内容码：内容码印在表的底部，形如 7K3F-92QX。", $"'{unreadable}' is no content code; it stands at the foot of the sheet, like 7K3F-92QX.", file.Name, Field: "contentCode")]);
        }

        if (typed is not null && !current.Contains(typed))
        {
            return Void(typed, current[1]);
        }

        // What the sheet itself shows goes before what somebody read off the screen.
        var onSheet = PrintedCodes.OnSheet(file);
        if (onSheet.FirstOrDefault(current.Contains) is { } shown)
        {
            return new CodeOnScan(shown);
        }

        var inName = PrintedCodes.In(file.Name);
        var before = await PrintedBeforeAsync(record, current, cancellationToken);
        if (onSheet.Concat(typed is null && !said.Without ? inName : []).FirstOrDefault(before.Contains) is { } old)
        {
            return Void(old, current[1]);
        }

        if ((typed ?? (said.Without ? null : inName.FirstOrDefault(current.Contains))) is { } code)
        {
            return new CodeOnScan(code);
        }

        return said.Without ? new CodeOnScan(null) : Problems.Invalid([new ProblemItem(
            "code-needed", "请填写表底部印的内容码，用来核对扫描的是不是现在这一版；表上没有内容码的，请注明“表上没有”。",
            "Give the content code printed at the foot of the sheet, which shows whether this is the present version; where the sheet has none, say so.", file.Name, Field: "contentCode")]);
    }

    // Every earlier code this record was printed with; whatever else looks like a code may be a telephone number.
    private async Task<HashSet<string>> PrintedBeforeAsync(Record record, string[] current, CancellationToken cancellationToken)
    {
        var printed = await database.Changes.Where(change => change.RecordId == record.Id && change.Subject == "record.printed").Select(change => change.After).ToListAsync(cancellationToken);
        return [.. printed.OfType<string>().Append(record.PrintedCode).Where(code => code.Length > 0 && !current.Contains(code))];
    }

    private static Problem Void(string code, string current) => Problems.Conflict(
        "void-print", "扫描件上的内容码与当前内容不一致，打印件已作废。", "The scan's content code is not the current one; that print is void.",
        $"扫描件上是 {code}，当前内容码为 {current}：打印后内容又改过。请重新打印、签章后再扫描。",
        $"The scan shows {code}, the current code is {current}: the paper was changed after printing. Print, sign and scan again.");
}

/// <summary>The code that a scan was tied to; null where a person vouches for it.</summary>
internal sealed record CodeOnScan(string? Code);
