using CadreDocs.Service.Roster.Import;

namespace CadreDocs.Service.Roster;

/// <summary>A person's values by field key, so that editing, importing and comparing use one list.</summary>
internal static class PersonFields
{
    private static readonly Dictionary<string, (Func<Person, string?> Get, Action<Person, string?> Set)> Fields = new(StringComparer.Ordinal)
    {
        [RosterColumns.PlatformNo] = (person => person.PlatformNo, (person, value) => person.PlatformNo = value),
        [RosterColumns.Name] = (person => person.Name, (person, value) => person.Name = value ?? ""),
        [RosterColumns.Sex] = (person => person.Sex, (person, value) => person.Sex = value),
        [RosterColumns.BirthMonth] = (person => person.BirthMonth, (person, value) => person.BirthMonth = value),
        [RosterColumns.Political] = (person => person.Political, (person, value) => person.Political = value),
        [RosterColumns.Education] = (person => person.Education, (person, value) => person.Education = value),
        [RosterColumns.Title] = (person => person.Title, (person, value) => person.Title = value),
        [RosterColumns.Rank] = (person => person.Rank, (person, value) => person.Rank = value),
        [RosterColumns.Subject] = (person => person.Subject, (person, value) => person.Subject = value),
        [RosterColumns.TeachingSince] = (person => person.TeachingSince, (person, value) => person.TeachingSince = value),
    };

    /// <summary>Values that change in life and are kept with their dates; the others are corrected in place.</summary>
    private static readonly HashSet<string> Dated =
        [RosterColumns.Name, RosterColumns.Political, RosterColumns.Education, RosterColumns.Title, RosterColumns.Rank, RosterColumns.Subject];

    public static IEnumerable<string> Keys => Fields.Keys;

    public static bool IsDated(string key) => Dated.Contains(key);

    public static bool Has(string key) => Fields.ContainsKey(key);

    public static string Get(Person person, string key) => Fields[key].Get(person) ?? "";

    public static void Set(Person person, string key, string value) => Fields[key].Set(person, value.Length == 0 ? null : value);
}
