using System.Runtime.InteropServices;

namespace Scriban.Parsing;

/// <summary>What a template text consists of.</summary>
public enum ScriptMode
{
    /// <summary>Text with code between <c>{{</c> and <c>}}</c>.</summary>
    Default,

    /// <summary>A script before the text; not supported.</summary>
    FrontMatterOnly,

    /// <summary>A script before the text, then the text; not supported.</summary>
    FrontMatterAndContent,

    /// <summary>Code only, without <c>{{</c> and <c>}}</c>.</summary>
    ScriptOnly,
}

/// <summary>The dialect of a template.</summary>
public enum ScriptLang
{
    /// <summary>The Scriban language.</summary>
    Default,

    /// <summary>Liquid; not supported.</summary>
    Liquid,

    /// <summary>Scriban with mathematical syntax; not supported.</summary>
    Scientific,
}

/// <summary>How template text is cut into tokens.</summary>
[StructLayout(LayoutKind.Auto)]
public record struct LexerOptions
{
    /// <summary>Text with code between braces, default dialect.</summary>
    public static readonly LexerOptions Default;

    /// <summary>Text and code, or code only; <see cref="ScriptMode.Default"/> unless set.</summary>
    public ScriptMode Mode { get; set; }

    /// <summary>Whether blanks and comments are kept for <see cref="Template.ToText"/>; they always are, so this changes nothing.</summary>
    public bool KeepTrivia { get; set; }

    /// <summary>The dialect; only <see cref="ScriptLang.Default"/> is accepted by <see cref="Template.Parse"/>.</summary>
    public ScriptLang Lang { get; set; }
}

/// <summary>How tokens become a template.</summary>
[StructLayout(LayoutKind.Auto)]
public record struct ParserOptions
{
    /// <summary>The usual limits.</summary>
    public static readonly ParserOptions Default;

    /// <summary>How deep expressions and blocks may nest; 250 where null or 0. Deeper is a parse error.</summary>
    public int? ExpressionDepthLimit { get; set; }
}
