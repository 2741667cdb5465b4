using System.Text.Json;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Roster.Import;

internal static class ImportEndpoints
{
    private const int MaxRows = 20_000;

    public static void MapImports(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/").WithTags("Roster").RequireAuthorization(Policies.SignedIn);
        group.MapPost("/schools/{id}/roster/imports", PreviewAsync).WithName("PreviewRosterImport").RequireRateLimiting(RateLimits.Uploads);
        group.MapPost("/roster-imports/{id}/apply", ApplyAsync).WithName("ApplyRosterImport");
    }

    /// <summary>Reads an .xlsx or .csv and shows what it would change; nothing is changed yet.</summary>
    /// <remarks>
    /// Form fields: file; mapping, a JSON object heading → field key (null leaves a column out), remembered for this school;
    /// whole, true where the file is the whole roster, so that whoever is not in it leaves (default: it only adds and changes);
    /// from, the day from which changes hold, such as 2024-09-01 (default today).
    /// </remarks>
    internal static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> PreviewAsync(
        string id, IFormFile file, [FromForm] string? mapping, [FromForm] bool? whole, [FromForm] DateOnly? from,
        CadreDbContext database, RosterImports imports, CurrentUser user, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!RosterEndpoints.CanEdit(user, id) || !await database.Schools.AnyAsync(school => school.Id == id, cancellationToken))
        {
            return RosterEndpoints.Refuse(user, id).ToResult();
        }

        if (ReadMapping(mapping) is not { } chosen)
        {
            return Problems.Invalid([new ProblemItem("mapping-invalid", "列的对应关系无法识别，请重新选择。", "The column mapping is malformed; choose again.", file.FileName, Field: "mapping")]).ToResult();
        }

        using var buffer = new MemoryStream();
        await file.CopyToAsync(buffer, cancellationToken);
        var (table, problems) = Read(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), file.FileName);
        return table is null
            ? Refusal(problems, file.FileName).ToResult()
            : TypedResults.Ok(await imports.PreviewAsync(id, table, new ImportOptions(chosen, whole ?? false, from ?? clock.Today()), cancellationToken));
    }

    /// <summary>Applies a preview: all rows or none.</summary>
    /// <response code="409">It was applied before, or the roster changed since the preview.</response>
    /// <response code="422">Some rows cannot be taken; <c>problems</c> names each by row and field.</response>
    internal static async Task<Results<Ok<ImportPreview>, ProblemHttpResult>> ApplyAsync(
        string id, CadreDbContext database, RosterImports imports, CurrentUser user, CancellationToken cancellationToken)
    {
        var import = await database.RosterImports.FirstOrDefaultAsync(import => import.Id == id, cancellationToken);
        if (import is null || !RosterEndpoints.CanEdit(user, import.SchoolId))
        {
            return Problems.NotFound("该次导入", "import").ToResult();
        }

        return (await imports.ApplyAsync(import, cancellationToken)).Refused(out var problem, out var applied) ? problem.ToResult() : TypedResults.Ok(applied);
    }

    /// <summary>The table of an upload, by what its bytes are.</summary>
    private static (SheetTable? Table, IReadOnlyList<ImportProblem> Problems) Read(ReadOnlyMemory<byte> bytes, string fileName)
    {
        if (fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
        {
            var (csv, problem) = CsvTable.Read(bytes, fileName);
            return problem is null ? Limited(csv!) : (null, [problem]);
        }

        var (table, problems) = XlsxTable.Read(bytes, fileName);
        return table is null ? (null, problems) : Limited(table);
    }

    private static (SheetTable? Table, IReadOnlyList<ImportProblem> Problems) Limited(SheetTable table) => table.Rows.Count <= MaxRows
        ? (table, [])
        : (null, [new ImportProblem("too-many-rows", $"“{table.Sheet}”超过 {MaxRows} 行，请按学校分开上传。", $"'{table.Sheet}' has more than {MaxRows} rows; upload one school at a time.")]);

    private static Problem Refusal(IReadOnlyList<ImportProblem> problems, string fileName) => new(
        StatusCodes.Status422UnprocessableEntity, problems[0].Code, $"“{fileName}”无法读取，没有导入。", $"'{fileName}' cannot be read; nothing was imported.",
        problems[0].Message, problems[0].MessageEn)
    {
        Items = problems.Select(problem => new ProblemItem(problem.Code, problem.Message, problem.MessageEn, fileName, null, problem.Row, problem.Field)).ToList(),
    };

    private static Dictionary<string, string?>? ReadMapping(string? mapping)
    {
        if (string.IsNullOrWhiteSpace(mapping))
        {
            return [];
        }

        try
        {
            var chosen = JsonSerializer.Deserialize<Dictionary<string, string?>>(mapping);
            return chosen?.Values.All(field => field is null or "" || RosterColumns.Find(field) is not null) == true ? chosen : null;
        }
        catch (JsonException)
        {
            // Comes from the caller, not from us: refused by name above.
            return null;
        }
    }
}
