using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CadreDocs.Service.Data;

/// <summary>Ready while the database answers.</summary>
internal sealed class DatabaseHealth(CadreDbContext database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await database.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
}
