namespace CadreDocs.Service.Scheme;

/// <summary>Compiles the newest version's templates beside the first requests, so that nobody's first download waits for it.</summary>
internal sealed class TemplateWarmUp(SchemeCatalog schemes, ILogger<TemplateWarmUp> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            var version = schemes.Versions[^1];
            Parallel.ForEach(
                version.Forms.Where(form => !form.UploadOnly),
                new ParallelOptions { CancellationToken = stoppingToken },
                form => version.Catalog.Find(form.Id));
            foreach (var fault in version.Catalog.Faults)
            {
                log.LogError("Template fault {Code} in {Part}: {Message}", fault.Code, fault.Part, fault.MessageEn);
            }
        },
        stoppingToken);
}
