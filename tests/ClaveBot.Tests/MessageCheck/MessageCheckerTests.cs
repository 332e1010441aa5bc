using ClaveBot.MessageCheck;

namespace ClaveBot.Tests.MessageCheck;

public sealed class MessageCheckerTests
{
    [Theory]
    [InlineData("links.train.tsv", 0.99)]
    [InlineData("links.wide.tsv", 0.98)]
    [InlineData("links.dev.tsv", 0.98)]
    [InlineData("links.test.tsv", 0.94)]
    public void Labelled_messages_are_judged_as_labelled(string file, double atLeast) =>
        Corpus.Accuracy(file, static text => Judge(text)).ShouldBeGreaterThanOrEqualTo(atLeast);

    [Theory]
    [InlineData("links.train.tsv")]
    [InlineData("links.wide.tsv")]
    [InlineData("links.dev.tsv")]
    [InlineData("links.test.tsv")]
    public void Nothing_suspicious_or_unknown_is_called_official(string file) =>
        Corpus.Read(file).Where(static text => text.Label != "official" && Judge(text.Text) == "official").ShouldBeEmpty();

    [Theory]
    [InlineData("https://www.iess.gob.ec", MessageVerdict.Official)]
    [InlineData("https://WWW.IESS.GOB.EC./tramites-virtuales/", MessageVerdict.Official)]
    [InlineData("https://app.iess.gob.ec:443/x?y=1", MessageVerdict.Official)]
    [InlineData("http://www.iess.gob.ec", MessageVerdict.Unsure)]
    [InlineData("https://www.iess.gob.ec:8443/", MessageVerdict.Unsure)]
    [InlineData("https://iess.gob.ec.evil.example/", MessageVerdict.Suspicious)]
    [InlineData("https://iess-gob.example", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec@evil.example/", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec\\@evil.example/", MessageVerdict.Suspicious)]
    [InlineData("https://evil.example\\.iess.gob.ec/", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec%2eevil.example/", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec/ir?a=https://evil.example", MessageVerdict.Suspicious)]
    [InlineData("https://www.іess.gob.ec/", MessageVerdict.Suspicious)]
    [InlineData("https://xn--ess-1ya.gob.ec/", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec\u200b.evil.example/", MessageVerdict.Suspicious)]
    [InlineData("iess [.] gob [.] ec . evil . com", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec\n.pagos.com", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec\n-pagos.com", MessageVerdict.Suspicious)]
    [InlineData("www.iess.gob.ec@pagos.example", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec/salir?a=pagos.com", MessageVerdict.Suspicious)]
    [InlineData("iess punto gob punto ec punto pagos punto com", MessageVerdict.Suspicious)]
    [InlineData("Actualice sus datos en https://app.iess.gob.ec", MessageVerdict.Official)]
    [InlineData("Confirme su clave en https://app.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Su clave caduca hoy: https://www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Hoy se pagan las pensiones: https://www.iess.gob.ec", MessageVerdict.Official)]
    [InlineData("http://192.0.2.7/iess", MessageVerdict.Suspicious)]
    [InlineData("http://3221225991/", MessageVerdict.Suspicious)]
    [InlineData("https://bit.ly/abc", MessageVerdict.Suspicious)]
    [InlineData("[https://www.iess.gob.ec](https://evil.example)", MessageVerdict.Suspicious)]
    [InlineData("https://www.iess.gob.ec/app.apk", MessageVerdict.Suspicious)]
    [InlineData("https://example.test/noticias", MessageVerdict.Unsure)]
    [InlineData("hola, ¿cómo está?", MessageVerdict.Unsure)]
    [InlineData("", MessageVerdict.Unsure)]
    public void A_link_is_judged_by_where_it_leads(string text, MessageVerdict verdict) => MessageChecker.Check(text).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("https://")]
    [InlineData("http://[::1")]
    [InlineData("://:@:/?#")]
    [InlineData("\ud83d https://\udc00.ec")]
    public void No_text_breaks_it(string text) => MessageChecker.Check(text).Verdict.ShouldNotBe(MessageVerdict.Official);

    [Theory]
    [InlineData("Usted solicitó un cambio de clave: responda este mensaje con el código que le llegó, www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Si usted no reconoce este cambio responda con su clave actual www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("ALERTA IESS: para no perder su pensión envíe su clave por este medio, verifique en www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Tenga lista su clave y envíela por este medio. www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Para liberar su jubilación realice la transferencia de 25 dólares. Más información www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Su trámite fue procesado, deposite 35 dólares y confirme en www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("Escríbanos al WhatsApp 99 123 4567, www.iess.gob.ec", MessageVerdict.Suspicious)]
    [InlineData("https://www.primicias.ec/iess/pensiones", MessageVerdict.Unsure)]
    [InlineData("Síganos en @IESSec, www.iess.gob.ec", MessageVerdict.Official)]
    [InlineData("⚠️ Están estafando a nombre del IESS. Si le piden la clave, cuelgue.", MessageVerdict.Unsure)]
    [InlineData("Your pension will be suspended tonight unless you log in right now at https://www.iess.gob.ec", MessageVerdict.Suspicious)]
    public void A_report_is_no_bait_and_bait_no_report(string text, MessageVerdict verdict) => MessageChecker.Check(text).Verdict.ShouldBe(verdict);

    private static string Judge(string text) => MessageChecker.Check(text).Verdict.ToString().ToLowerInvariant();
}
