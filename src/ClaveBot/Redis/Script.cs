using System.Security.Cryptography;
using System.Text;

namespace ClaveBot.Redis;

/// <summary>A Lua script, one embedded file each; every file opens with its contract.</summary>
internal sealed class Script
{
    public static readonly Script Commit = new("commit");
    public static readonly Script Take = new("take");
    public static readonly Script Sent = new("sent");
    public static readonly Script Renew = new("renew");
    public static readonly Script Postpone = new("postpone");
    public static readonly Script Budget = new("budget");
    public static readonly Script Forget = new("forget");
    public static readonly Script GiveBack = new("giveback");
    public static readonly Script Park = new("park");
    public static readonly Script Claim = new("claim");
    public static readonly Script Change = new("change");
    public static readonly Script Release = new("release");
    public static readonly Script Try = new("try");
    public static readonly Script Extend = new("extend");
    public static readonly Script Ask = new("ask");
    public static readonly Script Wrong = new("wrong");
    public static readonly Script Limit = new("limit");
    public static readonly Script Unlimit = new("unlimit");
    public static readonly Script Bind = new("bind");
    public static readonly Script Unbind = new("unbind");
    public static readonly Script Salt = new("salt");
    public static readonly Script Append = new("append");

    private Script(string name)
    {
        Text = Load(name);
        Hash = CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(Text));
    }

    public string Text { get; }

    /// <summary>What Redis calls it (EVALSHA).</summary>
    public byte[] Hash { get; }

    private static string Load(string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name + ".lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
