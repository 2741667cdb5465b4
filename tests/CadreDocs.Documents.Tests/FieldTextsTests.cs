using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Tests;

public sealed class FieldTextsTests
{
    private static readonly FormDefinition _form = new()
    {
        Id = "sample",
        Title = "样表",
        TitleEn = "Sample",
        Portfolio = Portfolio.Personal,
        Item = 1,
        Clock = Clock.Year,
        FilledBy = "cadre",
        Clause = "一.4(4)B",
        PrintedTitle = "样表",
        Fields =
        [
            new FormField { Key = "date", Label = "日期", Type = FieldType.Date },
            new FormField { Key = "text", Label = "内容", Type = FieldType.Paragraphs },
            new FormField { Key = "sign", Label = "签名", Type = FieldType.Text, Ink = true },
        ],
        Sections = [new FormSection { Key = "rows", Label = "成果", RowsPerSheet = 3, Fields = [new FormField { Key = "name", Label = "名称", Type = FieldType.Text }] }],
    };

    [Fact]
    public void What_is_printed_reads_back_as_the_same_values()
    {
        var data = new FormData { ["date"] = "2024-03-05", ["text"] = "一\n二" };
        data.Sections["rows"] = [new() { ["name"] = "甲" }, new() { ["name"] = "乙" }];

        var (read, faults) = FieldTexts.Read(_form, new FormData(), FieldTexts.Print(_form, data));

        Assert.Empty(faults);
        Assert.Equal(data.ToJson(_form).ToJsonString(), read.ToJson(_form).ToJsonString());
    }

    [Fact]
    public void Dates_are_printed_as_on_the_sheet_and_ink_is_left_out()
    {
        var texts = FieldTexts.Print(_form, new FormData { ["date"] = "2024-03-05" });

        Assert.Equal("2024年3月5日", texts.Single(text => text.Tag == "date").Text);
        Assert.DoesNotContain(texts, text => text.Tag == "sign");
        Assert.Equal(3, texts.Count(text => text.Tag == "rows.name"));
    }

    [Fact]
    public void A_row_that_was_emptied_stays_blank_and_later_rows_keep_their_numbers()
    {
        var before = new FormData();
        before.Sections["rows"] = [new() { ["name"] = "甲" }, new() { ["name"] = "乙" }, new() { ["name"] = "丙" }];

        var (data, _) = FieldTexts.Read(_form, before, [new("rows.name", 1, "")]);

        Assert.Equal(["甲", "", "丙"], data.Rows("rows").Select(row => row.GetValueOrDefault("name", "")));
    }

    [Fact]
    public void A_place_without_a_text_keeps_its_value_and_a_blank_text_empties_it()
    {
        var before = new FormData { ["date"] = "2024-03-05", ["text"] = "一" };

        var (data, _) = FieldTexts.Read(_form, before, [new("text", 0, " ")]);

        Assert.Equal(("2024-03-05", ""), (data["date"], data["text"]));
        Assert.Equal("一", before["text"]);
    }

    [Fact]
    public void A_row_below_the_last_one_is_added()
    {
        var (data, _) = FieldTexts.Read(_form, new FormData(), [new("rows.name", 1, "乙"), new("rows.name", 2, "")]);

        Assert.Equal(["", "乙"], data.Rows("rows").Select(row => row.GetValueOrDefault("name", "")));
    }

    [Fact]
    public void What_is_no_date_is_named_with_its_tag_and_not_taken()
    {
        var (data, faults) = FieldTexts.Read(_form, new FormData(), [new("date", 0, "昨天")]);

        Assert.Equal("", data["date"]);
        Assert.Single(faults);
    }

    [Fact]
    public void An_unknown_tag_is_named()
    {
        var (_, faults) = FieldTexts.Read(_form, new FormData(), [new("other", 0, "x")]);

        Assert.Equal(("unknown-tag", "other"), (faults[0].Code, faults[0].Tag));
    }
}
