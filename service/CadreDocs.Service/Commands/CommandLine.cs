using System.CommandLine;
using System.Text;

namespace CadreDocs.Service.Commands;

/// <summary>The verbs beside <c>serve</c>. They run without the web host and without a database, except <c>sample</c> and <c>admin</c>.</summary>
internal static class CommandLine
{
    /// <summary>True where the arguments name a verb (or ask for help) and do not start the service.</summary>
    public static bool IsVerb(string[] args) => args is [var first, ..] && first != "serve" && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <summary>Runs the verb.</summary>
    /// <returns>0 where all went well, 1 where something was refused.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        return Root(args[0]).Parse(args).InvokeAsync();
    }

    /// <summary>All verbs; the one alone where the first argument names it, since making the others takes a fresh process longer than a document.</summary>
    private static RootCommand Root(string first)
    {
        var root = new RootCommand("CadreDocs: 干部自培档案 / the training portfolios of school cadres");
        if (Verbs.TryGetValue(first, out var make))
        {
            root.Add(make());
            return root;
        }

        root.Add(new Command("serve", "启动服务（默认） / Starts the service (default); takes --urls and every setting as --Section:Key=value"));
        foreach (var verb in Verbs.Values)
        {
            root.Add(verb());
        }

        return root;
    }

    private static readonly Dictionary<string, Func<Command>> Verbs = new(StringComparer.Ordinal)
    {
        ["forms"] = FormsCommand.Make,
        ["render"] = RenderCommand.Make,
        ["read"] = ReadCommand.Make,
        ["check"] = CheckCommand.Make,
        ["scaffold"] = ScaffoldCommand.Make,
        ["map"] = MapCommand.Make,
        ["preflight"] = PreflightCommand.Make,
        ["bind"] = BindCommand.Make,
        ["script"] = ScriptCommand.Make,
        ["batch"] = BatchCommand.Make,
        ["sample"] = SampleCommand.Make,
        ["admin"] = AdminCommand.Make,
        ["library"] = Filing.LibraryCommand.Make,
    };
}
