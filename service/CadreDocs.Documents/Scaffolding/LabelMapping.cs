using System.Globalization;
using CadreDocs.Documents.Forms;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>Where the labels of an official file differ from <c>form.yaml</c>: other words, or a cell by its position.</summary>
/// <remarks>
/// A YAML list: <c>- {field: name, label: 姓 名}</c> or <c>- {field: rows.name, table: 1, row: 3, cell: 2}</c>, all counted from 1 as they stand in the file.
/// </remarks>
public sealed record LabelMapping(IReadOnlyList<LabelPlace> Places)
{
    /// <summary>A mapping without entries: labels as in the form.</summary>
    public static LabelMapping None { get; } = new([]);

    /// <summary>Reads a mapping file.</summary>
    /// <exception cref="FormatException">It is not such a list; the message names the line.</exception>
    public static LabelMapping Read(string yaml)
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

        if (stream.Documents.Count == 0)
        {
            return None;
        }

        var list = stream.Documents[0].RootNode as YamlSequenceNode ?? throw new FormatException("Line 1: a mapping is a list of places.");
        return new LabelMapping(list.Select(node =>
        {
            var place = node as YamlMappingNode ?? throw new FormatException($"Line {node.Start.Line}: a place is {{field, label}} or {{field, table, row, cell}}.");
            string? Text(string key) => place.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;
            int? Number(string key) => Text(key) is not { } text ? null
                : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
                : throw new FormatException($"Line {node.Start.Line}: '{key}' is a number from 1.");
            var result = new LabelPlace(Text("field") ?? throw new FormatException($"Line {node.Start.Line}: 'field' is missing."), Text("label"), Number("table"), Number("row"), Number("cell"));
            return result.Label is not null || (result.Table is not null && result.Row is not null && result.Cell is not null)
                ? result
                : throw new FormatException($"Line {node.Start.Line}: '{result.Field}' needs a label, or table, row and cell.");
        }).ToList());
    }
}

/// <summary>One entry of a mapping.</summary>
/// <param name="Field">Field key, or section and key.</param>
/// <param name="Label">The label's words in the file; null where the cell is given.</param>
/// <param name="Table">1-based table of the file, or null.</param>
/// <param name="Row">1-based row of that table, or null.</param>
/// <param name="Cell">1-based cell of that row, or null.</param>
public sealed record LabelPlace(string Field, string? Label, int? Table, int? Row, int? Cell);

/// <summary>An official file with tags.</summary>
/// <param name="Document">The bytes of a .docx; null where the file cannot be read at all.</param>
/// <param name="Tags">Tags that found a place, in the order of the form.</param>
/// <param name="Faults">Fields that found none, each with the label that was looked for.</param>
public sealed record MappingResult(byte[]? Document, IReadOnlyList<string> Tags, IReadOnlyList<Fault> Faults);
