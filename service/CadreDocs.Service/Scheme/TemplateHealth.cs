using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CadreDocs.Service.Scheme;

/// <summary>Ready while every form of the newest version has a sound template.</summary>
internal sealed class TemplateHealth(SchemeCatalog schemes) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var faults = schemes.Versions[^1].Catalog.Faults;
        return Task.FromResult(faults.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{faults.Count} template faults; see the log."));
    }
}
