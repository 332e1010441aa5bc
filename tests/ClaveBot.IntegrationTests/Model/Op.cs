using CsCheck;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>One thing that happens to one chat, on one of two instances.</summary>
internal abstract record Op(int Chat, int Instance)
{
    public const int Chats = 3;

    private static readonly Gen<int> AnyChat = Gen.Int[0, Chats - 1];
    private static readonly Gen<int> AnyInstance = Gen.Int[0, 1];

    /// <summary>A text.</summary>
    public sealed record Say(int Chat, int Instance, string Word) : Op(Chat, Instance);

    /// <summary>A press on the first button of the answer before the last <paramref name="Back"/>; 0 is the newest.</summary>
    public sealed record Press(int Chat, int Instance, int Back) : Op(Chat, Instance);

    /// <summary>An earlier message again.</summary>
    public sealed record Again(int Chat, int Instance, int Back) : Op(Chat, Instance);

    /// <summary>Two messages at once, one on each instance.</summary>
    public sealed record Both(int Chat, int Instance) : Op(Chat, Instance);

    /// <summary>What the next send of the instance meets.</summary>
    public sealed record Meet(int Chat, int Instance, Fate Fate) : Op(Chat, Instance);

    /// <summary>The instance dies, with all that it holds in memory.</summary>
    public sealed record Die(int Chat, int Instance) : Op(Chat, Instance);

    /// <summary>Time passes, and both instances look at what is due.</summary>
    public sealed record Pass(int Chat, int Instance, int Seconds) : Op(Chat, Instance);

    public static Gen<Op[]> Story { get; } = Gen.Frequency(
        (8, Gen.Select(AnyChat, AnyInstance, Any.Of(Machine.Words)).Select((chat, instance, word) => (Op)new Say(chat, instance, word))),
        (3, Gen.Select(AnyChat, AnyInstance, Gen.Int[0, 3]).Select((chat, instance, back) => (Op)new Press(chat, instance, back))),
        (3, Gen.Select(AnyChat, AnyInstance, Gen.Int[0, 5]).Select((chat, instance, back) => (Op)new Again(chat, instance, back))),
        (2, Gen.Select(AnyChat, AnyInstance).Select((chat, instance) => (Op)new Both(chat, instance))),
        (3, Gen.Select(AnyChat, AnyInstance, Gen.Enum<Fate>()).Select((chat, instance, fate) => (Op)new Meet(chat, instance, fate))),
        (1, Gen.Select(AnyChat, AnyInstance).Select((chat, instance) => (Op)new Die(chat, instance))),
        (2, Gen.Select(AnyChat, AnyInstance, Gen.Int[1, 10]).Select((chat, instance, seconds) => (Op)new Pass(chat, instance, seconds)))).Array[1, 25];
}
