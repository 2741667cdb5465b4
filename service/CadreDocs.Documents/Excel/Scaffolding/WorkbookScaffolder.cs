using System.Buffers;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Scaffolding;

namespace CadreDocs.Documents.Excel;

/// <summary>Makes the first <c>workbook.xlsx</c> of a form: A4, the regulation's words, one table for the rows, a name for each field. An officer may change all of its looks.</summary>
public static class WorkbookScaffolder
{
    /// <summary>Makes the workbook. Equal input gives equal bytes.</summary>
    /// <param name="form">The form; it must have a section of rows.</param>
    /// <param name="layout">Its layout; null for a plain one: a column for each field of the section.</param>
    /// <param name="fonts">Names of the faces; null for the defaults.</param>
    /// <returns>The bytes of a .xlsx.</returns>
    /// <exception cref="FormatException">The form has no section, or the layout no row for it.</exception>
    public static byte[] Scaffold(FormDefinition form, DocumentLayout? layout, WorkbookFonts? fonts = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Sections.Count == 0)
        {
            throw new FormatException($"The form '{form.Id}' has no rows: a workbook is made for lists.");
        }

        layout ??= PlainLayout.Of(form);
        var output = new ArrayBufferWriter<byte>();
        new ScaffoldWorkbook(form, layout, fonts ?? new WorkbookFonts()).Write(output);
        return output.WrittenSpan.ToArray();
    }
}
