using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Scriban;
using Scriban.Runtime;

namespace CadreDocs.Scriban.Tests;

/// <summary>Rules that hold for every value.</summary>
public sealed class PropertyTests
{
    private static readonly TemplateContext Context = new();

    [Fact]
    public void Text_without_code_is_rendered_as_it_stands() =>
        Prop.ForAll<NonNull<string>>(text => text.Get.Contains("{{", StringComparison.Ordinal) || text.Get.Contains("{%", StringComparison.Ordinal) || Template.Parse(text.Get).Render() == text.Get)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_string_written_as_a_literal_is_read_back() =>
        Prop.ForAll<NonNull<string>>(text => With("s", text.Get, "{{ s | string.literal | object.eval }}") == text.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void A_string_survives_json() =>
        Prop.ForAll<NonNull<string>>(text => text.Get.Any(char.IsSurrogate) || With("s", text.Get, "{{ s | object.to_json | object.from_json }}") == text.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void A_string_survives_base64() =>
        Prop.ForAll<NonNull<string>>(text => text.Get.Any(char.IsSurrogate) || With("s", text.Get, "{{ s | string.base64_encode | string.base64_decode }}") == text.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void Whole_numbers_add_and_multiply_without_overflow() =>
        Prop.ForAll<int, int>((a, b) =>
        {
            var expected = $"{(long)a + b} {(long)a * b}";
            var context = new TemplateContext();
            context.PushGlobal(new ScriptObject { ["a"] = a, ["b"] = b });
            return Template.Parse("{{ a + b }} {{ a * b }}").Render(context) == expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decimals_are_exact() =>
        Prop.ForAll<int, int>((a, b) =>
        {
            var (x, y) = (a / 100m, b / 100m);
            var context = new TemplateContext();
            context.PushGlobal(new ScriptObject { ["a"] = x, ["b"] = y });
            return Template.Parse("{{ a + b }}").Render(context) == (x + y).ToString(CultureInfo.InvariantCulture);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sorting_gives_the_same_items_in_order() =>
        Prop.ForAll<int[]>(items => With("x", new ScriptArray(items), "{{ x | array.sort | array.join ',' }}") == string.Join(',', items.Order())).QuickCheckThrowOnFailure();

    [Fact]
    public void Reversing_twice_changes_nothing() =>
        Prop.ForAll<int[]>(items => With("x", new ScriptArray(items), "{{ x | array.reverse | array.reverse | array.join ',' }}") == string.Join(',', items)).QuickCheckThrowOnFailure();

    [Fact]
    public void Limit_and_offset_cut_a_list_in_two() =>
        Prop.ForAll<int[], byte>((items, at) =>
            With("x", new ScriptArray(items), $"{{{{ array.concat (x | array.limit {at}) (x | array.offset {at}) | array.join ',' }}}}") == string.Join(',', items)).QuickCheckThrowOnFailure();

    [Fact]
    public void An_object_gives_back_what_was_put_in_it_in_that_order() =>
        Prop.ForAll<NonNull<string>[]>(names =>
        {
            var target = new ScriptObject();
            var expected = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (var i = 0; i < names.Length; i++)
            {
                target[names[i].Get] = i;
                expected[names[i].Get] = i;
                if (i % 5 == 4)
                {
                    target.Remove(names[i / 2].Get);
                    expected.Remove(names[i / 2].Get);
                }
            }
            return expected.Count == target.Count && expected.All(pair => Equals(target[pair.Key], pair.Value)) && target.GetMembers().All(expected.ContainsKey);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_date_is_read_back_by_the_pattern_it_was_written_with() =>
        Prop.ForAll<DateTime>(date => With("d", date, "{{ d | date.to_string '%Y-%m-%d %H:%M:%S' | date.parse '%Y-%m-%d %H:%M:%S' | date.to_string '%F %T' }}") == date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_between_braces_ends_well() =>
        Prop.ForAll<NonNull<string>>(text => FuzzTests.RenderWithin("{{ " + text.Get + " }}") >= 0).QuickCheckThrowOnFailure();

    private static string With(string name, object value, string template)
    {
        Context.Reset();
        Context.PushGlobal(new ScriptObject { [name] = value });
        return Template.Parse(template).Render(Context);
    }
}
