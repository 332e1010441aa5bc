using ClaveBot.Settings;
using Stateless;

namespace ClaveBot.Conversation;

/// <summary>
/// The transition table, pure: which trigger leads from which state to which. No effects hang on it (Stateless moves the state before
/// entry actions run, and leaves it moved when they throw): what a turn does is data in its commit. A trigger that is not declared throws.
/// </summary>
public sealed class ConversationTable(BotMode mode) : IDisposable
{
    // Building costs 60 times a firing. Firing is synchronous, so one built table a thread never serves two turns at once.
    private readonly ThreadLocal<Cell> _cell = new(() => new Cell(mode));

    /// <summary>The state a trigger leads to.</summary>
    /// <param name="state">Where the conversation is.</param>
    /// <param name="trigger">What was said.</param>
    /// <param name="before">Where it was before an aside; the way back from one leads there.</param>
    /// <exception cref="InvalidOperationException">The table does not allow this trigger in this state.</exception>
    public State Fire(State state, Trigger trigger, State before = State.Menu) => _cell.Value!.Fire(state, trigger, before);

    /// <summary>Whether the table allows this trigger in this state.</summary>
    public bool Allows(State state, Trigger trigger) => _cell.Value!.Allows(state, trigger);

    /// <summary>Whether the trigger ends an aside: it leads to wherever the person was before.</summary>
    public bool LeadsBack(State state, Trigger trigger) => Fire(state, trigger, State.Menu) != Fire(state, trigger, State.Erase);

    public void Dispose() => _cell.Dispose();

    internal static Stateless.Reflection.StateMachineInfo Describe(BotMode mode) => new Cell(mode).Info;

    private sealed class Cell
    {
        private readonly StateMachine<State, Trigger> _machine;
        private State _state = State.Menu;
        private State _before = State.Menu;

        public Cell(BotMode mode)
        {
            _machine = new StateMachine<State, Trigger>(() => _state, state => _state = state, FiringMode.Immediate);
            if (mode == BotMode.Operator)
                OperatorTable.Configure(_machine, () => _before);
            else
                PortalTable.Configure(_machine, () => _before);
        }

        public Stateless.Reflection.StateMachineInfo Info => _machine.GetInfo();

        public State Fire(State state, Trigger trigger, State before)
        {
            (_state, _before) = (state, before);
            _machine.Fire(trigger);
            return _state;
        }

        public bool Allows(State state, Trigger trigger)
        {
            _state = state;
            return _machine.CanFire(trigger);
        }
    }
}
