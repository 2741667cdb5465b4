using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>All built-in functions. To add one, write one documented public static method in the class of its object: <c>string.upcase</c> is <see cref="StringFunctions.Upcase"/>.</summary>
/// <remarks>
/// The name becomes <c>snake_case</c>. A first parameter <see cref="TemplateContext"/> gives limits and culture, a second <see cref="Syntax.ScriptNode"/> or
/// <see cref="Parsing.SourceSpan"/> the place for messages; both are filled in. The next parameter takes the piped value. Defaults make parameters optional,
/// a last <c>object[]</c> takes all further arguments. Nothing needs to be registered.
/// </remarks>
public class BuiltinFunctions : ScriptObject
{
    /// <summary>Creates an object with all functions; it may be changed.</summary>
    public BuiltinFunctions() : base(16, autoImportStaticsFromThisType: false)
    {
        IsPlain = true;
        SetValue("empty", EmptyScriptObject.Default, readOnly: false);
        SetValue("include", new IncludeFunction(), readOnly: false);
        SetValue("include_join", new IncludeJoinFunction(), readOnly: false);
        SetValue("array", Of(typeof(ArrayFunctions)), readOnly: false);
        SetValue("date", new DateObject { IsReadOnly = true }, readOnly: false);
        SetValue("html", Of(typeof(HtmlFunctions)), readOnly: false);
        SetValue("math", Of(typeof(MathFunctions)), readOnly: false);
        SetValue("object", Of(typeof(ObjectFunctions)), readOnly: false);
        SetValue("regex", Of(typeof(RegexFunctions)), readOnly: false);
        SetValue("string", Of(typeof(StringFunctions)), readOnly: false);
        SetValue("timespan", Of(typeof(TimeSpanFunctions)), readOnly: false);
    }

    /// <summary>The functions every context starts with: made once, never changed.</summary>
    internal static BuiltinFunctions Shared { get; } = new() { IsReadOnly = true };

    private static ScriptObject Of(Type functions)
    {
        var result = new ScriptObject(64);
        result.Import(functions);
        result.IsReadOnly = true;
        return result;
    }
}
