using System.Globalization;

namespace ClaveBot.Audit;

/// <summary>Goes through lines in the order in which they are kept and notes what is wrong with the chain.</summary>
internal sealed class AuditVerifier(AuditKeys keys)
{
    private readonly List<string> _findings = [];
    private readonly Dictionary<long, string> _codes = [];
    private AuditLine? _last;

    /// <summary>In words, for the operator.</summary>
    public IReadOnlyList<string> Findings => _findings;

    /// <summary>How many lines were looked at.</summary>
    public long Count { get; private set; }

    /// <summary>The numbers seen; 0 before the first.</summary>
    public long First { get; private set; }

    public long Highest { get; private set; }

    /// <summary>The next line.</summary>
    public void Add(string text)
    {
        Count++;
        var line = AuditLine.Read(text, keys);
        var number = line?.Number ?? AuditLine.NumberIn(text);
        if (line is null)
            Find($"Line {number} (the {Count}. here) is not as it was written: it was edited, or written under another Keys:Index.");
        Follow(number, line);
        if (line?.Act == AuditLine.NameOf(AuditAct.Tampering))
            Find($"Line {number} says that the head had been altered before it was written.");
        if (line is not null)
            _codes.TryAdd(number, line.Code);
        _last = line;
    }

    /// <summary>What comes before the first line must be known to be missing.</summary>
    public void BeginsAfter(long before)
    {
        if (Count > 0 && First > before + 1)
            Find($"The first line is {First}: {Missing(before + 1, First - 1)} at the beginning.");
    }

    /// <summary>Compares the end with a head that is genuine.</summary>
    public void EndsAt(AuditHead head)
    {
        if (Highest < head.Last)
            Find($"The last line is {Highest}: {Missing(Highest + 1, head.Last)} at the end, cut off.");
        else if (Highest > head.Last)
            Find($"The last line is {Highest}, and the head in Redis says {head.Last}: Redis is older than these lines.");
        else if (_codes.TryGetValue(head.Last, out var code) && code != head.Code)
            Find($"Line {head.Last} is not the one of the head.");
    }

    /// <summary>Where two copies have the same number they must have the same line.</summary>
    public void AgreesWith(AuditVerifier other)
    {
        foreach (var (number, code) in _codes)
        {
            if (other._codes.TryGetValue(number, out var there) && there != code)
                Find($"Line {number} differs from the one in Redis: Redis was taken back to an older state, or another deployment has the same keys.");
        }
    }

    /// <summary>Something that is wrong.</summary>
    public void Find(FormattableString finding) => _findings.Add(finding.ToString(CultureInfo.InvariantCulture));

    private void Follow(long number, AuditLine? line)
    {
        if (Count == 1)
            First = number;
        else if (number == Highest + 1)
        {
            if (line is not null && _last is { } before && before.Number + 1 == number && line.Before != before.Code)
                Find($"Line {number} does not follow the line before it.");
        }
        else if (number > Highest + 1)
            Find($"{Missing(Highest + 1, number - 1)} before line {number}.");
        else
            Find($"Line {number} comes after line {Highest}: it is out of its order, or there twice.");
        Highest = Math.Max(Highest, number);
    }

    private static string Missing(long from, long to) => from == to
        ? string.Create(CultureInfo.InvariantCulture, $"Line {from} is missing")
        : string.Create(CultureInfo.InvariantCulture, $"Lines {from} to {to} are missing");
}
