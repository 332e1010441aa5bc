namespace ClaveBot.Tests.Architecture;

/// <summary>The working copy that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", ".git", ".data", "node_modules", "TestResults", "artifacts", ".vs", ".idea"];

    public static string Root { get; } = Find();

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));

    /// <summary>Every file below a folder but what is built, made or installed there.</summary>
    public static IEnumerable<FileInfo> Files(params string[] below) => Files(new DirectoryInfo(Path(below)));

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) => folder.EnumerateFiles().Where(file => !NotOurs.Contains(file.Name))
        .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(Files));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "ClaveBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No ClaveBot.sln above the tests.");
        return folder.FullName;
    }
}
