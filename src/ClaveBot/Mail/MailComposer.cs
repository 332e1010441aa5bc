using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using ClaveBot.Settings;
using MimeKit;

namespace ClaveBot.Mail;

/// <summary>Makes the mail that both mailers send: plain text in UTF-8, marked as automatic (RFC 3834), with nothing injected into its headers.</summary>
internal sealed class MailComposer(ClaveBotSettings settings, TimeProvider clock)
{
    private readonly MailboxAddress from = Sender(settings);

    /// <summary>The name this host gives itself, to servers and in message ids.</summary>
    public string Domain => from.Domain;

    /// <summary>False when the address is none that mail can be sent to.</summary>
    public bool TryCompose(MailMessage message, [NotNullWhen(true)] out MimeMessage? mail)
    {
        mail = null;
        if (!TryParseAddress(message.To, out var to))
            return false;
        var now = clock.GetUtcNow();
        mail = new MimeMessage
        {
            Subject = OneLine.Of(message.Subject),
            Date = now,
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{now.ToUnixTimeMilliseconds()}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}@{Domain}"),
            Body = new TextPart("plain") { Text = message.Body },
        };
        mail.From.Add(from);
        mail.To.Add(to);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return true;
    }

    /// <summary>One bare address: no name, no list, no line break that would begin another header.</summary>
    private static bool TryParseAddress(string text, [NotNullWhen(true)] out MailboxAddress? address) =>
        MailboxAddress.TryParse(text, out address)
        && string.Equals(address.Address, text.Trim(), StringComparison.Ordinal)
        && address.LocalPart.Length > 0
        && address.Domain.Length > 0
        && !text.Any(char.IsControl);

    private static MailboxAddress Sender(ClaveBotSettings settings)
    {
        if (settings.Mail.From.Length > 0)
            return MailboxAddress.Parse(settings.Mail.From);
        var url = settings.PublicAddress("/");
        return new MailboxAddress("ClaveBot", "clave@" + (url.HostNameType == UriHostNameType.Dns ? url.IdnHost : "localhost"));
    }
}
