using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Documents.Forms;
using CadreDocs.Service.Filing.Libraries;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Filing.Planning;

/// <summary>A cadre as the folders name them.</summary>
/// <param name="Id">Person id.</param>
/// <param name="Name">The name they had at the end of the year.</param>
/// <param name="Code">进修编号, or the id where there is none: tells namesakes apart.</param>
/// <param name="Order">Position in the school's list.</param>
/// <param name="Namesake">True where another cadre of the school has the same name in the file system's eyes.</param>
internal sealed record FiledCadre(string Id, string Name, string Code, int Order, bool Namesake);

/// <summary>A paper with what its name needs.</summary>
/// <param name="Record">The record.</param>
/// <param name="Form">Its form.</param>
/// <param name="Cadre">The owner; null for the school's papers.</param>
/// <param name="Number">1-based among the papers of one form, owner and period.</param>
/// <param name="Several">True where there is more than one such paper.</param>
internal sealed record Paper(Record Record, FormDefinition Form, FiledCadre? Cadre, int Number, bool Several);

/// <summary>Where papers stand in the library: the scheme's Scriban templates, made legal (R73, R74).</summary>
internal sealed class PaperPaths(SchemeVersion scheme, School school)
{
    /// <summary>Folder and name of a paper in the portfolio of a year.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="year">The year whose folder is meant; differs from the record's own for a reference.</param>
    /// <param name="extension">Without the dot.</param>
    /// <param name="mark">What stands after the name: <c>-讲稿</c>; empty for the paper itself.</param>
    /// <param name="scan">True for the stamped scan.</param>
    public string Of(Paper paper, int year, string extension, string mark = "", bool scan = false)
    {
        var globals = Globals(paper, year, scan);
        var filing = scheme.Definition.Filing;
        var personal = paper.Form.Portfolio == Portfolio.Personal;
        var folder = Scripts.Render(personal ? filing.PersonalFolder : filing.SchoolFolder, globals);
        var name = Scripts.Render(personal ? filing.PersonalFile : filing.SchoolFile, globals);
        return LibraryPath.Combine(folder.Split('/'), $"{name}{mark}.{extension}");
    }

    /// <summary>区 / 学校 / 年度, the first three folders of every path.</summary>
    public string YearFolder(int year)
    {
        var folder = Scripts.Render(scheme.Definition.Filing.SchoolFolder, Place(year, Portfolio.School));
        return LibraryPath.Folder(LibraryPath.Combine(folder.Split('/').Take(3), "_"));
    }

    private JsonObject Place(int year, Portfolio kind) => new()
    {
        // A slash in a name would become a folder of its own.
        ["district"] = NoSlash(scheme.Definition.District),
        ["school"] = new JsonObject { ["name"] = NoSlash(school.Name), ["code"] = NoSlash(school.Code) },
        ["year"] = year,
        ["portfolio"] = new JsonObject { ["folder"] = NoSlash(scheme.Portfolio(kind).Folder) },
    };

    private JsonObject Globals(Paper paper, int year, bool scan)
    {
        var item = scheme.Item(paper.Form);
        var semester = scheme.Definition.SemesterOf(paper.Record.Year, paper.Record.Semester);
        var globals = Place(year, paper.Form.Portfolio);
        globals["semester"] = semester is null ? null : new JsonObject { ["no"] = semester.No, ["name"] = semester.Name };
        globals["cadre"] = paper.Cadre is not { } cadre ? null : new JsonObject
        {
            ["id"] = NoSlash(cadre.Code), ["name"] = NoSlash(cadre.Name), ["namesake"] = cadre.Namesake,
        };
        globals["item"] = new JsonObject { ["no"] = item.No, ["title"] = item.Title, ["sheets"] = item.Sheets };
        globals["form"] = new JsonObject { ["id"] = paper.Form.Id, ["sheet"] = paper.Form.Sheet, ["title"] = paper.Form.Title };
        globals["number"] = paper.Number;
        globals["several"] = paper.Several;
        globals["scan"] = scan;
        return globals;
    }

    private static string NoSlash(string text) => text.Replace('/', '／');

    /// <summary>Columns of a file of this paper.</summary>
    public JsonObject Fields(Paper paper, int year, Uri? portal) => new()
    {
        [LibraryFields.District] = scheme.Definition.District,
        [LibraryFields.School] = school.Name,
        [LibraryFields.Year] = year.ToString(CultureInfo.InvariantCulture),
        [LibraryFields.Form] = paper.Form.Sheet ?? paper.Form.Title,
        [LibraryFields.Person] = paper.Cadre?.Code ?? "",
        [LibraryFields.State] = "归档",
        [LibraryFields.ContentCode] = paper.Record.ContentCode,
        [LibraryFields.Scheme] = paper.Record.SchemeVersion,
        [LibraryFields.Record] = paper.Record.Id,
        [LibraryFields.Portal] = portal is null ? "" : new Uri(portal, "#/paper/" + Uri.EscapeDataString(paper.Record.Id)).ToString(),
    };
}
