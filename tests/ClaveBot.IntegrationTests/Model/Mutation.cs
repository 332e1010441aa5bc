using System.Text;
using System.Text.Json.Nodes;

namespace ClaveBot.IntegrationTests.Model;

/// <summary>Makes something odd of a good sample.</summary>
internal static class Mutation
{
    /// <param name="sample">JSON.</param>
    /// <param name="at">Which of its fields, counted around.</param>
    /// <param name="odd">JSON, or almost, that comes in its place.</param>
    /// <param name="how">0 replaces the field's value, 1 drops the field, 2 cuts the text there, 3 puts the odd thing anywhere in the text.</param>
    public static byte[] Of(string sample, int at, string odd, int how)
    {
        var root = JsonNode.Parse(sample)!;
        var fields = Fields(root).ToList();
        var (parent, name) = fields[at % fields.Count];
        switch (how)
        {
            case 0:
                const string Place = "@@@";
                parent[name] = Place;
                return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Place}\"", odd, StringComparison.Ordinal));
            case 1:
                parent.Remove(name);
                return Encoding.UTF8.GetBytes(root.ToJsonString());
            case 2:
                return Encoding.UTF8.GetBytes(sample[..(at * sample.Length / 61)]);
            default:
                return Encoding.UTF8.GetBytes(sample.Insert(at * sample.Length / 61, odd));
        }
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Fields(JsonNode? node) => node switch
    {
        JsonObject parent => parent.ToList().SelectMany(field => Fields(field.Value).Prepend((parent, field.Key))),
        JsonArray items => items.ToList().SelectMany(Fields),
        _ => [],
    };
}
