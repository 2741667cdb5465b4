using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CadreDocs.Documents.Forms;

/// <summary>Reads <c>form.yaml</c>. Works on YAML nodes, not on reflection: a form is read in a millisecond of a fresh process, and every fault knows its line.</summary>
public static class FormDefinitionReader
{
    private static readonly string[] FormKeys =
    [
        "id", "sheet", "title", "titleEn", "portfolio", "item", "clock", "filledBy", "clause", "restricted", "official", "uploadOnly",
        "counts", "printedTitle", "fields", "sections", "layout",
    ];

    private static readonly string[] FieldKeys =
    [
        "key", "label", "labelEn", "type", "required", "maxLength", "minimum", "maximum", "choices", "prefill", "prompt", "format", "computed", "ink",
    ];

    private static readonly string[] SectionKeys = ["key", "label", "rowsPerSheet", "fields"];

    /// <summary>Reads a form.</summary>
    /// <param name="yaml">The text of <c>form.yaml</c>.</param>
    /// <param name="file">Its name, for the messages.</param>
    /// <returns>The form, and all faults at once; the form is null where there is one.</returns>
    public static (FormDefinition? Form, IReadOnlyList<Fault> Faults) Read(string yaml, string file = "form.yaml")
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var faults = new List<Fault>();
        YamlNode? root;
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(yaml);
            stream.Load(reader);
            root = stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
        }
        catch (YamlException cause)
        {
            return (null, [new Fault(
                "form-yaml",
                $"{file} 第 {cause.Start.Line} 行：YAML 写法有误（{cause.Message}）。",
                $"{file}, line {cause.Start.Line}: not valid YAML ({cause.Message}).",
                file)]);
        }

        if (root is not YamlMappingNode mapping)
        {
            return (null, [new Fault("form-yaml", $"{file} 应当是一组“键: 值”。", $"{file} must be one mapping of keys to values.", file)]);
        }

        var form = ReadForm(new FormNode(mapping, file, faults, FormKeys));
        return (faults.Count == 0 ? form : null, faults);
    }

    private static FormDefinition ReadForm(FormNode node)
    {
        var fields = node.List("fields").Select(ReadField).ToList();
        var sections = node.List("sections").Select(ReadSection).ToList();
        node.RequireDistinct(fields.Select(field => field.Key).Concat(sections.Select(section => section.Key)));
        return new FormDefinition
        {
            Id = node.Key("id"),
            Sheet = node.Text("sheet"),
            Title = node.Needed("title"),
            TitleEn = node.Needed("titleEn"),
            Portfolio = node.Choice("portfolio", ("school", Portfolio.School), ("personal", Portfolio.Personal)),
            Item = node.Integer("item", 1, 9) ?? 0,
            Clock = node.Choice(
                "clock", ("semester", Clock.Semester), ("year", Clock.Year), ("three-year", Clock.ThreeYear), ("five-year", Clock.FiveYear)),
            FilledBy = node.Choice("filledBy", ("cadre", "cadre"), ("secretary", "secretary")) ?? "",
            Clause = node.Needed("clause"),
            Restricted = node.Flag("restricted"),
            Official = node.Flag("official", absent: true),
            UploadOnly = node.Flag("uploadOnly"),
            Counts = node.Text("counts"),
            PrintedTitle = node.Needed("printedTitle"),
            Fields = fields,
            Sections = sections,
        };
    }

    private static FormField ReadField(FormNode parent, YamlNode item)
    {
        var node = parent.Child(item, FieldKeys);
        var type = node.Choice(
            "type",
            ("text", FieldType.Text),
            ("paragraphs", FieldType.Paragraphs),
            ("date", FieldType.Date),
            ("month", FieldType.Month),
            ("integer", FieldType.Integer),
            ("credit", FieldType.Credit),
            ("mark", FieldType.Mark),
            ("choice", FieldType.Choice));
        var choices = node.Texts("choices");
        if (type == FieldType.Choice && choices.Count == 0)
        {
            node.Fault("field-choices", "选项字段必须列出 choices。", "A choice field must list its choices.");
        }

        return new FormField
        {
            Key = node.Key("key"),
            Label = node.Needed("label"),
            LabelEn = node.Text("labelEn"),
            Type = type,
            Required = node.Flag("required"),
            MaxLength = node.Integer("maxLength", 1, 1_000_000),
            Minimum = node.Number("minimum"),
            Maximum = node.Number("maximum"),
            Choices = choices,
            Prefill = node.Text("prefill"),
            Prompt = node.Text("prompt"),
            Format = node.Text("format") is null ? null : node.Choice("format", ("long", "long"), ("short", "short")),
            Computed = node.Flag("computed"),
            Ink = node.Flag("ink"),
        };
    }

    private static FormSection ReadSection(FormNode parent, YamlNode item)
    {
        var node = parent.Child(item, SectionKeys);
        var fields = node.List("fields").Select(ReadField).ToList();
        node.RequireDistinct(fields.Select(field => field.Key));
        if (fields.Count == 0)
        {
            node.Fault("section-fields", "重复行至少要有一个字段。", "A section needs at least one field.");
        }

        return new FormSection
        {
            Key = node.Key("key"),
            Label = node.Needed("label"),
            RowsPerSheet = node.Integer("rowsPerSheet", 1, 200, needed: true) ?? 1,
            Fields = fields,
        };
    }

    private static IEnumerable<T> Select<T>(this (FormNode Parent, IReadOnlyList<YamlNode> Items) list, Func<FormNode, YamlNode, T> read) =>
        list.Items.Select(item => read(list.Parent, item));

    /// <summary>One mapping of the file with its faults.</summary>
    private sealed class FormNode
    {
        private readonly YamlMappingNode _node;
        private readonly string _file;
        private readonly List<Fault> _faults;
        private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

        public FormNode(YamlMappingNode node, string file, List<Fault> faults, string[] known)
        {
            (_node, _file, _faults) = (node, file, faults);
            foreach (var (key, value) in node.Children)
            {
                var name = (key as YamlScalarNode)?.Value ?? "";
                _values[name] = value;
                if (!known.Contains(name))
                {
                    Fault("form-unknown-key", $"不认识的键“{name}”。可用的键：{string.Join("、", known)}。", $"Unknown key '{name}'. Known keys: {string.Join(", ", known)}.", key);
                }
            }
        }

        public FormNode Child(YamlNode item, string[] known)
        {
            if (item is YamlMappingNode mapping)
            {
                return new FormNode(mapping, _file, _faults, known);
            }

            Fault("form-yaml", "这里应当是一组“键: 值”。", "A mapping of keys to values must stand here.", item);
            return new FormNode([], _file, [], known);
        }

        public (FormNode Parent, IReadOnlyList<YamlNode> Items) List(string key)
        {
            switch (_values.GetValueOrDefault(key))
            {
                case YamlSequenceNode sequence:
                    return (this, sequence.Children.ToList());
                case null or YamlScalarNode { Value: "" or "~" or null }:
                    return (this, []);
                case var other:
                    Fault("form-yaml", $"“{key}”应当是列表。", $"'{key}' must be a list.", other);
                    return (this, []);
            }
        }

        public string? Text(string key)
        {
            switch (_values.GetValueOrDefault(key))
            {
                case null:
                    return null;
                case YamlScalarNode scalar:
                    return scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" } ? null : scalar.Value;
                case var other:
                    Fault("form-yaml", $"“{key}”应当是文字。", $"'{key}' must be text.", other);
                    return null;
            }
        }

        public string Needed(string key)
        {
            if (Text(key) is { Length: > 0 } text)
            {
                return text;
            }

            Fault("form-missing-key", $"缺少“{key}”。", $"'{key}' is missing.");
            return "";
        }

        public string Key(string key)
        {
            var text = Needed(key);
            if (text.Length > 0 && (text.Length > 40 || !char.IsAsciiLetterLower(text[0]) || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-')))
            {
                Fault(
                    "form-key",
                    $"“{text}”不能作键：只用 ASCII 字母、数字和连字符，以小写字母开头，最多 40 个字符。",
                    $"'{text}' cannot be a key: ASCII letters, digits and hyphens, a lower-case letter first, at most 40 characters.");
            }

            return text;
        }

        public List<string> Texts(string key) => List(key).Items.OfType<YamlScalarNode>().Select(item => item.Value ?? "").ToList();

        public bool Flag(string key, bool absent = false)
        {
            switch (Text(key))
            {
                case null:
                    return absent;
                case "true":
                    return true;
                case "false":
                    return false;
                case var other:
                    Fault("form-value", $"“{key}”只能是 true 或 false，不能是“{other}”。", $"'{key}' is true or false, not '{other}'.", _values[key]);
                    return absent;
            }
        }

        public int? Integer(string key, int minimum, int maximum, bool needed = false)
        {
            var text = Text(key);
            if (text is null && !needed && key != "item")
            {
                return null;
            }

            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum)
            {
                return value;
            }

            Fault("form-value", $"“{key}”应当是 {minimum} 到 {maximum} 的整数。", $"'{key}' must be a whole number from {minimum} to {maximum}.", _values.GetValueOrDefault(key));
            return null;
        }

        public decimal? Number(string key)
        {
            var text = Text(key);
            if (text is null)
            {
                return null;
            }

            if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            Fault("form-value", $"“{key}”应当是数字。", $"'{key}' must be a number.", _values[key]);
            return null;
        }

        public T? Choice<T>(string key, params (string Name, T Value)[] choices)
        {
            var text = Text(key);
            foreach (var (name, value) in choices)
            {
                if (name == text)
                {
                    return value;
                }
            }

            var names = choices.Select(choice => choice.Name).ToList();
            Fault("form-value", $"“{key}”只能是：{string.Join("、", names)}。", $"'{key}' must be one of: {string.Join(", ", names)}.", _values.GetValueOrDefault(key));
            return default;
        }

        public void RequireDistinct(IEnumerable<string> keys)
        {
            foreach (var key in keys.Where(key => key.Length > 0).GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key))
            {
                Fault("form-duplicate-key", $"键“{key}”出现了两次。", $"The key '{key}' occurs twice.");
            }
        }

        public void Fault(string code, string chinese, string english, YamlNode? place = null)
        {
            var line = (place ?? _node).Start.Line;
            _faults.Add(new Fault(code, $"{_file} 第 {line} 行：{chinese}", $"{_file}, line {line}: {english}", _file));
        }
    }
}
