using System.Buffers;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using static CadreDocs.Documents.Scaffolding.ScaffoldText;

namespace CadreDocs.Documents.Scaffolding;

/// <summary>
/// Turns the bureau's own file into a template: finds the place of each field by its label, or where a mapping says, puts a content
/// control there, keeps one row of each table and makes the title generated text. Everything else stays as the bureau made it.
/// </summary>
public static partial class LabelMapper
{
    /// <summary>Maps a file to a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="document">The bytes of the bureau's .docx.</param>
    /// <param name="mapping">Places that labels do not find; null for none.</param>
    public static MappingResult Map(FormDefinition form, ReadOnlyMemory<byte> document, LabelMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        try
        {
            var package = PackageReader.Open(document);
            var main = Opc.Kind(package) == DocumentKind.Word ? Opc.MainPart(package) : throw new PackageException(PackageFaults.NotOffice());
            var root = SafeXml.Load(main).Root!;
            var work = new Work(form, root.Element(W + "body") ?? throw new PackageException(PackageFaults.MissingPart("w:body")), mapping ?? LabelMapping.None);
            work.Run();
            return new MappingResult(Repack(package, main.Name, root), work.Tags, work.Faults);
        }
        catch (PackageException e)
        {
            return new MappingResult(null, [], [e.Fault]);
        }
    }

