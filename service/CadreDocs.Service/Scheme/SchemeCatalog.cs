using System.Globalization;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Hosting;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CadreDocs.Service.Scheme;

/// <summary>All scheme versions below the templates folder, oldest first.</summary>
public sealed class SchemeCatalog
{
    /// <summary>Reads every <c>scheme.yaml</c>; the forms' definitions too, their templates not yet.</summary>
    /// <exception cref="InvalidDataException">A file is missing or faulty; the message names it.</exception>
    public SchemeCatalog(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        Versions = Directory.Exists(places.Templates)
            ? Directory.GetFiles(places.Templates, "scheme.yaml", SearchOption.AllDirectories)
                .Select(Load).OrderBy(version => version.Definition.ValidFrom, StringComparer.Ordinal).ToList()
            : [];
        if (Versions.Count == 0)
        {
            throw new InvalidDataException(
                $"No scheme.yaml below '{places.Templates}' (setting Templates:Folder). / 在该文件夹下没有找到办法文件 scheme.yaml。");
        }
    }

    /// <summary>All versions, oldest first.</summary>
    public IReadOnlyList<SchemeVersion> Versions { get; }

    /// <summary>The version with this name, or null.</summary>
    public SchemeVersion? Find(string version) => Versions.FirstOrDefault(item => item.Definition.Version == version);

    /// <summary>The version that a year's papers are made under: the newest that began by the year's end; for years before all of them the oldest (A22).</summary>
    public SchemeVersion ForYear(int year)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-12");
        return Versions.LastOrDefault(version => string.CompareOrdinal(version.Definition.ValidFrom, end) <= 0) ?? Versions[0];
    }

    /// <summary>The version that a record was made under.</summary>
    /// <exception cref="InvalidDataException">Its folder was removed.</exception>
    public SchemeVersion Of(Records.Record record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Find(record.SchemeVersion) ?? throw new InvalidDataException($"The templates of scheme version '{record.SchemeVersion}' are gone.");
    }

    private static SchemeVersion Load(string file)
    {
        SchemeDefinition definition;
        try
        {
            using var reader = File.OpenText(file);
            definition = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<SchemeDefinition>(reader);
        }
        catch (YamlException cause)
        {
            throw new InvalidDataException($"{file}, line {cause.Start.Line}: {cause.InnerException?.Message ?? cause.Message}", cause);
        }

        var folder = Path.Combine(Path.GetDirectoryName(file)!, "forms");
        var forms = Directory.GetFiles(folder, "form.yaml", SearchOption.AllDirectories).Select(LoadForm)
            .OrderBy(form => form.Portfolio).ThenBy(form => form.Item).ThenBy(form => form.Sheet, StringComparer.Ordinal).ToList();
        return new SchemeVersion(definition, forms, folder);
    }

    private static FormDefinition LoadForm(string file)
    {
        var (form, faults) = FormDefinitionReader.Read(File.ReadAllText(file), file);
        return form ?? throw new InvalidDataException(string.Join(Environment.NewLine, faults.Select(fault => fault.MessageEn)));
    }
}
