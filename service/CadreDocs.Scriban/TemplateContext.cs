using System.Globalization;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban;

/// <summary>One render: its variables, limits, culture and output. Cheap to create; not for two threads at once. <see cref="Reset"/> makes it new.</summary>
public partial class TemplateContext
{
    private readonly bool _isPlain;
    private CultureInfo[]? _cultures;
    private int _cultureCount;
    private Dictionary<string, Template>? _cachedTemplates;
    private Dictionary<object, object>? _tags;
    private Dictionary<(Type Type, MemberRenamerDelegate Renamer, MemberFilterDelegate? Filter), DotNetMembers>? _dotNetMembers;

    /// <summary>Creates a context with the built-in functions.</summary>
    public TemplateContext() : this(null, null) { }

    /// <summary>Creates a context with the built-in functions.</summary>
    /// <param name="keyComparer">How names of members of .NET objects are compared; exactly where null. Objects of the model compare as they were created to.</param>
    public TemplateContext(IEqualityComparer<string>? keyComparer) : this(null, keyComparer) { }

    /// <summary>Creates a context.</summary>
    /// <param name="builtin">The built-in functions; all of Scriban's where null.</param>
    public TemplateContext(ScriptObject? builtin) : this(builtin, null) { }

    /// <summary>Creates a context.</summary>
    /// <param name="builtin">The built-in functions; all of Scriban's where null.</param>
    /// <param name="keyComparer">How names of members of .NET objects are compared; exactly where null.</param>
    public TemplateContext(ScriptObject? builtin, IEqualityComparer<string>? keyComparer)
    {
        KeyComparer = keyComparer;
        _isPlain = GetType() == typeof(TemplateContext);
        _builtin = builtin ?? BuiltinFunctions.Shared;
        _globals[0] = new GlobalFrame(_builtin, 0);
        _globalCount = 1;
    }

    /// <summary>Finds the templates that <c>include</c> names; without one, <c>include</c> is an error.</summary>
    public ITemplateLoader? TemplateLoader { get; set; }

    /// <summary>Whether an unknown variable is an error; otherwise it is null. False unless set.</summary>
    public bool StrictVariables { get; set; }

    /// <summary>Whether a member or item of null is null; otherwise an error. False unless set.</summary>
    public bool EnableRelaxedTargetAccess { get; set; }

    /// <summary>Whether an absent member is null; otherwise an error. True unless set.</summary>
    public bool EnableRelaxedMemberAccess { get; set; } = true;

    /// <summary>Whether calling an absent function gives null; otherwise an error. False unless set.</summary>
    public bool EnableRelaxedFunctionAccess { get; set; }

    /// <summary>Whether an item beyond a list is null; otherwise an error. True unless set.</summary>
    public bool EnableRelaxedIndexerAccess { get; set; } = true;

    /// <summary>Whether a null index gives null; otherwise an error. False unless set.</summary>
    public bool EnableNullIndexer { get; set; }

    /// <summary>Whether <c>break</c> and <c>continue</c> outside a loop leave the function; otherwise an error. False unless set.</summary>
    public bool EnableBreakAndContinueAsReturnOutsideLoop { get; set; }

    /// <summary>Steps a loop, with the loops inside it, may take, and items a list may grow to; 1000 unless set, 0 for no limit.</summary>
    public int LoopLimit { get; set; } = 1000;

    /// <summary>How deep functions and includes may call each other; 100 unless set, 0 for no limit.</summary>
    public int RecursiveLimit { get; set; } = 100;

    /// <summary>Characters a string and the output may have; 1 048 576 unless set, 0 for no limit. Output beyond it is cut and ends in <c>...</c>.</summary>
    public int LimitToString { get; set; } = 1048576;

    /// <summary>How deep objects and lists are followed when they become text; 20 unless set, 0 for no limit.</summary>
    public int ObjectRecursionLimit { get; set; } = 20;

