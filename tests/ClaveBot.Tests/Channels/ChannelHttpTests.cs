using System.Diagnostics;

namespace ClaveBot.Tests.Channels;

public sealed class ChannelHttpTests
{
    [Fact]
    public async Task A_request_leaves_no_trace_and_follows_no_redirect()
    {
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traced.Add(string.Join(' ', activity.TagObjects)),
        };
        ActivitySource.AddActivityListener(listener);
        using var http = Samples.Patient();

        using var response = await http.Client.GetAsync(new Uri(server.Url + "/a-path-with-a-token"), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        server.Requests.Count.ShouldBe(1);
        traced.ShouldAllBe(tags => !tags.Contains("a-path-with-a-token", StringComparison.Ordinal));
    }
}
