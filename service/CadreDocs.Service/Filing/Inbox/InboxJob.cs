using Quartz;

namespace CadreDocs.Service.Filing.Inbox;

/// <summary>Looks through the libraries now and then.</summary>
[DisallowConcurrentExecution]
internal sealed class InboxJob(InboxScanner scanner, ILogger<InboxJob> logger) : IJob
{
    public static readonly JobKey Key = new("scan", "inbox");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var (schoolId, fault) in await scanner.ScanAsync(cancellationToken))
        {
            logger.LogWarning("The library of school {SchoolId} could not be looked through: {Code}; it is tried again at the next turn", schoolId, fault.Fault.Code);
        }
    }
}
