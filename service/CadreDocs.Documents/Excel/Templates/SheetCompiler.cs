using System.Globalization;
using System.Text;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;

namespace CadreDocs.Documents.Excel;

/// <summary>Compiles one worksheet of a template.</summary>
internal sealed class SheetCompiler(SheetPlan plan, IReadOnlyDictionary<CellAddress, BoundField> bound, StringPool strings, CellFormats formats, List<Fault> faults)
{
    // Elements of a sheet that come before its merged cells.
    private static readonly HashSet<string> BeforeMerges = new(StringComparer.Ordinal)
    {
        "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews",
    };

    private readonly PieceBuilder _pieces = new();
    private readonly HashSet<CellAddress> _merged = [];

    /// <summary>The text of each cell with fixed text or scripts, for the labels.</summary>
    public List<(CellAddress Cell, string Text)> Texts { get; } = [];

    /// <summary>The pieces of the worksheet part; the plan gets its rows.</summary>
    public IReadOnlyList<Piece> Compile(XElement sheet)
    {
        if (sheet.Name.Namespace != PieceBuilder.Main)
        {
            faults.Add(ExcelTemplateFaults.Strict(plan.Part));
            return [];
        }

        StripForeign(sheet);
        var hasMerges = sheet.Element(PieceBuilder.Main + "mergeCells") is not null;
        CollectMerges(sheet);
        CompileRows(sheet.Element(PieceBuilder.Main + "sheetData"), Widths(sheet.Element(PieceBuilder.Main + "cols")));
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
        var merges = hasMerges || plan.AddedMerges.Count == 0;
        foreach (var element in sheet.Elements().Where(element => element.Name.Namespace == PieceBuilder.Main))
        {
            if (!merges && !BeforeMerges.Contains(element.Name.LocalName))
            {
                xml.Append("<mergeCells>").Append(_pieces.Mark(new AddedMergesPiece(plan))).Append("</mergeCells>");
                merges = true;
            }

            xml.Append(CompileElement(element));
        }

        return _pieces.Build(xml.Append("</worksheet>").ToString());
    }

