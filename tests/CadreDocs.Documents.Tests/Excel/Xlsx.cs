using System.Buffers;
using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CadreDocs.Documents.Tests.Excel;

/// <summary>Writes, checks and patches workbooks.</summary>
internal static class Xlsx
{
    public static byte[] Write(WorkbookDefinition workbook) => Write(workbook, out _);

    public static byte[] Write(WorkbookDefinition workbook, out IReadOnlyList<Fault> notices)
    {
        var output = new ArrayBufferWriter<byte>();
        notices = WorkbookWriter.Write(workbook, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A workbook of one table.</summary>
    public static WorkbookDefinition Table(IReadOnlyList<WorkbookColumn> columns, params IReadOnlyList<IReadOnlyList<WorkbookCell>> rows) => new()
    {
        Sheets = [new WorkbookSheet { Name = "名册", Table = new WorkbookTable { Name = "roster", Columns = columns, Rows = rows } }],
    };

    public static void AssertValid(byte[] file)
    {
        foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2019, FileFormatVersions.Microsoft365])
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
            var errors = new OpenXmlValidator(version).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}").ToList();
            Assert.True(errors.Count == 0, string.Join('\n', errors.Take(10)));
        }
    }

    /// <summary>A sheet read after its XML was replaced.</summary>
    public static SheetWorkbook ReadWith(string sheetData, string? styles = null, string? workbookProperties = null)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return SheetReader.Read(Packaging.Zip.Pack(
            ("[Content_Types].xml", Packaging.Zip.Bytes("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>")),
            ("_rels/.rels", Packaging.Zip.Bytes($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='a' Type='{office}/officeDocument' Target='xl/workbook.xml'/></Relationships>")),
            ("xl/workbook.xml", Packaging.Zip.Bytes($"<workbook xmlns='{main}' xmlns:r='{office}'>{workbookProperties}<sheets><sheet name='Sheet1' sheetId='1' r:id='s1'/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Packaging.Zip.Bytes($"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='s1' Type='{office}/worksheet' Target='/xl/worksheets/sheet1.xml'/><Relationship Id='s2' Type='{office}/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='s3' Type='{office}/styles' Target='styles.xml'/></Relationships>")),
            ("xl/sharedStrings.xml", Packaging.Zip.Bytes($"<sst xmlns='{main}'><si><t>王芳</t></si><si><r><t>阿依古丽</t></r><r><t>·买买提</t></r><rPh sb='0' eb='1'><t>ayi</t></rPh></si><si><t xml:space='preserve'>a_x000D_\nb</t></si></sst>")),
            ("xl/styles.xml", Packaging.Zip.Bytes($"<styleSheet xmlns='{main}'>{styles}</styleSheet>")),
            ("xl/worksheets/sheet1.xml", Packaging.Zip.Bytes($"<worksheet xmlns='{main}'><sheetData>{sheetData}</sheetData></worksheet>"))));
    }
}
