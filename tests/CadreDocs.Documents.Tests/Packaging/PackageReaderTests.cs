using System.Text;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Tests.Packaging;

public sealed class PackageReaderTests
{
    [Fact]
    public void Parts_of_a_foreign_archive_are_read()
    {
        var package = PackageReader.Open(Zip.Pack(Zip.Minimal));
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "word/document.xml"], package.Entries.Select(entry => entry.Name));
        Assert.Equal(Zip.Minimal[2].Item2, package.Get("/WORD/document.xml").Inflate());
    }

    [Theory]
    [InlineData("", "a.docx", "file-empty")]
    [InlineData("%PDF-1.7 …", "表6.docx", "file-pdf")]
    [InlineData("\r\n{\\rtf1\\ansi}", "表6.doc", "file-rtf")]
    [InlineData("<html><body>表6</body></html>", "表6.doc", "file-html")]
    [InlineData("姓名,学分", "表6.docx", "file-not-office")]
    [InlineData("anything", "表6.wps", "file-wps")]
    public void A_file_of_another_kind_is_named(string content, string name, string code) =>
        Assert.Equal(code, Zip.FaultOf(() => PackageReader.Open(Encoding.UTF8.GetBytes(content), name)));

    [Theory]
    [InlineData("WordDocument", "表6.doc", "file-old-word")]
    [InlineData("WordDocument", "表6.wps", "file-wps")]
    [InlineData("Workbook\0", "表4.xls", "file-old-excel")]
    [InlineData("Book\0", "表4.xls", "file-old-excel")]
    [InlineData("EncryptedPackage", "表6.docx", "file-encrypted")]
    [InlineData("PowerPoint Document", "讲座.ppt", "file-old-office")]
    public void A_compound_file_is_named_by_its_streams(string stream, string name, string code)
    {
        byte[] file = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream), .. new byte[64]];
        Assert.Equal(code, Zip.FaultOf(() => PackageReader.Open(file, name)));
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_truncated_or_damaged()
    {
        var file = Zip.Pack(Zip.Minimal);
        for (var length = 4; length < file.Length; length++)
        {
            var cut = file[..length];
            Assert.Contains(Zip.FaultOf(() => PackageReader.Open(cut)), (string[])["file-truncated", "file-damaged"]);
        }
    }

    [Fact]
    public void A_changed_byte_in_a_part_is_found_by_its_checksum()
    {
        var file = Zip.Write(writer =>
        {
            foreach (var (name, content) in Zip.Minimal)
            {
                writer.AddStored(name, content);
            }
        });
        file[file.AsSpan().IndexOf("<w:body"u8) + 3] ^= 1;
        Assert.Equal("file-damaged", Zip.FaultOf(() => PackageReader.Open(file).Get("word/document.xml").Inflate()));
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_inflated()
    {
        var bomb = Zip.Pack([.. Zip.Minimal, ("word/media/image1.bmp", new byte[8 * 1024 * 1024])]);
        Assert.True(bomb.Length < 64 * 1024);
        Assert.Equal("file-inflates", Zip.FaultOf(() => PackageReader.Open(bomb).Get("word/media/image1.bmp").Inflate()));
    }

    [Fact]
    public void Parts_that_add_up_to_too_much_are_refused_at_once()
    {
        var limits = UploadLimits.Default with { MaxInflatedBytes = 3_000_000 };
        var file = Zip.Pack([.. Zip.Minimal, ("a.bin", new byte[1_000_000]), ("b.bin", new byte[1_000_000]), ("c.bin", new byte[1_000_000])]);
        Assert.Equal("file-inflates", Zip.FaultOf(() => PackageReader.Open(file, limits: limits)));
    }

    [Fact]
    public void A_part_larger_than_it_declares_is_damaged()
    {
        // The declared size stands at offset 24 of the central header; the name follows at 46.
        var file = Zip.Pack(Zip.Minimal);
        var central = file.AsSpan().LastIndexOf("word/document.xml"u8) - 46;
        file[central + 24]--;
        Assert.Equal("file-damaged", Zip.FaultOf(() => PackageReader.Open(file).Get("word/document.xml").Inflate()));
    }

    [Fact]
    public void Two_parts_of_one_name_are_refused_whatever_their_case()
    {
        var file = Zip.Pack([.. Zip.Minimal, ("Word/Document.xml", Zip.Bytes("<other/>"))]);
        Assert.Equal("file-duplicate-part", Zip.FaultOf(() => PackageReader.Open(file)));
    }

    [Theory]
    [InlineData("../evil.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("word/./x.xml")]
    [InlineData("word\\..\\..\\x.xml")]
    [InlineData("c:/x.xml")]
    public void A_name_that_leads_out_is_refused(string name) =>
        Assert.Equal("file-part-name", Zip.FaultOf(() => PackageReader.Open(Zip.Pack([.. Zip.Minimal, (name, [1])]))));

    [Fact]
    public void An_encrypted_entry_is_refused()
    {
        var file = Zip.Pack(Zip.Minimal);
        var central = file.AsSpan().LastIndexOf("word/document.xml"u8) - 46;
        file[central + 8] |= 1;
        Assert.Equal("file-encrypted", Zip.FaultOf(() => PackageReader.Open(file)));
    }

    [Fact]
    public void An_unknown_compression_method_is_refused()
    {
        var file = Zip.Pack(Zip.Minimal);
        file[file.AsSpan().LastIndexOf("word/document.xml"u8) - 46 + 10] = 14;
        Assert.Equal("file-compression", Zip.FaultOf(() => PackageReader.Open(file)));
    }

    [Fact]
    public void Too_large_a_file_names_both_sizes()
    {
        var fault = Assert.Throws<PackageException>(() => PackageReader.Open(new byte[3 * 1024 * 1024], limits: UploadLimits.Default with { MaxFileBytes = 1024 * 1024 })).Fault;
        Assert.Equal("file-too-large", fault.Code);
        Assert.Contains("3 MB", fault.Message, StringComparison.Ordinal);
        Assert.Contains("1 MB", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_parts_are_refused() =>
        Assert.Equal("file-too-many-parts", Zip.FaultOf(() => PackageReader.Open(Zip.Pack(Zip.Minimal), limits: UploadLimits.Default with { MaxParts = 2 })));

    [Fact]
    public void Macros_are_refused() =>
        Assert.Equal("file-macros", Zip.FaultOf(() => PackageReader.Open(Zip.Pack([.. Zip.Minimal, ("word/vbaProject.bin", [1])]))));

    [Fact]
    public void OpenDocument_is_named() =>
        Assert.Equal("file-opendocument", Zip.FaultOf(() => PackageReader.Open(Zip.Pack(("mimetype", Zip.Bytes("application/vnd.oasis.opendocument.text"))))));

    [Fact]
    public void Any_zip_is_not_an_office_file() =>
        Assert.Equal("file-not-office", Zip.FaultOf(() => PackageReader.Open(Zip.Pack(("readme.txt", [1])))));

    [Fact]
    public void Mutated_packages_end_in_a_result_or_a_fault()
    {
        var sound = Zip.Pack(Zip.Minimal);
        var random = new Random(20181001);
        for (var i = 0; i < 3000; i++)
        {
            var file = sound.ToArray();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                file[random.Next(2, file.Length)] = (byte)random.Next(256);
            }

            try
            {
                var package = PackageReader.Open(file);
                Opc.Kind(package);
                foreach (var entry in package.Entries)
                {
                    Assert.Equal(entry.Size, entry.Inflate().Length);
                }
            }
            catch (PackageException refusal)
            {
                Assert.NotEmpty(refusal.Fault.Message);
            }
        }
    }
}
