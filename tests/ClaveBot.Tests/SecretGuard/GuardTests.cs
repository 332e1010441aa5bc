using ClaveBot.Accounts;
using ClaveBot.SecretGuard;

namespace ClaveBot.Tests.SecretGuard;

public sealed class GuardTests
{
    [Theory]
    [InlineData("secrets.train.tsv", 0.99)]
    [InlineData("secrets.wide.tsv", 0.98)]
    [InlineData("secrets.dev.tsv", 0.98)]
    [InlineData("secrets.test.tsv", 0.975)]
    public void Labelled_texts_are_judged_as_labelled(string file, double atLeast) =>
        Corpus.Accuracy(file, static text => Guard.Look(text).ToString().ToLowerInvariant()).ShouldBeGreaterThanOrEqualTo(atLeast);

    [Theory]
    [InlineData("mi clave es Perro.2024", TypedSecret.Password)]
    [InlineData("MI CLAVE ES PERRO.2024", TypedSecret.Password)]
    [InlineData("mi clave nueva del seguro: la vaca come", TypedSecret.Password)]
    [InlineData("mi clave es muy difícil", TypedSecret.Clean)]
    [InlineData("1 7 0 0 0 0 0 0 0 1", TypedSecret.Cedula)]
    [InlineData("1700000001 clave Sol.2024", TypedSecret.Password)]
    [InlineData("me llamo Ana y mi celular es 0990000001", TypedSecret.Clean)]
    [InlineData("482913", TypedSecret.Code)]
    [InlineData("482 913", TypedSecret.Code)]
    [InlineData("cuatro ocho dos nueve uno tres", TypedSecret.Code)]
    [InlineData("diecisiete cero cero cero cero cero cero uno", TypedSecret.Cedula)]
    [InlineData("m4r1p0s4", TypedSecret.Password)]
    [InlineData("quiero cambiar la clave, mi cédula es 0105999999", TypedSecret.Cedula)]
    [InlineData("mi clave es la palabra tomate", TypedSecret.Password)]
    [InlineData("Desde mi celular pongo Guayaquil2024* y no me deja entrar", TypedSecret.Password)]
    [InlineData("Mi usuario es jperez y entro con Guayas2024*", TypedSecret.Password)]
    [InlineData("la clave es Bolivar 1830", TypedSecret.Password)]
    [InlineData("la clave es bolivar 1830", TypedSecret.Password)]
    [InlineData("mi palabra clave es Firulais", TypedSecret.Password)]
    [InlineData("puse el código 482913 y me da error", TypedSecret.Code)]
    [InlineData("la palabra clave del anuncio era urgente", TypedSecret.Clean)]
    [InlineData("la clave es tener paciencia con esa página", TypedSecret.Clean)]
    [InlineData("mi clave es del 2019 y nunca la he cambiado", TypedSecret.Clean)]
    [InlineData("me llego esto: IESS: Estimado afiliado, su clave ha sido cambiada. Si no fue usted llame al 140. www.iess.gob.ec", TypedSecret.Clean)]
    [InlineData("mi clave es una palabra", TypedSecret.Clean)]
    [InlineData("12/05/1958", TypedSecret.Clean)]
    [InlineData("", TypedSecret.Clean)]
    [InlineData("\ud83d = : \udc00", TypedSecret.Clean)]
    [InlineData("Estimado afiliado, su clave fue cambiada. Si no fue usted, entre a https://www.iess.gob.ec", TypedSecret.Clean)]
    [InlineData("Para cambiar su clave ingrese a https://www.iess.gob.ec, menú Afiliados", TypedSecret.Clean)]
    [InlineData("me llegó un correo pidiendo la clave, ¿es cierto?", TypedSecret.Clean)]
    [InlineData("https://t.me/soporte_iess_ec", TypedSecret.Clean)]
    [InlineData("http://iess2026.info", TypedSecret.Clean)]
    [InlineData("cedula1700000001", TypedSecret.Cedula)]
    [InlineData("1700000001por favor", TypedSecret.Cedula)]
    [InlineData("17000\n00001", TypedSecret.Cedula)]
    [InlineData("１７００００００01", TypedSecret.Cedula)]
    [InlineData("turno1234567890", TypedSecret.Clean)]
    public void A_typed_secret_is_seen(string text, TypedSecret secret) => Guard.Look(text).ShouldBe(secret);

    /// <summary>What our own page offers is copied, and then pasted into the wrong window.</summary>
    [Fact]
    public void A_phrase_that_the_page_offered_is_a_clave()
    {
        var phrase = Passphrase.Draw(Passphrase.LeastWords);

        Guard.Look(phrase).ShouldBe(TypedSecret.Password);
        Guard.Look($"La mía: {phrase}.").ShouldBe(TypedSecret.Password);
        Guard.Look(phrase[..phrase.LastIndexOf(' ')]).ShouldBe(TypedSecret.Clean);
    }

    [Theory]
    [InlineData("toby1958", TypedSecret.Password)]
    [InlineData("1958t", TypedSecret.Password)]
    [InlineData("iess2026.info", TypedSecret.Clean)]
    [InlineData("4to", TypedSecret.Clean)]
    [InlineData("siguiente", TypedSecret.Clean)]
    [InlineData("12/05/1958", TypedSecret.Clean)]
    [InlineData("ya hice 2", TypedSecret.Clean)]
    public void A_word_of_letters_and_figures_is_a_clave_while_a_clave_is_talked_of(string text, TypedSecret secret) =>
        Guard.Look(text, claveInMind: true).ShouldBe(secret);

    [Fact]
    public void At_any_other_time_it_is_a_word() => Guard.Look("1958t").ShouldBe(TypedSecret.Clean);
}
