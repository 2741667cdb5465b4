using System.Globalization;
using System.Text;
using Scriban.Parsing;
using Scriban.Syntax;

namespace CadreDocs.Service.Commands;

/// <summary>Shows the faults of a script to its author: place, sentence, the line itself, carets under the text meant, and a hint.</summary>
internal static class ScriptErrors
{
    /// <summary>What helps against the faults that authors meet most; the words are looked for in the sentence of the fault.</summary>
    private static readonly (string[] Words, string Chinese, string English)[] Hints =
    [
        (["null"], "值可能为空：用 ?. 取成员，用 ?? 给出空时的写法，如 {{ 姓名 ?? \"—\" }}。", "The value may be empty: read members with ?. and give a replacement with ??."),
        (["'end'", "<end>", "never closed", "没有结束"], "if、for、while、case、func 等块要用 end 结束，{{ 要用 }} 结束，引号要成对。", "Blocks such as if and for end with 'end', '{{' with '}}', and quotes come in pairs."),
        (["no function", "not a function", "was not found", "no variable", "没有函数", "不是函数", "没有名为"], "检查名称的拼写；函数写作 对象.函数，如 string.upcase。", "Check the spelling; functions are written object.function, such as string.upcase."),
        (["'=='", "assign", "赋值"], "比较用 ==；赋值要单独成句。", "Compare with '=='; an assignment is a statement of its own."),
        (["value is expected", "expression is expected", "name", "Expecting", "cannot stand here", "does not belong", "应为一个值", "应为表达式", "应为值", "不应有"], "检查这里是否漏写了值、名称或标点，负数作参数时要加括号。", "Check whether a value, a name or a sign is missing; a negative argument needs parentheses."),
        (["more than", "limit", "Limit", "deep", "longer than", "超过", "过深"], "循环、递归或文字超过了允许的量；检查循环条件，或先截取数据。", "A loop, a recursion or a text is larger than allowed; check the condition or take fewer data."),
        (["read-only", "readonly", "只读"], "这个变量是只读的，请换一个名称。", "The variable is read-only; choose another name."),
        (["number", "数字", "整数"], "这里需要数字；文字可用 string.to_int 或 string.to_double 转换。", "A number is needed; text becomes one with string.to_int or string.to_double."),
    ];

    /// <summary>All faults of a parse, one after the other.</summary>
    /// <param name="text">The template.</param>
    /// <param name="messages">What the parser found.</param>
    /// <param name="culture">Chinese hints for a Chinese culture, English ones else.</param>
    public static string Format(string text, IEnumerable<LogMessage> messages, CultureInfo culture) =>
        string.Join('\n', messages.Select(message => Show(text, message.Span, message.Message, culture)));

    /// <summary>The failure of a render. Where it happened inside an included template, the line is not shown, because <paramref name="text"/> is not its text.</summary>
    /// <param name="text">The template that was rendered.</param>
    /// <param name="sourceFilePath">The name it was parsed with.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="culture">Chinese hints for a Chinese culture, English ones else.</param>
    public static string Format(string text, string? sourceFilePath, ScriptRuntimeException failure, CultureInfo culture) =>
        Show(failure.Span.FileName == sourceFilePath ? text : string.Empty, failure.Span, failure.OriginalMessage, culture);

    private static string Show(string text, SourceSpan span, string sentence, CultureInfo culture)
    {
        var (line, column) = (span.Start.Line, span.Start.Column);
        var result = new StringBuilder();
        result.Append(culture.IsChinese() ? "错误 " : "error ").Append(span.FileName ?? "<input>");
        result.Append(CultureInfo.InvariantCulture, $"({line + 1},{column + 1}): {sentence}\n");
        if (LineOf(text, line) is { } source)
        {
            var number = (line + 1).ToString(CultureInfo.InvariantCulture);
            var last = span.End.Line == line ? span.End.Column : source.Length - 1;
            result.Append(CultureInfo.InvariantCulture, $"  {number} | {source}\n  {new string(' ', number.Length)} | ");
            AppendMarks(result, source, column, Math.Max(last, column));
        }
        if (HintFor(sentence, culture.IsChinese()) is { } hint)
        {
            result.Append(culture.IsChinese() ? "  提示：" : "  hint: ").Append(hint).Append('\n');
        }
        return result.ToString();
    }

    private static bool IsChinese(this CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh";

    private static string? LineOf(string text, int line)
    {
        if (text.Length == 0)
        {
            return null;
        }
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return line < lines.Length ? lines[line] : null;
    }

    /// <summary>Blanks up to the place and carets under it; a wide character takes a wide blank or caret, so that they stand below each other in a terminal.</summary>
    private static void AppendMarks(StringBuilder result, string source, int first, int last)
    {
        for (var i = 0; i <= Math.Min(last, Math.Max(first, source.Length - 1)); i++)
        {
            var c = i < source.Length ? source[i] : ' ';
            if (char.IsLowSurrogate(c))
            {
                continue;
            }
            result.Append(i < first ? (c == '\t' ? '\t' : IsWide(c) ? '\u3000' : ' ') : IsWide(c) ? '＾' : '^');
        }
        result.Append('\n');
    }

    /// <summary>Chinese characters, full-width signs, and characters beyond the basic plane fill two cells.</summary>
    private static bool IsWide(char c) => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' || char.IsHighSurrogate(c);

    private static string? HintFor(string sentence, bool chinese)
    {
        foreach (var (words, inChinese, inEnglish) in Hints)
        {
            if (words.Any(word => sentence.Contains(word, StringComparison.Ordinal)))
            {
                return chinese ? inChinese : inEnglish;
            }
        }
        return null;
    }
}
