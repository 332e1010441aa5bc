namespace ClaveBot.Texts;

/// <summary>Everything the bot can say in a chat.</summary>
public enum DialogueText
{
    Hello,
}