    /// <summary>Drops attributes of later namespaces (x14ac, xr): without the root's list of ignorable ones Excel would refuse them.</summary>
    public static void StripForeign(XElement root)
    {
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        foreach (var element in root.DescendantsAndSelf().Where(element => element.Name.Namespace == PieceBuilder.Main))
        {
            element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName is not ("" or office) && attribute.Name.Namespace != XNamespace.Xml).Remove();
        }
    }

    private string CompileElement(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "dimension" or "rowBreaks" or "colBreaks" or "phoneticPr":
                return "";
            case "sheetData":
                return $"<sheetData>{_pieces.Mark(new RowsPiece(plan))}</sheetData>";
            case "cols":
                return CompileColumns(element);
            case "mergeCells":
                element.Attribute("count")?.Remove();
                MarkChildren(element, "ref");
                var closing = _pieces.Mark(new AddedMergesPiece(plan)) + "</mergeCells>";
                return PieceBuilder.Xml(element).Replace("</mergeCells>", closing, StringComparison.Ordinal);
            case "autoFilter":
                _pieces.MarkRanges(element, "ref", plan);
                break;
            case "dataValidations" or "protectedRanges" or "ignoredErrors":
                MarkChildren(element, "sqref");
                break;
            case "conditionalFormatting":
                _pieces.MarkRanges(element, "sqref", plan);
                break;
            case "hyperlinks":
                MarkChildren(element, "ref");
                break;
            case "headerFooter":
                CompileHeaderFooter(element);
                break;
            case "sheetViews":
                element.Descendants(PieceBuilder.Main + "selection").Remove();
                break;
            case "extLst":
                // Validations that Excel keeps apart, because their list is on another sheet.
                foreach (var range in element.Descendants().Where(item => item.Name.LocalName == "sqref"))
                {
                    range.Value = _pieces.MarkRanges(range.Value, plan);
                }

                break;
            default:
                break;
        }

        return PieceBuilder.Xml(element);
    }

    private void MarkChildren(XElement element, string attribute)
    {
        foreach (var child in element.Elements())
        {
            _pieces.MarkRanges(child, attribute, plan);
        }
    }

    private void CollectMerges(XElement sheet)
    {
        foreach (var merge in sheet.Descendants(PieceBuilder.Main + "mergeCell"))
        {
            if (CellRange.TryParse((string?)merge.Attribute("ref"), out var range) && plan.Shift.Column >= range.First.Column && plan.Shift.Column <= range.Last.Column)
            {
                for (var row = range.First.Row; row <= Math.Min(range.Last.Row, range.First.Row + 1000); row++)
                {
                    _merged.Add(new CellAddress(row, plan.Shift.Column));
                }
            }
        }
    }

    // A repeated column gives its width to its copies.
    private string CompileColumns(XElement columns)
    {
        foreach (var column in columns.Elements())
        {
            if (int.TryParse((string?)column.Attribute("min"), out var min) && int.TryParse((string?)column.Attribute("max"), out var max) && max >= min)
            {
                column.SetAttributeValue("min", _pieces.Mark(new ColumnPiece(plan, min, last: false)));
                column.SetAttributeValue("max", _pieces.Mark(new ColumnPiece(plan, max, last: true)));
            }
        }

        return PieceBuilder.Xml(columns);
    }

    private void CompileHeaderFooter(XElement element)
    {
        foreach (var text in element.Elements().Where(text => PieceBuilder.HasScript(text.Value)))
        {
            if (PieceBuilder.Compile(text.Value, plan.Name, text.Name.LocalName, faults) is { } whole)
            {
                // The codes around the script hold ampersands of their own, so each script stands alone.
                text.Value = MarkScripts(text.Value, text.Name.LocalName) ?? _pieces.Mark(new ScriptPiece(whole, $"{plan.Name} {text.Name.LocalName}", headerFooter: false));
            }
        }
    }

    private string? MarkScripts(string text, string place)
    {
        var result = new StringBuilder();
        var at = 0;
        for (var start = text.IndexOf("{{", StringComparison.Ordinal); start >= 0; start = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            var end = text.IndexOf("}}", start, StringComparison.Ordinal);
            if (end < 0 || Scriban.Template.Parse(text[start..(end + 2)]) is not { HasErrors: false } script)
            {
                return null;
            }

            result.Append(text, at, start - at).Append(_pieces.Mark(new ScriptPiece(script, $"{plan.Name} {place}", headerFooter: true)));
            at = end + 2;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private void CompileRows(XElement? sheetData, Func<int, double> width)
    {
        var number = 0;
        foreach (var row in sheetData?.Elements() ?? [])
        {
            number = int.TryParse((string?)row.Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : number + 1;
            if (plan.Section is not null && number > plan.Shift.First && number <= plan.Shift.Last)
            {
                continue;
            }

            var isHeader = plan.Section is not null && number == plan.Shift.First - 1;
            var isTemplate = plan.Section is not null && number == plan.Shift.First;
            var cells = new List<PlanCell>();
            var column = 0;
            foreach (var cell in row.Elements())
            {
                column = CellAddress.TryParse((string?)cell.Attribute("r"), out var address) ? address.Column : column + 1;
                cells.Add(CompileCell(cell, new CellAddress(number, column), isHeader, isTemplate));
            }

            plan.Rows.Add(new PlanRow(number, Encoding.UTF8.GetBytes(Attributes(row)), [.. cells], isHeader || isTemplate, isTemplate ? Growth(row, width) : null));
        }
    }

    private static Func<int, double> Widths(XElement? columns)
    {
        const double standard = 8.43;
        var ranges = (columns?.Elements() ?? []).Select(column => (Min: Number(column, "min"), Max: Number(column, "max"), Width: Number(column, "width"))).ToList();
        return column => ranges.Find(range => range.Min <= column && range.Max >= column) is { Width: > 0 } range ? range.Width : standard;
    }

    private static double Number(XElement element, string attribute) =>
        double.TryParse((string?)element.Attribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private RowGrowth Growth(XElement row, Func<int, double> width) => new(
        Number(row, "ht") is > 0 and var height ? height : 15,
        [.. bound.Values.Where(item => item.Section == plan.Section && item.Field != FormNames.IdField && item.Field.Type is FieldType.Text or FieldType.Paragraphs)
            .Select(item => (item.Field.Key, width(item.Cell.Column)))]);

    private static string Attributes(XElement row)
    {
        var kept = new XElement("row", row.Attributes().Where(attribute => attribute.Name.LocalName is "s" or "customFormat" or "ht" or "customHeight" or "hidden" && attribute.Name.Namespace == XNamespace.None));
        return "\"" + kept.ToString(SaveOptions.DisableFormatting)[4..].Replace("/>", ">", StringComparison.Ordinal).TrimEnd().Replace(" >", ">", StringComparison.Ordinal);
    }

    private PlanCell CompileCell(XElement cell, CellAddress address, bool isHeader, bool isTemplate)
    {
        var style = int.TryParse((string?)cell.Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
        var blank = new BlankContent(style);
        if (cell.Element(PieceBuilder.Main + "f") is not null)
        {
            faults.Add(ExcelTemplateFaults.Formula(plan.Name, address.ToString()));
            return new PlanCell(address.Column, blank, blank);
        }

        var text = Text(cell);
        if (bound.TryGetValue(address, out var field) && !(isHeader && field.Section == plan.ColumnSection))
        {
            var repeats = isTemplate && address.Column == plan.Shift.Column;
            return new PlanCell(address.Column, new FieldContent(style, field.Field, field.Section is not null, repeats, strings.ValuesOf(field.Field), formats.IsDate(style)), blank);
        }

        if (isHeader && address.Column == plan.Shift.Column && plan.ColumnSection is not null)
        {
            return new PlanCell(address.Column, new ColumnHeaderContent(style, plan), blank);
        }

        if (text.Length > 0 && !isTemplate)
        {
            Texts.Add((address, text));
            if (address.Column == plan.Shift.Column && address.Row < plan.Shift.First - 1 && !_merged.Contains(address))
            {
                plan.AddedMerges.Add(address.Row);
            }
        }

        return new PlanCell(address.Column, Content(cell, text, style, address, isHeader) ?? blank, blank);
    }

    private CellContent? Content(XElement cell, string text, int style, CellAddress address, bool isHeader)
    {
        if (!PieceBuilder.HasScript(text))
        {
            var xml = string.Concat(cell.Elements().Where(child => child.Name.LocalName is "v" or "is").Select(PieceBuilder.Xml));
            var type = (string?)cell.Attribute("t");
            return xml.Length == 0 ? null : new FixedContent(style, string.Create(CultureInfo.InvariantCulture, $"\" s=\"{style}\"{(type is null ? "" : $" t=\"{type}\"")}>{xml}</c>"));
        }

        if (isHeader)
        {
            faults.Add(ExcelTemplateFaults.HeaderScript(plan.Name, address.ToString()));
            return null;
        }

        if (text.Trim() is ['{', '{', .. var code, '}', '}'] && code.Trim() == "row.number")
        {
            return new RowNumberContent(style);
        }

        return PieceBuilder.Compile(text, plan.Name, address.ToString(), faults) is { } script ? new ScriptContent(style, script, $"{plan.Name} {address}") : null;
    }

    private string Text(XElement cell) => (string?)cell.Attribute("t") switch
    {
        "s" => int.TryParse(cell.Element(PieceBuilder.Main + "v")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Strings.Count ? strings.Strings[index] : "",
        "inlineStr" => CellText.Decode(string.Concat(cell.Descendants(PieceBuilder.Main + "t").Where(t => t.Parent!.Name.LocalName != "rPh").Select(t => t.Value))),
        _ => cell.Element(PieceBuilder.Main + "v")?.Value ?? "",
    };
}

/// <summary>A field bound to a cell by a defined name.</summary>
/// <param name="Section">Its section; null for a single field.</param>
/// <param name="Field">The field.</param>
/// <param name="Cell">The cell.</param>
internal sealed record BoundField(FormSection? Section, FormField Field, CellAddress Cell);
