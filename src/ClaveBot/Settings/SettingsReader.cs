using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace ClaveBot.Settings;

/// <summary>
/// Reads <see cref="ClaveBotSettings"/> from a configuration. Unlike the framework's binder it does not stop at the first value
/// that has the wrong form, so that an operator sees everything at once.
/// </summary>
public static class SettingsReader
{
    /// <summary>The settings, checked by <see cref="SettingsCheck"/>.</summary>
    /// <exception cref="SettingsException">Something is missing or wrong; it lists everything.</exception>
    public static ClaveBotSettings Read(IConfiguration configuration)
    {
        var settings = new ClaveBotSettings();
        var errors = new List<SettingError>();
        Fill(settings, configuration, "", errors);
        var misread = errors.Select(error => error.Key).ToHashSet(StringComparer.Ordinal);
        errors.AddRange(SettingsCheck.Errors(settings).Where(error => !misread.Contains(error.Key)));
        return errors.Count == 0 ? settings : throw new SettingsException(errors);
    }

    private static void Fill(object target, IConfiguration from, string path, List<SettingError> errors)
    {
        foreach (var property in target.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var key = path + property.Name;
            var section = from.GetSection(property.Name);
            if (property.PropertyType == typeof(string[]))
                property.SetValue(target, List(section));
            else if (property.PropertyType.IsClass && property.PropertyType != typeof(string))
                Fill(property.GetValue(target)!, section, key + ":", errors);
            else if (section.Value is { } text)
                Set(target, property, text, key, errors);
        }
    }

    // From a file a list; from the environment Some__0, Some__1 …, or all in one, separated by commas.
    private static string[] List(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value ?? "").Prepend(section.Value ?? "")
            .SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static void Set(object target, PropertyInfo property, string text, string key, List<SettingError> errors)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string))
            property.SetValue(target, text);
        else if (text.Length > 0 && Parse(type, text) is { } value)
            property.SetValue(target, value);
        else if (text.Length > 0)
            errors.Add(new SettingError(key, $"cannot be read: '{text}'", Expected(type)));
    }

    private static object? Parse(Type type, string text)
    {
        if (type.IsEnum)
            return Array.Find(Enum.GetNames(type), name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse(type, name) : null;
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromString(context: null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Expected(Type type) =>
        type.IsEnum ? $"Write one of {string.Join(", ", Enum.GetNames(type))}."
        : type == typeof(bool) ? "Write true or false."
        : type == typeof(TimeSpan) ? "Write a span of time as hh:mm:ss or d.hh:mm:ss, such as 00:10:00."
        : "Write a whole number.";
}
