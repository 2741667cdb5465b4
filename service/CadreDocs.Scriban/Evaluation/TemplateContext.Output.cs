using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>Where text goes, and how much of it.</summary>
public partial class TemplateContext
{
    private const int LongestNumber = 64;
    private readonly PooledOutput _ownOutput = new();
    private OutputFrame[]? _outputs;
    private int _outputCount;
    private IScriptOutput? _output;
    private long _written;
    private string? _indent;
    private bool _atLineStart;
    private bool _lineStartBefore;
    private long _writtenBefore;

    /// <summary>Where text goes now. Without a pushed output the context keeps the text itself.</summary>
    public IScriptOutput Output => _output ?? _ownOutput;

    /// <summary>Sends text into a new <see cref="StringBuilderOutput"/> until <see cref="PopOutput"/>.</summary>
    public void PushOutput() => PushOutput(new StringBuilderOutput());

    /// <summary>Sends text elsewhere until <see cref="PopOutput"/>.</summary>
    /// <param name="output">Where to.</param>
    public void PushOutput(IScriptOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Push(ref _outputs, ref _outputCount, new OutputFrame(_output, _written, _indent));
        _output = output;
        _written = 0;
        _indent = null;
    }

    /// <summary>Goes back to the output before.</summary>
    /// <exception cref="InvalidOperationException">No output was pushed.</exception>
    public IScriptOutput PopOutput()
    {
        if (_outputCount == 0)
        {
            throw new InvalidOperationException("No output was pushed.");
        }
        var top = Output;
        var frame = _outputs![--_outputCount];
        _outputs[_outputCount] = default;
        _output = frame.Output;
        _written = frame.Written;
        _indent = frame.Indent;
        return top;
    }

