using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaveBot.Tests.Web;

/// <summary>L1: the address of a link is in no log, at the most detailed level and with scopes.</summary>
public sealed class QuietLoggingTests
{
    private const string Canary = "canary-token-7f3a";

    [Fact]
    public async Task No_log_at_any_level_holds_the_token_of_a_link()
    {
        var log = new Log();
        await using var server = await TestHost.StartAsync(
            services => services.AddSingleton<ILoggerProvider>(log),
            ("Logging:LogLevel:Default", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
            ("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
            ("Logging:Console:LogLevel:Default", "None"));

        foreach (var path in new[] { $"/c/{Canary}", $"/c/{Canary}/nueva", $"/c/{Canary}/listo", $"/c/{Canary}/nothing" })
        {
            using var get = await server.GetAsync(path);
            using var post = await server.Public.PostAsync(path, new FormUrlEncodedContent([new("clave", Canary)]), TestContext.Current.CancellationToken);
        }

        await server.SendRawAsync($"GET /c/{Canary} nonsense HTTP/1.1\r\nHost: clavebot.test\r\n\r\n");

        log.Lines.ShouldContain(line => line.Contains("Hosting start", StringComparison.Ordinal), "Trace must be on for this test to mean anything.");
        log.Lines.ShouldNotContain(line => line.Contains(Canary, StringComparison.Ordinal));
    }

    private sealed class Log : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Logger(Log log, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => log._scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                var scopes = new List<object?>();
                log._scopes.ForEachScope((scope, list) => list.Add(scope), scopes);
                log.Lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception} {string.Join(' ', scopes)}");
            }
        }
    }
}
