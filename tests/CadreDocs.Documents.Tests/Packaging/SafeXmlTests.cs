using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CadreDocs.Documents.Packaging;
using FsCheck;
using FsCheck.Fluent;
using XmlText = CadreDocs.Documents.Packaging.XmlText;

namespace CadreDocs.Documents.Tests.Packaging;

public sealed class SafeXmlTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_dtd_is_refused_in_each_encoding(string encoding)
    {
        var target = Encoding.GetEncoding(encoding);
        byte[] xml = [.. target.GetPreamble(), .. target.GetBytes("<!DOCTYPE d [<!ENTITY a 'aaaa'>]><d>&a;</d>")];
        Assert.Equal("xml-dtd", Zip.FaultOf(() => SafeXml.Load(xml, "word/document.xml")));
    }

    [Fact]
    public void Ill_formed_xml_names_part_line_and_column()
    {
        var fault = Assert.Throws<PackageException>(() => SafeXml.Load(Zip.Bytes("<a>\n<b></a>"), "x.xml")).Fault;
        Assert.Equal(("xml-invalid", "x.xml"), (fault.Code, fault.Part));
        Assert.Contains("第 2 行", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 300)) + string.Concat(Enumerable.Repeat("</a>", 300));
        Assert.Equal("xml-limits", Zip.FaultOf(() => SafeXml.Load(Zip.Bytes(xml), "x.xml")));
    }

    [Fact]
    public void Too_many_attributes_are_refused()
    {
        var xml = "<a " + string.Join(' ', Enumerable.Range(0, 300).Select(i => $"a{i}='1'")) + "/>";
        Assert.Equal("xml-limits", Zip.FaultOf(() => SafeXml.Load(Zip.Bytes(xml), "x.xml")));
    }

    [Fact]
    public void A_tree_is_the_same_as_the_frameworks()
    {
        const string xml = "<a xmlns='urn:a' xmlns:b='urn:b' b:x='1' y='&lt;'><b:t xml:space='preserve'> 一 </b:t><c></c><d/>text<![CDATA[<x>]]></a>";
        Assert.True(XNode.DeepEquals(XDocument.Parse(xml.Replace("<![CDATA[<x>]]>", "&lt;x&gt;", StringComparison.Ordinal)), SafeXml.Load(Zip.Bytes(xml), null)));
    }

    [Fact]
    public void Any_text_comes_back_with_what_xml_cannot_hold_replaced() =>
        Prop.ForAll(Texts, text =>
        {
            var (clean, replaced) = XmlText.Clean(text);
            var output = new ArrayBufferWriter<byte>();
            output.Write("<a b=\""u8);
            var inAttribute = XmlText.WriteAttribute(output, text);
            output.Write("\">"u8);
            var inText = XmlText.Write(output, text);
            output.Write("<c/></a>"u8);
            using var reader = XmlReader.Create(new MemoryStream(output.WrittenSpan.ToArray()));
            reader.Read();
            var attribute = reader.GetAttribute("b");
            var content = reader.Read() && reader.NodeType != XmlNodeType.Element ? reader.Value : "";
            return attribute == clean && content == clean && inText == replaced && inAttribute == replaced
                && replaced == clean.Zip(text).Count(pair => pair.First != pair.Second);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_text_is_never_cut_inside_a_pair()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("𠮷", 20_000));
        var output = new ArrayBufferWriter<byte>();
        Assert.Equal(0, XmlText.Write(output, text));
        Assert.Equal(text, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private static Arbitrary<string> Texts { get; } = Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(code => ((char)code).ToString()),
            Gen.Choose(0, 0x80).Select(code => ((char)code).ToString()),
            Gen.Elements("𠮷", "\uD842", "\uDFB7", "\uFFFE", "\uFFFF", "\0", "\r\n", "]]>", "&#0;", "<", "\u0085", "\u2028"))
        .ListOf().Select(string.Concat).ToArbitrary();
}
