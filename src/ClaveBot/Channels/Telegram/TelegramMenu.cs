using ClaveBot.Conversation;
using ClaveBot.Settings;
using ClaveBot.Texts;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace ClaveBot.Channels.Telegram;

/// <summary>What Telegram shows of the bot by itself, in each language: the commands beside the input field, and whose bot it is before anybody writes.</summary>
internal static class TelegramMenu
{
    // Spanish is for everybody whose app speaks another language (Bot API, setMyCommands: language_code).
    private static readonly (Language Language, string? Code)[] Languages = [(Language.Spanish, null), (Language.English, "en")];

    /// <exception cref="RequestException">Telegram refused, or was not reached.</exception>
    public static async Task ShowAsync(ITelegramBotClient bot, ClaveBotSettings settings, CancellationToken cancellationToken)
    {
        var sentences = new Sentences(settings);
        foreach (var (language, code) in Languages)
        {
            await bot.SetMyCommands(CommandsIn(language), BotCommandScope.AllPrivateChats(), code, cancellationToken);
            await bot.SetMyDescription(sentences.Hello(language), code, cancellationToken);
        }
    }

    private static IEnumerable<BotCommand> CommandsIn(Language language) => Topics.All
        .Select(topic => new BotCommand(language == Language.English ? topic.EnglishCommand : topic.Command, topic.Label.Say(language)));
}
