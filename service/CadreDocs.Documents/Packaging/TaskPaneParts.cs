using System.Text;
using System.Xml.Linq;

namespace CadreDocs.Documents.Packaging;

/// <summary>
/// The parts by which Word and Excel open our task pane together with a document: the add-in, and a pane that refers to it.
/// Only where the add-in is installed: the pane's visibility is 0, so nobody else is asked to install or trust anything.
/// </summary>
/// <remarks>[MS-OWEXML] 2.2; an add-in of Centralized Deployment stands in the catalog EXCatalog, one that is sideloaded for trying it out in the registry.</remarks>
internal static class TaskPaneParts
{
    /// <summary>Id of the add-in. The manifest has the same, and it never changes: documents that lie on people's disks name it.</summary>
    public const string AddInId = "6f0d0a7e-52b1-4c0b-9a35-8e7b2f1c6d40";

    /// <summary>Version of the add-in in the manifest.</summary>
    public const string AddInVersion = "1.0.0.0";

    public const string RelationshipType = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
    public const string PanesContentType = "application/vnd.ms-office.webextensiontaskpanes+xml";
    public const string ExtensionContentType = "application/vnd.ms-office.webextension+xml";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string OfficeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Reference = $"<we:reference id=\"{AddInId}\" version=\"{AddInVersion}\"";

    private static readonly Lazy<FixedPart[]> _word = new(() => Make("word/"));
    private static readonly Lazy<FixedPart[]> _excel = new(() => Make("xl/"));

    /// <summary>The parts of a document whose main part stands in this folder, <c>word/</c> or <c>xl/</c>; the panes come first.</summary>
    public static IReadOnlyList<FixedPart> For(DocumentKind kind) => (kind == DocumentKind.Word ? _word : _excel).Value;

    /// <summary>The panes' part, which the package refers to.</summary>
    public static string PanesPart(DocumentKind kind) => For(kind)[0].Name;

    /// <summary>The add-in's part, which the panes' part refers to.</summary>
    public static string ExtensionPart(DocumentKind kind) => For(kind)[1].Name;

    /// <summary>
    /// Names of all parts of add-ins that a package carries, ours or a stranger's: Word puts them into a template that was edited beside an open pane.
    /// </summary>
    public static IReadOnlyList<string> Find(PackageReader package)
    {
        var names = new List<string>();
        foreach (var panes in Opc.Relationships(package, "").Where(IsPanes))
        {
            names.AddRange([panes.Target, Opc.RelationshipsPartOf(panes.Target)]);
            foreach (var extension in Opc.Relationships(package, panes.Target).Where(item => !item.External))
            {
                names.AddRange([extension.Target, Opc.RelationshipsPartOf(extension.Target)]);
            }
        }

        return names.Where(name => package.Find(name) is not null).ToList();
    }

    /// <summary>Takes the relationships of the package to panes out.</summary>
    public static void RemoveRelationships(XDocument root) =>
        root.Root!.Elements().Where(element => (string?)element.Attribute("Type") == RelationshipType).Remove();

    private static bool IsPanes(Relationship relationship) => relationship.Type == RelationshipType && !relationship.External;

    private static FixedPart[] Make(string folder) =>
    [
        Part(folder + "webextensions/taskpanes.xml",
            "<wetp:taskpanes xmlns:wetp=\"http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11\">" +
            "<wetp:taskpane dockstate=\"right\" visibility=\"0\" width=\"350\" row=\"1\">" +
            $"<wetp:webextensionref xmlns:r=\"{OfficeRelationships}\" r:id=\"rId1\"/></wetp:taskpane></wetp:taskpanes>"),
        Part(folder + "webextensions/webextension1.xml",
            $"<we:webextension xmlns:we=\"http://schemas.microsoft.com/office/webextensions/webextension/2010/11\" id=\"{{{AddInId}}}\">" +
            $"{Reference} store=\"EXCatalog\" storeType=\"EXCatalog\"/>" +
            $"<we:alternateReferences>{Reference} store=\"developer\" storeType=\"Registry\"/></we:alternateReferences>" +
            "<we:properties><we:property name=\"Office.AutoShowTaskpaneWithDocument\" value=\"true\"/></we:properties>" +
            $"<we:bindings/><we:snapshot xmlns:r=\"{OfficeRelationships}\"/></we:webextension>"),
        Part(folder + "webextensions/_rels/taskpanes.xml.rels",
            $"<Relationships xmlns=\"{Opc.RelationshipsNamespace}\"><Relationship Id=\"rId1\" " +
            "Type=\"http://schemas.microsoft.com/office/2011/relationships/webextension\" Target=\"webextension1.xml\"/></Relationships>"),
    ];

    private static FixedPart Part(string name, string xml) => FixedPart.Of(name, Encoding.UTF8.GetBytes(Declaration + xml));
}
