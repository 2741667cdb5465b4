using CadreDocs.Service.Roster.Import;

namespace CadreDocs.Service.Roster.Contradictions;

/// <summary>A person's facts with their days.</summary>
internal sealed record PersonHistory(Person Person, List<PersonFact> Facts, List<Appointment> Posts)
{
    /// <summary>Roster field behind a form's prefill expression; null where it is none.</summary>
    public static string? KeyOf(string? prefill) => prefill switch
    {
        "cadre.name" => RosterColumns.Name,
        "cadre.sex" => RosterColumns.Sex,
        "cadre.birth" => RosterColumns.BirthMonth,
        "cadre.post" => RosterColumns.Post,
        "cadre.politics" => RosterColumns.Political,
        "cadre.education" => RosterColumns.Education,
        "cadre.title" => RosterColumns.Title,
        "cadre.rank" => RosterColumns.Rank,
        "cadre.subject" => RosterColumns.Subject,
        "cadre.teaching" => RosterColumns.TeachingSince,
        _ => null,
    };

    /// <summary>True where a fact may change in life.</summary>
    public static bool IsDated(string key) => key == RosterColumns.Post || PersonFields.IsDated(key);

    /// <summary>What the roster says of a day, and since when.</summary>
    public (string Value, DateOnly? Since) At(string key, string schoolId, DateOnly day)
    {
        if (key == RosterColumns.Post)
        {
            var posts = PostsOn(schoolId, day);
            return posts.Count == 0 ? ("", null) : (string.Join("、", posts.Select(post => post.Post)), posts.Max(post => post.From));
        }

        return FactOn(key, day) is { } fact ? (fact.Value, fact.From.Year > 1900 ? fact.From : null) : (PersonFields.Get(Person, key), null);
    }

    /// <summary>True where a sheet may say this: two posts may be named one by one.</summary>
    public bool Agrees(string key, string schoolId, DateOnly day, string onSheet) =>
        Same(onSheet, At(key, schoolId, day).Value) || (key == RosterColumns.Post && PostsOn(schoolId, day).Exists(post => Same(post.Post, onSheet)));

    public PersonFact? FactOn(string key, DateOnly day) => Facts.Find(fact => fact.Key == key && fact.From <= day && (fact.To is null || fact.To >= day));

    public List<Appointment> PostsOn(string schoolId, DateOnly day) =>
        Posts.Where(post => post.SchoolId == schoolId && post.From <= day && (post.To is null || post.To >= day)).OrderBy(post => post.Order).ThenBy(post => post.From).ToList();

    // Blanks and full-width forms are no contradiction.
    private static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.Ordinal);

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)));
}
