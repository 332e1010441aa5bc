using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaveBot.IntegrationTests.Twilio;

/// <summary>Asks Twilio's own Node library.</summary>
internal static class TwilioLibrary
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<IReadOnlyList<Verdict>> CheckAsync(IReadOnlyList<SignedRequest> requests, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<Verdict[]>(await RunAsync("check.js", JsonSerializer.Serialize(requests, Options), cancellationToken), Options)!;

    /// <summary>Runs one of the scripts here; what it writes.</summary>
    public static async Task<string> RunAsync(string script, string input, CancellationToken cancellationToken)
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "twilio")))
            Assert.Fail("Twilio's library is missing: run `npm ci` in tests/ClaveBot.IntegrationTests/Twilio (./test does).");
        using var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        })!;
        var output = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        await node.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        node.StandardInput.Close();
        await node.WaitForExitAsync(cancellationToken);
        node.ExitCode.ShouldBe(0, await errors);
        return await output;
    }

    private static string Folder()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ClaveBot.sln")))
            root = root.Parent ?? throw new DirectoryNotFoundException("No ClaveBot.sln above the tests.");
        return Path.Combine(root.FullName, "tests", "ClaveBot.IntegrationTests", "Twilio");
    }
}

/// <summary>
/// A webhook of Twilio's, signed by us. Params holds each name with its values, as a form parser gives them; Body is one other than a
/// form, covered by the URL's bodySHA256, and null for a form.
/// </summary>
internal sealed record SignedRequest(string Token, string Url, IReadOnlyDictionary<string, string[]> Params, string? Body, string Signature);

/// <summary>What Twilio's library would sign, and whether it takes our signature.</summary>
internal sealed record Verdict(string Signature, bool Accepted);
