using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ClaveBot.Demo.Store;

/// <summary>Loopback ports.</summary>
public static class FreePort
{
    // Below those that a system hands out to whoever asks for any (Linux from 32768): such a one could be gone before it is used.
    private const int Lowest = 15_000;
    private const int Count = 17_000;

    private static int next = RandomNumberGenerator.GetInt32(Count);

    /// <summary>One that nobody listened on a moment ago; this process is told each only once.</summary>
    public static int Find()
    {
        while (true)
        {
            var port = Lowest + (int)((uint)Interlocked.Increment(ref next) % Count);
            if (!IsTaken(port))
                return port;
        }
    }

    /// <summary>Whether somebody already listens on the loopback <paramref name="port"/>.</summary>
    public static bool IsTaken(int port)
    {
        // Asked by connecting: a listener of our own, opened to try the port, is inherited for a moment by whatever process another thread starts just then.
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
