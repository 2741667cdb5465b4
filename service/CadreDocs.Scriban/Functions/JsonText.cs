using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>Writes values as JSON, within the limits of depth and length.</summary>
internal static class JsonText
{
    public static string Of(TemplateContext context, ScriptNode node, object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        Write(context, node, writer, value, 0);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(TemplateContext context, ScriptNode node, Utf8JsonWriter writer, object? value, int depth)
    {
        context.CheckLength(node, writer.BytesCommitted + writer.BytesPending);
        if (context.ObjectRecursionLimit > 0 && depth > context.ObjectRecursionLimit)
        {
            throw new ScriptRuntimeException(node.Span, Say.It($"The value is nested more than {context.ObjectRecursionLimit} deep."));
        }
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case float number when float.IsFinite(number): writer.WriteNumberValue(number); break;
            case BigInteger number: writer.WriteRawValue(number.ToString(CultureInfo.InvariantCulture)); break;
            case DateTime date: writer.WriteStringValue(date); break;
            case DateTimeOffset date: writer.WriteStringValue(date); break;
            case DateOnly date: writer.WriteStringValue(date.ToString("O", CultureInfo.InvariantCulture)); break;
            case Enum number: writer.WriteRawValue(number.ToString("D")); break;
            case sbyte or byte or short or ushort or uint or ulong: writer.WriteRawValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)); break;
            case IScriptCustomFunction: throw new ScriptRuntimeException(node.Span, Say.It($"A function cannot be written as JSON."));
            case ScriptArray or ScriptRange: WriteList(context, node, writer, (IEnumerable)value, depth); break;
            case IScriptObject members: WriteObject(context, node, writer, members.GetMembers().Select(name => (name, members.TryGetValue(context, node.Span, name, out var item) ? item : null)), depth); break;
            case IDictionary dictionary: WriteObject(context, node, writer, dictionary.Keys.Cast<object>().Select(key => (context.ObjectToString(key), dictionary[key])), depth); break;
            case IEnumerable items: WriteList(context, node, writer, items, depth); break;
            default: WriteOther(context, node, writer, value, depth); break;
        }
    }

    private static void WriteOther(TemplateContext context, ScriptNode node, Utf8JsonWriter writer, object value, int depth)
    {
        if (DotNetMembers.Of(context, value) is { } members)
        {
            WriteObject(context, node, writer, members.Names.Select(name => (name, context.TryReadMember(node.Span, value, name, out var item) ? item : null)), depth);
        }
        else
        {
            writer.WriteStringValue(context.ObjectToString(value));
        }
    }

    private static void WriteList(TemplateContext context, ScriptNode node, Utf8JsonWriter writer, IEnumerable items, int depth)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            Write(context, node, writer, context.FromHost(item), depth + 1);
        }
        writer.WriteEndArray();
    }

    private static void WriteObject(TemplateContext context, ScriptNode node, Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> members, int depth)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(context, node, writer, context.FromHost(value), depth + 1);
        }
        writer.WriteEndObject();
    }
}
