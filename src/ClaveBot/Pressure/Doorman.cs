using ClaveBot.Conversation;
using ClaveBot.Settings;
using ClaveBot.Texts;

namespace ClaveBot.Pressure;

/// <summary>Decides before the dialogue whether a message is taken up: not while operators pause the service, and not in a flood.</summary>
public sealed class Doorman(PauseSwitch pause, TurnMetrics metrics, ClaveBotSettings settings, TimeProvider time)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);

    /// <summary>About a message that a person sent. No Redis command, except before the switch was read for the first time.</summary>
    public async ValueTask<Admission> AdmitAsync(ConversationRecord record)
    {
        var now = time.GetUtcNow();
        if (await pause.NowAsync() is { } closed)
        {
            return record.PauseTold == closed.Id
                ? new Admission.Ignored()
                : new Admission.Told(record with { PauseTold = closed.Id }, Words(record.Language, closed, now));
        }

        var (verdict, pace) = FloodLimit.Judge(record.Pace, now - record.LastMessageAt);
        if (verdict == FloodVerdict.Tell)
            metrics.Flooded();
        return verdict switch
        {
            FloodVerdict.Answer => new Admission.Entered(record with { Pace = pace, PauseTold = 0 }),
            FloodVerdict.Tell => new Admission.Told(record with { Pace = pace }, DialogueText.TooFast.Say(record.Language, (int)FloodLimit.Break.TotalSeconds)),
            _ => new Admission.Ignored(),
        };
    }

    private string Words(Language language, Pause closed, DateTimeOffset now)
    {
        if (closed.Until is not { } until)
            return DialogueText.Paused.Say(language);
        var there = TimeZoneInfo.ConvertTime(until, _zone);
        var when = there.Date == TimeZoneInfo.ConvertTime(now, _zone).Date ? DialogueText.TimeToday : DialogueText.TimeAnotherDay;
        return DialogueText.PausedUntil.Say(language, when.Say(language, there));
    }
}

/// <summary>What the doorman says.</summary>
public abstract record Admission
{
    private Admission() { }

    /// <summary>The dialogue takes it up.</summary>
    /// <param name="Record">With what is to be remembered of it.</param>
    public sealed record Entered(ConversationRecord Record) : Admission;

    /// <summary>It is answered with a sentence, and nothing moves.</summary>
    public sealed record Told(ConversationRecord Record, string Sentence) : Admission;

    /// <summary>It is acknowledged; the person has been told already.</summary>
    public sealed record Ignored : Admission;
}
