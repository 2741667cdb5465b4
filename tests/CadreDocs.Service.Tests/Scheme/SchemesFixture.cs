using Microsoft.AspNetCore.Hosting;

namespace CadreDocs.Service.Tests.Scheme;

/// <summary>The service with scheme folders of its own: the regulation's, and what a test makes of it.</summary>
public abstract class SchemesFixture : ServiceFixture
{
    private readonly string _templates = Directory.CreateTempSubdirectory("cadredocs-schemes-").FullName;

    /// <summary>Copies the regulation's folder, with other words in its scheme.yaml.</summary>
    protected string Add(string name, params (string Old, string New)[] changes)
    {
        var folder = Path.Combine(_templates, name);
        SchemeFolders.Copy(folder, changes);
        return folder;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Templates:Folder", _templates);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_templates))
        {
            Directory.Delete(_templates, recursive: true);
        }
    }
}

internal static class SchemeFolders
{
    /// <summary>The regulation's folder in the repository.</summary>
    public static string Regulation { get; } = Path.Combine(Hosting.Repository(), "templates", "scheme-2018");

    /// <summary>Copies the regulation's folder, with other words in its scheme.yaml; each has to be there.</summary>
    public static void Copy(string folder, params (string Old, string New)[] changes)
    {
        foreach (var file in Directory.GetFiles(Regulation, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Regulation, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var scheme = Path.Combine(folder, "scheme.yaml");
        var text = File.ReadAllText(scheme);
        foreach (var (old, current) in changes)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, current, StringComparison.Ordinal);
        }

        File.WriteAllText(scheme, text);
    }

    private static class Hosting
    {
        public static string Repository() => CadreDocs.Service.Hosting.Places.FindRepository(AppContext.BaseDirectory)!;
    }
}
