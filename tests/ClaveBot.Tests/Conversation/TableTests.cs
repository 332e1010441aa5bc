using ClaveBot.Conversation;
using ClaveBot.Conversation.Steps;
using ClaveBot.Settings;

namespace ClaveBot.Tests.Conversation;

public sealed class TableTests
{
    private static readonly Trigger[] Triggers = Enum.GetValues<Trigger>();

    public static TheoryData<BotMode> Modes() => [.. Enum.GetValues<BotMode>()];

    [Theory, MemberData(nameof(Modes))]
    public void Every_state_of_the_table_has_a_step(BotMode mode) =>
        States(mode).Except(StepBook.All.Select(step => step.State)).ShouldBeEmpty();

    [Fact]
    public void Every_step_is_in_a_table_and_named_like_its_state()
    {
        StepBook.All.Select(step => step.State).ShouldBe(Modes().SelectMany(mode => States(mode.Data)).Distinct(), ignoreOrder: true);
        StepBook.All.ShouldAllBe(step => step.GetType().Name == step.State.ToString());
    }

    [Theory, MemberData(nameof(Modes))]
    public void Whatever_a_step_offers_the_table_allows(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        var refused = from state in States(mode)
                      from choice in StepBook.Of(state).Choices
                      where !table.Allows(state, choice.Trigger)
                      select $"{state}: {choice.Trigger}";
        refused.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Modes))]
    public void From_everywhere_the_buttons_alone_lead_back_to_the_menu(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        foreach (var state in States(mode))
            Reachable(table, state, at => StepBook.Of(at).Choices.Select(choice => choice.Trigger)).ShouldContain(State.Menu, state.ToString());
    }

    [Theory, MemberData(nameof(Modes))]
    public void Every_state_is_reached_from_the_menu(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        Reachable(table, State.Menu, _ => Triggers).ShouldBe(States(mode), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Modes))]
    public void Menu_cancel_and_restart_work_everywhere(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        foreach (var state in States(mode))
        {
            foreach (var trigger in new[] { Trigger.Menu, Trigger.Cancel, Trigger.Restart })
                table.Fire(state, trigger).ShouldBe(State.Menu);
        }
    }

    [Theory, MemberData(nameof(Modes))]
    public void An_interruption_never_moves_the_conversation(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        foreach (var state in States(mode))
        {
            foreach (var trigger in new[] { Trigger.Help, Trigger.Repeat, Trigger.Safety, Trigger.Person, Trigger.Thanks, Trigger.Unknown, Trigger.StalePress, Trigger.Unsupported })
                table.Fire(state, trigger).ShouldBe(state);
        }
    }

    /// <summary>"Algo salió mal" at a step of the official site asks what; anywhere else it is answered.</summary>
    [Theory, MemberData(nameof(Modes))]
    public void Trouble_is_answered_or_asked_about_and_leads_back(BotMode mode)
    {
        using var table = new ConversationTable(mode);

        foreach (var state in States(mode))
        {
            if (table.Fire(state, Trigger.Trouble) is var asked && asked == state)
                continue;
            StepBook.Of(state).ShouldBeAssignableTo<PortalStep>();
            table.Fire(asked, Trigger.Back).ShouldBe(state);
            StepBook.Of(asked).Choices.ShouldAllBe(choice => choice.Trigger == Trigger.Back || choice.Trigger == Trigger.Forgot || StepBook.Of(asked).RemedyOf(choice.Trigger) != null);
        }
    }

    [Theory, MemberData(nameof(Modes))]
    public void What_is_not_declared_throws(BotMode mode)
    {
        using var table = new ConversationTable(mode);
        var undeclared = States(mode).SelectMany(state => Triggers.Where(trigger => !table.Allows(state, trigger)).Select(trigger => (state, trigger))).ToList();

        undeclared.ShouldContain((State.Menu, Trigger.Yes));
        foreach (var (state, trigger) in undeclared)
            Should.Throw<InvalidOperationException>(() => table.Fire(state, trigger), $"{state}: {trigger}");
    }

    /// <summary>In Portal mode the clave is not ours to change.</summary>
    [Fact]
    public void Portal_never_hears_that_a_clave_changed()
    {
        using var table = new ConversationTable(BotMode.Portal);

        States(BotMode.Portal).ShouldAllBe(state => !table.Allows(state, Trigger.ClaveChanged));
    }

    [Fact]
    public void A_refused_trigger_leaves_nothing_behind()
    {
        using var table = new ConversationTable(BotMode.Operator);
        Should.Throw<InvalidOperationException>(() => table.Fire(State.Menu, Trigger.Yes));

        table.Fire(State.KnowsClave, Trigger.Yes).ShouldBe(State.HasMail);
        table.Fire(State.KnowsClave, Trigger.Yes).ShouldBe(State.HasMail);
    }

    private static List<State> States(BotMode mode) =>
        [.. ConversationTable.Describe(mode).States.Select(state => (State)state.UnderlyingState).Where(state => state != State.Anywhere)];

    private static HashSet<State> Reachable(ConversationTable table, State from, Func<State, IEnumerable<Trigger>> triggers)
    {
        var found = new HashSet<State> { from };
        var next = new Queue<State>(found);
        while (next.TryDequeue(out var state))
        {
            foreach (var trigger in triggers(state).Where(trigger => table.Allows(state, trigger)))
            {
                if (table.Fire(state, trigger) is var to && found.Add(to))
                    next.Enqueue(to);
            }
        }

        return found;
    }
}
