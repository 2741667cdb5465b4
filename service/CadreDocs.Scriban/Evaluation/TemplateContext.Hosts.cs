using Scriban.Evaluation;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>What a host may ask of a running context, and how it may change what happens on errors.</summary>
public partial class TemplateContext
{
    /// <summary>Writes a failure in place of the text that failed, with the sentence in brackets.</summary>
    public static readonly RenderRuntimeExceptionDelegate RenderRuntimeExceptionDefault = static exception => $"[{exception?.OriginalMessage}]";

    private Stack<string?>? _sourceFiles;
    private ScriptExpression? _statement;

    /// <summary>Turns a failure into the text that is written in its place.</summary>
    /// <param name="exception">The failure.</param>
    /// <returns>The text.</returns>
    public delegate string RenderRuntimeExceptionDelegate(ScriptRuntimeException exception);

    /// <summary>What is written where a statement that writes a value fails; the render then goes on. Without it, as is the default, a failure ends the render. A cancelled render ends in any case.</summary>
    public RenderRuntimeExceptionDelegate? RenderRuntimeException { get; set; }

    /// <summary>Whether a function that ends without <c>ret</c> is an error where its value is used in an expression; false unless set, which makes the value null.</summary>
    public bool ErrorForStatementFunctionAsExpression { get; set; }

    /// <summary>Items that are taken from an <see cref="IQueryable"/>; <see cref="LoopLimit"/> where null, no limit where 0.</summary>
    public int? LoopLimitQueryable { get; set; }

    /// <summary>The logical name of the template that is running; null where it has none.</summary>
    public string? CurrentSourceFile { get; private set; }

    /// <summary>Whether a loop is running in the current function or page.</summary>
    public bool IsInLoop => _loopCount > CurrentLocal.LoopBase;

    /// <summary>Number of objects whose members are variables, the built-in functions among them.</summary>
    public int GlobalCount => _globalCount;

    /// <summary>Whether templates are loaded with <see cref="ITemplateLoader.LoadAsync"/>.</summary>
    internal bool LoadsAsynchronously { get; private set; }

    /// <summary>The value of a node.</summary>
    /// <param name="scriptNode">The node; null gives null.</param>
    /// <param name="aliasReturnedFunction">Whether a function stays a function instead of being called.</param>
    public ValueTask<object?> EvaluateAsync(ScriptNode? scriptNode, bool aliasReturnedFunction = false)
    {
        using (LoadAsynchronously())
        {
            return new ValueTask<object?>(Evaluate(scriptNode, aliasReturnedFunction));
        }
    }

