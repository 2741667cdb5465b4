using System.Globalization;
using System.Runtime.InteropServices;

namespace Scriban.Parsing;

/// <summary>A place in a template.</summary>
/// <param name="Offset">Characters (UTF-16) before it.</param>
/// <param name="Line">Line, from 0.</param>
/// <param name="Column">Column in UTF-16 characters, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TextPosition(int Offset, int Line, int Column)
{
    /// <summary>Line and column from 1, as <c>line,column</c>.</summary>
    public string ToStringSimple() => string.Create(CultureInfo.InvariantCulture, $"{Line + 1},{Column + 1}");

    /// <summary>Offset, line and column, all from 0.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Offset}:{Line},{Column}");
}
