using ClaveBot.Channels;
using ClaveBot.Channels.WhatsApp;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Texts;

/// <summary>The longest message that a step can make fits its channel, in every language: what interrupts is answered before the step is asked again.</summary>
public sealed class LengthsTests
{
    /// <summary>The body of a WhatsApp message with buttons or a list.</summary>
    private const int WhatsAppInteractive = 1024;

    private const int Telegram = 4096;

    /// <summary>WhatsApp's for an item of a list; a quick reply has 20, which is asked of every choice.</summary>
    private const int ListItem = 24;

    private static readonly Sentences Said = new(new()
    {
        PublicUrl = "https://clave.cooperativa.example.org",
        Owner = "Cooperativa de Ahorro de Prueba",
        Links = new() { Life = TimeSpan.FromMinutes(60) },
        Community = new() { Telegram = "https://t.me/ejemplo", WhatsApp = "https://chat.whatsapp.com/ejemplo" },
    });

    public static TheoryData<Language> Languages => new(Phrases.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_message_fits_its_channel(Language language)
    {
        foreach (var step in StepBook.All)
        {
            foreach (var message in Longest(step, language))
            {
                message.Text.Length.ShouldBeLessThanOrEqualTo(WhatsAppInteractive, step.GetType().Name);
                WhatsAppText.Of(message).Length.ShouldBeLessThanOrEqualTo(WhatsAppText.MaxLength, step.GetType().Name);
                message.Text.Length.ShouldBeLessThanOrEqualTo(Telegram, step.GetType().Name);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_choice_fits_a_button_and_no_two_of_a_step_are_alike(Language language)
    {
        foreach (var labels in StepBook.All.Select(step => step.Choices.Select(choice => choice.Label.Say(language)).ToList()))
        {
            labels.ShouldAllBe(label => label.Length <= 20);
            labels.Select(Words.Fold).ShouldBeUnique();
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_label_of_a_link_fits_a_button(Language language) =>
        new[] { DialogueText.LinkSentLabel, DialogueText.OpenSiteLabel, DialogueText.InGroupLabel }.ShouldAllBe(label => label.Say(language).Length <= ListItem);

    // The first message of all says hello first; a new link tells that the old one ended; any other answer comes before the step in one line.
    private static IEnumerable<OutgoingMessage> Longest(Step step, Language language)
    {
        var answer = Enum.GetValues<DialogueText>().Select(key => Said.Say(key, language)).MaxBy(text => text.Length)!;
        var begins = Sentences.Paragraphs(Said.Say(DialogueText.HelloPortalNamed, language), Sentences.Paragraphs(Said.Say(DialogueText.LinkReplaced, language), Said.Say(step.Ask, language)));
        var comesBack = Sentences.Paragraphs(answer, Said.Say(step.Again, language));
        var link = new LinkButton(DialogueText.LinkSentLabel.Say(language), new Uri("https://clave.cooperativa.example.org/c/" + new string('x', 28) + "?lang=en"));
        var buttons = step.Choices.Select(choice => new Button(choice.Label.Say(language), "x")).ToList();
        return new[] { begins, comesBack }.Select(text => new OutgoingMessage(new(Channel.WhatsApp, "1"), text, buttons, link));
    }
}