    private static byte[] Repack(PackageReader package, string main, XElement root)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using var writer = new PackageWriter(buffer);
        foreach (var entry in package.Entries)
        {
            if (entry.Name == main)
            {
                using var stream = new MemoryStream();
                new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(root)).Save(stream, SaveOptions.DisableFormatting);
                writer.AddDeflated(entry.Name, stream.ToArray());
            }
            else
            {
                writer.AddRaw(entry);
            }
        }

        writer.Finish();
        return buffer.WrittenSpan.ToArray();
    }

    [GeneratedRegex(@"\{\{.*?\}\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"（(?<blank>\s+)年度）", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YearLine();

    private sealed class Work(FormDefinition form, XElement body, LabelMapping mapping)
    {
        private readonly List<MappedTable> _tables = body.Elements(W + "tbl").Select(table => new MappedTable(table)).ToList();
        private readonly HashSet<XElement> _taken = [];

        internal List<string> Tags { get; } = [];

        internal List<Fault> Faults { get; } = [];

        internal void Run()
        {
            // Cells are found before any is filled: a filled one would no longer be empty.
            foreach (var field in form.Fields.Where(field => !field.Ink))
            {
                if (!Placed(field.Key, field) && !InTable(field) && !InLine(field))
                {
                    NotFound(field.Key, Label(field.Key, field));
                }
            }

            var under = new List<MappedCell>();
            foreach (var section in form.Sections)
            {
                Section(section, under);
            }

            Titles();
        }

        private string Label(string tag, FormField field) => mapping.Places.FirstOrDefault(place => place.Field == tag)?.Label ?? field.Label;

        private bool Placed(string tag, FormField field)
        {
            if (mapping.Places.FirstOrDefault(place => place.Field == tag && place.Table is not null) is not { } place)
            {
                return false;
            }

            var rows = place.Table <= _tables.Count ? _tables[place.Table.Value - 1].Rows : [];
            if (place.Row > rows.Count || place.Cell > rows[place.Row!.Value - 1].Count)
            {
                return false;
            }

            Fill(rows[place.Row.Value - 1][place.Cell!.Value - 1], tag, field);
            return true;
        }

        private bool InTable(FormField field)
        {
            var label = MappedTable.Squeeze(Label(field.Key, field));
            foreach (var table in _tables)
            {
                foreach (var cell in table.Cells.Where(cell => !_taken.Contains(cell.Element)))
                {
                    var isLabel = cell.Words == label;
                    if (isLabel && table.Right(cell) is { IsEmpty: true } right && !_taken.Contains(right.Element))
                    {
                        Fill(right, field.Key, field);
                        return true;
                    }

                    // Long text stands in the label's own cell, below it; signature lines may follow.
                    if (field.Type == FieldType.Paragraphs && (isLabel || (cell.Words.StartsWith(label, StringComparison.Ordinal) && IsInk(cell.Words[label.Length..]))))
                    {
                        Fill(cell, field.Key, field);
                        return true;
                    }
                }
            }

            return false;
        }

        private bool IsInk(string words)
        {
            foreach (var ink in form.Fields.Where(field => field.Ink))
            {
                words = words.Replace(MappedTable.Squeeze(ink.Label), "", StringComparison.Ordinal);
            }

            return words.Length == 0;
        }

        private bool InLine(FormField field)
        {
            var label = Label(field.Key, field);
            foreach (var paragraph in body.Elements(W + "p"))
            {
                var cut = new ParagraphCut(paragraph);
                if (cut.Find(label) is not { } found)
                {
                    continue;
                }

                var start = found.End;
                while (start < cut.Text.Length && cut.Text[start] is '：' or ':' or ' ' && (cut.Text[start] != ' ' || cut.Text[found.End..start].Length == 0))
                {
                    start++;
                }

                MappedControls.FillLine(paragraph, cut, start, cut.BlankEnd(start), field.Key, field);
                Tags.Add(field.Key);
                return true;
            }

            return false;
        }

        private void Section(FormSection section, List<MappedCell> under)
        {
            var table = _tables.MaxBy(candidate => section.Fields.Count(field => Header(candidate, section, field) is not null));
            var headers = table is null ? [] : section.Fields.Select(field => (Field: field, Cell: Header(table, section, field))).Where(pair => pair.Cell is not null).ToList();
            if (table is null || headers.Count == 0)
            {
                NotFound(section.Key, section.Label);
                return;
            }

            var row = headers.Max(pair => pair.Cell!.Row) + 1;
            while (row < table.Rows.Count && !table.Rows[row].All(cell => (cell.IsEmpty && !_taken.Contains(cell.Element)) || Continues(cell)))
            {
                row++;
            }

            if (row == table.Rows.Count)
            {
                NotFound(section.Key, section.Label);
                return;
            }

            // 自培日期 spans ten columns: the cells under it are the section's columns, and the marks of the rows stand below them.
            if (section.Fields.Count == 1 && headers[0].Cell!.Span > 1)
            {
                var span = headers[0].Cell!;
                under.AddRange(table.Rows[row].Where(cell => cell.Start >= span.Start && cell.Start < span.Start + span.Span));
                under.ForEach(cell => Fill(cell, $"{section.Key}.{section.Fields[0].Key}", section.Fields[0]));
                return;
            }

            FillRow(section, table, row, headers.ToDictionary(pair => pair.Field.Key, pair => pair.Cell!.Start, StringComparer.Ordinal), under);
        }

        private void FillRow(FormSection section, MappedTable table, int row, Dictionary<string, int> columns, List<MappedCell> under)
        {
            var marks = 0;
            foreach (var field in section.Fields)
            {
                var tag = $"{section.Key}.{field.Key}";
                var column = columns.TryGetValue(field.Key, out var start) ? start
                    : field.Type == FieldType.Mark && marks < under.Count ? under[marks++].Start
                    : -1;
                if (Placed(tag, field))
                {
                    continue;
                }

                if (table.At(row, column) is { } cell)
                {
                    Fill(cell, tag, field);
                }
                else
                {
                    NotFound(tag, Label(tag, field));
                }
            }

            var number = table.Cells.FirstOrDefault(cell => cell.Row < row && cell.Words == "序号");
            if (number is not null && table.At(row, number.Start) is { IsEmpty: true } numbered)
            {
                numbered.Element.Elements(W + "p").First().Add(Element("r", Element("t", "{{ row.number }}")));
            }

            // One row is the template of all; the engine pads with empty ones as in the blank.
            foreach (var blank in table.Rows.Skip(row + 1).TakeWhile(cells => cells.Count == table.Rows[row].Count && cells.All(cell => cell.IsEmpty)))
            {
                blank[0].Element.Parent?.Remove();
            }
        }

        private MappedCell? Header(MappedTable table, FormSection section, FormField field)
        {
            var label = MappedTable.Squeeze(Label($"{section.Key}.{field.Key}", field));
            return table.Cells.FirstOrDefault(cell => cell.Words == label && !_taken.Contains(cell.Element));
        }

        private static bool Continues(MappedCell cell) =>
            cell.Element.Element(W + "tcPr")?.Element(W + "vMerge") is { } merge && (string?)merge.Attribute(W + "val") is null or "continue";

        private void Fill(MappedCell cell, string tag, FormField field)
        {
            _taken.Add(cell.Element);
            if (!Tags.Contains(tag))
            {
                Tags.Add(tag);
            }

            if (field.Type == FieldType.Paragraphs)
            {
                MappedControls.FillBlock(cell.Element, tag, field);
            }
            else
            {
                MappedControls.FillCell(cell.Element, tag, field);
            }
        }

        private void Titles()
        {
            var title = MappedTable.Squeeze(Scripts().Replace(form.PrintedTitle, ""));
            var isTitled = !form.PrintedTitle.Contains("{{", StringComparison.Ordinal);
            foreach (var paragraph in body.Elements(W + "p"))
            {
                var cut = new ParagraphCut(paragraph);
                if (YearLine().Match(cut.Text) is { Success: true } year)
                {
                    MappedControls.Replace(cut, year.Groups["blank"].Index, year.Groups["blank"].Index + year.Groups["blank"].Length, $"{{{{ year ?? \"{year.Groups["blank"].Value}\" }}}}");
                    continue;
                }

                // The words of the title are known, its blanks are whatever stands between and before them.
                if (!isTitled && MappedTable.Squeeze(cut.Text).EndsWith(title, StringComparison.Ordinal))
                {
                    MappedControls.Replace(cut, TitleStart(cut.Text, title), cut.Text.Length, form.PrintedTitle);
                    isTitled = true;
                }
            }

            if (!isTitled)
            {
                Faults.Add(new Fault(
                    "title-not-found",
                    $"没有找到标题“{title}”，请在文档中自行写入：{form.PrintedTitle}",
                    $"The title '{title}' was not found; write it into the document yourself: {form.PrintedTitle}"));
            }
        }

        /// <summary>Where the title begins: as many of its words counted from the end, and the blank before them.</summary>
        private static int TitleStart(string text, string title)
        {
            var (at, left) = (text.Length, title.Length);
            while (at > 0 && left > 0)
            {
                left -= MappedTable.Squeeze(text[--at].ToString()).Length;
            }

            while (at > 0 && text[at - 1] is '_')
            {
                at--;
            }

            return at;
        }

        private void NotFound(string tag, string label) => Faults.Add(new Fault(
            "label-not-found",
            $"没有找到“{label}”的位置，请在对照文件中写明它的标签或单元格（field: {tag}）。",
            $"No place was found for '{label}'; name its label or its cell in the mapping file (field: {tag}).",
            Tag: tag));
    }
}
