using CadreDocs.Service.Filing.Libraries;
using Quartz;

namespace CadreDocs.Service.Filing.Inbox;

/// <summary>Looks through the libraries now and then.</summary>
[DisallowConcurrentExecution]
internal sealed class InboxJob(InboxScanner scanner, ILogger<InboxJob> logger) : IJob
{
    public static readonly JobKey Key = new("scan", "inbox");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await scanner.ScanAsync(cancellationToken);
        }
        catch (LibraryException fault)
        {
            logger.LogWarning("The library could not be looked through: {Code}; it is tried again at the next turn", fault.Fault.Code);
        }
    }
}
