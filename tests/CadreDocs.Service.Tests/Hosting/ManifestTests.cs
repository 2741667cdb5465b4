using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Tests.Hosting;

public sealed class ManifestTests
{
    private const string StableId = "6f0d0a7e-52b1-4c0b-9a35-8e7b2f1c6d40";
    private static readonly XNamespace _bt = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
    private static readonly XNamespace _office = "http://schemas.microsoft.com/office/appforoffice/1.1";
    private static readonly string _root = FindRoot();
    private static readonly string _text = File.ReadAllText(Path.Combine(_root, "manifest.xml"));
    private static readonly XDocument _manifest = XDocument.Parse(_text);

    [Fact]
    public void The_manifest_is_valid_against_the_schemas() => Assert.Empty(Validate(_text));

    [Fact]
    public void The_manifest_of_another_origin_with_sign_in_is_valid_too()
    {
        var text = OfficeManifest.For(_text, new Uri("https://cadre.example.cn"), "0f8fad5b-d9cb-469f-a165-70867728950e");

        Assert.Empty(Validate(text));
        Assert.DoesNotContain(OfficeManifest.DevelopmentOrigin, XDocument.Parse(text).Root!.ToString(), StringComparison.Ordinal);
        Assert.Contains("api://cadre.example.cn/0f8fad5b-d9cb-469f-a165-70867728950e", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Swapped_elements_are_noticed_by_the_schemas()
    {
        var swapped = new XDocument(_manifest);
        var version = swapped.Root!.Element(_office + "Version")!;
        version.Remove();
        swapped.Root.Element(_office + "ProviderName")!.AddAfterSelf(version);

        Assert.NotEmpty(Validate(swapped.ToString()));
    }

    [Theory]
    [InlineData("http://cadre.example.cn")]
    [InlineData("https://cadre.example.cn/path")]
    public void An_origin_that_Office_would_refuse_is_refused(string origin) =>
        Assert.Throws<ArgumentException>(() => OfficeManifest.For(_text, new Uri(origin), null));

    [Fact]
    public void Every_resource_is_defined_once_used_and_short_enough()
    {
        var defined = _manifest.Descendants().Where(element => element.Name.Namespace == _bt && element.Attribute("id") is not null)
            .Select(element => element.Attribute("id")!.Value).ToList();
        var used = _manifest.Descendants().Select(element => element.Attribute("resid")?.Value).OfType<string>().Distinct().ToList();

        Assert.Equal(defined.Count, defined.Distinct().Count());
        Assert.Equal(defined.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.All(defined, id => Assert.InRange(id.Length, 1, 32));
    }

    [Fact]
    public void Every_text_has_an_English_override_within_its_length()
    {
        Assert.All(_manifest.Descendants(_bt + "String"), text => Assert.Single(text.Elements(_bt + "Override"), English));
        Assert.All(_manifest.Descendants(_office + "DisplayName").Concat(_manifest.Root!.Elements(_office + "Description")), text => Assert.Single(text.Elements(_office + "Override"), English));
        Assert.All(_manifest.Descendants(_bt + "ShortStrings").Descendants(), text => Assert.InRange(Longest(text), 1, 125));
        Assert.All(_manifest.Descendants(_bt + "LongStrings").Descendants(), text => Assert.InRange(Longest(text), 1, 250));

        static bool English(XElement element) => element.Attribute("Locale")?.Value == "en-US" && element.Attribute("Value")?.Value.Length > 0;
        static int Longest(XElement element) => (element.Attribute("DefaultValue") ?? element.Attribute("Value"))!.Value.Length;
    }

    [Fact]
    public void Every_url_is_ours_and_every_icon_exists_in_its_size()
    {
        var urls = _manifest.Descendants().Attributes("DefaultValue").Select(attribute => attribute.Value).Where(value => value.Contains("://", StringComparison.Ordinal)).ToList();

        Assert.All(urls, url => Assert.StartsWith(OfficeManifest.DevelopmentOrigin + "/", url, StringComparison.Ordinal));
        foreach (var icon in urls.Where(url => url.EndsWith(".png", StringComparison.Ordinal)).Distinct())
        {
            var bytes = File.ReadAllBytes(Path.Combine(_root, "addin/public", new Uri(icon).AbsolutePath.TrimStart('/')));
            var width = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16, 4));
            Assert.EndsWith($"-{width}.png", icon, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_page_it_names_is_an_entry_of_the_add_in()
    {
        var pages = _manifest.Descendants().Attributes("DefaultValue").Select(attribute => attribute.Value)
            .Where(value => value.Contains(".html", StringComparison.Ordinal)).Select(value => new Uri(value).AbsolutePath.TrimStart('/')).Distinct();

        Assert.All(pages, page => Assert.True(File.Exists(Path.Combine(_root, "addin", page)), $"addin/{page} is missing."));
    }

    [Fact]
    public void Word_and_Excel_are_both_there_and_the_id_never_changes()
    {
        Assert.Equal(["Document", "Workbook"], _manifest.Descendants(_office + "Host").Select(host => host.Attribute("Name")!.Value));
        Assert.Equal(StableId, _manifest.Root!.Element(_office + "Id")!.Value);
    }

    private static List<string> Validate(string manifest)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(_root, "tests/CadreDocs.Service.Tests/Hosting/manifest-schema/OfficeAppManifestV1_1.xsd"));
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new StringReader(manifest), settings);
        while (reader.Read())
        {
        }

        return faults;
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CadreDocs.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository's root was not found.");
        }

        return folder;
    }
}
