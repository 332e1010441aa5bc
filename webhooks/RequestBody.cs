using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ClaveBot.Webhooks;

/// <summary>A request's body as it came, or the HTTP status that says why it was not read.</summary>
internal readonly record struct RequestBody(ReadOnlyMemory<byte> Bytes, int? Refusal)
{
    /// <summary>In bytes. The largest update either messenger sends is far below.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>Never throws for what a client can do.</summary>
    public static async Task<RequestBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > Limit)
            return Refuse(StatusCodes.Status413PayloadTooLarge);
        try
        {
            return await CollectAsync(request);
        }
        catch (BadHttpRequestException exception)
        {
            return Refuse(exception.StatusCode);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return Refuse(StatusCodes.Status499ClientClosedRequest);
        }
    }

    private static async Task<RequestBody> CollectAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
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
