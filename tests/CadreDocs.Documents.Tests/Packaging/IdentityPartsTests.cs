using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Tests.Packaging;

public sealed class IdentityPartsTests
{
    private static readonly DocumentIdentity Identity = new("development-plan", "2018", "r-17<&>", 3, "7K3F-92QX");

    [Fact]
    public void Identity_comes_back_from_the_custom_xml_part() =>
        Assert.Equal(Identity, IdentityParts.Read(PackageReader.Open(Render(Zip.Pack(Zip.Minimal), Identity))));

    [Fact]
    public void Identity_survives_an_editor_that_drops_the_custom_xml_part()
    {
        var rendered = PackageReader.Open(Render(Zip.Pack(Zip.Minimal), Identity));
        var dropped = Zip.Pack(rendered.Entries.Where(entry => !entry.Name.StartsWith("customXml/", StringComparison.Ordinal)).Select(entry => (entry.Name, entry.Inflate())));
        Assert.Equal(Identity, IdentityParts.Read(PackageReader.Open(dropped)));
    }

    [Fact]
    public void A_document_made_by_us_serves_as_template_again()
    {
        var next = Identity with { RecordId = "r-18", RecordVersion = 1 };
        var package = PackageReader.Open(Render(Render(Zip.Pack(Zip.Minimal), Identity), next));
        Assert.Equal(next, IdentityParts.Read(package));
        Assert.Single(package.Entries, entry => entry.Name.StartsWith("customXml/", StringComparison.Ordinal) && entry.Name.EndsWith("cadredocs.xml", StringComparison.Ordinal));
    }

    [Fact]
    public void Properties_of_the_template_stay()
    {
        var once = PackageReader.Open(Render(Zip.Pack(Zip.Minimal), Identity));
        var custom = System.Text.Encoding.UTF8.GetString(once.Get("docProps/custom.xml").Inflate())
            .Replace("CadreDocsCode", "Bureau", StringComparison.Ordinal);
        var template = Zip.Pack(once.Entries.Select(entry => (entry.Name, entry.Name == "docProps/custom.xml" ? Zip.Bytes(custom) : entry.Inflate())));
        var properties = DocumentProperties.Read(PackageReader.Open(Render(template, Identity)));
        Assert.Contains(properties, property => property is { Key: "Bureau", Value: "7K3F-92QX" });
        Assert.Contains(properties, property => property is { Key: "CadreDocsRecord", Value: "r-17<&>" });
    }

    [Fact]
    public void A_strangers_file_has_no_identity() => Assert.Null(IdentityParts.Read(PackageReader.Open(Zip.Pack(Zip.Minimal))));

    [Theory]
    [InlineData("word/document.xml", "media/a.png", "word/media/a.png")]
    [InlineData("word/document.xml", "/customXml/item1.xml", "customXml/item1.xml")]
    [InlineData("word/document.xml", "../customXml/item1.xml", "customXml/item1.xml")]
    [InlineData("word/document.xml", "../../../x.xml", "x.xml")]
    [InlineData("", "word/%E8%A1%A8.xml", "word/表.xml")]
    public void A_target_is_seen_from_its_source(string source, string target, string part) => Assert.Equal(part, Opc.Resolve(source, target));

    private static byte[] Render(byte[] template, DocumentIdentity identity)
    {
        var package = PackageReader.Open(template);
        var parts = IdentityParts.Compile(package);
        return Zip.Write(writer =>
        {
            parts.Write(writer, identity, opensPane: false);
            foreach (var entry in package.Entries.Where(entry => !parts.Replaces(entry.Name)))
            {
                writer.AddRaw(entry);
            }
        });
    }
}
