using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>How parts of a template are written back.</summary>
/// <param name="Mode">Text and code, or code only; a template is written in the mode it was parsed in.</param>
public readonly record struct ScriptPrinterOptions(ScriptMode Mode);

/// <summary>Writes parts of a template back as the text they were parsed from, blanks and comments included.</summary>
public class ScriptPrinter
{
    private readonly IScriptOutput _output;

    /// <summary>Creates a printer.</summary>
    /// <param name="output">Where the text goes.</param>
    /// <param name="options">How it is written.</param>
    public ScriptPrinter(IScriptOutput output, ScriptPrinterOptions options = default)
    {
        _output = output ?? throw new ArgumentNullException(nameof(output));
        Options = options;
    }

    /// <summary>How the text is written.</summary>
    public ScriptPrinterOptions Options { get; }

    /// <summary>Writes a part; nothing for null.</summary>
    public ScriptPrinter Write(ScriptNode? node) => node is null ? this : Write(node.ToString());

    /// <summary>Writes text.</summary>
    public ScriptPrinter Write(string text)
    {
        _output.Write(text);
        return this;
    }
}
