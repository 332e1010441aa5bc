using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Webhooks;

/// <summary>A request's body as it came, or the HTTP status that says why it was not read.</summary>
internal readonly record struct RequestBody(ReadOnlyMemory<byte> Bytes, int? Refusal)
{
    /// <summary>In bytes. Telegram's largest update is far below, and only Telegram gets to send one.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>In bytes, before it is known who sends. Twilio's largest form is 4096 characters of text, each up to 12 bytes long there, and some dozens of short fields.</summary>
    public const int LimitForStrangers = 128 * 1024;

    /// <summary>Messengers send a body at once; whoever takes longer occupies a place that others need.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Never throws for what a client can do.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, int limit = Limit)
    {
        if (request.ContentLength > limit)
            return Refuse(StatusCodes.Status413PayloadTooLarge);
        CancellationTokenSource? patience = null;
        try
        {
            return await CollectAsync(request, limit, () => (patience ??= new CancellationTokenSource(Patience)).Token);
        }
        catch (BadHttpRequestException exception)
        {
            return Refuse(exception.StatusCode);
        }
        catch (OperationCanceledException) when (patience is { IsCancellationRequested: true })
        {
            return Refuse(StatusCodes.Status408RequestTimeout);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return Refuse(StatusCodes.Status499ClientClosedRequest);
        }
        finally
        {
            patience?.Dispose();
        }
    }

    private static async Task<RequestBody> CollectAsync(HttpRequest request, int limit, Func<CancellationToken> patience)
    {
        var reader = request.BodyReader;
        while (true)
        {
            // Mostly all of it is there already, and then no clock is started.
            if (!reader.TryRead(out var read))
                read = await reader.ReadAsync(patience());
            if (read.Buffer.Length > limit)
            {
                reader.AdvanceTo(read.Buffer.End);
                return Refuse(StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return new RequestBody(bytes, null);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static RequestBody Refuse(int status) => new(default, status);
}
