using System.Buffers;
using BenchmarkDotNet.Attributes;
using CadreDocs.Documents;

namespace CadreDocs.Benchmarks;

/// <summary>Rendering and reading back of Word documents.</summary>
[MemoryDiagnoser]
public class WordBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);
    private readonly DocumentRequest _rows30 = WordSamples.DeclarationRequest(30);
    private readonly DocumentRequest _rows300 = WordSamples.DeclarationRequest(300);
    private readonly byte[] _plan = WordSamples.Plan.Render(DocumentKind.Word, WordSamples.PlanRequest);
    private readonly byte[] _declaration = WordSamples.Declaration.Render(DocumentKind.Word, WordSamples.DeclarationRequest(300));

    [Benchmark]
    public int RenderPlan() => Render(WordSamples.Plan, WordSamples.PlanRequest);

    [Benchmark]
    public int RenderDeclaration30() => Render(WordSamples.Declaration, _rows30);

    [Benchmark]
    public int RenderDeclaration300() => Render(WordSamples.Declaration, _rows300);

    [Benchmark]
    public int ReadPlan() => WordSamples.Catalog.Read(_plan, "plan.docx").Fields.Count;

    [Benchmark]
    public int ReadDeclaration300() => WordSamples.Catalog.Read(_declaration, "declaration.docx").Fields.Count;

    private int Render(FormTemplate template, DocumentRequest request)
    {
        _output.ResetWrittenCount();
        template.Render(DocumentKind.Word, request, _output);
        return _output.WrittenCount;
    }
}
