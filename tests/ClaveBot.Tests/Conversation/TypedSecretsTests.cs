using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Conversation.Steps;
using ClaveBot.SecretGuard;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Conversation;

public sealed class TypedSecretsTests
{
    public static TheoryData<State> States() => [.. StepBook.All.Select(step => step.State)];

    [Theory, MemberData(nameof(States))]
    public void What_can_be_chosen_is_no_secret(State state)
    {
        var here = At(state);
        var labels = here.Choices.SelectMany(choice => Phrases.Languages.Select(language => choice.Label.Say(language)));
        var numbers = Enumerable.Range(1, here.Choices.Count).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var commands = Topics.All.SelectMany(topic => topic.Commands).Select(command => "/" + command);

        labels.Concat(numbers).Concat(commands).Append("/start otro_enlace").Where(text => Look(here, text) != TypedSecret.Clean).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(State.KnowsClave)]
    [InlineData(State.LinkSent)]
    [InlineData(State.RecoverSent)]
    [InlineData(State.TypeCurrent)]
    [InlineData(State.TypeCurrentTrouble)]
    [InlineData(State.TypeNew)]
    [InlineData(State.TypeNewTrouble)]
    public void Where_a_clave_is_talked_of_an_unknown_word_with_figures_is_one(State state)
    {
        Look(At(state), "1958t").ShouldBe(TypedSecret.Password);
        Look(At(State.Menu), "1958t").ShouldBe(TypedSecret.Clean);
    }

    [Fact]
    public void What_the_step_understands_is_no_clave() => Look(At(State.TypeNew), "si 2").ShouldBe(TypedSecret.Clean);

    [Fact]
    public void L1_Words_are_looked_at_wherever_they_stand()
    {
        const string said = "mi clave es Perro.2024";
        IncomingContent[] all =
        [
            new IncomingContent.Text(said), new IncomingContent.Text(said, IsForwarded: true),
            new IncomingContent.Unsupported(UnsupportedKind.Photo, said), new IncomingContent.Unsupported(UnsupportedKind.Edited, said),
        ];

        all.ShouldAllBe(content => TypedSecrets.In(At(State.Menu), content) == TypedSecret.Password);
    }

    [Fact]
    public void A_press_holds_no_words() => TypedSecrets.In(At(State.Menu), new IncomingContent.Press("1700000001", null)).ShouldBe(TypedSecret.Clean);

    private static TypedSecret Look(ConversationRecord record, string text) => TypedSecrets.In(record, new IncomingContent.Text(text));

    private static ConversationRecord At(State state) => new() { Chat = new(Channel.Telegram, "1"), State = state, Turn = 3 };
}
