namespace CadreDocs.Service.Hosting;

/// <summary>Where things lie on this machine.</summary>
public sealed class Places
{
    /// <summary>Finds the folders from the settings <c>Data:Folder</c> and <c>Templates:Folder</c>, else from where the program runs.</summary>
    public Places(IConfiguration configuration, string contentRoot)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var home = FindRepository(contentRoot);
        Data = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } data ? data : Path.Combine(home ?? contentRoot, "data"), contentRoot);
        Templates = Path.GetFullPath(
            configuration["Templates:Folder"] is { Length: > 0 } templates ? templates : DefaultTemplates(home), contentRoot);
    }

    /// <summary>Everything that lasts: the SQLite file, the library folder. Default: <c>data</c> at the top of the repository, else beside the program.</summary>
    public string Data { get; }

    /// <summary>The scheme versions, one folder each. Default: <c>templates</c> at the top of the repository, else beside the program.</summary>
    public string Templates { get; }

    /// <summary>The default templates folder for verbs that run without a host.</summary>
    public static string DefaultTemplates(string? home) => home is not null
        ? Path.Combine(home, "templates")
        : Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The folder above <paramref name="start"/> that holds the solution, or null.</summary>
    public static string? FindRepository(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CadreDocs.sln")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
