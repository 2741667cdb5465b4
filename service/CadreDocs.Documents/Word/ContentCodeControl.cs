namespace CadreDocs.Documents.Word;

/// <summary>
/// The content control in which a document prints its content code (内容码). The task pane finds it by its tag and brings the code up to date after a save,
/// so that what is printed from the open document carries the code of what it says.
/// </summary>
internal static class ContentCodeControl
{
    /// <summary>Its tag: no field can have it, since no section is called like this.</summary>
    public const string Tag = "cadredocs.code";

    /// <summary>What stands before the code, in the control too: without a code nothing is printed.</summary>
    public const string Label = "内容码";

    /// <summary>The control's text.</summary>
    public static string Text(string code) => $"{Label} {code}";
}
