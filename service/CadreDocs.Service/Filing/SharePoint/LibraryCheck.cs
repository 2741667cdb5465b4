using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Filing.Rights;

namespace CadreDocs.Service.Filing.SharePoint;

/// <summary>One finding about a library.</summary>
/// <param name="Good">True where nothing has to be done.</param>
/// <param name="Message">Sentence in Chinese with the next step.</param>
/// <param name="MessageEn">The same in English.</param>
internal sealed record LibraryFinding(bool Good, string Message, string MessageEn);

/// <summary>Looks whether a library can be filed into, and says in sentences what is missing.</summary>
internal static class LibraryCheck
{
    private const string Probe = "连接测试-connection-check.txt";

    /// <summary>Looks at one school's library.</summary>
    /// <param name="open">Opens the library.</param>
    /// <param name="addColumns">True adds the columns that are missing.</param>
    /// <param name="write">True writes a small file and removes it again.</param>
    /// <param name="keepers">Logins of the school's secretaries, where the rights in the library are ours to set: with <paramref name="write"/> the small file is given to them alone. Null where rights are not ours.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public static async Task<IReadOnlyList<LibraryFinding>> RunAsync(
        Func<Task<IDocumentLibrary>> open, bool addColumns, bool write, IReadOnlyList<string>? keepers, CancellationToken cancellationToken)
    {
        var findings = new List<LibraryFinding>();
        try
        {
            var library = await open();
            findings.Add(new LibraryFinding(true, "找到文件库。", "The library is there."));
            await library.FindAsync(Probe, cancellationToken);
            findings.Add(new LibraryFinding(true, "可以读取。", "It can be read."));
            if (library is GraphDocumentLibrary sharePoint)
            {
                await ColumnsAsync(sharePoint, addColumns, findings, cancellationToken);
            }

            if (write)
            {
                var content = LibraryContent.FromBytes("连接测试，可以删除。"u8.ToArray());
                var probe = await library.PutAsync(Probe, content, PutCondition.Any, UploadMemory.None, cancellationToken);
                try
                {
                    findings.Add(new LibraryFinding(true, "可以写入（测试文件已写入并删除）。", "It can be written (a test file was written and removed)."));
                    if (library is ILibraryRights rights && keepers is not null)
                    {
                        findings.Add(await RightsAsync(rights, probe.File!.Id, keepers, cancellationToken));
                    }
                }
                finally
                {
                    await library.DeleteAsync(probe.File!, cancellationToken);
                }
            }
        }
        catch (LibraryException fault)
        {
            var (message, messageEn) = LibraryFaults.Sentences(fault.Fault.Code, fault.Detail);
            findings.Add(new LibraryFinding(false, message + Hint(fault), messageEn + HintEn(fault)));
        }

        return findings;
    }

    // By the very call that setting rights begins with: what a role allows cannot be asked for.
    private static async Task<LibraryFinding> RightsAsync(ILibraryRights rights, string itemId, IReadOnlyList<string> keepers, CancellationToken cancellationToken)
    {
        if (keepers.Count == 0)
        {
            return new LibraryFinding(
                false, "该校没有能登录的书记，限少数人查看的材料不会归档：请在名册中填写书记的登录名。",
                "The school has no secretary with a login, so papers that few may read are not filed: enter the secretary's login in the roster.");
        }

        try
        {
            await rights.GrantAsync(itemId, keepers, write: true, cutOff: true, cancellationToken);
            return new LibraryFinding(true, "可以设置权限。", "Rights can be set.");
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.Forbidden)
        {
            return new LibraryFinding(
                false, "不能设置权限：请管理员对该网站授予应用 fullcontrol（或 owner）；权限由网站所有者管理的，请设置 Filing:SharePoint:SetRights=false。",
                "Rights cannot be set: let an administrator grant the app 'fullcontrol' (or 'owner') on this site; where the site's owners look after rights, set Filing:SharePoint:SetRights=false.");
        }
        catch (LibraryException fault) when (fault.Fault == LibraryFaults.Refused)
        {
            return new LibraryFinding(
                false, $"权限没有设上：请核对书记的登录名在租户中是否存在（{string.Join("、", keepers)}）。", $"The right was not taken: check that the secretaries' logins exist in the tenant ({string.Join(", ", keepers)}).");
        }
    }

    private static async Task ColumnsAsync(GraphDocumentLibrary library, bool add, List<LibraryFinding> findings, CancellationToken cancellationToken)
    {
        var missing = await library.MissingColumnsAsync(cancellationToken);
        foreach (var name in missing)
        {
            if (add)
            {
                await library.AddColumnAsync(name, LibraryFields.All.First(column => column.Name == name).Title, cancellationToken);
            }

            findings.Add(add
                ? new LibraryFinding(true, $"已添加栏 {name}。", $"Column {name} was added.")
                : new LibraryFinding(false, $"缺少栏 {name}：加上 --add-columns 再运行一次，或在文件库设置中添加单行文本栏。", $"Column {name} is missing: run again with --add-columns, or add a text column in the library's settings."));
        }

        if (missing.Count == 0)
        {
            findings.Add(new LibraryFinding(true, "所有栏齐全。", "All columns are there."));
        }
    }

    private static string Hint(LibraryException fault) =>
        fault.Fault == LibraryFaults.LibraryGone ? $"查找的是：{fault.Detail}。请核对 Filing:SharePoint:Site（主机:/sites/名称）或 DriveId。"
        : fault.Fault == LibraryFaults.Forbidden ? "应用需要 Sites.Selected，并由管理员对该网站授予 write。"
        : fault.Fault == LibraryFaults.SignIn || fault.Fault == LibraryFaults.ConnectionLost ? "也请核对 Cloud:Profile：世纪互联须为 China，国际版须为 Global。"
        : "";

    private static string HintEn(LibraryException fault) =>
        fault.Fault == LibraryFaults.LibraryGone ? $" Looked for: {fault.Detail}. Check Filing:SharePoint:Site (host:/sites/name) or DriveId."
        : fault.Fault == LibraryFaults.Forbidden ? " The app needs Sites.Selected, and an administrator must grant it 'write' on this site."
        : fault.Fault == LibraryFaults.SignIn || fault.Fault == LibraryFaults.ConnectionLost ? " Also check Cloud:Profile: China for 21Vianet, Global for the worldwide cloud."
        : "";
}
