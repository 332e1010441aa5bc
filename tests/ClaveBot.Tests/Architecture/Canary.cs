using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace ClaveBot.Tests.Architecture;

/// <summary>Makes an object of any type, with a text in it that can be looked for wherever a text fits.</summary>
internal static class Canary
{
    public const string Text = "canario4711";

    private const int Deepest = 5;

    /// <summary>Null where nothing can be made.</summary>
    public static object? Of(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type == typeof(object))
            return Text;
        if (type == typeof(Uri))
            return new Uri($"https://{Text}.example.test/");
        if (type == typeof(byte[]))
            return Array.Empty<byte>();
        if (type.IsArray)
            return ArrayOf(type.GetElementType()!, depth);
        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.IsInterface)
            return type.GetGenericArguments() is [var element] ? ArrayOf(element, depth) : null;
        if (type.IsPrimitive || type.IsEnum || type.Assembly == typeof(object).Assembly || type.IsAssignableTo(typeof(Delegate)) || depth >= Deepest)
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        var concrete = type.IsAbstract || type.IsInterface
            ? type.Assembly.GetTypes().FirstOrDefault(other => other is { IsAbstract: false, ContainsGenericParameters: false } && other.IsAssignableTo(type))
            : type;
        return concrete is null || concrete.ContainsGenericParameters ? null : Fill(RuntimeHelpers.GetUninitializedObject(concrete), depth);
    }

    private static Array ArrayOf(Type element, int depth)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element, depth + 1), 0);
        return array;
    }

    private static object Fill(object target, int depth)
    {
        for (var type = target.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Of(field.FieldType, depth + 1) is { } value)
                    field.SetValue(target, value);
            }
        }

        return target;
    }
}
