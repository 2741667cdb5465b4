using System.ComponentModel.DataAnnotations;

namespace CadreDocs.Service.Filing;

/// <summary>Settings of the section <c>Filing</c>.</summary>
internal sealed class FilingOptions
{
    /// <summary><c>local</c> (default): a folder on this machine. <c>sharepoint</c>: a SharePoint library through Microsoft Graph.</summary>
    [RegularExpression("local|sharepoint", ErrorMessage = "Filing:Library must be local or sharepoint. / 设置 Filing:Library 只能是 local 或 sharepoint。")]
    public string Library { get; init; } = "local";

    /// <summary>The local library's folder; default <c>library</c> in the data folder.</summary>
    public string? Folder { get; init; }

    /// <summary>Most files of one plan that are under way at once; default 12. How many really are moves with what the library bears.</summary>
    [Range(1, 64)]
    public int MaxConcurrency { get; init; } = 12;

    /// <summary>Address under which people open the portal, for the column that links back; null leaves the column empty.</summary>
    public Uri? PortalAddress { get; init; }

    /// <summary>Factor on the pauses between attempts where the library names none; default 1. Rehearsals with a library on this machine set it lower.</summary>
    [Range(0.001, 10)]
    public double PauseFactor { get; init; } = 1;

    /// <summary>How often a node of a cluster says that it is alive; default 5 seconds. A dead node's plans move on after about twice that.</summary>
    [Range(1, 60)]
    public int CheckinSeconds { get; init; } = 5;

    /// <summary>Folder of each school in the library for papers that arrive without us; default <c>收件箱</c>.</summary>
    [Required]
    public string InboxFolder { get; init; } = "收件箱";

    /// <summary>How often the library is looked through for such papers; default 10 minutes, 0 for only when somebody asks.</summary>
    [Range(0, 1440)]
    public int InboxMinutes { get; init; } = 10;
}
