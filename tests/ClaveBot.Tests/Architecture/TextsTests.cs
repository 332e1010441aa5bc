using System.Xml.Linq;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Steps;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Architecture;

/// <summary>Every key has its sentence, every sentence its key, and what is read on a phone is short.</summary>
public sealed class TextsTests
{
    /// <summary>In characters, before the options are listed.</summary>
    private const int LongestMessage = 350;

    /// <summary>WhatsApp's limit for a quick reply.</summary>
    private const int LongestLabel = 20;

    private static readonly Sentences Said = new(new()
    {
        PublicUrl = "https://clave.cooperativa.example.org",
        Owner = "Cooperativa de Ahorro de Prueba",
        Links = new() { Life = TimeSpan.FromMinutes(60) },
        Contacts = new() { SocialPages = "@ejemplo" },
        Community = new() { Telegram = "https://t.me/ejemplo", WhatsApp = "https://chat.whatsapp.com/ejemplo" },
    });

    [Theory]
    [InlineData(typeof(DialogueText), ".resx")]
    [InlineData(typeof(DialogueText), ".en.resx")]
    [InlineData(typeof(TalkText), ".resx")]
    [InlineData(typeof(TalkText), ".en.resx")]
    [InlineData(typeof(DeskText), ".resx")]
    [InlineData(typeof(PageText), ".resx")]
    [InlineData(typeof(MailText), ".resx")]
    public void Keys_and_sentences_are_the_same(Type keys, string language)
    {
        var sentences = XDocument.Load(Repository.Path("src", "ClaveBot", "Texts", keys.Name + language)).Root!.Elements("data").ToList();

        sentences.Select(data => data.Attribute("name")!.Value).ShouldBe(Enum.GetNames(keys), ignoreOrder: true);
        sentences.Where(data => string.IsNullOrWhiteSpace(data.Element("value")?.Value)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void What_the_bot_says_is_short(Language language) => Enum.GetValues<DialogueText>()
        .Where(key => Said.Say(key, language).Length > LongestMessage)
        .ShouldBeEmpty();

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void What_can_be_chosen_fits_a_button(Language language) => StepBook.All
        .SelectMany(step => step.Choices)
        .Select(choice => choice.Label)
        .Distinct()
        .Where(label => label.Say(language).Length > LongestLabel)
        .ShouldBeEmpty();

    [Fact]
    public void A_clave_is_never_called_a_contraseña() => Enum.GetValues<DialogueText>()
        .Where(key => Said.Say(key, Language.Spanish).Contains("contraseña", StringComparison.OrdinalIgnoreCase))
        .ShouldBeEmpty();
}
