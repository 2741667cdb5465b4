using System.Globalization;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Scheme;

/// <summary>All scheme versions below the templates folder, oldest first.</summary>
public sealed class SchemeCatalog
{
    /// <summary>Reads every <c>scheme.yaml</c>; the forms' definitions too, their templates not yet.</summary>
    /// <exception cref="SettingException">A file is missing or faulty; the message names every fault with its place.</exception>
    public SchemeCatalog(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var files = Directory.Exists(places.Templates) ? Directory.GetFiles(places.Templates, "scheme.yaml", SearchOption.AllDirectories) : [];
        if (files.Length == 0)
        {
            throw new SettingException($"在文件夹“{places.Templates}”（设置 Templates:Folder）下没有找到办法文件 scheme.yaml。 / No scheme.yaml below '{places.Templates}' (setting Templates:Folder).");
        }

        var read = files.Order(StringComparer.Ordinal).Select(SchemeReader.Read).ToList();
        var faults = read.SelectMany(each => each.Faults).Select(fault => $"{fault.Part}: {fault.Message} / {fault.MessageEn}").ToList();
        Versions = [.. read.Select(each => each.Version).OfType<SchemeVersion>().OrderBy(version => version.Definition.ValidFrom, StringComparer.Ordinal)];
        faults.AddRange(Versions.GroupBy(version => version.Definition.Version).Where(group => group.Count() > 1)
            .Select(group => $"有 {group.Count()} 个文件夹的 version 都是 {group.Key}，每个办法版本的名称应不同。 / {group.Count()} folders have the version {group.Key}; each needs its own name."));
        if (faults.Count > 0)
        {
            throw new SettingException(string.Join(Environment.NewLine, faults.Prepend("办法文件有误，请改正后再启动（cadredocs check 可随时检查）： / The scheme is faulty; mend it and start again ('cadredocs check' looks at any time):")));
        }
    }

    /// <summary>All versions, oldest first.</summary>
    public IReadOnlyList<SchemeVersion> Versions { get; }

    /// <summary>The version with this name, or null.</summary>
    public SchemeVersion? Find(string version) => Versions.FirstOrDefault(item => item.Definition.Version == version);

    /// <summary>The version that a year's papers are made under: the newest that began by the year's end; for years before all of them the oldest (A22).</summary>
    public SchemeVersion ForYear(int year) => Versions.LastOrDefault(version => string.CompareOrdinal(version.Definition.ValidFrom, Month(year, 12)) <= 0) ?? Versions[0];

    /// <summary>That version, where it is still in force; null after its end: then nothing new is begun until the bureau issues another.</summary>
    public SchemeVersion? InForce(int year) => ForYear(year) is var version && (version.Definition.ValidTo is null || string.CompareOrdinal(version.Definition.ValidTo, Month(year, 1)) >= 0)
        ? version
        : null;

    private static string Month(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");

    /// <summary>The version that a record was made under.</summary>
    /// <exception cref="InvalidDataException">Its folder was removed.</exception>
    public SchemeVersion Of(Records.Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Find(record.SchemeVersion) ?? throw new InvalidDataException($"The templates of scheme version '{record.SchemeVersion}' are gone.");
    }
}
