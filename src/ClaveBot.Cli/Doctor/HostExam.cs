using ClaveBot.Channels;
using ClaveBot.Settings;

namespace ClaveBot.Cli.Doctor;

/// <summary>Whether people reach the host under PublicUrl, over a certificate that is trusted, and whether what answers is ready.</summary>
internal static class HostExam
{
    public static async Task<IReadOnlyList<Finding>> LookAsync(ClaveBotSettings settings, CancellationToken cancellationToken)
    {
        using var http = new ChannelHttp(ChannelHttp.SendTimeout);
        try
        {
            using var answer = await http.Client.GetAsync(settings.PublicAddress("/health/ready"), cancellationToken);
            return [Ready((int)answer.StatusCode), .. Clock(answer)];
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return [Finding.Bad("host", "the certificate under PublicUrl is not trusted here: messengers and browsers will not take it either. Renew it, or send the whole chain.")];
        }
        catch (HttpRequestException)
        {
            return [Finding.Doubtful("host", "nobody answers under PublicUrl from here. Start the host and its proxy; or this machine reaches it by another way than people do.")];
        }
    }

    private static Finding Ready(int status) => status switch
    {
        200 => Finding.Good("host", "answers under PublicUrl and is ready."),
        503 => Finding.Bad("host", "answers under PublicUrl and is not ready: GET /health/ready on the admin port names the reasons."),
        400 => Finding.Bad("host", "answers 400 under PublicUrl: let the proxy pass the Host header on."),
        _ => Finding.Bad("host", $"answers {status} to /health/ready under PublicUrl: something else seems to listen there."),
    };

    private static IEnumerable<Finding> Clock(HttpResponseMessage answer)
    {
        if (answer.Headers.Date is { } date)
            yield return Clocks.Compare("PublicUrl", date - TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(1));
    }
}
