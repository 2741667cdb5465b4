using System.Security.Claims;
using CadreDocs.Service.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Identity.Provider;

/// <summary>Finds the roster's person behind a validated token.</summary>
internal sealed class RosterSignIn(CadreDbContext database, IOptions<SignInOptions> options)
{
    /// <summary>Our principal for the token's person; null where the roster does not know them.</summary>
    /// <param name="claims">Claims of the validated token.</param>
    /// <param name="method"><c>oidc</c> or <c>bearer</c>.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<ClaimsPrincipal?> FindAsync(IEnumerable<Claim> claims, string method, CancellationToken cancellationToken)
    {
        var all = claims.ToList();
        foreach (var name in options.Value.LoginClaims)
        {
            if (all.Find(claim => claim.Type == name)?.Value is { Length: > 0 } login
                && await database.People.Where(person => person.Login == login).Select(person => person.Id).FirstOrDefaultAsync(cancellationToken) is { } personId)
            {
                return Claims.Principal(personId, method, all.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
            }
        }

        return null;
    }
}
