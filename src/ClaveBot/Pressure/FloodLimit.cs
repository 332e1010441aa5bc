namespace ClaveBot.Pressure;

/// <summary>
/// How fast one chat may write: <see cref="Messages"/> at once, and as many in each <see cref="Window"/> on the long run (a generic
/// cell rate algorithm, ITU-T I.371). Whoever goes beyond is told once when to go on, and is answered again from then on.
/// Nobody who types gets there: it is for scripts and stuck keys.
/// </summary>
public static class FloodLimit
{
    public const int Messages = 30;

    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    /// <summary>How long somebody who went beyond is asked to wait.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(10);

    private static readonly int Step = (int)Window.TotalMilliseconds / Messages;

    /// <summary>Pure: the pace is kept in the conversation's record, so its revision makes the count exact on any number of instances.</summary>
    /// <param name="pace">As it was kept.</param>
    /// <param name="sinceLast">Since this person's last message that counted; negative when instances' clocks differ.</param>
    public static (FloodVerdict Verdict, Pace? Pace) Judge(Pace? pace, TimeSpan sinceLast)
    {
        if (pace is { IsWaiting: true })
            return sinceLast < Break ? (FloodVerdict.Ignore, pace) : (FloodVerdict.Answer, null);
        var passed = Math.Clamp(sinceLast.TotalMilliseconds, 0, Window.TotalMilliseconds * 2);
        var ahead = pace is null ? Math.Max(0, Step - (int)passed) : Math.Max(0, pace.Ahead + Step - (int)passed);
        if (ahead + Step > Window.TotalMilliseconds)
            return (FloodVerdict.Tell, new Pace { IsWaiting = true });
        return (FloodVerdict.Answer, ahead == 0 ? null : new Pace { Ahead = ahead });
    }
}

public enum FloodVerdict
{
    Answer,

    /// <summary>Say when to go on, and nothing else.</summary>
    Tell,

    /// <summary>That has been said already.</summary>
    Ignore,
}
