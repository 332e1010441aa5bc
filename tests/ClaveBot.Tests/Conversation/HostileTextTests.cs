using ClaveBot.Conversation;

namespace ClaveBot.Tests.Conversation;

/// <summary>R9: no text breaks a turn, whatever it is made of.</summary>
public sealed class HostileTextTests
{
    public static TheoryData<string> Texts() =>
    [
        "a" + string.Concat(Enumerable.Repeat("🔑", 300)), // the 400th character is half of one
        "\uD83D",
        "\uDD11 hola",
        "hola \uD800\uD800",
        new string('\u0301', 4096),
        "\0\u202E\uFFFF" + new string('ﷺ', 4000),
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Any_text_is_folded(string text) => new Words(text).Number.ShouldBe(0);

    [Fact]
    public void What_is_readable_in_it_is_still_read() => new Words("\uD83D hola").Text.ShouldEndWith("hola");
}
