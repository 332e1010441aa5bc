using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Steps;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Cli.Gallery;

/// <summary>Everything the bot says in a chat, as messages with what can be chosen: first every step, then every other sentence.</summary>
internal sealed partial class GalleryMessages
{
    private static readonly DateTimeOffset SomeMoment = new(2026, 11, 22, 10, 4, 0, TimeSpan.FromHours(-5));

    private static readonly ClaveBotSettings Settings = new()
    {
        PublicUrl = "https://clave.example.org",
        Owner = "Cooperativa Ejemplo",
        Contacts = new() { SocialPages = "@ejemplo" },
        Community = new() { Telegram = "https://t.me/ejemplo" },
    };

    private readonly Sentences _sentences = new(Settings);

    /// <summary>What is said on arriving at a step, and when it is repeated.</summary>
    public IEnumerable<(string Name, Func<Language, OutgoingMessage> Message)> OfSteps() => StepBook.All.OrderBy(step => step.State).SelectMany(step =>
        new[] { (Name: $"{step.State}: {step.Ask}", Key: step.Ask), (Name: $"{step.State}: {step.Again}", Key: step.Again) }
            .DistinctBy(said => said.Key)
            .Select(said => (said.Name, (Func<Language, OutgoingMessage>)(language => Message(said.Key, language, step.Choices, step.Link)))));

    /// <summary>All that belongs to no step by itself.</summary>
    public IEnumerable<(string Name, Func<Language, OutgoingMessage> Message)> Others()
    {
        var shown = StepBook.All.SelectMany(step => new[] { step.Ask, step.Again }).Concat(Labels()).ToHashSet();
        return Enum.GetValues<DialogueText>().Where(key => !shown.Contains(key))
            .Select(key => (key.ToString(), (Func<Language, OutgoingMessage>)(language => Message(key, language, [], null))))
            .Concat(Enum.GetValues<TalkText>().Select(key => ($"{nameof(TalkText)}: {key}", (Func<Language, OutgoingMessage>)(language => Plain(Said(key, language), language)))));
    }

    /// <summary>What stands on buttons.</summary>
    public static IReadOnlyList<DialogueText> Labels() =>
    [
        .. StepBook.All.SelectMany(step => step.Choices).Select(choice => choice.Label)
            .Concat(Topics.All.Select(topic => topic.Label))
            .Concat(StepBook.All.Where(step => step.Link is not null).Select(step => step.Link!.Label))
            .Append(DialogueText.ChoiceAskPerson).Append(DialogueText.ChoiceOther).Append(DialogueText.InGroupLabel).Distinct().Order(),
    ];

    private static OutgoingMessage Plain(string text, Language language) => new(new ChatAddress(Channel.Telegram, "0"), text, [], Language: language);

    // A moment is the one value that a sentence may want written in its own way.
    private static string Said(TalkText key, Language language) =>
        HoldsMoment().IsMatch(key.Say(language)) ? key.Say(language, SomeMoment) : key.Say(language, "…", "…", "…", "…");

    private OutgoingMessage Message(DialogueText key, Language language, IReadOnlyList<Choice> choices, StepLink? link) => new(
        new ChatAddress(Channel.Telegram, "0"),
        // A moment is the one value that a sentence may want written in its own way.
        HoldsMoment().IsMatch(key.Say(language)) ? key.Say(language, SomeMoment, "…", "…") : _sentences.Say(key, language),
        [.. choices.Select(choice => new Button(choice.Label.Say(language), ""))],
        link is null ? null : new LinkButton(link.Label.Say(language), Settings.PublicAddress("/c/…")),
        Language: language);

    [GeneratedRegex(@"\{0:[^}]*[dHM]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HoldsMoment();
}
