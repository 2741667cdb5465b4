using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Documents.Packaging;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CadreDocs.Documents.Checking;

/// <summary>
/// Checks documents and templates as an officer would want before printing: valid for Office, nothing of the template left in the text. Slow, since it
/// loads the Open XML SDK; not for the way of every document.
/// </summary>
public static class DocumentChecker
{
    /// <summary>Most faults reported for one file; a broken table repeats its fault in every cell.</summary>
    private const int MaxFaults = 50;

    /// <summary>Checks a finished document: Office's schema (Office 2019) and scripts that were left over.</summary>
    /// <param name="file">The bytes of a .docx or .xlsx.</param>
    /// <param name="fileName">Its name, for the messages.</param>
    public static IReadOnlyList<Fault> CheckDocument(byte[] file, string fileName)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var package = PackageReader.Open(file, fileName);
            return [.. Validate(file, Opc.Kind(package)), .. LeftOver(package)];
        }
        catch (PackageException cause)
        {
            return [cause.Fault];
        }
    }

    /// <summary>Checks every form of a folder: form.yaml, template, and a blank made from each template.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public static IReadOnlyList<Fault> CheckForms(string formsFolder)
    {
        var catalog = FormCatalog.Load(formsFolder);
        var faults = new List<Fault>(catalog.Faults);
        foreach (var form in catalog.Forms)
        {
            foreach (var kind in form.Kinds)
            {
                faults.AddRange(CheckBlank(form, kind));
            }
        }

        return faults;
    }

    private static List<Fault> CheckBlank(FormTemplate form, DocumentKind kind)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{form.Form.Id} ({kind})");
        try
        {
            var identity = new DocumentIdentity(form.Form.Id, "", "", 0, "");
            var blank = form.Render(kind, new DocumentRequest(new FormData(), new JsonObject(), identity));
            return CheckDocument(blank, name).Select(fault => fault with { Message = $"{name}：{fault.Message}", MessageEn = $"{name}: {fault.MessageEn}" }).ToList();
        }
        catch (InvalidOperationException cause)
        {
            return [new Fault(
                "script-failed",
                $"{name}：空白表无法生成，模板中的表达式出错：{cause.Message}",
                $"{name}: no blank can be made; a script of the template fails: {cause.Message}")];
        }
    }

    private static List<Fault> Validate(byte[] file, DocumentKind kind)
    {
        using var stream = new MemoryStream(file, writable: false);
        using OpenXmlPackage package = kind == DocumentKind.Word ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);
        var validator = new OpenXmlValidator(FileFormatVersions.Office2019) { MaxNumberOfErrors = MaxFaults };
        return validator.Validate(package)
            .Select(error => new Fault(
                "schema",
                $"不合 Office 2019 的格式：{error.Description}（{error.Path?.XPath}）",
                $"Not valid for Office 2019: {error.Description} ({error.Path?.XPath})",
                error.Part?.Uri.ToString().TrimStart('/')))
            .ToList();
    }

    private static List<Fault> LeftOver(PackageReader package)
    {
        var faults = new List<Fault>();
        foreach (var entry in package.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.Name.Contains('/', StringComparison.Ordinal)))
        {
            var content = System.Text.Encoding.UTF8.GetString(entry.Inflate());
            var at = content.IndexOf("{{", StringComparison.Ordinal);
            if (at >= 0)
            {
                var text = content.Substring(at, Math.Min(40, content.Length - at));
                faults.Add(new Fault(
                    "script-left-over",
                    $"{entry.Name} 中还有没有执行的表达式：{text}",
                    $"{entry.Name} still holds an expression that was not run: {text}",
                    entry.Name));
            }
        }

        return faults;
    }
}
