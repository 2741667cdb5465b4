using System.Collections;
using System.Globalization;
using System.Text;
using Scriban.Functions;
using Scriban.Runtime;

namespace Scriban.Evaluation;

/// <summary>Writes lists, objects and dates as text, within the limits of depth and length.</summary>
internal sealed class ValueWriter(TemplateContext context)
{
    private readonly StringBuilder _text = new();

    public void Append(object? value, bool nested, int depth)
    {
        if (IsFull)
        {
            return;
        }
        switch (value)
        {
            case null: _text.Append(nested ? "null" : string.Empty); break;
            case string text: AppendString(text, nested); break;
            case bool truth: _text.Append(truth ? "true" : "false"); break;
            case char c: AppendString(c.ToString(), nested); break;
            case DateTime date: AppendString(DateTimeFunctions.Format(context, date), nested); break;
            case DateTimeOffset date: AppendString(DateTimeFunctions.Format(context, date.DateTime), nested); break;
            case TimeSpan span: _text.Append(span.ToString(null, CultureInfo.InvariantCulture)); break;
            case IFormattable number: _text.Append(number.ToString(null, context.CurrentCulture)); break;
            case IScriptCustomFunction: _text.Append("function"); break;
            case LoopFrame: _text.Append("loop"); break;
            case EmptyScriptObject: break;
            case ScriptArray or ScriptRange: AppendList((IEnumerable)value, depth); break;
            case IScriptObject members: AppendObject(members.GetMembers().Select(name => (name, members.TryGetValue(context, default, name, out var item) ? item : null)), depth); break;
            case IDictionary dictionary: AppendObject(dictionary.Keys.Cast<object>().Select(key => (context.ObjectToString(key), dictionary[key])), depth); break;
            case IEnumerable items: AppendList(items, depth); break;
            default: _text.Append(value.ToString()); break;
        }
    }

    public override string ToString()
    {
        if (!IsFull)
        {
            return _text.ToString();
        }
        return _text.ToString(0, context.LimitToString) + "...";
    }

    private bool IsFull => context.LimitToString > 0 && _text.Length > context.LimitToString;

    private void AppendString(string text, bool quoted)
    {
        if (quoted)
        {
            _text.Append('"').Append(StringFunctions.Escape(text)).Append('"');
        }
        else
        {
            _text.Append(text);
        }
    }

    private void AppendList(IEnumerable items, int depth)
    {
        if (IsTooDeep(depth))
        {
            _text.Append("...");
            return;
        }
        _text.Append('[');
        var first = true;
        foreach (var item in items)
        {
            if (IsFull)
            {
                return;
            }
            _text.Append(first ? string.Empty : ", ");
            first = false;
            Append(context.FromHost(item), nested: true, depth + 1);
        }
        _text.Append(']');
    }

    private void AppendObject(IEnumerable<(string Name, object? Value)> members, int depth)
    {
        if (IsTooDeep(depth))
        {
            _text.Append("...");
            return;
        }
        _text.Append('{');
        var first = true;
        foreach (var (name, value) in members)
        {
            if (IsFull)
            {
                return;
            }
            _text.Append(first ? string.Empty : ", ").Append(name).Append(": ");
            first = false;
            Append(context.FromHost(value), nested: true, depth + 1);
        }
        _text.Append('}');
    }

    private bool IsTooDeep(int depth) => context.ObjectRecursionLimit > 0 && depth >= context.ObjectRecursionLimit;
}
