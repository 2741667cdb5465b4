using CadreDocs.Documents.Packaging;

namespace CadreDocs.Documents.Excel;

/// <summary>A sheet as the workbook part lists it.</summary>
/// <param name="Name">Name on the tab.</param>
/// <param name="Hidden">True for a hidden one.</param>
/// <param name="PrintTitles">Rows repeated on each printed page, such as <c>$3:$3</c>; null for none.</param>
internal sealed record SheetEntry(string Name, bool Hidden, string? PrintTitles);

/// <summary>Writes the parts around the sheets: content types, relationships, the workbook, properties.</summary>
internal static class WorkbookParts
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static void WriteContentTypes(PackageWriter writer, int sheets, int tables, bool strings = false, bool pane = false) => Part(writer, Opc.ContentTypesPart, xml =>
    {
        xml.Raw("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"u8);
        Override(xml, "/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
        Override(xml, "/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
        Override(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        Override(xml, "/docProps/custom.xml", DocumentProperties.ContentType);
        if (strings)
        {
            Override(xml, "/xl/sharedStrings.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml");
        }

        if (pane)
        {
            Override(xml, "/" + TaskPaneParts.PanesPart(DocumentKind.Excel), TaskPaneParts.PanesContentType);
            Override(xml, "/" + TaskPaneParts.ExtensionPart(DocumentKind.Excel), TaskPaneParts.ExtensionContentType);
        }

        for (var i = 1; i <= sheets; i++)
        {
            Override(xml, FormattableString.Invariant($"/xl/worksheets/sheet{i}.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        }

        for (var i = 1; i <= tables; i++)
        {
            Override(xml, FormattableString.Invariant($"/xl/tables/table{i}.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml");
        }

        xml.Raw("</Types>"u8);
    });

    public static void WriteRelationships(PackageWriter writer, int sheets, bool strings = false, bool pane = false)
    {
        Part(writer, Opc.RootRelationshipsPart, xml =>
        {
            xml.Raw("<Relationships").Attribute("xmlns", Package).Raw(">"u8);
            Relationship(xml, "rId1", Office + "/officeDocument", "xl/workbook.xml");
            Relationship(xml, "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
            Relationship(xml, "rId3", DocumentProperties.RelationshipType, DocumentProperties.DefaultPart);
            if (pane)
            {
                Relationship(xml, "rId4", TaskPaneParts.RelationshipType, TaskPaneParts.PanesPart(DocumentKind.Excel));
            }

            xml.Raw("</Relationships>"u8);
        });
        foreach (var part in pane ? TaskPaneParts.For(DocumentKind.Excel) : [])
        {
            part.Write(writer);
        }

        Part(writer, "xl/_rels/workbook.xml.rels", xml =>
        {
            xml.Raw("<Relationships").Attribute("xmlns", Package).Raw(">"u8);
            for (var i = 1; i <= sheets; i++)
            {
                Relationship(xml, FormattableString.Invariant($"rId{i}"), Office + "/worksheet", FormattableString.Invariant($"worksheets/sheet{i}.xml"));
            }

            Relationship(xml, "rIdStyles", Office + "/styles", "styles.xml");
            if (strings)
            {
                Relationship(xml, "rIdStrings", Office + "/sharedStrings", "sharedStrings.xml");
            }

            xml.Raw("</Relationships>"u8);
        });
    }

    /// <param name="writer">The package.</param>
    /// <param name="sheets">The sheets in order; one of them must be visible.</param>
    /// <param name="names">Defined names of the whole workbook with their formulas.</param>
    public static void WriteWorkbook(PackageWriter writer, IReadOnlyList<SheetEntry> sheets, IEnumerable<(string Name, string Formula)> names) => Part(writer, "xl/workbook.xml", xml =>
    {
        var active = Enumerable.Range(0, sheets.Count).First(i => !sheets[i].Hidden);
        xml.Raw("<workbook").Attribute("xmlns", Main).Attribute("xmlns:r", Office).Raw("><bookViews><workbookView"u8).Attribute("activeTab", active).Raw("/></bookViews><sheets>"u8);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.Raw("<sheet").Attribute("name", sheets[i].Name).Attribute("sheetId", i + 1);
            if (sheets[i].Hidden)
            {
                xml.Attribute("state", "hidden");
            }

            xml.Attribute("r:id", FormattableString.Invariant($"rId{i + 1}")).Raw("/>"u8);
        }

        xml.Raw("</sheets>"u8);
        var printTitles = sheets.Select((sheet, index) => (sheet, index)).Where(item => item.sheet.PrintTitles is not null).ToList();
        var all = names.OrderBy(name => name.Name, StringComparer.OrdinalIgnoreCase).ToList();
        if (printTitles.Count + all.Count > 0)
        {
            xml.Raw("<definedNames>"u8);
            printTitles.ForEach(item => xml.Raw("<definedName name=\"_xlnm.Print_Titles\""u8).Attribute("localSheetId", item.index).Raw(">"u8)
                .Text($"{Quote(item.sheet.Name)}!{item.sheet.PrintTitles}").Raw("</definedName>"u8));
            all.ForEach(name => xml.Raw("<definedName").Attribute("name", name.Name).Raw(">"u8).Text(name.Formula).Raw("</definedName>"u8));
            xml.Raw("</definedNames>"u8);
        }

        xml.Raw("</workbook>"u8);
    });

    public static void WriteProperties(PackageWriter writer, string title, IEnumerable<KeyValuePair<string, string>> custom)
    {
        Part(writer, "docProps/core.xml", xml => xml
            .Raw("<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"u8)
            .Text(title).Raw("</dc:title><dc:creator>CadreDocs</dc:creator></cp:coreProperties>"u8));
        using var buffer = new PooledBuffer(1024);
        DocumentProperties.Write(buffer, custom);
        writer.AddDeflated(DocumentProperties.DefaultPart, buffer.Written);
    }

    public static void WriteStyles(PackageWriter writer, StyleSheet styles)
    {
        using var buffer = new PooledBuffer(8192);
        styles.Write(buffer);
        writer.AddDeflated("xl/styles.xml", buffer.Written);
    }

    /// <summary>Relationships of a sheet: its tables, then its hyperlinks.</summary>
    public static void WriteSheetRelationships(PackageWriter writer, int sheet, int? table, IReadOnlyList<string> links)
    {
        if (table is null && links.Count == 0)
        {
            return;
        }

        Part(writer, FormattableString.Invariant($"xl/worksheets/_rels/sheet{sheet}.xml.rels"), xml =>
        {
            xml.Raw("<Relationships").Attribute("xmlns", Package).Raw(">"u8);
            if (table is { } number)
            {
                Relationship(xml, "rIdTable", Office + "/table", FormattableString.Invariant($"../tables/table{number}.xml"));
            }

            for (var i = 0; i < links.Count; i++)
            {
                xml.Raw("<Relationship").Attribute("Id", FormattableString.Invariant($"rId{i + 1}")).Attribute("Type", Office + "/hyperlink")
                    .Attribute("Target", links[i]).Attribute("TargetMode", "External").Raw("/>"u8);
            }

            xml.Raw("</Relationships>"u8);
        });
    }

    /// <param name="writer">The package.</param>
    /// <param name="number">1-based number of the table in the workbook.</param>
    /// <param name="name">Its name.</param>
    /// <param name="range">Header and data rows.</param>
    /// <param name="headers">The texts of the header cells.</param>
    /// <param name="filter">True for filter buttons.</param>
    public static void WriteTable(PackageWriter writer, int number, string name, CellRange range, IReadOnlyList<string> headers, bool filter) =>
        Part(writer, FormattableString.Invariant($"xl/tables/table{number}.xml"), xml =>
        {
            xml.Raw("<table").Attribute("xmlns", Main).Attribute("id", number).Attribute("name", name).Attribute("displayName", name)
                .Attribute("ref", range.ToString()).Attribute("totalsRowShown", 0).Raw(">"u8);
            if (filter)
            {
                xml.Raw("<autoFilter").Attribute("ref", range.ToString()).Raw("/>"u8);
            }

            xml.Raw("<tableColumns").Attribute("count", headers.Count).Raw(">"u8);
            for (var i = 0; i < headers.Count; i++)
            {
                // Excel wants a line end in a header as its own escape here, or it repairs the file.
                xml.Raw("<tableColumn").Attribute("id", i + 1).Attribute("name", CellText.Encode(headers[i]).Replace("\n", "_x000a_", StringComparison.Ordinal)).Raw("/>"u8);
            }

            xml.Raw("</tableColumns><tableStyleInfo showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"0\" showColumnStripes=\"0\"/></table>"u8);
        });

    /// <summary>A sheet's name as formulas write it.</summary>
    public static string Quote(string sheet) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Writes a small part with the XML declaration.</summary>
    public static void Part(PackageWriter writer, string name, Action<Utf8Xml> write)
    {
        using var buffer = new PooledBuffer(4096);
        var xml = new Utf8Xml(buffer);
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"u8);
        write(xml);
        writer.AddDeflated(name, buffer.Written);
    }

    private static void Override(Utf8Xml xml, string part, string type) =>
        xml.Raw("<Override").Attribute("PartName", part).Attribute("ContentType", type).Raw("/>"u8);

    private static void Relationship(Utf8Xml xml, string id, string type, string target) =>
        xml.Raw("<Relationship").Attribute("Id", id).Attribute("Type", type).Attribute("Target", target).Raw("/>"u8);
}
