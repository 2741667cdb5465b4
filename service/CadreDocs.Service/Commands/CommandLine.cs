using System.CommandLine;
using System.Text;

namespace CadreDocs.Service.Commands;

/// <summary>The verbs beside <c>serve</c>. They run without the web host and without a database, except <c>sample</c>.</summary>
internal static class CommandLine
{
    /// <summary>True where the arguments name a verb (or ask for help) and do not start the service.</summary>
    public static bool IsVerb(string[] args) => args is [var first, ..] && first != "serve" && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <summary>Runs the verb.</summary>
    /// <returns>0 where all went well, 1 where something was refused.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        return Root().Parse(args).InvokeAsync();
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("CadreDocs: 干部自培档案 / the training portfolios of school cadres");
        root.Add(new Command("serve", "启动服务（默认） / Starts the service (default); takes --urls and every setting as --Section:Key=value"));
        root.Add(FormsCommand.Make());
        root.Add(RenderCommand.Make());
        root.Add(ReadCommand.Make());
        root.Add(CheckCommand.Make());
        root.Add(ScaffoldCommand.Make());
        root.Add(MapCommand.Make());
        root.Add(PreflightCommand.Make());
        root.Add(BindCommand.Make());
        root.Add(ScriptCommand.Make());
        root.Add(BatchCommand.Make());
        root.Add(SampleCommand.Make());
        root.Add(Filing.LibraryCommand.Make());
        return root;
    }
}
