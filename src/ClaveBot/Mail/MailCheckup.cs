using ClaveBot.Settings;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Mail;

/// <summary>
/// Looks at the start whether mails may leave: a server on another machine without TLS keeps the host from starting, one that is away
/// does not. Nothing is sent.
/// </summary>
public sealed class MailCheckup(ClaveBotSettings settings, ILogger<MailCheckup> log) : IHostedService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <exception cref="SettingsException">The server answers, and mails cannot leave over it, or not safely.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Mode != BotMode.Operator || settings.Mail.Host.Length == 0 || settings.Mail.Folder.Length > 0)
            return;
        var verdict = await LookAsync(settings.Mail, SmtpDoor.NeedsTls(settings.Mail), cancellationToken);
        if (verdict.Error is { } error)
            throw new SettingsException([error]);
        if (verdict.IsAway)
            log.AwayAtStart();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What the server of these settings says to a connection and a login.</summary>
    public static Task<MailVerdict> LookAsync(MailSettings settings, CancellationToken cancellationToken) =>
        LookAsync(settings, SmtpDoor.NeedsTls(settings), cancellationToken);

    internal static async Task<MailVerdict> LookAsync(MailSettings settings, bool needsTls, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient();
        try
        {
            await SmtpDoor.ConnectAsync(client, settings, needsTls, patience.Token);
            await client.DisconnectAsync(quit: true, patience.Token);
            return new(null);
        }
        catch (NotSupportedException)
        {
            return new(new("Mail:Host", "names a server on another machine that offers no TLS", "Turn STARTTLS on there, or take a port with TLS from the start, such as 465."));
        }
        catch (SslHandshakeException)
        {
            return new(new("Mail:Host", "names a server whose certificate is not trusted here", "Give it a certificate for that name, or install its authority on this machine."));
        }
        catch (AuthenticationException)
        {
            return new(new("Mail:User", "is not let in, or its password is wrong", "Look both up at the mail server."));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, IsAway: true);
        }
        catch (Exception trouble) when (SmtpDoor.IsTrouble(trouble))
        {
            return new(null, IsAway: true);
        }
    }
}

/// <summary>What a look at the mail server came to.</summary>
/// <param name="Error">What is wrong and will stay so; null when nothing is, or it did not answer.</param>
/// <param name="IsAway">It did not answer.</param>
public sealed record MailVerdict(SettingError? Error, bool IsAway = false);
