using CadreDocs.Documents.Forms;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CadreDocs.Service.Scheme;

/// <summary>Reads the folder of a scheme version: <c>scheme.yaml</c> and the forms' definitions.</summary>
internal static class SchemeReader
{
    /// <summary>Reads a version.</summary>
    /// <param name="file">Path of its <c>scheme.yaml</c>.</param>
    /// <returns>The version, and all faults at once; the version is null where there is one.</returns>
    public static (SchemeVersion? Version, List<Fault> Faults) Read(string file)
    {
        var folder = Path.Combine(Path.GetDirectoryName(file)!, "forms");
        var (forms, faults) = Forms(folder);
        var text = File.ReadAllText(file);
        YamlNode root;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            root = stream.Documents[0].RootNode;
        }
        catch (YamlException cause)
        {
            faults.Add(new Fault("scheme-yaml", $"第 {cause.Start.Line} 行：YAML 写法有误（{cause.Message}）。", $"Line {cause.Start.Line}: not valid YAML ({cause.Message}).", file));
            return (null, faults);
        }

        var keys = SchemeKeys.Check(root, file);
        faults.AddRange(keys);
        if (keys.Exists(fault => fault.Code != "scheme-key"))
        {
            return (null, faults);
        }

        var definition = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build().Deserialize<SchemeDefinition>(text);
        faults.AddRange(SchemeCheck.Check(definition, forms, file));
        return (faults.Count == 0 ? new SchemeVersion(definition, forms, folder) : null, faults);
    }

    private static (List<FormDefinition> Forms, List<Fault> Faults) Forms(string folder)
    {
        var (forms, faults) = (new List<FormDefinition>(), new List<Fault>());
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "form.yaml", SearchOption.AllDirectories) : [])
        {
            var (form, found) = FormDefinitionReader.Read(File.ReadAllText(file), file);
            faults.AddRange(found);
            if (form is not null)
            {
                forms.Add(form);
            }
        }

        return ([.. forms.OrderBy(form => form.Portfolio).ThenBy(form => form.Item).ThenBy(form => form.Sheet, StringComparer.Ordinal)], faults);
    }
}
