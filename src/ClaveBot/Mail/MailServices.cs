using ClaveBot.Outbox;
using ClaveBot.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.Mail;

/// <summary>Registers how notices are worded and how they leave.</summary>
public static class MailServices
{
    /// <summary>Adds <see cref="ClaveChangedNotice"/>, <see cref="AccountFrozenNotice"/>, <see cref="RecoveryMail"/> with <see cref="CodeDelivery"/>, and an <see cref="IMailer"/>: into <c>Mail:Folder</c> when set, else over SMTP.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<ClaveChangedNotice>();
        services.AddSingleton<AccountFrozenNotice>();
        services.AddSingleton<RecoveryMail>();
        services.AddSingleton<CodeDelivery>();
        services.AddHostedService<MailCheckup>();
        services.AddSingleton<IMailer>(static provider =>
        {
            var settings = provider.GetRequiredService<ClaveBotSettings>();
            var clock = provider.GetRequiredService<TimeProvider>();
            var composer = new MailComposer(settings, clock);
            return settings.Mail.Folder.Length > 0
                ? new FolderMailer(settings.Mail.Folder, composer, clock)
                : new SmtpMailer(settings.Mail, composer, clock);
        });
        return services;
    }
}
