using System.Net;
using CadreDocs.Service.Hosting;

namespace CadreDocs.Service.Identity;

/// <summary>Which ways to sign in are open to a caller.</summary>
internal sealed class SignInWays(IHostEnvironment environment, CloudProfile cloud)
{
    /// <summary>True where the OpenID provider is set up.</summary>
    public bool HasProvider { get; } = cloud.Authority is not null;

    /// <summary>Development sign-in: only in Development, only from this machine.</summary>
    public bool DevelopmentFor(HttpContext context) =>
        environment.IsDevelopment() && context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    /// <summary>The ways open to this caller.</summary>
    public List<string> For(HttpContext context)
    {
        List<string> ways = HasProvider ? ["oidc"] : [];
        if (DevelopmentFor(context))
        {
            ways.Add("development");
        }

        return ways;
    }
}
