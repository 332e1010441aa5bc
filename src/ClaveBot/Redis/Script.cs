namespace ClaveBot.Redis;

/// <summary>The Lua scripts, one embedded file each; every file opens with its contract.</summary>
internal static class Script
{
    public static readonly string Commit = Load("commit");
    public static readonly string Take = Load("take");
    public static readonly string Sent = Load("sent");
    public static readonly string Renew = Load("renew");
    public static readonly string Postpone = Load("postpone");
    public static readonly string Budget = Load("budget");
    public static readonly string Forget = Load("forget");
    public static readonly string GiveBack = Load("giveback");
    public static readonly string Park = Load("park");
    public static readonly string Claim = Load("claim");
    public static readonly string Change = Load("change");
    public static readonly string Release = Load("release");
    public static readonly string Try = Load("try");
    public static readonly string Extend = Load("extend");
    public static readonly string Ask = Load("ask");
    public static readonly string Wrong = Load("wrong");
    public static readonly string Limit = Load("limit");
    public static readonly string Unlimit = Load("unlimit");
    public static readonly string Bind = Load("bind");
    public static readonly string Unbind = Load("unbind");
    public static readonly string Salt = Load("salt");

    private static string Load(string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name + ".lua")
            ?? throw new InvalidOperationException($"The script {name}.lua is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
