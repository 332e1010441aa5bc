using ClaveBot.Channels;

namespace ClaveBot.Tests.Channels;

/// <summary>Outgoing messages to send in tests.</summary>
internal static class Samples
{
    public static readonly LinkButton Link = new("Cambiar mi clave", new Uri("https://bot.example.test/c/AbC-_123"));

    public static OutgoingMessage To(Channel channel, string chat, params string[] labels) => new(
        new ChatAddress(channel, chat),
        "Hola, ¿en qué le ayudo?",
        [.. labels.Select((label, index) => new Button(label, $"menu.1.{index}"))]);

    /// <summary>For a send that is going to be cut off by its timeout.</summary>
    public static ChannelHttp Impatient() => new(TimeSpan.FromMilliseconds(300));

    public static ChannelHttp Patient() => new(ChannelHttp.SendTimeout);
}
