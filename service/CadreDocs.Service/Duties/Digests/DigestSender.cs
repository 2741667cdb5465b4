using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace CadreDocs.Service.Duties.Digests;

/// <summary>A way on which letters reach people; another one is registered in its place.</summary>
internal interface IDigestChannel
{
    /// <summary>Hands one letter over.</summary>
    /// <exception cref="DigestChannelException">It could not be handed over; it may be tried again later.</exception>
    Task SendAsync(DigestLetter letter, CancellationToken cancellationToken);
}

/// <summary>A letter could not be handed over.</summary>
internal sealed class DigestChannelException(string message, Exception cause) : Exception(message, cause);

/// <summary>Letters by e-mail; one connection a run.</summary>
internal sealed class SmtpChannel(IOptions<DigestOptions> options, TimeProvider clock) : IDigestChannel, IAsyncDisposable
{
    private readonly SmtpClient _client = new();

    public async Task SendAsync(DigestLetter letter, CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        using var message = new MimeMessage();
        message.Date = clock.GetUtcNow();
        message.Subject = letter.Subject;
        message.Body = new TextPart("plain") { Text = letter.Text };
        try
        {
            message.From.Add(MailboxAddress.Parse(smtp.From!));
            message.To.Add(MailboxAddress.Parse(letter.Address!));
            if (!_client.IsConnected)
            {
                await _client.ConnectAsync(smtp.Host!, smtp.Port, Security(smtp.Security), cancellationToken);
                if (smtp.User is not null)
                {
                    await _client.AuthenticateAsync(smtp.User, smtp.Password ?? "", cancellationToken);
                }
            }

            await _client.SendAsync(message, cancellationToken);
        }
        catch (Exception cause) when (cause is IOException or System.Net.Sockets.SocketException or AuthenticationException or SslHandshakeException or MailKit.ProtocolException or MailKit.CommandException or ParseException)
        {
            throw new DigestChannelException(cause.Message, cause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsConnected)
        {
            await _client.DisconnectAsync(quit: true);
        }

        _client.Dispose();
    }

    private static SecureSocketOptions Security(string name) => name switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}

/// <summary>What a run did.</summary>
/// <param name="Sent">Letters handed over.</param>
/// <param name="Before">Letters that this week has had already.</param>
/// <param name="WithoutAddress">People whose address the roster does not know.</param>
/// <param name="Failed">Letters to be tried again.</param>
internal sealed record DigestRun(int Sent, int Before, int WithoutAddress, int Failed);

/// <summary>Sends the week's letters, each person and role once a week however often it runs and on however many nodes.</summary>
internal sealed class DigestSender(CadreDbContext database, DigestBook book, IDigestChannel channel, TimeProvider clock, ILogger<DigestSender> logger)
{
    /// <summary>Failures in a row after which the server is taken to be away.</summary>
    private const int Patience = 3;

    /// <summary>Sends what this week has not had yet.</summary>
    public async Task<DigestRun> RunAsync(CancellationToken cancellationToken)
    {
        var week = Week(clock.Today());
        var sent = (await database.DigestMessages.Where(message => message.Week == week).Select(message => new { message.PersonId, message.Role }).ToListAsync(cancellationToken))
            .Select(message => (message.PersonId, message.Role)).ToHashSet();
        var (done, before, without, failed, row) = (0, 0, 0, 0, 0);
        foreach (var letter in await book.AllAsync(cancellationToken))
        {
            if (sent.Contains((letter.PersonId, letter.Role)))
            {
                before++;
            }
            else if (letter.Address is null)
            {
                without++;
            }
            else if (row >= Patience)
            {
                failed++;
            }
            else if (!await ClaimAsync(letter, week, cancellationToken))
            {
                before++;
            }
            else if (await SendAsync(letter, week, cancellationToken))
            {
                (done, row) = (done + 1, 0);
            }
            else
            {
                (failed, row) = (failed + 1, row + 1);
            }
        }

        logger.LogInformation("Weekly digests: {Sent} sent, {Before} sent before, {Without} without an address, {Failed} to be tried again", done, before, without, failed);
        return new DigestRun(done, before, without, failed);
    }

    /// <summary>Monday of a day's week.</summary>
    public static DateOnly Week(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    // The row is there before the letter goes: two nodes can never send the same one.
    private async Task<bool> ClaimAsync(DigestLetter letter, DateOnly week, CancellationToken cancellationToken)
    {
        var claim = database.DigestMessages.Add(new DigestMessage { PersonId = letter.PersonId, Role = letter.Role, Week = week, SentAt = clock.GetUtcNow() });
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            claim.State = EntityState.Detached;
            return false;
        }
    }

    private async Task<bool> SendAsync(DigestLetter letter, DateOnly week, CancellationToken cancellationToken)
    {
        try
        {
            await channel.SendAsync(letter, cancellationToken);
            return true;
        }
        catch (DigestChannelException cause)
        {
            logger.LogWarning(cause, "A weekly digest to {PersonId} could not be sent", letter.PersonId);
            await database.DigestMessages.Where(message => message.PersonId == letter.PersonId && message.Role == letter.Role && message.Week == week).ExecuteDeleteAsync(cancellationToken);
            database.ChangeTracker.Clear();
            return false;
        }
    }
}
