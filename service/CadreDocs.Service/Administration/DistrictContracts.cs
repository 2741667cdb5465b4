namespace CadreDocs.Service.Administration;

/// <summary>The district's regions and schools.</summary>
/// <param name="Regions">Regions in the order of their codes.</param>
/// <param name="Schools">Schools in the order of their codes.</param>
/// <param name="CanEdit">True for the administrator.</param>
internal sealed record DistrictView(List<RegionLine> Regions, List<DistrictSchool> Schools, bool CanEdit);

/// <summary>A region.</summary>
/// <param name="Id">The region.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Schools">Number of its schools.</param>
internal sealed record RegionLine(string Id, string Code, string Name, int Schools);

/// <summary>A school as the administrator sees it.</summary>
/// <param name="Id">The school.</param>
/// <param name="Code">Its official code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage"><c>kindergarten</c>, <c>primary</c>, <c>secondary</c> or <c>other</c>.</param>
/// <param name="RegionId">Its region.</param>
/// <param name="RegionName">The region's name.</param>
/// <param name="Cadres">Cadres in office today.</param>
/// <param name="Secretaries">Who keeps its papers.</param>
/// <param name="Version">For If-Match.</param>
internal sealed record DistrictSchool(string Id, string Code, string Name, string Stage, string RegionId, string RegionName, int Cadres, List<string> Secretaries, int Version);

/// <summary>A region as it is typed.</summary>
internal sealed record EditRegion(string Code, string Name);

/// <summary>A school as it is typed.</summary>
/// <param name="Code">Official code, unique in the district.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage"><c>kindergarten</c>, <c>primary</c>, <c>secondary</c> or <c>other</c>.</param>
/// <param name="RegionId">Its region.</param>
internal sealed record EditDistrictSchool(string Code, string Name, string Stage, string RegionId);
