namespace CadreDocs.Documents.Word.Markup;

/// <summary>The elements this engine knows by name; all others are <see cref="Other"/>.</summary>
internal enum WordName : byte
{
    Other,
    Document,
    Body,
    Header,
    Footer,
    Paragraph,
    ParagraphProperties,
    Run,
    RunProperties,
    RunStyle,
    Color,
    Text,
    Tab,
    Break,
    CarriageReturn,
    NoBreakHyphen,
    SoftHyphen,
    Symbol,
    Table,
    TableRow,
    TableCell,
    CellProperties,
    GridSpan,
    VerticalMerge,
    SectionProperties,
    Sdt,
    SdtProperties,
    SdtContent,
    Tag,
    Alias,
    Id,
    ShowingPlaceholder,
    Placeholder,
    PageBreakBefore,
    ParagraphStyle,
    KeepNext,
    KeepLines,
    Deleted,
    MovedFrom,
    Inserted,
    AlternateContent,
    Choice,
    Fallback,
    BookmarkStart,
    BookmarkEnd,
    FieldCode,
    FieldCharacter,
    FootnoteReference,
    Drawing,
    Picture,
    TextBoxContent,
    Ruby,
    RubyText,
    DrawingProperties,
    Relationships,
    Relationship,
    AltChunk,
    SubDocument,
    Object,
    TableProperties,
    RowProperties,
}

/// <summary>From namespace and local name to <see cref="WordName"/>.</summary>
internal static class WordNames
{
    /// <summary>The transitional namespace; the strict one means the same here.</summary>
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    public const string DrawingPlacement = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    public const string StrictDrawingPlacement = "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing";
    public const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly Dictionary<string, WordName> Main = new(StringComparer.Ordinal)
    {
        ["document"] = WordName.Document,
        ["body"] = WordName.Body,
        ["hdr"] = WordName.Header,
        ["ftr"] = WordName.Footer,
        ["p"] = WordName.Paragraph,
        ["pPr"] = WordName.ParagraphProperties,
        ["r"] = WordName.Run,
        ["rPr"] = WordName.RunProperties,
        ["rStyle"] = WordName.RunStyle,
        ["color"] = WordName.Color,
        ["t"] = WordName.Text,
        ["tab"] = WordName.Tab,
        ["br"] = WordName.Break,
        ["cr"] = WordName.CarriageReturn,
        ["noBreakHyphen"] = WordName.NoBreakHyphen,
        ["softHyphen"] = WordName.SoftHyphen,
        ["sym"] = WordName.Symbol,
        ["tbl"] = WordName.Table,
        ["tblPr"] = WordName.TableProperties,
        ["tr"] = WordName.TableRow,
        ["trPr"] = WordName.RowProperties,
        ["tc"] = WordName.TableCell,
        ["tcPr"] = WordName.CellProperties,
        ["gridSpan"] = WordName.GridSpan,
        ["vMerge"] = WordName.VerticalMerge,
        ["sectPr"] = WordName.SectionProperties,
        ["sdt"] = WordName.Sdt,
        ["sdtPr"] = WordName.SdtProperties,
        ["sdtContent"] = WordName.SdtContent,
        ["tag"] = WordName.Tag,
        ["alias"] = WordName.Alias,
        ["id"] = WordName.Id,
        ["showingPlcHdr"] = WordName.ShowingPlaceholder,
        ["placeholder"] = WordName.Placeholder,
        ["pageBreakBefore"] = WordName.PageBreakBefore,
        ["pStyle"] = WordName.ParagraphStyle,
        ["keepNext"] = WordName.KeepNext,
        ["keepLines"] = WordName.KeepLines,
        ["del"] = WordName.Deleted,
        ["moveFrom"] = WordName.MovedFrom,
        ["ins"] = WordName.Inserted,
        ["bookmarkStart"] = WordName.BookmarkStart,
        ["bookmarkEnd"] = WordName.BookmarkEnd,
        ["instrText"] = WordName.FieldCode,
        ["fldChar"] = WordName.FieldCharacter,
        ["footnoteReference"] = WordName.FootnoteReference,
        ["endnoteReference"] = WordName.FootnoteReference,
        ["drawing"] = WordName.Drawing,
        ["pict"] = WordName.Picture,
        ["txbxContent"] = WordName.TextBoxContent,
        ["ruby"] = WordName.Ruby,
        ["rt"] = WordName.RubyText,
        ["altChunk"] = WordName.AltChunk,
        ["subDoc"] = WordName.SubDocument,
        ["object"] = WordName.Object,
    };

    /// <summary>The name's meaning; <see cref="WordName.Other"/> where it has none here.</summary>
    public static WordName Find(string space, string local) => space switch
    {
        Word or StrictWord => Main.GetValueOrDefault(local),
        Compatibility => local switch
        {
            "AlternateContent" => WordName.AlternateContent,
            "Choice" => WordName.Choice,
            "Fallback" => WordName.Fallback,
            _ => WordName.Other,
        },
        DrawingPlacement or StrictDrawingPlacement when local == "docPr" => WordName.DrawingProperties,
        Relationships => local switch
        {
            "Relationships" => WordName.Relationships,
            "Relationship" => WordName.Relationship,
            _ => WordName.Other,
        },
        _ => WordName.Other,
    };
}
