using BenchmarkDotNet.Attributes;
using Scriban;
using Scriban.Runtime;

namespace CadreDocs.Benchmarks;

/// <summary>Parsing and rendering of the language, with a new <see cref="TemplateContext"/> for each render, as the document engine does.</summary>
[MemoryDiagnoser]
public class ScribanBenchmarks
{
    private const string TitleText = "{{ year }}年度{{ school.name }}学校干部自培工作计划";

    private const string TableText = """
        {{~ for r in rows ~}}
        {{ r.no }}|{{ r.name }}|{{ r.post }}|{{ r.plan }}|{{ r.summary }}|{{ r.lecture }}|{{ r.reflection }}|{{ r.case }}|{{ r.report }}|{{ r.result }}|{{ r.credit }}|{{ r.opinion }}
        {{~ end ~}}
        """;

    private static readonly string PipesText = string.Concat(Enumerable.Repeat("{{ school.name | string.strip | string.append \" \" | string.size }}\n", 200));

    private readonly Template _title = Template.Parse(TitleText);
    private readonly Template _table = Template.Parse(TableText);
    private readonly Template _pipes = Template.Parse(PipesText);
    private readonly Template _name = Template.Parse("{{ year }}");
    private readonly TemplateContext _kept = new();
    private readonly ScriptObject _small = Model(30);
    private readonly ScriptObject _large = Model(3000);

    [Benchmark(Description = "title, two fields")]
    public string Title() => Render(_title, _small);

    [Benchmark(Description = "table, 30 rows of 12 cells")]
    public string Table30() => Render(_table, _small);

    [Benchmark(Description = "table, 3000 rows of 12 cells")]
    public string Table3000() => Render(_table, _large);

    [Benchmark(Description = "200 pipes of three functions")]
    public string Pipes() => Render(_pipes, _small);

    [Benchmark(Description = "parse of the table")]
    public Template Parse() => Template.Parse(TableText);

    [Benchmark(Description = "one field, context kept")]
    public string OneField()
    {
        _kept.Reset();
        _kept.PushGlobal(_small);
        return _name.Render(_kept);
    }

    private static string Render(Template template, ScriptObject model)
    {
        var context = new TemplateContext { LoopLimit = 100_000 };
        context.PushGlobal(model);
        return template.Render(context);
    }

    private static ScriptObject Model(int rows)
    {
        var list = new ScriptArray(rows);
        for (var i = 0; i < rows; i++)
        {
            list.Add(new ScriptObject
            {
                ["no"] = i + 1,
                ["name"] = "李梅",
                ["post"] = "教导主任",
                ["plan"] = 2,
                ["summary"] = 2,
                ["lecture"] = 1,
                ["reflection"] = 1,
                ["case"] = 1,
                ["report"] = 1,
                ["result"] = i % 4,
                ["credit"] = 2.0m,
                ["opinion"] = i % 2 == 0 ? "同意" : null,
            });
        }
        return new ScriptObject { ["year"] = 2024, ["school"] = new ScriptObject { ["name"] = "宝山区示例小学" }, ["rows"] = list };
    }
}
