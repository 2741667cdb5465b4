namespace CadreDocs.Documents.Excel;

/// <summary>Sides of a cell.</summary>
[Flags]
internal enum CellBorders
{
    None = 0,
    Left = 1,
    Right = 2,
    Top = 4,
    Bottom = 8,
    All = 15,
}

/// <summary>How a cell looks. Equal styles share one format in the workbook.</summary>
internal sealed record CellStyle
{
    public string Font { get; init; } = "仿宋";

    /// <summary>Size in points.</summary>
    public decimal Size { get; init; } = 11;

    public bool Bold { get; init; }

    public bool Underline { get; init; }

    /// <summary>Text colour as RRGGBB; null for automatic.</summary>
    public string? Color { get; init; }

    /// <summary>Background as RRGGBB; null for none.</summary>
    public string? Fill { get; init; }

    /// <summary>Sides with a thin black line.</summary>
    public CellBorders Border { get; init; }

    /// <summary>left, center, right; null for general.</summary>
    public string? Horizontal { get; init; }

    /// <summary>top, center, bottom.</summary>
    public string Vertical { get; init; } = "center";

    public bool Wrap { get; init; }

    /// <summary>Format code; null for General, <c>@</c> for text.</summary>
    public string? Format { get; init; }

    /// <summary>True where a protected sheet refuses changes.</summary>
    public bool Locked { get; init; } = true;
}
