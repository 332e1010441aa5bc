using ClaveBot.Demo.WhatsApp;

namespace ClaveBot.Tests.Demo.WhatsApp;

/// <summary>The vectors that Twilio's own libraries publish (twilio-csharp, RequestValidatorTest; twilio-node, validation.spec).</summary>
public sealed class WhatsAppSignatureTests
{
    private static readonly KeyValuePair<string, string>[] Call =
    [
        new("Digits", "1234"),
        new("CallSid", "CA1234567890ABCDE"),
        new("To", "+18005551212"),
        new("Caller", "+14158675309"),
        new("From", "+14158675309"),
    ];

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2#rc=3&rp=5xx", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void Matches_the_published_vectors(string url, string signature) =>
        WhatsAppSignature.Compute("12345", url, Call).ShouldBe(signature);
}
