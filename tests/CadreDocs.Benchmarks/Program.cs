using BenchmarkDotNet.Running;
using CadreDocs.Benchmarks;

if (args.Contains("--quick"))
{
    WordQuick.Run(Console.Out);
    ExcelQuick.Run(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
