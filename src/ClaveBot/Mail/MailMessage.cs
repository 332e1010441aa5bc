namespace ClaveBot.Mail;

/// <summary>A plain-text notice to one address.</summary>
public sealed record MailMessage(string To, string Subject, string Body)
{
    /// <summary>What it holds is not for logs.</summary>
    public override string ToString() => "(mail)";
}
