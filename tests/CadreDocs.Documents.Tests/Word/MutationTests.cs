using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>Whatever happens to a file on its way, reading it ends in a result or a named fault.</summary>
public class MutationTests
{
    /// <summary>Number of mutated files; the variable CADREDOCS_MUTATIONS raises it.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("CADREDOCS_MUTATIONS") ?? "2000", CultureInfo.InvariantCulture);

    private static readonly string[] Fragments =
    [
        "<w:sdt>", "</w:sdt>", "<w:sdt><w:sdtPr><w:tag w:val=\"name\"/></w:sdtPr><w:sdtContent>", "</w:tc>", "<w:tc>", "<w:tr>", "</w:tr>", "<w:tbl>", "</w:tbl>", "&#0;", "&lt", "&#xD800;", "<!DOCTYPE x>",
        "<![CDATA[", "]]>", "<!--", "-->", "<w:del>", "</w:del>", "<w:p/>", "\0", "\uFFFE", "<?x", "<w:t", "\"", "'", "<w:gridSpan w:val=\"-3\"/>", "<w:sym w:font=\"Wingdings\" w:char=\"zz\"/>",
        "<mc:AlternateContent>", "</mc:AlternateContent>", "<w:body>", "xmlns:w=\"urn:x\"", "<w:showingPlcHdr/>",
    ];

    [Fact]
    public void A_mutated_file_ends_in_a_result_or_a_named_fault()
    {
        var catalog = OfficialForms.Catalog;
        string[] ids = ["development-plan", "credit-declaration", "attendance", "reflection", "training-credits"];
        var files = ids.Select(id => OfficialForms.RenderSample(id).Document).ToList();
        var parts = files.ConvertAll(Docx.Parts);
        var random = new Random(20181001);
        for (var round = 0; round < Rounds; round++)
        {
            var which = random.Next(files.Count);
            var file = random.Next(3) == 0 ? MutateBytes(files[which], random) : MutatePart(parts[which], random);
            try
            {
                var read = catalog.Read(file, "mutated.docx", ids[which]);
                Assert.All(read.Faults, fault => Assert.NotEmpty(fault.Code));
                Assert.True(read.Form is not null || read.Faults.Count > 0);
            }
            catch (Exception cause) when (cause is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round} ({ids[which]}) ended in {cause}");
            }
        }
    }

    [Fact]
    public void A_mutated_template_ends_in_a_template_or_named_faults()
    {
        var form = SampleForm.Definition;
        var parts = Docx.Parts(SampleForm.Template);
        var random = new Random(4);
        for (var round = 0; round < Rounds / 2; round++)
        {
            var file = random.Next(3) == 0 ? MutateBytes(SampleForm.Template, random) : MutatePart(parts, random);
            try
            {
                var (template, faults) = FormTemplate.Compile(form, file, null);
                Assert.True(template is not null || faults.Count > 0);
            }
            catch (Exception cause) when (cause is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round} ended in {cause}");
            }
        }
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_is_unpacked()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Docx.Parts(SampleForm.Template).Where(part => part.Key != "word/document.xml"))
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }

            using var body = zip.CreateEntry("word/document.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 60; i++)
            {
                body.Write(zeros);
            }
        }

        var read = OfficialForms.Catalog.Read(stream.ToArray(), "bomb.docx", "reflection");
        Assert.Equal("file-inflates", Assert.Single(read.Faults).Code);
    }

    [Theory]
    [InlineData("<!DOCTYPE w:document [<!ENTITY a 'b'>]>", "xml-dtd")]
    [InlineData("<<", "xml-invalid")]
    public void Hostile_XML_is_refused_by_name(string head, string code)
    {
        var file = Docx.EditBody(OfficialForms.RenderSample("reflection").Document, _ => $"{head}<w:document {Docx.Namespaces}><w:body/></w:document>");
        Assert.Equal(code, Assert.Single(OfficialForms.Catalog.Read(file, "x.docx").Faults).Code);
    }

    [Fact]
    public void Nesting_beyond_all_sense_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt>", 5000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 5000));
        var file = Docx.EditBody(OfficialForms.RenderSample("reflection").Document, _ => $"<w:document {Docx.Namespaces}><w:body>{deep}</w:body></w:document>");
        Assert.Equal("xml-limits", Assert.Single(OfficialForms.Catalog.Read(file, "x.docx").Faults).Code);
    }

    internal static byte[] MutateBytes(byte[] file, Random random)
    {
        var copy = file.ToArray();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            copy[random.Next(copy.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? copy[..random.Next(copy.Length)] : copy;
    }

    internal static byte[] MutatePart(Dictionary<string, string> parts, Random random)
    {
        var copy = new Dictionary<string, string>(parts, StringComparer.Ordinal);
        var name = random.Next(4) == 0 ? copy.Keys.ElementAt(random.Next(copy.Count)) : "word/document.xml";
        var text = new StringBuilder(copy[name]);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 200), text.Length - at));
                    break;
                case 1:
                    var length = Math.Min(random.Next(1, 400), text.Length - at);
                    text.Insert(random.Next(text.Length), text.ToString(at, length));
                    break;
                default:
                    text.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
            }
        }

        copy[name] = text.ToString();
        return Docx.Zip(copy);
    }
}
