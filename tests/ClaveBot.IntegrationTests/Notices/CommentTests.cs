using ClaveBot.Channels;
using ClaveBot.Comments;
using ClaveBot.Conversation;
using ClaveBot.Demo.Phones;
using ClaveBot.IntegrationTests.Journeys;
using ClaveBot.Keys;
using ClaveBot.Redis;
using Microsoft.Extensions.DependencyInjection;

namespace ClaveBot.IntegrationTests.Notices;

/// <summary>L2, L3: a comment is sealed, and gone with its conversation.</summary>
public sealed class CommentTests() : WorldInTime(("Retention:Conversation", "1.00:00:00"))
{
    private const string Remark = "El asistente explica bonito y despacio";

    [Fact]
    public async Task L2_a_comment_is_sealed_and_listed_without_saying_whose_it_is()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        await LeaveAsync(phone, "5", Remark);

        var key = await KeyAsync();
        (await Server.AskAsync("HGETALL", key)).ShouldNotContain("asistente");
        var comment = (await ListAsync()).ShouldHaveSingleItem();
        comment.Rating.ShouldBe(5);
        comment.Text.ShouldBe(Remark);
        comment.Channel.ShouldBe(Channel.WhatsApp);
    }

    [Fact]
    public async Task My_data_say_what_was_written()
    {
        var phone = World.NewPhone(Channel.WhatsApp);
        await LeaveAsync(phone, "5", Remark);
        await LeaveAsync(phone, "3", new string('a', 900));

        var copy = (await phone.AskAsync("mis datos")).Text;

        copy.ShouldContain($"5 («{Remark}»), 3 («{new string('a', 120)}…»)");
        copy.Length.ShouldBeLessThan(1600);
    }

    [Fact]
    public async Task L1_a_comment_with_a_clave_in_it_is_not_kept()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await LeaveAsync(phone, "2", "mi clave es Mi-perro-come-7-mangos");

        phone.Replies[^1].Text.ShouldContain("No la guardé");
        (await ListAsync()).ShouldHaveSingleItem().Text.ShouldBeNull();
    }

    [Fact]
    public async Task L3_erasure_takes_the_comments_too()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await LeaveAsync(phone, "4", Remark);
        await phone.AskAsync("recordatorio");
        await phone.AskAsync("90");

        await phone.AskAsync("borrar");
        await phone.AskAsync("borrar todo");

        (await Server.AskAsync("--scan", "--pattern", "*:r:*")).Trim().ShouldBeEmpty();
        var id = ConversationId.Of(new(phone.Channel, phone.Chat), World.Services.GetRequiredService<KeyRing>());
        (await Server.AskAsync("ZSCORE", RedisKeys.Due(id.Shard).ToString(), id.Text)).Trim().ShouldBeEmpty();
        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task L3_retention_takes_the_comments_too()
    {
        var phone = World.NewPhone(Channel.Telegram);
        await LeaveAsync(phone, "4", Remark);

        Time.Advance(TimeSpan.FromDays(1));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await Server.AskAsync("--scan", "--pattern", "*:[rc]:*")).Trim().Length > 0)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }

        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_five_are_kept_and_a_long_one_is_cut()
    {
        var phone = World.NewPhone(Channel.Telegram);
        for (var i = 1; i <= CommentNote.Kept + 2; i++)
        {
            Time.Advance(TimeSpan.FromMinutes(1));
            await LeaveAsync(phone, "3", new string('ñ', Comment.LongestText + i));
        }

        var kept = await ListAsync();
        kept.Count.ShouldBe(CommentNote.Kept);
        kept.ShouldAllBe(comment => comment.Text!.Length == Comment.LongestText);
        (await phone.AskAsync("mis datos")).Text.Split("3 («").Length.ShouldBe(CommentNote.Kept + 1);
    }

    private static async Task LeaveAsync(Phone phone, string rating, string remark)
    {
        await phone.AskAsync("comentario");
        await phone.AskAsync(rating);
        await phone.AskAsync(remark);
    }

    private Task<IReadOnlyList<Comment>> ListAsync() => World.Services.GetRequiredService<CommentList>().ReadAsync();

    private async Task<string> KeyAsync() => (await Server.AskAsync("--scan", "--pattern", "*:r:*")).Trim();
}
