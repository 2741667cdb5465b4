using System.IO.Compression;
using System.Text;
using CadreDocs.Service.Filing.Libraries;

namespace CadreDocs.Service.Tests.Filing.Libraries;

public sealed class FingerprintTests
{
    [Theory]
    [InlineData(0, "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData(1, "SgAAAAAAAAAAAAAAAQAAAAAAAAA=")]
    public async Task Quick_xor_hash_is_what_business_drives_give(int length, string expected) =>
        Assert.Equal(expected, await Fingerprint.QuickXorAsync(new MemoryStream(Enumerable.Repeat((byte)'J', length).ToArray()), TestContext.Current.CancellationToken));

    [Fact]
    public void Properties_written_by_a_library_do_not_change_the_stable_hash()
    {
        var sent = Office(("word/document.xml", "<w/>"), ("docProps/core.xml", "<a/>"), ("customXml/cadredocs.xml", "<id/>"));
        var stored = Office(("docProps/core.xml", "<b/>"), ("word/document.xml", "<w/>"), ("customXml/item3.xml", "<columns/>"), ("customXml/cadredocs.xml", "<id/>"), ("_rels/.rels", "<r/>"));

        Assert.NotEqual(LibraryContent.FromBytes(sent).Hash, LibraryContent.FromBytes(stored).Hash);
        Assert.Equal(LibraryContent.FromBytes(sent).StableHash, LibraryContent.FromBytes(stored).StableHash);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("customXml/cadredocs.xml")]
    public void A_changed_text_or_identity_changes_the_stable_hash(string part)
    {
        var sent = Office(("word/document.xml", "<w/>"), ("customXml/cadredocs.xml", "<id/>"));
        var other = Office(("word/document.xml", part.StartsWith("word", StringComparison.Ordinal) ? "<x/>" : "<w/>"), ("customXml/cadredocs.xml", part.StartsWith("custom", StringComparison.Ordinal) ? "<no/>" : "<id/>"));

        Assert.NotEqual(LibraryContent.FromBytes(sent).StableHash, LibraryContent.FromBytes(other).StableHash);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 a broken package, longer than an end record")]
    [InlineData("a scan")]
    [InlineData("")]
    public void Other_files_are_known_by_all_their_bytes(string text)
    {
        var content = LibraryContent.FromBytes(Encoding.UTF8.GetBytes(text));

        Assert.Equal(content.Hash, content.StableHash);
    }

    internal static byte[] Office(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts.Prepend(("[Content_Types].xml", "<Types/>")))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
