using System.CommandLine;
using System.Globalization;
using CadreDocs.Documents;
using CadreDocs.Service.Data.Samples;

namespace CadreDocs.Service.Commands;

/// <summary><c>batch</c>: the papers of a whole made-up district, to see how fast and how sound the engine is on this machine.</summary>
internal static class BatchCommand
{
    public static Command Make()
    {
        var output = new Option<DirectoryInfo>("--out", "-o") { Description = "输出文件夹 / Output folder", Required = true };
        var schools = new Option<int>("--schools") { Description = "学校数 / Number of schools", DefaultValueFactory = _ => 300 };
        var cadres = new Option<int>("--cadres") { Description = "每校干部数 / Cadres of a school", DefaultValueFactory = _ => 10 };
        var year = new Option<int>("--year") { Description = "年度 / Year", DefaultValueFactory = _ => 2024 };
        var workers = new Option<int>("--workers") { Description = "并行数 / Workers", DefaultValueFactory = _ => Environment.ProcessorCount };
        var templates = Tool.Templates();
        var command = new Command("batch", "生成全区（虚构）的个人材料 / Makes the cadres' papers of a made-up district") { output, schools, cadres, year, workers, templates };
        command.SetAction((parsed, cancellationToken) => Task.FromResult(Tool.Guard(() => Run(
            parsed.GetValue(output)!, SyntheticDistrict.Papers(parsed.GetValue(schools), parsed.GetValue(cadres), parsed.GetValue(year)),
            FormCatalog.Load(Tool.FormsFolder(parsed.GetValue(templates)!)), parsed.GetValue(workers), cancellationToken))));
        return command;
    }

    private static int Run(DirectoryInfo output, SyntheticPapers papers, FormCatalog catalog, int workers, CancellationToken cancellationToken)
    {
        using var progress = new BatchProgress(papers.Count);
        try
        {
            Parallel.ForEach(
                papers.Folders(),
                new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, workers), CancellationToken = cancellationToken },
                () => new System.Buffers.ArrayBufferWriter<byte>(256 * 1024),
                (folder, _, buffer) =>
                {
                    var target = Path.Combine(output.FullName, folder.Path);
                    Directory.CreateDirectory(target);
                    foreach (var paper in folder.Papers)
                    {
                        buffer.ResetWrittenCount();
                        try
                        {
                            var template = catalog.Find(paper.FormId) ?? throw new InvalidOperationException($"{paper.FormId}: 模板不可用 / template unusable");
                            template.Render(DocumentKind.Word, paper.Request, buffer);
                            File.WriteAllBytes(Path.Combine(target, paper.FileName), buffer.WrittenSpan);
                            progress.Done(buffer.WrittenCount);
                        }
                        catch (Exception cause) when (cause is InvalidOperationException or IOException)
                        {
                            progress.Failed($"{folder.Path}/{paper.FileName}: {cause.Message}");
                        }
                    }

                    return buffer;
                },
                _ => { });
        }
        catch (OperationCanceledException)
        {
            progress.Finish();
            return Tool.Refuse("已中断。", "Interrupted.");
        }

        progress.Finish();
        foreach (var failure in progress.Failures)
        {
            Console.Error.WriteLine(failure);
        }

        var seconds = progress.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Documents} 份文件 / documents, {seconds:0.0} s, {progress.Documents / seconds:0} 份/秒 documents/s, {progress.Bytes / 1048576.0:0.0} MB, {progress.FailureCount} 失败 / failed"));
        return progress.FailureCount == 0 ? 0 : 1;
    }
}
