namespace Scriban.Runtime;

/// <summary>Values as objects, without a new object for the common ones.</summary>
internal static class Boxes
{
    public static readonly object True = true;
    public static readonly object False = false;
    private const int Lowest = -128;
    private static readonly object[] Integers = [.. Enumerable.Range(Lowest, 1280).Select(i => (object)i)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => (uint)(value - Lowest) < (uint)Integers.Length ? Integers[value - Lowest] : value;

    public static object Of(long value) => value is >= int.MinValue and <= int.MaxValue ? Of((int)value) : value;
}
