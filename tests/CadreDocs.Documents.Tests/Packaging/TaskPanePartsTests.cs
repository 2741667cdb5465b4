using System.Xml.Linq;
using CadreDocs.Documents.Excel;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using CadreDocs.Documents.Tests.Excel;
using CadreDocs.Documents.Tests.Forms;
using CadreDocs.Documents.Tests.Word;
using DocumentFormat.OpenXml.Office2013.WebExtension;
using DocumentFormat.OpenXml.Packaging;

namespace CadreDocs.Documents.Tests.Packaging;

/// <summary>Our task pane opens with the documents that are issued for filling; seen through the Open XML SDK as Office would find it.</summary>
public sealed class TaskPanePartsTests
{
    private static readonly XNamespace _office = "http://schemas.microsoft.com/office/appforoffice/1.1";

    [Fact]
    public void A_document_to_fill_opens_the_pane()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(FilledForms.Blank("development-plan")), false);
        AssertOpens(document.WebExTaskpanesPart);
    }

    [Fact]
    public void A_workbook_to_fill_opens_the_pane()
    {
        var form = Workbooks.Forms[0];
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(Workbooks.Render(form, Workbooks.Data(form))), false);
        AssertOpens(workbook.WebExTaskpanesPart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_list_opens_the_pane_where_it_is_meant_to_and_stays_valid(bool opens)
    {
        var file = Xlsx.Write(new WorkbookDefinition { OpensPane = opens, Sheets = [new WorkbookSheet { Name = "审核", Title = "审核" }] });
        Xlsx.AssertValid(file);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), false);
        if (opens)
        {
            AssertOpens(workbook.WebExTaskpanesPart);
        }
        else
        {
            Assert.Null(workbook.WebExTaskpanesPart);
        }
    }

    [Fact]
    public void A_document_for_paper_opens_nothing()
    {
        var file = FilledForms.BlankForPaper("development-plan");
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Null(document.WebExTaskpanesPart);
        Assert.DoesNotContain(PackageReader.Open(file).Entries, entry => entry.Name.Contains("webextension", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pane_is_the_add_in_of_the_manifest()
    {
        var manifest = XDocument.Load(Path.Combine(OfficialForms.Folder, "..", "..", "..", "manifest.xml")).Root!;
        Assert.Equal(TaskPaneParts.AddInId, manifest.Element(_office + "Id")!.Value);
        Assert.Equal(TaskPaneParts.AddInVersion, manifest.Element(_office + "Version")!.Value);
    }

    [Fact]
    public void An_add_in_that_came_into_the_template_is_not_handed_on()
    {
        var template = PackageReader.Open(FilledForms.Blank("development-plan"));
        const string Panes = "word/webextensions/taskpanes.xml", Stranger = "word/webextensions/webextension7.xml";
        var edited = Zip.Pack(template.Entries.Select(entry => entry.Name switch
        {
            "word/webextensions/webextension1.xml" => (Stranger, Zip.Bytes(Text(entry).Replace(TaskPaneParts.AddInId, "11111111-2222-4333-8444-555555555555", StringComparison.Ordinal))),
            "word/webextensions/_rels/taskpanes.xml.rels" or "[Content_Types].xml" => (entry.Name, Zip.Bytes(Text(entry).Replace("webextension1.xml", "webextension7.xml", StringComparison.Ordinal))),
            _ => (entry.Name, entry.Inflate()),
        }));

        var parts = IdentityParts.Compile(PackageReader.Open(edited));
        var file = Zip.Write(writer =>
        {
            parts.Write(writer, new DocumentIdentity("development-plan", "2018", "r-1", 1, ""), opensPane: true);
            foreach (var entry in PackageReader.Open(edited).Entries.Where(entry => !parts.Replaces(entry.Name)))
            {
                writer.AddRaw(entry);
            }
        });

        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        AssertOpens(document.WebExTaskpanesPart);
        Assert.Null(PackageReader.Open(file).Find(Stranger));
        Assert.Single(PackageReader.Open(file).Entries, entry => entry.Name == Panes);
    }

    private static void AssertOpens(WebExTaskpanesPart? panes)
    {
        var pane = Assert.Single(panes!.Taskpanes!.Elements<DocumentFormat.OpenXml.Office2013.WebExtentionPane.WebExtensionTaskpane>());
        var extension = ((WebExtensionPart)panes.GetPartById(pane.WebExtensionPartReference!.Id!)).WebExtension!;
        Assert.Equal((TaskPaneParts.AddInId, TaskPaneParts.AddInVersion, "EXCatalog", "EXCatalog"),
            (extension.WebExtensionStoreReference!.Id!.Value, extension.WebExtensionStoreReference.Version!.Value, extension.WebExtensionStoreReference.Store!.Value, extension.WebExtensionStoreReference.StoreType!.Value));
        var property = Assert.Single(extension.WebExtensionPropertyBag!.Elements<WebExtensionProperty>());
        Assert.Equal(("Office.AutoShowTaskpaneWithDocument", "true"), (property.Name!.Value, property.Value!.Value));

        // 0: whoever has no add-in is asked nothing.
        Assert.False(pane.Visibility!.Value);
    }

    private static string Text(PackageEntry entry) => System.Text.Encoding.UTF8.GetString(entry.Inflate());
}
