using System.Globalization;
using System.Threading.RateLimiting;
using CadreDocs.Service.Identity;

namespace CadreDocs.Service.Hosting;

/// <summary>How often one caller may sign in and upload.</summary>
internal static class RateLimits
{
    /// <summary>Policy of the sign-in endpoints: 20 a minute for one address (<c>RateLimits:SignInsPerMinute</c>).</summary>
    public const string SignIn = "sign-in";

    /// <summary>Policy of uploads: 120 a minute for one person (<c>RateLimits:UploadsPerMinute</c>).</summary>
    public const string Uploads = "uploads";

    private const int SegmentsPerWindow = 6;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var signIns = builder.Configuration.GetValue("RateLimits:SignInsPerMinute", 20);
        var uploads = builder.Configuration.GetValue("RateLimits:UploadsPerMinute", 120);
        builder.Services.AddRateLimiter(options =>
        {
            options.AddPolicy(SignIn, context => PerMinute(context.Connection.RemoteIpAddress?.ToString() ?? "", signIns));
            options.AddPolicy(Uploads, context => PerMinute(context.RequestServices.GetRequiredService<CurrentUser>().PersonId ?? "", uploads));
            options.OnRejected = async (context, _) =>
            {
                // A sliding window does not say when; after its next segment some of it is free again.
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : Window / SegmentsPerWindow;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);

                await Problems.ForStatus(StatusCodes.Status429TooManyRequests).ToResult().ExecuteAsync(context.HttpContext);
            };
        });
    }

    private static RateLimitPartition<string> PerMinute(string caller, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        caller,
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, SegmentsPerWindow = SegmentsPerWindow });
}
