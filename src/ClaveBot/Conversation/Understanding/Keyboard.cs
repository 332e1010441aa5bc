namespace ClaveBot.Conversation.Understanding;

/// <summary>Which letters lie beside each other on a phone's keyboard.</summary>
internal static class Keyboard
{
    private const string Upper = "qwertyuiop";
    private const string Middle = "asdfghjklñ";
    private const string Lower = "zxcvbnm";

    /// <summary>Whether a finger that aims at one can hit the other.</summary>
    public static bool AreNeighbours(char one, char other)
    {
        var ((row, column), (otherRow, otherColumn)) = (PlaceOf(one), PlaceOf(other));
        return row >= 0 && otherRow >= 0 && one != other && Math.Abs(row - otherRow) <= 1 && Math.Abs(column - otherColumn) <= 1;
    }

    /// <summary>The letters beside one, for those who make mistakes on purpose.</summary>
    public static string NeighboursOf(char letter) => string.Concat((Upper + Middle + Lower).Where(other => other != 'ñ' && AreNeighbours(letter, other)));

    // The rows are shifted by half a key; in halves of a key the middle row begins at 0.5 and the lower at 1.5.
    private static (int Row, double Column) PlaceOf(char letter) =>
        Upper.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var upper ? (0, upper)
        : Middle.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var middle ? (1, middle + 0.3)
        : Lower.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var lower ? (2, lower + 1.2)
        : (-1, 0);
}
