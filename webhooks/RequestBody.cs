using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Webhooks;

/// <summary>A request's body as it came, or the HTTP status that says why it was not read.</summary>
internal readonly record struct RequestBody(ReadOnlyMemory<byte> Bytes, int? Refusal)
{
    /// <summary>In bytes. The largest update either messenger sends is far below.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Messengers send a body at once; whoever takes longer occupies a place that others need.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Never throws for what a client can do.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit)
            return Refuse(StatusCodes.Status413PayloadTooLarge);
        CancellationTokenSource? limit = null;
        try
        {
            return await CollectAsync(request, () => (limit ??= new CancellationTokenSource(Patience)).Token);
        }
        catch (BadHttpRequestException exception)
        {
            return Refuse(exception.StatusCode);
        }
        catch (OperationCanceledException) when (limit is { IsCancellationRequested: true })
        {
            return Refuse(StatusCodes.Status408RequestTimeout);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return Refuse(StatusCodes.Status499ClientClosedRequest);
        }
        finally
        {
            limit?.Dispose();
        }
    }

    private static async Task<RequestBody> CollectAsync(HttpRequest request, Func<CancellationToken> patience)
    {
        var reader = request.BodyReader;
        while (true)
        {
            // Mostly all of it is there already, and then no clock is started.
            if (!reader.TryRead(out var read))
                read = await reader.ReadAsync(patience());
            if (read.Buffer.Length > Limit)
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
