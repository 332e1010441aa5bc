using System.Collections.Frozen;
using ClaveBot.Texts;
using static ClaveBot.Conversation.Trigger;

namespace ClaveBot.Conversation;

/// <summary>What the bot can do, and its name where the bot offers it. One list: menus, "¿quiso decir …?", Telegram's command menu and what is typed after a slash come from it.</summary>
public static class Topics
{
    /// <summary>All of them, in the order in which Telegram lists its commands.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        new(Trigger.Menu, DialogueText.ChoiceMenu, "menu", "start", "inicio"),
        new(Change, DialogueText.ChoiceChange, "cambiar", "change", "clave"),
        new(Trigger.Forgot, DialogueText.ChoiceForgot, "olvide", "forgot", "recuperar"),
        new(Locked, DialogueText.ChoiceLocked, "bloqueada", "locked", "desbloquear"),
        new(WrongEmail, DialogueText.ChoiceWrongEmail, "correo", "email"),
        new(IsItReal, DialogueText.ChoiceIsItReal, "real", "isitreal", "estafa", "enlace"),
        new(Safety, DialogueText.ChoiceSafety, "seguridad", "safety"),
        new(Why, DialogueText.ChoiceWhy, "porque", "why"),
        new(Expiry, DialogueText.ChoiceExpiry, "vence", "expiry", "caduca"),
        new(Trigger.NotMe, DialogueText.ChoiceNotMe, "nofuiyo", "notme"),
        new(Reminder, DialogueText.ChoiceReminder, "recordatorio", "reminder"),
        new(Person, DialogueText.ChoicePerson, "persona", "person"),
        new(Helper, DialogueText.ChoiceHelper, "ayudante", "helper"),
        new(Community, DialogueText.ChoiceCommunity, "comunidad", "community"),
        new(Trigger.Comment, DialogueText.ChoiceComment, "comentario", "comment", "calificar"),
        new(Trigger.Privacy, DialogueText.ChoicePrivacy, "privacidad", "privacy"),
        new(MyData, DialogueText.ChoiceMyData, "misdatos", "mydata"),
        new(Trigger.Erase, DialogueText.ChoiceErase, "borrar", "erase"),
        new(Trigger.More, DialogueText.ChoiceMore, "mas", "more"),
        new(Trigger.ChangeLanguage, DialogueText.ChoiceLanguage, "idioma", "language"),
        new(Help, DialogueText.ChoiceHelp, "ayuda", "help"),
        new(Back, DialogueText.ChoiceBack, "atras", "back"),
        new(Repeat, DialogueText.ChoiceRepeat, "repetir", "repeat"),
        new(Cancel, DialogueText.ChoiceCancel, "cancelar", "cancel"),
        new(Restart, DialogueText.ChoiceRestart, "reiniciar", "restart"),
        new(Employer, DialogueText.ChoiceEmployer, "empleador", "employer"),
    ];

    private static readonly FrozenDictionary<Trigger, Topic> ByTrigger = All.ToFrozenDictionary(topic => topic.Trigger);

    private static readonly FrozenDictionary<string, Trigger> ByCommand = All
        .SelectMany(topic => topic.Commands.Select(command => (command, topic.Trigger)))
        .ToFrozenDictionary(pair => pair.command, pair => pair.Trigger, StringComparer.Ordinal);

    private static readonly Lazy<FrozenDictionary<string, Trigger>> ByName = new(static () => All
        .SelectMany(static topic => Phrases.Languages.Select(language => (Name: Words.Fold(topic.Label.Say(language)), topic.Trigger)))
        .DistinctBy(static named => named.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(static named => named.Name, static named => named.Trigger, StringComparer.Ordinal));

    /// <summary>Whether there is a topic of that trigger.</summary>
    public static bool Has(Trigger trigger) => ByTrigger.ContainsKey(trigger);

    /// <summary>The topic of a trigger.</summary>
    /// <exception cref="KeyNotFoundException">It is none.</exception>
    public static Topic Of(Trigger trigger) => ByTrigger[trigger];

    /// <summary>The topic whose name, in any language, the whole text is; null when it is none.</summary>
    public static Trigger? OfName(Words words) => ByName.Value.TryGetValue(words.Text, out var trigger) ? trigger : null;

    /// <summary>What a command means; null when the text is no command of ours. Telegram adds "@" and the bot's name in groups, and words after a link's "start".</summary>
    public static Trigger? OfCommand(string text)
    {
        var typed = text.AsSpan().Trim();
        if (typed is not ['/', .. var command])
            return null;
        var end = command.IndexOfAny(' ', '@');
        var name = (end < 0 ? command : command[..end]).ToString().ToLowerInvariant();
        var isAlone = end < 0 || command[end] == '@';
        return isAlone && ByCommand.TryGetValue(name, out var trigger) ? trigger : null;
    }
}

/// <summary>Something the bot can do.</summary>
/// <param name="Trigger">What asks for it.</param>
/// <param name="Label">Its name.</param>
/// <param name="Command">In Spanish, without the slash: 1 to 32 of a-z (Bot API, BotCommand).</param>
/// <param name="EnglishCommand">In English; both always work.</param>
/// <param name="Others">More words that work after a slash.</param>
public sealed record Topic(Trigger Trigger, DialogueText Label, string Command, string EnglishCommand, params IReadOnlyList<string> Others)
{
    /// <summary>All that work.</summary>
    public IEnumerable<string> Commands => [Command, EnglishCommand, .. Others];
}
