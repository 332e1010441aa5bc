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
        Community = new() { Telegram = "https://t.me/ejemplo", WhatsApp = "https://chat.whatsapp.com/ejemplo" },
    });

    [Theory]
    [InlineData(typeof(DialogueText))]
    [InlineData(typeof(PageText))]
    [InlineData(typeof(MailText))]
    public void Keys_and_sentences_are_the_same(Type keys)
    {
        var sentences = XDocument.Load(Repository.Path("src", "ClaveBot", "Texts", keys.Name + ".resx")).Root!.Elements("data").ToList();

        sentences.Select(data => data.Attribute("name")!.Value).ShouldBe(Enum.GetNames(keys), ignoreOrder: true);
        sentences.Where(data => string.IsNullOrWhiteSpace(data.Element("value")?.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void What_the_bot_says_is_short() => Enum.GetValues<DialogueText>()
        .Where(key => Said.Say(key, Language.Spanish).Length > LongestMessage)
        .ShouldBeEmpty();

    [Fact]
    public void What_can_be_chosen_fits_a_button() => StepBook.All
        .SelectMany(step => step.Choices)
        .Select(choice => choice.Label)
        .Distinct()
        .Where(label => label.Say(Language.Spanish).Length > LongestLabel)
        .ShouldBeEmpty();

    [Fact]
    public void A_clave_is_never_called_a_contraseña() => Enum.GetValues<DialogueText>()
        .Where(key => Said.Say(key, Language.Spanish).Contains("contraseña", StringComparison.OrdinalIgnoreCase))
        .ShouldBeEmpty();
}
