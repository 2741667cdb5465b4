using System.Buffers;
using System.Globalization;
using System.Text;
using CadreDocs.Documents.Excel;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster.Import;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster;

/// <summary>A roster as a file; uploaded again it changes nothing.</summary>
internal static class RosterExport
{
    public static void MapExport(this IEndpointRouteBuilder api) =>
        api.MapGet("/schools/{id}/roster/export", ExportAsync).RequireAuthorization(Policies.SignedIn).WithTags("Roster").WithName("ExportRoster").Produces<Stream>(200, MediaTypes.Xlsx, "text/csv");

    /// <summary>The cadres in office today as .xlsx (default) or .csv, ids and months as text.</summary>
    internal static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ExportAsync(
        string id, string? format, CadreDbContext database, RosterReading reading, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        var school = await database.Schools.AsNoTracking().FirstOrDefaultAsync(school => school.Id == id, cancellationToken);
        if (school is null || !(user.CanReadSchool(id) || user.IsAdministrator))
        {
            return Problems.NotFound("该学校", "school").ToResult();
        }

        if (format is not (null or "xlsx" or "csv"))
        {
            return Problems.Invalid([new ProblemItem("format", "格式只有 xlsx 和 csv。", "The format is xlsx or csv.", Field: "format")]).ToResult();
        }

        var columns = RosterColumns.All;
        var today = clock.Today();
        var rows = (await reading.ExistingAsync(id, today, today.Year, cancellationToken))
            .Select(cadre => columns.Select(column => column.Key == RosterColumns.PersonId ? cadre.PersonId : cadre[column.Key]).ToList()).ToList();
        var name = $"{school.Name}干部名册";
        return format == "csv"
            ? TypedResults.File(Csv(columns, rows), "text/csv", name + ".csv")
            : TypedResults.File(Workbook(name, columns, rows), MediaTypes.Xlsx, name + ".xlsx");
    }

    private static byte[] Csv(IReadOnlyList<RosterColumn> columns, List<List<string>> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            foreach (var row in rows.Prepend(columns.Select(column => column.Header).ToList()))
            {
                row.ForEach(csv.WriteField);
                csv.NextRecord();
            }
        }

        // Excel takes a file without the mark for GBK.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static byte[] Workbook(string title, IReadOnlyList<RosterColumn> columns, List<List<string>> rows)
    {
        var output = new ArrayBufferWriter<byte>(32 * 1024);
        WorkbookWriter.Write(
            new WorkbookDefinition
            {
                Title = title,
                Sheets =
                [
                    new WorkbookSheet
                    {
                        Name = "干部名册", Title = title, Landscape = true, FrozenColumns = 3,
                        Table = new WorkbookTable
                        {
                            Name = "roster",
                            Columns = columns.Select(column => new WorkbookColumn { Header = column.Header, Hidden = column.Key == RosterColumns.PersonId }).ToList(),
                            Rows = rows.Select(row => (IReadOnlyList<WorkbookCell>)row.Select(cell => (WorkbookCell)cell).ToList()).ToList(),
                        },
                    },
                ],
            },
            output);
        return output.WrittenSpan.ToArray();
    }
}
