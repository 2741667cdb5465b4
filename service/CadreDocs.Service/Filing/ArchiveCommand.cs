using System.CommandLine;
using System.Globalization;
using CadreDocs.Service.Commands;
using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Filing;

/// <summary><c>library archive</c>: a school's portfolios of a year as .zip, for handing over without a browser. Whoever runs it has the database before them, so restricted papers are in it.</summary>
internal static class ArchiveCommand
{
    public static Command Make(Option<string[]> settings)
    {
        var school = new Option<string>("--school") { Description = "学校编号 / School id", Required = true };
        var year = new Option<int>("--year") { Description = "年度 / Year", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "写入的 .zip / The .zip to write", Required = true };
        var command = new Command("archive", "把一所学校一个年度的档案袋打包为 .zip / A school's portfolios of a year as .zip") { settings, school, year, output };
        command.SetAction((parsed, cancellationToken) => LibraryCommand.RunAsync(
            parsed.GetValue(settings), (services, cancel) => RunAsync(services, parsed.GetValue(school)!, parsed.GetValue(year), parsed.GetValue(output)!, cancel), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, string schoolId, int year, FileInfo output, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<CadreDbContext>().Schools.AsNoTracking().FirstOrDefaultAsync(item => item.Id == schoolId, cancellationToken) is not { } school)
        {
            return Tool.Refuse($"没有编号为“{schoolId}”的学校。", $"There is no school with the id '{schoolId}'.");
        }

        // Beside its place first: what is there under the name stays whole until the new one is.
        var part = output.FullName + ".part";
        try
        {
            int count;
            await using (var file = new FileStream(part, FileMode.Create, FileAccess.ReadWrite))
            {
                count = await services.GetRequiredService<PortfolioArchive>().WriteAsync(school.Name, [school], year, _ => true, file, cancellationToken);
            }

            if (count == 0)
            {
                return Tool.Refuse($"{school.Name} {year}年度还没有已接受的材料。", $"Nothing of {year} has been accepted in school '{schoolId}' yet.");
            }

            File.Move(part, output.FullName, overwrite: true);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"√ {school.Name} ({schoolId}) {year}：{count} 份 / files → {output.FullName}"));
            return 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Tool.Refuse($"写不了“{output.FullName}”：{fault.Message}", $"'{output.FullName}' cannot be written: {fault.Message}");
        }
        finally
        {
            File.Delete(part);
        }
    }
}