    /// <summary>How long one regular expression may search; 10 seconds unless set.</summary>
    public TimeSpan RegexTimeOut { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Stops the render with a <see cref="ScriptAbortException"/>.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>What the templates themselves write as a line end; that of the system unless set.</summary>
    public string NewLine { get; set; } = Environment.NewLine;

    /// <summary>Whether values go to the output; false while an expression is only evaluated.</summary>
    public bool EnableOutput { get; set; } = true;

    /// <summary>Whether text of several lines keeps the indentation of its code block; true unless set.</summary>
    public bool AutoIndent { get; set; } = true;

    /// <summary>Whether empty lines get the indentation too; true unless set.</summary>
    public bool IndentOnEmptyLines { get; set; } = true;

    /// <summary>How members of .NET objects in the model are named; <c>snake_case</c> unless set.</summary>
    public MemberRenamerDelegate MemberRenamer { get; set; } = StandardMemberRenamer.Default;

    /// <summary>Which members of .NET objects in the model templates may read; all public properties and fields of the host's own types unless set.</summary>
    public MemberFilterDelegate? MemberFilter { get; set; }

    /// <summary>Asked for a variable that nothing else has.</summary>
    public TryGetVariableDelegate? TryGetVariable { get; set; }

    /// <summary>Asked for a member that its object does not have.</summary>
    public TryGetMemberDelegate? TryGetMember { get; set; }

    /// <summary>How templates loaded by <c>include</c> are cut into tokens.</summary>
    public LexerOptions TemplateLoaderLexerOptions { get; set; }

    /// <summary>How templates loaded by <c>include</c> are parsed.</summary>
    public ParserOptions TemplateLoaderParserOptions { get; set; }

    /// <summary>Templates loaded by <c>include</c>, by their key.</summary>
    public Dictionary<string, Template> CachedTemplates => _cachedTemplates ??= new Dictionary<string, Template>(StringComparer.Ordinal);

    /// <summary>Anything functions keep for the length of the render.</summary>
    public Dictionary<object, object> Tags => _tags ??= [];

    /// <summary>The culture of numbers, dates and sorting; the invariant one unless pushed.</summary>
    public CultureInfo CurrentCulture => _cultureCount == 0 ? CultureInfo.InvariantCulture : _cultures![_cultureCount - 1];

    /// <summary>Answers for a variable that nothing else has.</summary>
    /// <param name="context">The render.</param>
    /// <param name="span">The text that asks.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is such a variable.</returns>
    public delegate bool TryGetVariableDelegate(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value);

    /// <summary>Answers for a member that its object does not have.</summary>
    /// <param name="context">The render.</param>
    /// <param name="span">The text that asks.</param>
    /// <param name="target">The object.</param>
    /// <param name="member">The name of the member.</param>
    /// <param name="value">Its value.</param>
    /// <returns>Whether there is such a member.</returns>
    public delegate bool TryGetMemberDelegate(TemplateContext context, SourceSpan span, object target, string member, out object? value);

    /// <summary>Uses a culture until <see cref="PopCulture"/>.</summary>
    public void PushCulture(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        Push(ref _cultures, ref _cultureCount, culture);
    }

    /// <summary>Goes back to the culture before.</summary>
    public CultureInfo PopCulture()
    {
        if (_cultureCount == 0)
        {
            throw new InvalidOperationException("No culture was pushed.");
        }
        return _cultures![--_cultureCount];
    }

    /// <summary>The value of a node.</summary>
    public object? Evaluate(ScriptNode? scriptNode) => Evaluate(scriptNode, aliasReturnedFunction: false);

    /// <summary>The value of a node.</summary>
    /// <param name="scriptNode">The node; null gives null.</param>
    /// <param name="aliasReturnedFunction">Whether a function stays a function instead of being called.</param>
    public virtual object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction) =>
        aliasReturnedFunction && scriptNode is ScriptExpression expression ? expression.EvaluateAlias(this) : scriptNode?.Evaluate(this);

    /// <summary>Forgets variables, output, cultures and counts; settings, loader and loaded templates stay.</summary>
    public virtual void Reset()
    {
        ResetVariables();
        ResetOutput();
        _cultureCount = 0;
        _steps = 0;
        _loopSteps = 0;
        _depth = 0;
        Flow = FlowState.None;
        _tags?.Clear();
        DateFormat = null;
    }

    /// <summary>The pattern dates are written with, where the template has set <c>date.format</c>.</summary>
    internal string? DateFormat { get; set; }

    internal FlowState Flow { get; set; }

    internal IEqualityComparer<string>? KeyComparer { get; }

    /// <summary>The members of a type under the renamer and filter set now.</summary>
    internal DotNetMembers MembersOf(Type type, Func<TemplateContext, Type, DotNetMembers> create)
    {
        var key = (type, MemberRenamer, MemberFilter);
        _dotNetMembers ??= [];
        if (!_dotNetMembers.TryGetValue(key, out var members))
        {
            _dotNetMembers[key] = members = create(this, type);
        }
        return members;
    }

    internal bool HasTags => _tags is not null;

    private static void Push<T>(ref T[]? stack, ref int count, T item)
    {
        stack ??= new T[4];
        if (count == stack.Length)
        {
            Array.Resize(ref stack, count * 2);
        }
        stack[count++] = item;
    }
}

/// <summary>Why the statements after this one are skipped.</summary>
internal enum FlowState
{
    None,
    Break,
    Continue,
    Return,
}
