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
        // With a person the bot is quiet, a remark is kept as it is, and of a reminder a yes is the wish itself.
        foreach (var state in Enum.GetValues<State>().Where(state => state is not (State.Anywhere or State.WithPerson or State.Remark or State.Reminded)))
        {
            HeardMeaning.Of(state, "sí").ShouldBe(Meaning.Yes, state.ToString());
            HeardMeaning.Of(state, "no").ShouldBe(Meaning.No, state.ToString());
            HeardMeaning.Of(state, "ya lo hice").ShouldBe(Meaning.Done, state.ToString());
            HeardMeaning.Of(state, "no entiendo").ShouldBe(Meaning.Help, state.ToString());
        }
    }

    [Theory]
    [InlineData(State.KnowsClave, "no, mejor explíqueme otra vez", Meaning.Repeat)]
    [InlineData(State.KnowsClave, "sí, es la misma de siempre", Meaning.Yes)]
    [InlineData(State.KnowsClave, "ya me olvidé", Meaning.No)]
    [InlineData(State.KnowsClave, "no estoy segura", Meaning.Other)]
    [InlineData(State.HasMail, "sí tengo el correo abierto en el celular", Meaning.Yes)]
    [InlineData(State.HasMail, "si no tengo correo qué hago", Meaning.No)]
    [InlineData(State.HasMail, "sí, pero ya no tengo acceso a ese correo", Meaning.No)]
    [InlineData(State.KnowsClave, "sí la tenía pero se me perdió", Meaning.No)]
    [InlineData(State.KnowsClave, "no, si me la sé", Meaning.Other)]
    [InlineData(State.LinkSent, "no me abre el enlace", Meaning.No)]
    [InlineData(State.Erase, "cancelar", Meaning.No)]
    [InlineData(State.Erase, "no no, no borre nada", Meaning.No)]
    [InlineData(State.ChooseLanguage, "español porfa", Meaning.Language)]
    [InlineData(State.HasMail, "siguente", Meaning.Repeat)]
    [InlineData(State.Menu, "no entiendo inglés", Meaning.Language)]
    [InlineData(State.Menu, "mi correo ya no funciona", Meaning.WrongEmail)]
    public void What_only_begins_like_an_answer_may_say_something_else(State state, string text, Meaning meaning) => HeardMeaning.Of(state, text).ShouldBe(meaning);
}
