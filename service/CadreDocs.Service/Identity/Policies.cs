using CadreDocs.Service.Roster;
using Microsoft.AspNetCore.Authorization;

namespace CadreDocs.Service.Identity;

/// <summary>The policies that endpoints name. They ask for a role; whether it reaches this school or paper is asked where the thing is known.</summary>
public static class Policies
{
    /// <summary>Anybody whom the roster knows.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A secretary of some school.</summary>
    public const string Secretary = "secretary";

    /// <summary>A reviewer of some school.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>A region chair.</summary>
    public const string RegionChair = "region-chair";

    /// <summary>A secretary, reviewer or officer: whoever looks at whole schools.</summary>
    public const string SchoolReader = "school-reader";

    /// <summary>The bureau officer.</summary>
    public const string Officer = "officer";

    /// <summary>The administrator.</summary>
    public const string Administrator = "administrator";

    /// <summary>A secretary, officer or administrator: whoever must know when papers cannot be filed.</summary>
    public const string LibraryKeeper = "library-keeper";

    /// <summary>A secretary or administrator: whoever keeps a roster.</summary>
    public const string RosterKeeper = "roster-keeper";

    /// <summary>The bureau officer or the administrator: whoever reads regions, schools, roles and logins.</summary>
    public const string DistrictReader = "district-reader";

    internal static void AddPolicies(this AuthorizationBuilder builder)
    {
        builder.AddPolicy(SignedIn, policy => policy.AddRequirements(new RoleRequirement()));
        builder.AddPolicy(Secretary, policy => policy.AddRequirements(new RoleRequirement(Roles.Secretary)));
        builder.AddPolicy(Reviewer, policy => policy.AddRequirements(new RoleRequirement(Roles.Reviewer)));
        builder.AddPolicy(RegionChair, policy => policy.AddRequirements(new RoleRequirement(Roles.RegionChair)));
        builder.AddPolicy(SchoolReader, policy => policy.AddRequirements(new RoleRequirement(Roles.Secretary, Roles.Reviewer, Roles.Officer)));
        builder.AddPolicy(LibraryKeeper, policy => policy.AddRequirements(new RoleRequirement(Roles.Secretary, Roles.Officer, Roles.Administrator)));
        builder.AddPolicy(RosterKeeper, policy => policy.AddRequirements(new RoleRequirement(Roles.Secretary, Roles.Administrator)));
        builder.AddPolicy(DistrictReader, policy => policy.AddRequirements(new RoleRequirement(Roles.Officer, Roles.Administrator)));
        builder.AddPolicy(Officer, policy => policy.AddRequirements(new RoleRequirement(Roles.Officer)));
        builder.AddPolicy(Administrator, policy => policy.AddRequirements(new RoleRequirement(Roles.Administrator)));

        // An endpoint that forgets its policy is closed, not open.
        builder.SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new RoleRequirement()).Build());
    }
}

/// <summary>The person is in the roster and, where roles are named, holds one of them.</summary>
internal sealed class RoleRequirement(params string[] roles) : IAuthorizationRequirement
{
    public IReadOnlyList<string> Roles { get; } = roles;
}

internal sealed class RoleHandler : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        var user = (context.Resource as HttpContext)?.RequestServices.GetRequiredService<CurrentUser>();
        if (user?.PersonId is not null && (requirement.Roles.Count == 0 || user.Rights.Any(right => requirement.Roles.Contains(right.Role))))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
