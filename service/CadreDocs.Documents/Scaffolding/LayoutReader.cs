using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Reads the <c>layout:</c> of a <c>form.yaml</c>.</summary>
public static class LayoutReader
{
    private static readonly string[] LayoutKeys =
        ["orientation", "margins", "fontSize", "titleSize", "heading", "before", "columns", "rows", "after"];

    /// <summary>The layout in the YAML text of a form; null where it has none.</summary>
    /// <exception cref="FormatException">The layout is not understood; the message names line and key.</exception>
    public static DocumentLayout? Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new FormatException($"Line {e.Start.Line}: {e.Message}", e);
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root
            || !root.Children.TryGetValue(new YamlScalarNode("layout"), out var node))
        {
            return null;
        }

        var layout = Mapping(node);
        if (layout.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(key => !LayoutKeys.Contains(key.Value)) is { } unknown)
        {
            throw Fault(unknown, $"'{unknown.Value}' is not a key of a layout.");
        }

        var result = new DocumentLayout
        {
            Landscape = Text(layout, "orientation") is "landscape",
            OneLineHeading = Text(layout, "heading") is "one-line",
            Before = Lines(layout, "before"),
            After = Lines(layout, "after"),
            Columns = Numbers(layout, "columns") ?? [],
            Rows = Items(layout, "rows").Select(Row).ToList(),
        };
        result = result with
        {
            Margins = Numbers(layout, "margins") ?? result.Margins,
            FontSize = Number(layout, "fontSize") ?? result.FontSize,
            TitleSize = Number(layout, "titleSize") ?? result.TitleSize,
        };
        foreach (var (row, index) in result.Rows.Select((row, index) => (row, index)))
        {
            if (row.Cells.Sum(cell => cell.Span) != result.Columns.Count)
            {
                throw Fault(node, $"row {index + 1} covers {row.Cells.Sum(cell => cell.Span)} of {result.Columns.Count} columns.");
            }
        }

        return result.Margins.Count == 4 ? result : throw Fault(node, "margins are four numbers: top, right, bottom, left.");
    }

    private static LayoutRow Row(YamlNode node)
    {
        if (node is YamlSequenceNode cells)
        {
            return new LayoutRow(cells.Select(Cell).ToList(), null, false);
        }

        var row = Mapping(node);
        return new LayoutRow(Items(row, "cells").Select(Cell).ToList(), Number(row, "height"), Text(row, "header") is "true", Number(row, "size"));
    }

    private static LayoutCell Cell(YamlNode node)
    {
        if (node is YamlScalarNode scalar)
        {
            return scalar.Value == "^"
                ? new LayoutCell(null, null, 1, 1, true, null, [])
                : new LayoutCell(scalar.Value, null, 1, 1, false, null, []);
        }

        var cell = Mapping(node);
        return new LayoutCell(
            Text(cell, "label"), Text(cell, "field"), (int)(Number(cell, "span") ?? 1), (int)(Number(cell, "down") ?? 1),
            false, Text(cell, "align"), Items(cell, "ink").Select(line => ((YamlScalarNode)line).Value ?? "").ToList());
    }

    private static List<LayoutLine> Lines(YamlMappingNode layout, string key) => Items(layout, key).Select(node =>
    {
        if (node is YamlScalarNode scalar)
        {
            return new LayoutLine(scalar.Value ?? "");
        }

        var line = Mapping(node);
        return new LayoutLine(
            Text(line, "text") ?? "", Text(line, "align") ?? "left", Numbers(line, "tabs"), Number(line, "size"), Number(line, "space") ?? 3);
    }).ToList();

    private static YamlMappingNode Mapping(YamlNode node) => node as YamlMappingNode ?? throw Fault(node, "a mapping is expected.");

    private static IEnumerable<YamlNode> Items(YamlMappingNode mapping, string key) =>
        !mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? []
        : node as YamlSequenceNode ?? throw Fault(node, $"'{key}' is a list.");

    private static string? Text(YamlMappingNode mapping, string key) =>
        !mapping.Children.TryGetValue(new YamlScalarNode(key), out var node) ? null
        : node is YamlScalarNode scalar ? scalar.Value : throw Fault(node, $"'{key}' is a text.");

    private static double? Number(YamlMappingNode mapping, string key) =>
        Text(mapping, key) is not { } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw Fault(mapping, $"'{key}' is a number.");

    private static List<double>? Numbers(YamlMappingNode mapping, string key) =>
        !mapping.Children.ContainsKey(new YamlScalarNode(key)) ? null
        : Items(mapping, key).Select(node => node is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Fault(node, $"'{key}' is a list of numbers.")).ToList();

    private static FormatException Fault(YamlNode node, string message) => new($"Line {node.Start.Line}: {message}");
}
