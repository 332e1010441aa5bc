using ClaveBot.Conversation;
using ClaveBot.Conversation.Understanding;
using ClaveBot.Tests.Architecture;

namespace ClaveBot.Tests.Cli;

/// <summary>Judging labelled texts by the code that the bot uses.</summary>
public sealed class JudgeTests
{
    private static readonly string Answered = Repository.Path("tests", "corpus", "steps.yesno.tsv");

    [Fact]
    public async Task A_step_hears_its_own_answers_first()
    {
        var run = await CliProgram.RunAsync("judge", "words", Answered, "--state", "knowsclave");

        run.Status.ShouldBe(0, run.Error);
        run.Output.ShouldContain("no\tno\tse me olvidó\n");
        run.Output.TrimEnd().Split('\n')[^1].ShouldStartWith("accuracy ");
    }

    [Fact]
    public async Task A_state_that_is_none_is_answered_with_those_that_are()
    {
        var run = await CliProgram.RunAsync("judge", "words", Answered, "--state", "nowhere");

        run.Status.ShouldNotBe(0);
        foreach (var state in Enum.GetNames<State>())
            (run.Error + run.Output).ShouldContain(state);
    }

    [Fact]
    public async Task A_table_says_what_was_taken_for_what()
    {
        var run = await CliProgram.RunAsync("judge", "links", Repository.Path("tests", "corpus", "links.train.tsv"), "--confusion");

        run.Output.ShouldContain("official     official ");
    }

    [Fact]
    public void Every_state_hears_yes_no_and_done()
    {
        foreach (var state in Enum.GetValues<State>().Where(state => state is not (State.Anywhere or State.Menu)))
        {
            Answers.Read(state, "sí").ShouldBe(Meaning.Yes, state.ToString());
            Answers.Read(state, "no").ShouldBe(Meaning.No, state.ToString());
            Answers.Read(state, "ya lo hice").ShouldBe(Meaning.Done, state.ToString());
            Answers.Read(state, "no entiendo").ShouldBe(Meaning.Help, state.ToString());
        }
    }
}
