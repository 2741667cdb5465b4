using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Commands;

/// <summary>What the verbs share: where the templates lie, how faults are told.</summary>
internal static class Tool
{
    /// <summary>Readable JSON, Chinese unescaped.</summary>
    public static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The option for another templates folder.</summary>
    public static Option<DirectoryInfo> Templates() => new("--templates")
    {
        Description = "模板文件夹 / Folder with the scheme versions",
        DefaultValueFactory = _ => new DirectoryInfo(Places.DefaultTemplates(
            Places.FindRepository(Environment.CurrentDirectory) ?? Places.FindRepository(AppContext.BaseDirectory))),
    };

    /// <summary>The forms folder of the newest version below <paramref name="templates"/>; the folder itself where it holds forms.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string FormsFolder(DirectoryInfo templates)
    {
        if (templates.Name == "forms")
        {
            return templates.FullName;
        }

        var here = Path.Combine(templates.FullName, "forms");
        return Directory.Exists(here) ? here : (templates.Exists ? templates.GetDirectories("scheme-*") : [])
            .OrderBy(folder => folder.Name, StringComparer.Ordinal).Select(folder => Path.Combine(folder.FullName, "forms")).LastOrDefault(Directory.Exists)
            ?? throw new DirectoryNotFoundException($"“{templates.FullName}”下没有表单模板。 / No forms below '{templates.FullName}'.");
    }

    /// <summary>Tells a fault in both languages on the error stream.</summary>
    public static void Tell(Fault fault)
    {
        var place = string.Join(", ", new[] { fault.Part, fault.Tag }.Where(part => part is not null));
        Console.Error.WriteLine($"{(place.Length == 0 ? "" : place + ": ")}{fault.Message}");
        Console.Error.WriteLine($"  {fault.MessageEn} [{fault.Code}]");
    }

    /// <summary>Tells a refusal in both languages.</summary>
    public static int Refuse(string message, string messageEn)
    {
        Console.Error.WriteLine(message);
        Console.Error.WriteLine("  " + messageEn);
        return 1;
    }

    /// <summary>Runs a verb; what is wrong with files and models becomes a sentence, not a stack trace.</summary>
    public static int Guard(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or ArgumentException or FormatException)
        {
            Console.Error.WriteLine(cause.Message);
            return 1;
        }
    }
}
