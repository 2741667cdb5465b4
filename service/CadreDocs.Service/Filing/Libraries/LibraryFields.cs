using System.Globalization;
using System.Text.Json.Nodes;

namespace CadreDocs.Service.Filing.Libraries;

/// <summary>The columns that every filed paper carries, by their internal names; the display names are the Chinese words.</summary>
internal static class LibraryFields
{
    /// <summary>区.</summary>
    public const string District = "CadreDistrict";

    /// <summary>学校.</summary>
    public const string School = "CadreSchool";

    /// <summary>年度.</summary>
    public const string Year = "CadreYear";

    /// <summary>表: the form's id.</summary>
    public const string Form = "CadreForm";

    /// <summary>姓名 id: tells namesakes apart.</summary>
    public const string Person = "CadrePerson";

    /// <summary>状态.</summary>
    public const string State = "CadreState";

    /// <summary>内容码.</summary>
    public const string ContentCode = "CadreContentCode";

    /// <summary>办法版本.</summary>
    public const string Scheme = "CadreScheme";

    /// <summary>Record id, by which a paper is recognised again.</summary>
    public const string Record = "CadreRecord";

    /// <summary>Address of the paper in the portal.</summary>
    public const string Portal = "CadrePortal";

    /// <summary>The year in whose folder a file stands, by its columns as JSON; null where they name none.</summary>
    public static int? YearOf(string fields) =>
        int.TryParse((string?)JsonNode.Parse(fields)?[Year], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    /// <summary>All columns with their display names, in the order they are shown.</summary>
    public static readonly IReadOnlyList<(string Name, string Title)> All =
    [
        (District, "区"), (School, "学校"), (Year, "年度"), (Form, "表"), (Person, "姓名编号"), (State, "状态"),
        (ContentCode, "内容码"), (Scheme, "办法版本"), (Record, "记录编号"), (Portal, "平台链接"),
    ];
}
