using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CadreDocs.Documents.Forms;
using YamlDotNet.RepresentationModel;

namespace CadreDocs.Service.Scheme;

/// <summary>Holds <c>scheme.yaml</c> against the properties of <see cref="SchemeDefinition"/>: a key that nobody reads is a fault, not a wish.</summary>
internal static class SchemeKeys
{
    /// <summary>Unknown keys, missing ones, and values of the wrong kind, in the order of the file.</summary>
    public static List<Fault> Check(YamlNode root, string file)
    {
        var faults = new List<Fault>();
        Look(root, typeof(SchemeDefinition), "", file, faults);
        return faults;
    }

    private static void Look(YamlNode node, Type type, string path, string file, List<Fault> faults)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (node is YamlScalarNode { Value: null or "" } && plain != typeof(string) && (plain != type || !plain.IsValueType))
        {
            return; // left empty
        }

        if (plain == typeof(string) || plain == typeof(int) || plain == typeof(decimal) || plain == typeof(bool))
        {
            if (node is not YamlScalarNode scalar || !Fits(scalar.Value ?? "", plain))
            {
                Add("scheme-value", $"应为{Kind(plain).Zh}。", $"must be {Kind(plain).En}.", path, node);
            }
        }
        else if (plain.IsGenericType && plain.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            if (Mapping() is { } mapping)
            {
                foreach (var (key, value) in mapping.Children)
                {
                    Look(value, plain.GenericTypeArguments[1], Join(path, key.ToString()), file, faults);
                }
            }
        }
        else if (typeof(IList).IsAssignableFrom(plain))
        {
            if (node is not YamlSequenceNode list)
            {
                Add("scheme-value", "应为列表。", "must be a list.", path, node);
                return;
            }

            for (var i = 0; i < list.Children.Count; i++)
            {
                Look(list.Children[i], plain.GenericTypeArguments[0], $"{path}[{i + 1}]", file, faults);
            }
        }
        else if (Mapping() is { } mapping)
        {
            var properties = plain.GetProperties().Where(property => property.CanWrite).ToDictionary(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
            foreach (var (key, value) in mapping.Children)
            {
                if (properties.TryGetValue(key.ToString(), out var property))
                {
                    Look(value, property.PropertyType, Join(path, key.ToString()), file, faults);
                }
                else
                {
                    Add("scheme-key", $"没有这个键，可用的有：{string.Join("、", properties.Keys)}。", $"is no key here; there are {string.Join(", ", properties.Keys)}.", Join(path, key.ToString()), key);
                }
            }

            foreach (var (name, property) in properties.Where(pair => pair.Value.GetCustomAttribute<RequiredMemberAttribute>() is not null))
            {
                if (!mapping.Children.Any(child => child.Key.ToString() == name && child.Value is not YamlScalarNode { Value: null or "" }))
                {
                    Add("scheme-missing", "必须填写。", "is missing.", Join(path, name), node);
                }
            }
        }

        YamlMappingNode? Mapping()
        {
            if (node is YamlMappingNode mapping)
            {
                return mapping;
            }

            Add("scheme-value", "应为一组“键: 值”。", "must be a mapping of keys to values.", path, node);
            return null;
        }

        void Add(string code, string zh, string en, string where, YamlNode at) => faults.Add(new Fault(
            code, $"第 {at.Start.Line} 行 {where}：{zh}", $"Line {at.Start.Line}, {where}: {en}", file));
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static bool Fits(string text, Type type) =>
        type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        : type == typeof(decimal) ? decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
        : type != typeof(bool) || text is "true" or "false";

    private static (string Zh, string En) Kind(Type type) =>
        type == typeof(int) ? ("整数", "a whole number") : type == typeof(decimal) ? ("数字", "a number") : type == typeof(bool) ? ("true 或 false", "true or false") : ("文字", "text");
}
