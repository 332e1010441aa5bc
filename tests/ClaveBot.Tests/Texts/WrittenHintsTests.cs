using System.Text.RegularExpressions;
using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Texts;

/// <summary>What people are told to write is understood, and what they are told to press is there.</summary>
public sealed partial class WrittenHintsTests
{
    // Names on the institute's own pages and in people's mail programs.
    private static readonly string[] Elsewhere = ["Afiliados", "Servicios en línea", "Trámites virtuales", "Asegurados", "Cambio de clave", "Cambiar clave", "Aceptar", "Empleadores"];

    // The one word that is read while a person answers.
    private const string BackToTheBot = "bot";

    public static TheoryData<Language> Languages => new(Phrases.Languages);

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_people_are_told_to_write_is_understood(Language language) =>
        Hints(language, Write()).Where(hint => hint.Quoted != BackToTheBot && Read(hint.Quoted, language) is Trigger.Unknown or Trigger.Ambiguous).ShouldBeEmpty();

    [Fact]
    public void It_is_understood_alike_in_every_language() => Understood(Language.English).ShouldBe(Understood(Language.Spanish));

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_people_are_told_to_press_is_the_name_of_a_button(Language language)
    {
        var names = AllTexts.In(language).Select(text => text.Text).Concat(Elsewhere).ToHashSet(StringComparer.Ordinal);
        Hints(language, Press()).Where(hint => !names.Contains(hint.Quoted)).ShouldBeEmpty();
    }

    // To choose the other language, each offers that one's name.
    private static IEnumerable<(string Name, Trigger Meant)> Understood(Language language) =>
        from hint in Hints(language, Write())
        where hint.Name != "DialogueText.LanguageNoticed" && hint.Quoted != BackToTheBot
        select (hint.Name, Read(hint.Quoted, language));

    private static Trigger Read(string quoted, Language language) => Reading.Of(
        new ConversationRecord { Chat = new(Channel.Telegram, "1"), State = State.OpenSite, Language = language }, new IncomingContent.Text(quoted),
        new(new DateOnly(2026, 11, 22), new Uri("https://clave.example.org"))).Trigger;

    private static IEnumerable<(string Name, string Quoted)> Hints(Language language, Regex verb) =>
        from text in AllTexts.In(language)
        from hint in verb.Matches(text.Text)
        select (text.Name, hint.Groups["said"].Value);

    [GeneratedRegex("(?<=(escriba|con|write|tell me)( en el chat)? [«“])(?<said>[^»”]*)(?=[»”])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Write();

    [GeneratedRegex("(?<=(toque|elija|vez|tap|pick) [«“])(?<said>[^»”]*)(?=[»”])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Press();
}
