namespace CadreDocs.Service.Scheme;

/// <summary>
/// Compiles the newest version's templates beside the first requests, so that nobody's first download waits for it.
/// One thread of low priority, begun when the service listens: the first page must not wait for it either.
/// </summary>
internal sealed class TemplateWarmUp(SchemeCatalog schemes, IHostApplicationLifetime lifetime, ILogger<TemplateWarmUp> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => new Thread(Compile)
        {
            IsBackground = true,
            Priority = ThreadPriority.BelowNormal,
            Name = "templates",
        }.Start());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Compile()
    {
        var version = schemes.Versions[^1];
        foreach (var form in version.Forms)
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested)
            {
                return;
            }

            version.Catalog.Find(form.Id);
        }

        foreach (var fault in version.Catalog.Faults)
        {
            log.LogError("Template fault {Code} in {Part}: {Message}", fault.Code, fault.Part, fault.MessageEn);
        }
    }
}
