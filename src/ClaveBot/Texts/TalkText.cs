namespace ClaveBot.Texts;

/// <summary>What the bot says to somebody who writes to a person.</summary>
public enum TalkText
{
    /// <summary>{0} is who runs the bot, {1} when people are there to answer.</summary>
    AskNamed,

    /// <summary>{0} is when somebody is there again: a time, or a time and a day.</summary>
    Closed,
    Taken,

    /// <summary>{0} is how many wait for longer.</summary>
    TakenQueue,

    /// <summary>{0} is what the person wrote.</summary>
    Answered,
    Notified,

    /// <summary>{0} is the institute's call centre.</summary>
    NotPassedOn,
    Secret,
    TooLong,

    /// <summary>{0} and {1} are the first and the last day, {2} and {3} the hours.</summary>
    HoursRange,

    /// <summary>{0} are the days, {1} and {2} the hours.</summary>
    HoursDays,

    /// <summary>In a template; {0} is when the person last wrote.</summary>
    AnsweredOn,
}
