using System.Collections.Frozen;

namespace ClaveBot.Conversation.Steps;

/// <summary>Every step, found by its state.</summary>
public static class StepBook
{
    private static readonly FrozenDictionary<State, Step> Steps = new Step[]
    {
        new Menu(), new Forgot(), new Erase(), new More(), new CheckMessage(), new ChooseLanguage(), new Remind(), new Reminded(), new Rate(), new Remark(), new Privacy(), new WithPerson(),
        new KnowsClave(), new HasMail(), new NoMail(), new LinkSent(), new LinkExpired(), new Changed(),
        new Alerted(), new NotMe(), new Freezing(), new Frozen(),
        new RecoverMail(), new RecoverSent(), new RecoverExpired(),
        new OpenSite(), new OpenServices(), new OpenChange(), new TypeCurrent(), new TypeNew(), new CheckMail(), new Finished(),
        new OpenSiteTrouble(), new OpenServicesTrouble(), new OpenChangeTrouble(), new TypeCurrentTrouble(), new TypeNewTrouble(), new CheckMailTrouble(),
    }.ToFrozenDictionary(step => step.State);

    /// <summary>All of them.</summary>
    public static IReadOnlyCollection<Step> All => Steps.Values;

    /// <summary>The step of a state.</summary>
    public static Step Of(State state) => Steps[state];
}
