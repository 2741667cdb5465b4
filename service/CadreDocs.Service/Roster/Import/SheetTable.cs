namespace CadreDocs.Service.Roster.Import;

/// <summary>A table as it stood in an uploaded file.</summary>
/// <param name="Sheet">Name of the sheet, or of the file for .csv.</param>
/// <param name="Rows">Its rows with their numbers in the file; empty rows are left out.</param>
public sealed record SheetTable(string Sheet, IReadOnlyList<SheetRow> Rows);

/// <summary>A row of cells.</summary>
/// <param name="Number">1-based number in the file, as the editor shows it.</param>
/// <param name="Cells">Text of each cell, from the first column.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>The trimmed text of a column; empty past the end.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";
}

/// <summary>One fault of an uploaded table: a place and a way out.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">The sentence in Chinese.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Row">Row in the file, or null.</param>
/// <param name="Field">Column heading or field key, or null.</param>
public sealed record ImportProblem(string Code, string Message, string MessageEn, int? Row = null, string? Field = null);
