using System.Text;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>Compiles a workbook template: binds names and tables to the form's fields, then its sheets, tables and names to pieces.</summary>
internal sealed class WorkbookCompiler(FormDefinition form, WorkbookFile workbook, List<Fault> faults)
{
    private readonly Dictionary<SheetInfo, Dictionary<CellAddress, BoundField>> _bound = [];
    private readonly Dictionary<SheetInfo, SheetPlan> _plans = [];
    private readonly Dictionary<string, (SheetPlan Plan, TableInfo Table)> _tables = new(StringComparer.OrdinalIgnoreCase);

    public ExcelTemplate Compile()
    {
        foreach (var sheet in workbook.Sheets)
        {
            _plans[sheet] = new SheetPlan { Index = sheet.Index, Name = sheet.Name, Part = sheet.Part };
            _bound[sheet] = [];
        }

        BindNames();
        BindTables();
        RequireAll();

        var pool = new StringPool(workbook.Related("sharedStrings"));
        var formats = workbook.Related("styles") is { } styles ? CellFormats.Read(styles) : new CellFormats([]);
        var changed = new Dictionary<string, ExcelPart>(StringComparer.OrdinalIgnoreCase);
        var map = new WorkbookMap();
        foreach (var (sheet, plan) in _plans)
        {
            var compiler = new SheetCompiler(plan, _bound[sheet], pool, formats, faults);
            changed[sheet.Part] = ExcelPart.Changed(sheet.Part, compiler.Compile(SafeXml.Load(workbook.Package.Get(sheet.Part)).Root!));
            map.Add(plan, _bound[sheet].Values, compiler.Texts);
        }

        foreach (var (plan, table) in _tables.Values)
        {
            changed[table.Part] = ExcelPart.Changed(table.Part, CompileTable(plan, SafeXml.Load(workbook.Package.Get(table.Part)).Root!));
        }

        changed[workbook.Part] = ExcelPart.Changed(workbook.Part, CompileWorkbook(SafeXml.Load(workbook.Package.Get(workbook.Part)).Root!));
        if (pool.Part is { } strings)
        {
            changed[strings] = ExcelPart.Fixed(strings, pool.Write());
        }

        var identity = IdentityParts.Compile(workbook.Package);
        var parts = workbook.Package.Entries.Where(entry => !identity.Replaces(entry.Name))
            .Select(entry => changed.GetValueOrDefault(entry.Name) ?? ExcelPart.Copied(entry)).ToList();
        return new ExcelTemplate(form, identity, parts, [.. _plans.Values], map);
    }

    private void BindNames()
    {
        foreach (var name in workbook.Names)
        {
            if (!FormNames.TryFind(form, name.Name, out var section, out var field))
            {
                continue;
            }

            if (field is null || field.Ink)
            {
                faults.Add(ExcelTemplateFaults.UnknownName(name.Name, FormNames.All(form)));
            }
            else if (workbook.Locate(name) is var (sheet, range))
            {
                _bound[sheet][range.First] = new BoundField(section, field, range.First);
            }
            else
            {
                faults.Add(ExcelTemplateFaults.BrokenName(name.Name));
            }
        }
    }

    private void BindTables()
    {
        foreach (var (sheet, plan) in _plans)
        {
            foreach (var table in workbook.Tables(sheet))
            {
                if (form.Sections.FirstOrDefault(item => string.Equals(item.Key, table.Name, StringComparison.OrdinalIgnoreCase)) is not { } section)
                {
                    continue;
                }

                if (plan.Section is not null)
                {
                    faults.Add(ExcelTemplateFaults.TwoTables(sheet.Name));
                }
                else if (!table.HasHeader || table.HasTotals || table.Range.Last.Row == table.Range.First.Row)
                {
                    faults.Add(ExcelTemplateFaults.TableShape(sheet.Name, table.Name));
                }
                else
                {
                    BindTable(sheet, plan, table, section);
                }
            }
        }
    }

