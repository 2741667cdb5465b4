using System.Buffers;

namespace CadreDocs.Documents.Excel;

/// <summary>Refuses definitions that would give a workbook Excel repairs.</summary>
internal static class WorkbookCheck
{
    private static readonly SearchValues<char> ForbiddenInSheetNames = SearchValues.Create(":\\/?*[]");

    /// <exception cref="ArgumentException">The definition contradicts itself.</exception>
    public static void Check(WorkbookDefinition workbook, ListSheet lists)
    {
        Require(workbook.Sheets.Any(sheet => !sheet.Hidden), "A workbook needs a visible sheet.");
        var sheets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        if (!lists.IsEmpty)
        {
            sheets.Add(WorkbookWriter.ListSheet);
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var list in lists.Lists)
        {
            Require(IsName(list.Name) && names.Add(list.Name), $"The list name '{list.Name}' is improper or used twice.");
            Require(list.Values.Count > 0, $"The list '{list.Name}' has no values.");
        }

        foreach (var sheet in workbook.Sheets)
        {
            Require(IsSheetName(sheet.Name) && sheets.Add(sheet.Name), $"The sheet name '{sheet.Name}' is improper or used twice.");
            if (sheet.Table is { } table)
            {
                Require(IsName(table.Name) && names.Add(table.Name), $"The table name '{table.Name}' is improper or used twice.");
                CheckTable(table, lists);
            }
        }
    }

    /// <summary>True for what Excel takes as the name of a table or list.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 255
        && (char.IsLetter(name[0]) || name[0] == '_')
        && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.')
        && !CellAddress.TryParse(name, out _)
        && name is not ("r" or "R" or "c" or "C");

    /// <summary>True for what Excel takes as the name of a sheet.</summary>
    public static bool IsSheetName(string name) =>
        name.Length is > 0 and <= 31 && !name.AsSpan().ContainsAny(ForbiddenInSheetNames) && name[0] != '\'' && name[^1] != '\'';

    private static void CheckTable(WorkbookTable table, ListSheet lists)
    {
        Require(table.Columns.Count is > 0 and <= CellAddress.MaxColumn, $"The table '{table.Name}' has no columns or too many.");
        var headers = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in table.Columns)
        {
            Require(column.Header.Length is > 0 and <= 255 && headers.Add(column.Header), $"The header '{column.Header}' of '{table.Name}' is empty or used twice.");
            Require(column.List is null || lists.Lists.Any(list => list.Name == column.List), $"The column '{column.Header}' names the unknown list '{column.List}'.");
        }

        foreach (var highlight in table.Highlights)
        {
            Require(headers.Contains(highlight.Header), $"A highlight of '{table.Name}' names the unknown column '{highlight.Header}'.");
        }

        foreach (var row in table.Rows)
        {
            Require(row.Count <= table.Columns.Count, $"A row of '{table.Name}' has more cells than the table has columns.");
            foreach (var cell in row)
            {
                Require(cell.Link is null || IsLink(cell.Link), $"'{cell.Link}' is no http, https or mailto address.");
            }
        }
    }

    private static bool IsLink(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" && link.Length <= 2000;

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
#pragma warning disable MA0015 // The fault lies inside the definition, which the message names; callers see one parameter.
            throw new ArgumentException(message);
#pragma warning restore MA0015
        }
    }
}
