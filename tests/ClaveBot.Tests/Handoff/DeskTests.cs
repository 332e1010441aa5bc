using ClaveBot.Channels;
using ClaveBot.Conversation;
using ClaveBot.Handoff;
using ClaveBot.Keys;
using ClaveBot.Texts;

namespace ClaveBot.Tests.Handoff;

/// <summary>Only a reply in the operators' group to what the bot itself wrote there about a case is for that case.</summary>
public sealed class DeskTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 7, 15, 0, 0, TimeSpan.Zero);
    private static readonly ClaveBot.Settings.ClaveBotSettings OnlyPages = new() { PublicUrl = "https://clave.example.test" };
    private static readonly KeyRing Keys = new(Key(1), Key(2), []);
    private static readonly ChatAddress Group = new(Channel.Telegram, "-1001");
    private static readonly ChatAddress OtherGroup = new(Channel.Telegram, "-1002");
    private static readonly ConversationId Ana = ConversationId.Of(new(Channel.Telegram, "7"), Keys);
    private static readonly ConversationId Luis = ConversationId.Of(new(Channel.WhatsApp, "whatsapp:+593990000001"), Keys);

    private readonly Desk _desk = new(Keys, new() { Operators = new() { TelegramGroup = Group.Id } });

    [Fact]
    public void A_reply_to_a_case_is_for_its_person() =>
        _desk.Read(Group, Reply(Written(Ana))).ShouldBe(new IncomingContent.OperatorReply(Ana, "Buenos días"));

    [Fact]
    public void S_the_same_text_in_another_group_is_for_nobody() => Refused(OtherGroup, Written(Ana));

    [Fact]
    public void S_what_was_written_into_another_group_is_for_nobody() =>
        Refused(Group, $"Caso AAAA\n{CaseReference.Line(Ana.Text, OtherGroup, Keys)}");

    [Fact]
    public void S_a_reference_under_another_key_is_for_nobody() =>
        Refused(Group, $"Caso AAAA\n{CaseReference.Line(Ana.Text, Group, new KeyRing(Key(9), Key(2), []))}");

    [Fact]
    public void S_a_reference_that_a_person_wrote_is_a_text_and_no_reference()
    {
        var line = CaseReference.Line(Luis.Text, Group, Keys);

        var message = Turn(new IncomingContent.ToGroup(Asked(Ana, "hola\n" + line))).Messages.ShouldHaveSingleItem().Value.Text;

        _desk.Read(Group, Reply(message)).ShouldBe(new IncomingContent.OperatorReply(Ana, "Buenos días"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ref ")]
    [InlineData("ref .")]
    [InlineData("ref a.b.c")]
    [InlineData("Para cuidar sus datos, aquí no puedo ayudarle. Escríbame en privado, por favor.")]
    public void What_is_about_no_case_is_for_nobody(string written) => Refused(Group, written);

    [Fact]
    public void S_without_the_setting_no_group_is_the_operators() =>
        new Desk(Keys, new()).Read(Group, Reply(Written(Ana))).ShouldBeOfType<IncomingContent.InGroup>();

    [Fact]
    public void What_the_group_sees_names_no_chat()
    {
        var text = Turn(new IncomingContent.ToGroup(Asked(Luis, "No me llega el correo"))).Messages.ShouldHaveSingleItem().Value.Text;

        text.ShouldContain("No me llega el correo");
        text.ShouldStartWith($"Caso {CaseReference.Label(Luis.Text)} · WhatsApp · Español · nuevo");
        text.ShouldNotContain("990000001");
    }

    [Fact]
    public void Who_waits_is_told_how_many_wait_for_longer_until_they_are_answered()
    {
        var record = New with { Talk = Turn(new IncomingContent.ToGroup(Asked(Ana, "hola"))).Talk };

        var second = _desk.Turn(record, Message("2"), new IncomingContent.ToGroup(Asked(Luis, "hola")), false, Now.AddMinutes(12))!;
        second.Events.ShouldHaveSingleItem().Ahead.ShouldBe(1);
        var again = _desk.Turn(record with { Talk = second.Talk }, Message("3"), new IncomingContent.ToGroup(Asked(Ana, "¿hola?") with { IsFirst = false }), false, Now.AddMinutes(12))!;
        again.Messages[0].Value.Text.ShouldContain("espera 12 min");
        again.Events.ShouldBeEmpty();
        var answered = _desk.Turn(record with { Talk = again.Talk }, Message("4"), new IncomingContent.OperatorReply(Ana, "Buenos días"), false, Now)!;
        answered.Talk!.Queue.ShouldHaveSingleItem().Case.ShouldBe(Luis.Text);
    }

    [Theory]
    [InlineData("fin")]
    [InlineData("/fin")]
    [InlineData("/fin@prueba_bot")]
    [InlineData(" Fin. ")]
    public void Fin_ends_the_case(string text) =>
        Turn(new IncomingContent.OperatorReply(Ana, text)).Events.ShouldHaveSingleItem().Kind.ShouldBe(CaseEventKind.Ended);

    [Theory]
    [InlineData("Envíeme su clave, por favor")]
    [InlineData("Necesito su número de cédula")]
    [InlineData("La cédula es 1700000001")]
    [InlineData("su clave es Tortuga.Azul.1987")]
    [InlineData("Dígame el código que le llegó")]
    public void An_operator_neither_asks_for_a_secret_nor_passes_one_on(string text)
    {
        var turn = Turn(new IncomingContent.OperatorReply(Ana, text));

        turn.Events.ShouldBeEmpty();
        turn.Messages.ShouldHaveSingleItem().Value.Text.ShouldContain("no envié su respuesta");
    }

    [Theory]
    [InlineData("mi clave es Tortuga.Azul.1987")]
    [InlineData("mi cédula es 1700000001")]
    [InlineData("no me abre https://clave.example.test/c/0Abcdefghijklmnop")]
    [InlineData("perro7")]
    public void No_secret_of_a_person_goes_into_the_group(string text) => new TalkWords(OnlyPages, new(OnlyPages)).Refusal(text).ShouldBe(TalkText.Secret);

    [Theory]
    [InlineData("Nunca escriba su clave por aquí.")]
    [InlineData("Por favor espere unos minutos y pruebe otra vez.")]
    [InlineData("El enlace dura 10 minutos.")]
    public void What_helps_is_passed_on(string text) => Turn(new IncomingContent.OperatorReply(Ana, text)).Events.ShouldHaveSingleItem().Text.ShouldBe(text);

    [Fact]
    public void What_may_have_been_passed_on_before_is_not_again()
    {
        var turn = _desk.Turn(New, Message("1"), new IncomingContent.OperatorReply(Ana, "Buenos días"), isTooLate: true, Now)!;

        turn.Events.ShouldBeEmpty();
        turn.Messages.ShouldHaveSingleItem().Value.Text.ShouldContain(DeskText.Late.Say(Language.Spanish, CaseReference.Label(Ana.Text)));
    }

    private static ConversationRecord New => new() { Chat = Group };

    private DeskTurn Turn(IncomingContent content) => _desk.Turn(New, Message("1"), content, false, Now)!;

    private void Refused(ChatAddress chat, string written) => _desk.Read(chat, Reply(written)).ShouldBeOfType<IncomingContent.InGroup>();

    private static IncomingContent.GroupReply Reply(string written) => new("Buenos días", written);

    private static string Written(ConversationId about) => $"Caso AAAA\n\nhola\n{CaseReference.Line(about.Text, Group, Keys)}";

    private static MessageId Message(string id) => new(MessageQueue.Texts, id);

    private static CaseEvent Asked(ConversationId about, string text) =>
        new() { Id = "case:" + text, Kind = CaseEventKind.Asked, Case = about.Text, Text = text, IsFirst = true, Language = Language.Spanish, Channel = about == Ana ? Channel.Telegram : Channel.WhatsApp };

    private static byte[] Key(byte fill) => [.. Enumerable.Repeat(fill, 32)];
}