    private void BindTable(SheetInfo sheet, SheetPlan plan, TableInfo table, FormSection section)
    {
        var headerRow = table.Range.First.Row;
        var repeated = _bound[sheet].Values.FirstOrDefault(item => item.Section is not null && item.Section != section && item.Cell.Row == headerRow && table.Range.Contains(item.Cell));
        plan.Section = section;
        plan.ColumnSection = repeated?.Section;
        plan.FirstColumn = table.Range.First.Column;
        plan.Headers = table.Columns;
        plan.Shift = new TableShift(headerRow + 1, table.Range.Last.Row, repeated?.Cell.Column ?? 0);
        _tables[table.Name] = (plan, table);
        foreach (var item in _bound[sheet].Values.Where(item => item.Section == section && (item.Cell.Row != headerRow + 1 || !table.Range.Contains(item.Cell))))
        {
            faults.Add(ExcelTemplateFaults.NameOutsideRow(sheet.Name, FormNames.Of(section, item.Field), table.Name));
        }
    }

    private void RequireAll()
    {
        var bound = _bound.Values.SelectMany(cells => cells.Values).ToList();
        faults.AddRange(form.Fields.Where(field => !field.Ink && !bound.Exists(item => item.Section is null && item.Field == field))
            .Select(field => ExcelTemplateFaults.MissingName(field, FormNames.Of(field))));
        foreach (var section in form.Sections)
        {
            var plan = _plans.Values.FirstOrDefault(item => item.Section == section || item.ColumnSection == section);
            if (plan is null)
            {
                faults.Add(ExcelTemplateFaults.MissingTable(section));
                continue;
            }

            var repeated = plan.Section == section
                ? bound.Find(item => item.Section == section && plan.Shift.Column != 0 && item.Cell.Column == plan.Shift.Column)?.Field
                : null;
            faults.AddRange(section.Fields
                .Where(field => !field.Ink && !FormNames.IsRepeat(section, field, repeated) && !bound.Exists(item => item.Section == section && item.Field == field))
                .Select(field => ExcelTemplateFaults.MissingName(field, FormNames.Of(section, field))));
        }
    }

    private static IReadOnlyList<Piece> CompileTable(SheetPlan plan, XElement table)
    {
        var pieces = new PieceBuilder();
        pieces.MarkRanges(table, "ref", plan);
        foreach (var element in table.Elements().ToList())
        {
            if (element.Name.LocalName == "autoFilter")
            {
                element.RemoveNodes();
                pieces.MarkRanges(element, "ref", plan);
            }
            else if (element.Name.LocalName == "tableColumns")
            {
                element.ReplaceWith(new XText(pieces.Mark(new TableColumnsPiece(plan))));
            }
            else if (element.Name.LocalName != "tableStyleInfo")
            {
                element.Remove();
            }
        }

        // Only what the schema of 2006 knows: later attributes name columns by ids that change here.
        table.Attributes().Where(attribute => attribute.Name.LocalName is not ("id" or "name" or "displayName" or "ref" or "totalsRowShown")).Remove();
        table.SetAttributeValue("xmlns", PieceBuilder.Main.NamespaceName);
        return pieces.Build("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + table.ToString(SaveOptions.DisableFormatting));
    }

    private IReadOnlyList<Piece> CompileWorkbook(XElement root)
    {
        SheetCompiler.StripForeign(root);
        var pieces = new PieceBuilder();
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">");
        foreach (var element in root.Elements().Where(element => element.Name.Namespace == PieceBuilder.Main))
        {
            switch (element.Name.LocalName)
            {
                case "definedNames" or "extLst" or "externalReferences":
                    break;
                case "sheets":
                    xml.Append(PieceBuilder.Xml(element)).Append("<definedNames>");
                    foreach (var name in root.Element(PieceBuilder.Main + "definedNames")?.Elements() ?? [])
                    {
                        xml.Append(CompileName(name, pieces));
                    }

                    xml.Append(pieces.Mark(new IdentityNamePiece())).Append("</definedNames>");
                    break;
                default:
                    xml.Append(PieceBuilder.Xml(element));
                    break;
            }
        }

        return pieces.Build(xml.Append("</workbook>").ToString());
    }

    private string CompileName(XElement element, PieceBuilder pieces)
    {
        var name = new DefinedName((string?)element.Attribute("name") ?? "", element.Value, null);
        if (name.Name == IdentityNamePiece.Name)
        {
            return "";
        }

        if (workbook.Locate(name) is var (sheet, range))
        {
            var bang = element.Value.LastIndexOf('!');
            element.Value = element.Value[..(bang + 1)] + pieces.Mark(new RangePiece(_plans[sheet], range, absolute: true));
        }

        return PieceBuilder.Xml(element);
    }
}
