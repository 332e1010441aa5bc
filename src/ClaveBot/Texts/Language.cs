namespace ClaveBot.Texts;

/// <summary>The languages the bot speaks. The numbers are stored.</summary>
public enum Language
{
    Spanish = 1,
    English = 2,
}
