using System.Buffers;
using BenchmarkDotNet.Attributes;
using CadreDocs.Documents;
using CadreDocs.Documents.Excel;

namespace CadreDocs.Benchmarks;

/// <summary>Rendering and reading back of workbooks.</summary>
[MemoryDiagnoser]
public class ExcelBenchmarks
{
    private readonly ArrayBufferWriter<byte> _output = new(1024 * 1024);
    private readonly DocumentRequest _attendance = ExcelSamples.AttendanceRequest(100, 20);
    private readonly DocumentRequest _rows300 = ExcelSamples.DeclarationRequest(300);
    private readonly byte[] _attendanceFile = ExcelSamples.Attendance.Render(DocumentKind.Excel, ExcelSamples.AttendanceRequest(100, 20));
    private readonly byte[] _declarationFile = ExcelSamples.Declaration.Render(DocumentKind.Excel, ExcelSamples.DeclarationRequest(300));

    [Benchmark]
    public int RenderAttendance100By20() => Render(ExcelSamples.Attendance, _attendance);

    [Benchmark]
    public int RenderDeclaration300() => Render(ExcelSamples.Declaration, _rows300);

    [Benchmark]
    public int ReadAttendance100By20() => ExcelSamples.Catalog.Read(_attendanceFile, "attendance.xlsx").Fields.Count;

    [Benchmark]
    public int ReadDeclaration300() => ExcelSamples.Catalog.Read(_declarationFile, "declaration.xlsx").Fields.Count;

    [Benchmark]
    public int ReadCells() => SheetReader.Read(_attendanceFile).Sheets[0].RowNumbers.Count;

    private int Render(FormTemplate template, DocumentRequest request)
    {
        _output.ResetWrittenCount();
        template.Render(DocumentKind.Excel, request, _output);
        return _output.WrittenCount;
    }
}
