using System.ComponentModel.DataAnnotations;
using CadreDocs.Documents.Binding;
using Microsoft.Extensions.Options;

namespace CadreDocs.Service.Portfolios;

/// <summary>Printing on this machine.</summary>
internal sealed class PrintingOptions
{
    /// <summary>Path of LibreOffice's <c>soffice</c>; <c>auto</c> (default) looks for it in the usual places, <c>none</c> does without.</summary>
    [Required]
    public string LibreOffice { get; init; } = "auto";
}

/// <summary>Counts and prints with LibreOffice, where this machine has it.</summary>
internal sealed partial class BinderPrinter : IDisposable
{
    private readonly LibreOfficePrinter? _printer;
    private readonly PageCounter? _counter;
    private readonly ILogger<BinderPrinter> _logger;

    public BinderPrinter(IOptions<PrintingOptions> options, ILogger<BinderPrinter> logger)
    {
        _logger = logger;
        var program = options.Value.LibreOffice switch { "auto" => LibreOfficePrinter.Find(), "none" => null, var path => path };
        if (program is not null)
        {
            _printer = new LibreOfficePrinter(program);
            _counter = new PageCounter(_printer);
        }
    }

    /// <summary>True where PDF can be made.</summary>
    public bool IsAvailable => _printer is not null;

    /// <summary>The request with its pages counted, as far as that is possible here; a 目录 without numbers is better than none.</summary>
    public async Task<BinderRequest> CountAsync(BinderRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return _counter is null ? request : await _counter.CountAsync(request, cancellationToken);
        }
        catch (TimeoutException)
        {
            LogNotCounted(request.Entries.Sum(entry => entry.Papers.Count));
            return request;
        }
    }

    /// <summary>Prints to PDF.</summary>
    /// <exception cref="InvalidOperationException">LibreOffice is not installed, or failed.</exception>
    public Task<byte[]> PrintAsync(byte[] document, CancellationToken cancellationToken) =>
        (_printer ?? throw new InvalidOperationException("LibreOffice is not installed.")).PrintAsync(document, cancellationToken);

    public void Dispose() => _printer?.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counting the pages of {Papers} papers took too long; the contents go without numbers.")]
    private partial void LogNotCounted(int papers);
}
