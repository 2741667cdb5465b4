using System.Xml.Linq;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>A sheet of an opened workbook.</summary>
internal sealed record SheetInfo(string Name, string Part, bool Hidden, int Index);

/// <summary>A defined name: its formula as written, and the index of its sheet where it is local.</summary>
internal sealed record DefinedName(string Name, string Formula, int? LocalSheet);

/// <summary>An Excel table: its display name, range and columns.</summary>
internal sealed record TableInfo(string Name, string Part, CellRange Range, bool HasHeader, bool HasTotals, IReadOnlyList<string> Columns);

/// <summary>An opened .xlsx of anybody: sheets, names, tables and cells. Formulas are not computed; their cached values count.</summary>
internal sealed class WorkbookFile
{
    private CellFormats? _formats;
    private IReadOnlyList<string>? _strings;

    private WorkbookFile(PackageReader package, string part)
    {
        Package = package;
        Part = part;
    }

    public PackageReader Package { get; }

    /// <summary>Name of the workbook part.</summary>
    public string Part { get; }

    public IReadOnlyList<SheetInfo> Sheets { get; private set; } = [];

    public IReadOnlyList<DefinedName> Names { get; private set; } = [];

    /// <summary>True where days are counted from 1904 (old Mac workbooks).</summary>
    public bool Date1904 { get; private set; }

    /// <exception cref="PackageException">The file is no readable workbook.</exception>
    public static WorkbookFile Open(ReadOnlyMemory<byte> file, string? fileName, UploadLimits? limits = null) =>
        Open(PackageReader.Open(file, fileName, limits));

    /// <exception cref="PackageException">The package is no readable workbook.</exception>
    public static WorkbookFile Open(PackageReader package)
    {
        var main = Opc.MainPart(package);
        if (main.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw new PackageException(ExcelFaults.Binary());
        }

        if (Opc.Kind(package) != DocumentKind.Excel)
        {
            throw new PackageException(ExcelFaults.NotWorkbook());
        }

        var workbook = new WorkbookFile(package, main.Name);
        workbook.ReadWorkbook(SafeXml.Load(main));
        return workbook;
    }

    /// <summary>Reads the cells of a sheet.</summary>
    /// <exception cref="PackageException">Its XML is damaged or breaks a limit.</exception>
    public SheetGrid ReadCells(SheetInfo sheet)
    {
        _strings ??= Related("sharedStrings") is { } strings ? SharedStrings.Read(strings) : [];
        _formats ??= Related("styles") is { } styles ? CellFormats.Read(styles) : new CellFormats([]);
        return new SheetParser(_strings, _formats, Date1904, sheet.Part).Read(Package.Get(sheet.Part));
    }

    /// <summary>The tables of a sheet.</summary>
    public IReadOnlyList<TableInfo> Tables(SheetInfo sheet)
    {
        var tables = new List<TableInfo>();
        foreach (var relationship in Opc.Relationships(Package, sheet.Part))
        {
            if (relationship.Is("table") && !relationship.External && Package.Find(relationship.Target) is { } part
                && ReadTable(SafeXml.Load(part).Root, part.Name) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables;
    }

    /// <summary>The sheet and range that a defined name points to; null where it is broken, a formula, or several areas.</summary>
    public (SheetInfo Sheet, CellRange Range)? Locate(DefinedName name)
    {
        var formula = name.Formula.AsSpan().Trim().TrimStart('=');
        var bang = formula.LastIndexOf('!');
        if (bang <= 0 || !CellRange.TryParse(formula[(bang + 1)..], out var range))
        {
            return null;
        }

        // LibreOffice writes $Sheet1.$A$1 only in its own format; here a quoted or plain name with doubled apostrophes.
        var sheetName = formula[..bang].TrimStart('$').ToString();
        if (sheetName.Length >= 2 && sheetName[0] == '\'' && sheetName[^1] == '\'')
        {
            sheetName = sheetName[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        var sheet = Sheets.FirstOrDefault(item => string.Equals(item.Name, sheetName, StringComparison.OrdinalIgnoreCase));
        return sheet is null ? null : (sheet, range);
    }

    private static TableInfo? ReadTable(XElement? table, string part)
    {
        if (table is null || !CellRange.TryParse((string?)table.Attribute("ref"), out var range))
        {
            return null;
        }

        return new TableInfo(
            (string?)table.Attribute("displayName") ?? (string?)table.Attribute("name") ?? "",
            part,
            range,
            (string?)table.Attribute("headerRowCount") != "0",
            (string?)table.Attribute("totalsRowCount") is { } totals && totals != "0",
            table.Descendants().Where(element => element.Name.LocalName == "tableColumn").Select(column => CellText.Decode((string?)column.Attribute("name") ?? "")).ToList());
    }

    private void ReadWorkbook(XDocument xml)
    {
        var targets = Opc.Relationships(Package, Part).Where(relationship => !relationship.External)
            .GroupBy(relationship => relationship.Id).ToDictionary(group => group.Key, group => group.First());
        var sheets = new List<SheetInfo>();
        var names = new List<DefinedName>();
        foreach (var element in xml.Root?.Elements() ?? [])
        {
            switch (element.Name.LocalName)
            {
                case "workbookPr":
                    Date1904 = (string?)element.Attribute("date1904") is "1" or "true";
                    break;
                case "sheets":
                    AddSheets(element, targets, sheets);
                    break;
                case "definedNames":
                    names.AddRange(element.Elements().Select(name => new DefinedName(
                        (string?)name.Attribute("name") ?? "",
                        name.Value,
                        int.TryParse((string?)name.Attribute("localSheetId"), out var index) ? index : null)));
                    break;
                default:
                    break;
            }
        }

        Sheets = sheets;
        Names = names;
    }

    private static void AddSheets(XElement element, Dictionary<string, Relationship> targets, List<SheetInfo> sheets)
    {
        foreach (var sheet in element.Elements())
        {
            // r:id stands in the transitional or the strict namespace.
            var id = sheet.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == "id" && attribute.Name.Namespace != XNamespace.None)?.Value ?? "";
            if (targets.TryGetValue(id, out var target) && target.Is("worksheet"))
            {
                sheets.Add(new SheetInfo((string?)sheet.Attribute("name") ?? "", target.Target, (string?)sheet.Attribute("state") is "hidden" or "veryHidden", sheets.Count));
            }
        }
    }

    /// <summary>The part that the workbook relates to in this way, or null.</summary>
    public PackageEntry? Related(string kind)
    {
        var relationship = Opc.Relationships(Package, Part).FirstOrDefault(item => item.Is(kind) && !item.External);
        return relationship is null ? null : Package.Find(relationship.Target);
    }
}
