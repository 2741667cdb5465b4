using System.Text;
using CadreDocs.Documents.Forms;
using FsCheck;
using FsCheck.Fluent;
using static CadreDocs.Documents.Tests.Word.SampleForm;

namespace CadreDocs.Documents.Tests.Word;

/// <summary>What goes in as data comes out as the same data.</summary>
public class RoundTripTests
{
    private static readonly Gen<string> Text = Gen.Frequency(
            (6, Gen.Elements("王", "芳", "·", "A", " ", "\u3000", "&", "<", ">", "\"", "'", "]]>", "{{", "}}", "0", "㐀", "𠮷")),
            (1, Gen.Elements("\n", "\t", "\r")),
            (3, Gen.Choose(0x20, 0x10FFFF).Where(IsXml).Select(char.ConvertFromUtf32)))
        .ArrayOf()
        // A carriage return before a line feed is one line end.
        .Select(string.Concat)
        .Where(text => !text.Contains("\r\n", StringComparison.Ordinal) && text != "请填写" && text != "　　");

    [Fact]
    public void Every_text_comes_back_as_it_was() =>
        Prop.ForAll(Text.ToArbitrary(), Text.ToArbitrary(), (name, insight) =>
        {
            var read = ReadBack(Render(Data(("name", name), ("insight", insight))));
            return read.Data["name"] == name && read.Data["insight"] == insight && read.NotUnderstood.Count == 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_row_comes_back_where_it_was() =>
        Prop.ForAll(Text.Where(text => text.Length > 0).ArrayOf().ToArbitrary(), names =>
        {
            var data = new FormData();
            data.Sections["rows"] = [.. names.Select(name => Row(("who", name), ("mark", "⊕")))];
            var read = ReadBack(Render(data)).Data.Rows("rows").Select(row => row.GetValueOrDefault("who", "")).ToList();
            return read.SequenceEqual(names).Label(string.Join('\n', names.Zip(read).Where(pair => pair.First != pair.Second).Select(pair => $"{System.Text.Json.JsonSerializer.Serialize(pair.First)} became {System.Text.Json.JsonSerializer.Serialize(pair.Second)}")) + $" ({names.Length} and {read.Count} rows)");
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_character_that_XML_allows_comes_back()
    {
        var all = new StringBuilder();
        for (var code = 1; code <= 0x10FFFF; code++)
        {
            if (IsXml(code) || code is '\t' or '\n' or '\r')
            {
                all.Append(char.ConvertFromUtf32(code));
            }
        }

        var read = ReadBack(Render(Data(("name", all.ToString()), ("insight", all.ToString()))));
        Assert.True(all.Equals(read.Data["name"]));
        Assert.True(all.Equals(read.Data["insight"]));
    }

    [Fact]
    public void Dates_of_every_precision_come_back() =>
        Prop.ForAll(Gen.Choose(1900, 2100).ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), Gen.Choose(1, 28).ToArbitrary(), (year, month, day) =>
        {
            var date = $"{year:D4}-{month:D2}-{day:D2}";
            return new[] { date, date[..7], date[..4] }.All(value =>
            {
                var read = ReadBack(Render(Data(("date", value), ("birth", value))));
                return read.Data["date"] == value && read.Data["birth"] == value && read.NotUnderstood.Count == 0;
            });
        }).QuickCheckThrowOnFailure();

    private static bool IsXml(int code) => code is >= 0x20 and < 0xD800 or >= 0xE000 and <= 0xFFFD or >= 0x10000 and <= 0x10FFFF;
}