    /// <summary>Writes part of a string.</summary>
    /// <param name="text">The string.</param>
    /// <param name="startIndex">First character, from 0.</param>
    /// <param name="count">Number of characters.</param>
    public TemplateContext Write(string text, int startIndex, int count)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Write(text.Substring(startIndex, count));
    }

    /// <summary>Writes a value as text; nothing for null.</summary>
    /// <param name="span">The text of the template it comes from.</param>
    /// <param name="textAsObject">The value.</param>
    public ValueTask<TemplateContext> WriteAsync(SourceSpan span, object? textAsObject) => new(Write(span, textAsObject));

    /// <summary>Writes text.</summary>
    public ValueTask<TemplateContext> WriteAsync(string? text) => new(Write(text));

    /// <summary>A value as a type, by the rules for arguments of functions.</summary>
    /// <param name="span">The text it comes from.</param>
    /// <param name="value">The value.</param>
    /// <param name="destinationType">The type; its null, zero or false for null.</param>
    /// <exception cref="ScriptRuntimeException">The value cannot become one.</exception>
    public virtual object? ToObject(SourceSpan span, object? value, Type destinationType)
    {
        ArgumentNullException.ThrowIfNull(destinationType);
        return destinationType == typeof(string)
            ? value as string ?? (value is null ? null : ObjectToString(value))
            : ArgumentConversion.To(this, new PlaceOnly(span), GetTypeName(value), destinationType, value);
    }

    /// <summary>A value as a type, by the rules for arguments of functions.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="span">The text it comes from.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ScriptRuntimeException">The value cannot become one.</exception>
    public T? ToObject<T>(SourceSpan span, object? value) => (T?)ToObject(span, value, typeof(T));

    /// <summary>Makes a variable keep its value, or frees it.</summary>
    /// <param name="variable">The variable.</param>
    /// <param name="isReadOnly">Whether it keeps its value.</param>
    public void SetReadOnly(ScriptVariable variable, bool isReadOnly)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (isReadOnly)
        {
            SetReadOnly(variable);
        }
        else if (variable is ScriptVariableGlobal)
        {
            CurrentGlobal.SetReadOnly(variable.Name, false);
        }
        else
        {
            CurrentLocal.Variables?.SetReadOnly(variable.Name, false);
        }
    }

    /// <summary>Takes a variable away from the current object, or from the current function or page.</summary>
    public void DeleteValue(ScriptVariable variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        if (variable is ScriptVariableGlobal)
        {
            CurrentGlobal.Remove(variable.Name);
        }
        else
        {
            CurrentLocal.Variables?.Remove(variable.Name);
        }
    }

    /// <summary>Stops a cancelled render.</summary>
    /// <exception cref="ScriptAbortException"><see cref="CancellationToken"/> asks to stop.</exception>
    public void CheckAbort()
    {
        if (CancellationToken.IsCancellationRequested)
        {
            throw new ScriptAbortException(default, CancellationToken);
        }
    }

    /// <summary>Goes one call deeper, for functions of a host that evaluate nodes themselves.</summary>
    /// <exception cref="ScriptRuntimeException"><see cref="RecursiveLimit"/> is reached.</exception>
    public void EnterRecursive(ScriptNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        EnterCall(node);
    }

    /// <summary>Comes back from <see cref="EnterRecursive"/>.</summary>
    public void ExitRecursive(ScriptNode node) => LeaveCall();

    /// <summary>Names the template that runs until <see cref="PopSourceFile"/>.</summary>
    public void PushSourceFile(string? sourceFile) => (_sourceFiles ??= []).Push(EnterSourceFile(sourceFile));

    /// <summary>Goes back to the template before.</summary>
    /// <returns>The name that was pushed.</returns>
    /// <exception cref="InvalidOperationException">None was pushed.</exception>
    public string? PopSourceFile() => EnterSourceFile(_sourceFiles is { Count: > 0 } names ? names.Pop() : throw new InvalidOperationException("No source file was pushed."));

    /// <summary>Names the template that runs now; gives the name before.</summary>
    internal string? EnterSourceFile(string? sourceFile)
    {
        var before = CurrentSourceFile;
        CurrentSourceFile = sourceFile;
        return before;
    }

    /// <summary>Loads templates with <see cref="ITemplateLoader.LoadAsync"/> until the result is disposed.</summary>
    internal IDisposable LoadAsynchronously()
    {
        var before = LoadsAsynchronously;
        LoadsAsynchronously = true;
        return new Loading(this, before);
    }

    /// <summary>Remembers which expression is a whole statement, so that a function without a value is known to be one.</summary>
    internal void BeginStatement(ScriptExpression expression) => _statement = expression;

    /// <summary>Says so where a function that gives no value is used as if it did.</summary>
    internal void RequireValue(ScriptNode caller, bool isStatement)
    {
        if (!isStatement)
        {
            throw new ScriptRuntimeException(caller.Span, Say.It($"'{Errors.NameOf(caller)}' gives no value; it can only be a statement of its own."));
        }
    }

    /// <summary>Whether a call is a whole statement, by itself or at the end of a pipe.</summary>
    internal bool IsStatement(ScriptNode caller) => ReferenceEquals(caller, _statement) || (_statement is ScriptPipeCall pipe && ReferenceEquals(pipe.To, caller));

    private sealed class PlaceOnly : ScriptExpression
    {
        public PlaceOnly(SourceSpan span) => span.PlaceOn(this);

        public override object? Evaluate(TemplateContext context) => null;
    }

    private sealed class Loading(TemplateContext context, bool before) : IDisposable
    {
        public void Dispose() => context.LoadsAsynchronously = before;
    }
}
