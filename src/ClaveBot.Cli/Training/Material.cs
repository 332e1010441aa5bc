using ClaveBot.Conversation.Understanding;

namespace ClaveBot.Cli.Training;

/// <summary>From patterns and labelled texts to what is learnt: many ways to say a thing, politely or not, spelled well or badly.</summary>
internal static class Material
{
    private const int WholePattern = 160;
    private const int MostOfPattern = 60;
    private const int SpoiledOfText = 2;

    private static readonly string[] Before =
    [
        "hola", "buenas", "buenos días", "buenas tardes", "buenas noches", "disculpe", "por favor", "señorita", "joven", "oiga", "mire", "hola buenas", "una consulta", "una pregunta",
        "vea", "mi niña", "mijo", "una preguntita", "buenas tardes señorita", "buenos días joven", "disculpe que le moleste", "señor", "doctorita", "no sea malita", "vecino", "estimados", "oiga joven", "excuse me",
        "disculpe la molestia", "ayúdeme", "a ver", "hola disculpe", "buen día", "saludos", "mijito", "amigo", "y", "pero", "es que", "hello", "hi",
    ];

    private static readonly string[] After =
    [
        "por favor", "gracias", "porfa", "señorita", "joven", "mijito", "ayúdeme", "no sea malito", "le agradezco", "sí", "pues", "porfavorcito", "de favor", "gracias de antemano", "plis",
        "ya", "nomás", "urgente", "please", "amigo", "xfa", "dios le pague", "???", "🙏", "😭", "entonces", "verdad",
    ];

    // What people tell of themselves when they ask for something of their account.
    private static readonly string[] Because =
    [
        "para sacar una cita", "porque mañana tengo cita", "para ver mis aportes", "que tengo que cobrar la pensión", "para hacer un préstamo", "soy jubilado", "soy jubilada", "soy afiliado",
        "para sacar un turno", "para ver mi historia laboral", "estoy en el hospital", "me urge", "vivo en el campo", "y no sé cómo", "que necesito entrar", "porque necesito un certificado",
        "mi hija no está", "tengo 70 años", "ya estoy cansada", "me mandaron del hospital", "para el quirografario", "y tengo consulta el lunes", "para los fondos de reserva", "soy de la tercera edad",
    ];

    private static readonly Meaning[] OfAccount = [Meaning.Change, Meaning.Forgot, Meaning.Locked, Meaning.WrongEmail, Meaning.Person, Meaning.Help];

    // Said alone, or with words of their own around them.
    private static readonly Meaning[] Bare = [Meaning.Yes, Meaning.No, Meaning.Greeting, Meaning.Thanks, Meaning.Done, Meaning.Other];

    /// <summary>What is said around a wish, whatever it is.</summary>
    public static IEnumerable<string> Around => Before.Concat(After).Concat(Because);

    /// <summary>The texts of the patterns, spelled right.</summary>
    public static List<Example> Clean(IEnumerable<(Meaning Meaning, Pattern Pattern)> patterns)
    {
        var chance = new Chance(5);
        var examples = new List<Example>();
        foreach (var (meaning, pattern) in patterns)
        {
            var wanted = pattern.Count <= WholePattern ? pattern.Count : MostOfPattern;
            var said = new HashSet<string>(StringComparer.Ordinal);
            for (var tries = 0; tries < 8 * wanted && said.Count < wanted; tries++)
                said.Add(Tidy(pattern.Say(chance)));
            // A pattern that stands for one text counts as much as a few.
            examples.AddRange(said.Select(text => new Example(meaning, text, said.Count < 6 ? 6f / said.Count : 1)));
        }

        return examples;
    }

    /// <summary>Everything to learn from: as it is, politely, and with mistakes.</summary>
    public static List<Example> All(IReadOnlyList<Example> clean, IReadOnlyList<Example> labelled, int learner)
    {
        var chance = new Chance(7 + (ulong)learner);
        var all = new List<Example>();
        foreach (var example in clean)
        {
            var copies = example.Weight > 1 ? (int)example.Weight : 1;
            all.Add(example with { Weight = 1 });
            for (var copy = 0; copy < copies; copy++)
            {
                all.Add(new(example.Meaning, Polite(example, chance)));
                all.Add(new(example.Meaning, Misspeller.Spoil(Polite(example, chance), 1 + chance.Below(3), chance)));
            }
        }

        foreach (var example in labelled)
        {
            all.Add(example with { Weight = 6 });
            for (var copy = 0; copy < SpoiledOfText; copy++)
                all.Add(new(example.Meaning, Misspeller.Spoil(Polite(example, chance), chance.Below(3), chance)));
        }

        return all;
    }

    private static string Polite(Example example, Chance chance)
    {
        if (Bare.Contains(example.Meaning) && !(example.Meaning == Meaning.Other && chance.Percent(50)))
            return example.Text;
        var text = example.Text;
        if (chance.Percent(25))
            text = $"{Before[chance.Below(Before.Length)]} {text}";
        if (OfAccount.Contains(example.Meaning) && chance.Percent(15))
            text = chance.Percent(70) ? $"{text} {Because[chance.Below(Because.Length)]}" : $"{Because[chance.Below(Because.Length)]} {text}";
        if (chance.Percent(20))
            text = $"{text} {After[chance.Below(After.Length)]}";
        return text;
    }

    private static string Tidy(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
