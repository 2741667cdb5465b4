using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Identity;

/// <summary>One right of the signed-in person.</summary>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="SchoolId">School it is limited to, or null.</param>
/// <param name="RegionId">Region it is limited to, or null.</param>
public sealed record Right(string Role, string? SchoolId, string? RegionId);

/// <summary>Who is asking, and what they may do. Nobody until <see cref="LoadAsync"/> found the person in the roster.</summary>
public sealed class CurrentUser
{
    private Dictionary<string, string> _regionOfSchool = [];
    private List<Inspection> _inspections = [];

    /// <summary>The person; null where nobody is signed in or the roster does not know them.</summary>
    public string? PersonId { get; private set; }

    /// <summary>The person's name; empty for nobody.</summary>
    public string Name { get; private set; } = "";

    /// <summary>All rights that hold today.</summary>
    public IReadOnlyList<Right> Rights { get; private set; } = [];

    /// <summary>Bureau officer: reads everything (R2).</summary>
    public bool IsOfficer => Has(Roles.Officer);

    /// <summary>Administrator: scheme, templates, roster; reads no papers.</summary>
    public bool IsAdministrator => Has(Roles.Administrator);

    /// <summary>Reviewer of at least one school.</summary>
    public bool IsReviewer => Has(Roles.Reviewer);

    /// <summary>The person's own papers.</summary>
    public bool OwnsPerson(string? personId) => PersonId is not null && string.Equals(PersonId, personId, StringComparison.Ordinal);

    /// <summary>A cadre of this school today.</summary>
    public bool BelongsTo(string schoolId) => Rights.Any(right => right.Role == Roles.Cadre && right.SchoolId == schoolId);

    /// <summary>Secretary (支部书记 or whoever keeps the papers) of this school.</summary>
    public bool IsSecretaryOf(string schoolId) => Rights.Any(right => right.Role == Roles.Secretary && right.SchoolId == schoolId);

    /// <summary>Assigned reviewer of this school; an assignment without a school covers the district.</summary>
    public bool IsReviewerOf(string schoolId) =>
        Rights.Any(right => right.Role == Roles.Reviewer && (right.SchoolId is null || right.SchoolId == schoolId));

    /// <summary>Reviewer of every school.</summary>
    public bool ReviewsDistrict => Rights.Any(right => right is { Role: Roles.Reviewer, SchoolId: null });

    /// <summary>Chair of the region that this school belongs to.</summary>
    public bool IsChairOfSchool(string schoolId) => _regionOfSchool.TryGetValue(schoolId, out var region) && IsChairOf(region);

    /// <summary>Chair of this region.</summary>
    public bool IsChairOf(string regionId) => Rights.Any(right => right.Role == Roles.RegionChair && right.RegionId == regionId);

    /// <summary>May read the school's board, papers and numbers: its secretary, its reviewer, the officer. Restricted papers ask more.</summary>
    public bool CanReadSchool(string schoolId) => IsSecretaryOf(schoolId) || IsReviewerOf(schoolId) || IsOfficer;

    /// <summary>May know that the school exists and see its sessions: whoever reads it, its cadres, its region's chair, the administrator.</summary>
    public bool CanSeeSchool(string schoolId) =>
        CanReadSchool(schoolId) || BelongsTo(schoolId) || IsChairOfSchool(schoolId) || IsAdministrator;

    /// <summary>The pass under which this school's portfolios are open today; null where there is none.</summary>
    public Inspection? InspectionOf(string schoolId) => _inspections.Find(pass => pass.SchoolId == schoolId);

    /// <summary>Looks the person up with today's posts and rights.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="appRoles">App roles that the identity provider vouches for; null where the roster alone decides (development sign-in).</param>
    /// <param name="database">The roster.</param>
    /// <param name="clock">Says which posts hold today.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task LoadAsync(
        string personId, IReadOnlySet<string>? appRoles, CadreDbContext database, TimeProvider clock, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var name = await database.People.Where(person => person.Id == personId).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return;
        }

        (PersonId, Name) = (personId, name);
        var today = clock.Today();
        var schools = await database.Appointments
            .Where(post => post.PersonId == personId && post.From <= today && (post.To == null || post.To >= today))
            .Select(post => post.SchoolId).Distinct().ToListAsync(cancellationToken);
        var grants = await database.RoleGrants.Where(grant => grant.PersonId == personId)
            .Select(grant => new Right(grant.Role, grant.SchoolId, grant.RegionId)).ToListAsync(cancellationToken);
        var rights = schools.Select(school => new Right(Roles.Cadre, school, null)).ToList();
        rights.AddRange(appRoles is null ? grants : Vouched(grants, appRoles));
        Rights = rights;
        _inspections = await database.InspectionPasses
            .Where(pass => pass.HolderId == personId && pass.RevokedAt == null && pass.From <= today && pass.Until >= today)
            .OrderByDescending(pass => pass.Until).Select(pass => new Inspection(pass.Id, pass.SchoolId, pass.SchoolPortfolio, pass.PersonalPortfolios)).ToListAsync(cancellationToken);
        if (Has(Roles.RegionChair))
        {
            _regionOfSchool = await database.Schools.ToDictionaryAsync(school => school.Id, school => school.RegionId, cancellationToken);
        }
    }

    // The provider says which roles somebody has, the roster where. Officer and administrator have no "where".
    private static IEnumerable<Right> Vouched(List<Right> grants, IReadOnlySet<string> appRoles) =>
        grants.Where(grant => appRoles.Contains(grant.Role)).Concat(
            new[] { Roles.Officer, Roles.Administrator }
                .Where(role => appRoles.Contains(role) && grants.TrueForAll(grant => grant.Role != role))
                .Select(role => new Right(role, null, null)));

    private bool Has(string role) => Rights.Any(right => right.Role == role);
}