    /// <summary>Writes a value as text; nothing for null.</summary>
    /// <param name="span">The text of the template it comes from.</param>
    /// <param name="textAsObject">The value.</param>
    public virtual TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        switch (textAsObject)
        {
            case null:
                return this;
            case string text:
                return Write(text);
        }
        if (!_isPlain || textAsObject is bool)
        {
            return Write(ObjectToString(textAsObject));
        }
        if (_output is null && _indent is null && HasRoom(LongestNumber))
        {
            var written = Format(textAsObject, _ownOutput.Room(LongestNumber));
            _ownOutput.Advance(Math.Max(0, written));
            _written -= LongestNumber - Math.Max(0, written);
            return written >= 0 ? this : Write(ObjectToString(textAsObject));
        }
        Span<char> buffer = stackalloc char[LongestNumber];
        var length = Format(textAsObject, buffer);
        if (length < 0)
        {
            return Write(ObjectToString(textAsObject));
        }
        WriteSpan(buffer[..length]);
        return this;
    }

    /// <summary>Formats a number; -1 for what is no number or does not fit.</summary>
    private int Format(object value, Span<char> room)
    {
        var length = 0;
        var fits = value switch
        {
            int number => number.TryFormat(room, out length, default, CurrentCulture),
            long number => number.TryFormat(room, out length, default, CurrentCulture),
            decimal number => number.TryFormat(room, out length, default, CurrentCulture),
            double number => number.TryFormat(room, out length, default, CurrentCulture),
            _ => false,
        };
        return fits ? length : -1;
    }

    /// <summary>Writes text.</summary>
    public virtual TemplateContext Write(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            if (_indent is null)
            {
                WriteWithin(text, 0, text.Length);
            }
            else
            {
                WriteIndented(text);
            }
        }
        return this;
    }

    /// <summary>Writes the line end of <see cref="NewLine"/>.</summary>
    public TemplateContext WriteLine() => Write(NewLine);

    /// <summary>Runs statements with their output caught in a string.</summary>
    internal (string Text, object? Result) Capture(ScriptNode body)
    {
        var output = new PooledOutput();
        var enabled = EnableOutput;
        PushOutput(output);
        EnableOutput = true;
        try
        {
            var result = body.Evaluate(this);
            return (output.ToString(), result);
        }
        finally
        {
            EnableOutput = enabled;
            PopOutput();
            output.Release();
        }
    }

    /// <summary>Runs another template with locals of its own, and its output caught in a string.</summary>
    internal string Capture(Template template, ScriptArray arguments)
    {
        PushLocalFrame(arguments, null);
        var before = EnterSourceFile(template.SourceFilePath);
        try
        {
            return Capture(template.Page!).Text;
        }
        finally
        {
            Flow = FlowState.None;
            EnterSourceFile(before);
            PopLocalFrame();
        }
    }

    internal void WriteLiteral(ScriptRawStatement statement)
    {
        if (!EnableOutput)
        {
            return;
        }
        var length = statement.EndOffset - statement.StartOffset;
        if (_output is { PrefersUtf8: true } output && _indent is null && HasRoom(length))
        {
            output.WriteLiteral(statement.Utf8);
        }
        else if (_indent is null)
        {
            WriteWithin(statement.Source!.Text, statement.StartOffset, length);
        }
        else
        {
            WriteIndented(statement.Text);
        }
    }

    /// <summary>Begins the indentation of a code block; null ends it, and inside a function goes back to that of its caller. A block without indentation that writes nothing leaves the line as it was.</summary>
    internal void Indent(string? indent)
    {
        if (indent is { Length: 0 })
        {
            _lineStartBefore = _atLineStart;
            _writtenBefore = _written;
        }
        _atLineStart = indent is null && (_atLineStart || (_lineStartBefore && _writtenBefore == _written));
        _lineStartBefore &= indent is not null;
        indent ??= _localCount > 0 ? _locals![_localCount - 1]!.Indent : null;
        _indent = AutoIndent && indent is { Length: > 0 } ? indent : null;
    }

    /// <summary>The text the context kept itself; it then starts anew.</summary>
    internal string DetachOutput()
    {
        if (_output is { } pushed)
        {
            var text = pushed.ToString() ?? string.Empty;
            (pushed as StringBuilderOutput)?.Builder.Clear();
            return text;
        }
        _written = 0;
        return _ownOutput.Detach();
    }

    /// <summary>Forgets the text of a render that failed.</summary>
    internal void DropOutput()
    {
        _ownOutput.Release();
        _written = 0;
        _indent = null;
    }

    private void ResetOutput()
    {
        while (_outputCount > 0)
        {
            PopOutput();
        }
        _ownOutput.Release();
        _written = 0;
        _indent = null;
        EnableOutput = true;
    }

    private void WriteIndented(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var lineEnd = text.IndexOf('\n', start);
            var end = lineEnd < 0 ? text.Length : lineEnd + 1;
            var isEmpty = text[start] == '\n' || (text[start] == '\r' && end - start == 2);
            if (_atLineStart && (IndentOnEmptyLines || !isEmpty))
            {
                WriteWithin(_indent!, 0, _indent!.Length);
            }
            WriteWithin(text, start, end - start);
            _atLineStart = lineEnd >= 0;
            start = end;
        }
    }

    private void WriteSpan(ReadOnlySpan<char> text)
    {
        if (_indent is not null && _atLineStart)
        {
            Write(text.ToString());
        }
        else if (HasRoom(text.Length))
        {
            if (_output is null)
            {
                _ownOutput.Write(text);
            }
            else
            {
                _output.Write(text);
            }
        }
        else
        {
            WriteWithin(text.ToString(), 0, text.Length);
        }
    }

    private void WriteWithin(string text, int offset, int count)
    {
        if (!HasRoom(count))
        {
            Cut(text, offset, count);
        }
        else if (_output is null)
        {
            _ownOutput.Write(text.AsSpan(offset, count));
        }
        else
        {
            _output.Write(text, offset, count);
        }
    }

    /// <summary>Whether so many characters may still be written; if so, they are counted.</summary>
    private bool HasRoom(int count)
    {
        if (LimitToString > 0 && _written + count > LimitToString)
        {
            return false;
        }
        _written += count;
        return true;
    }

    /// <summary>Writes what fits and the mark of the cut; all later text is dropped.</summary>
    private void Cut(string text, int offset, int count)
    {
        if (_written > LimitToString)
        {
            return;
        }
        var room = (int)Math.Min(count, LimitToString - _written);
        Output.Write(text, offset, room);
        Output.Write("...", 0, 3);
        _written = (long)LimitToString + 1;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct OutputFrame(IScriptOutput? Output, long Written, string? Indent);
}
