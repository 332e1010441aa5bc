using ClaveBot.SecretGuard;

namespace ClaveBot.Tests.SecretGuard;

public sealed class GuardTests
{
    [Theory]
    [InlineData("secrets.train.tsv", 0.99)]
    [InlineData("secrets.test.tsv", 0.97)]
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
    [InlineData("12/05/1958", TypedSecret.Clean)]
    [InlineData("", TypedSecret.Clean)]
    [InlineData("\ud83d = : \udc00", TypedSecret.Clean)]
    public void A_typed_secret_is_seen(string text, TypedSecret secret) => Guard.Look(text).ShouldBe(secret);
}
