using System.Text.Json;
using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace CadreDocs.Scriban.Tests;

/// <summary>Every answer of the reference engine, one test a case (conformance/README.md says what conformant means).</summary>
public sealed class ConformanceTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "conformance");

    public static TheoryData<string> Ids => [.. Cases.Keys];

    internal static Dictionary<string, JsonElement> Cases { get; } = File.ReadLines(Path.Combine(Folder, "cases.jsonl"))
        .Select(line => JsonDocument.Parse(line).RootElement)
        .ToDictionary(c => c.GetProperty("id").GetString()!, StringComparer.Ordinal);

    private static JsonElement Model { get; } = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "model.json"))).RootElement;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Answers_as_the_reference_engine_does(string id)
    {
        var expected = Cases[id];
        var template = Template.Parse(expected.GetProperty("template").GetString()!);
        if (expected.TryGetProperty("parse_error", out var faults))
        {
            Assert.True(template.HasErrors, "A parse error is expected.");
            Assert.Equal(faults[0].GetProperty("line").GetInt32(), template.Messages[0].Span.Start.Line + 1);
            return;
        }
        Assert.False(template.HasErrors, string.Join('\n', template.Messages));
        var context = NewContext();
        if (expected.TryGetProperty("runtime_error", out var fault))
        {
            var failure = Assert.Throws<ScriptRuntimeException>(() => template.Render(context));
            Assert.Equal(fault.GetProperty("line").GetInt32(), failure.Span.Start.Line + 1);
            return;
        }
        Assert.Equal(expected.GetProperty("output").GetString(), template.Render(context));
    }

    [Fact]
    public void There_are_178_cases() => Assert.Equal(178, Cases.Count);

    internal static TemplateContext NewContext()
    {
        var context = new TemplateContext { NewLine = "\n" };
        var model = new ScriptObject();
        model.Import(Model);
        context.PushGlobal(model);
        return context;
    }
}
