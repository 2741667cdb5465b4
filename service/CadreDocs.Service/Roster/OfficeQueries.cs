using CadreDocs.Service.Scheme;

namespace CadreDocs.Service.Roster;

/// <summary>Who holds a post where and when.</summary>
internal static class OfficeQueries
{
    /// <summary>Posts that hold on a day.</summary>
    public static IQueryable<Appointment> On(this IQueryable<Appointment> posts, DateOnly day) =>
        posts.Where(post => post.From <= day && (post.To == null || post.To >= day));

    /// <summary>Posts that hold on some day of a year; attendance stays where it was earned (A32).</summary>
    public static IQueryable<Appointment> During(this IQueryable<Appointment> posts, YearDays year)
    {
        var (first, last) = (year.First, year.Last);
        return posts.Where(post => post.From <= last && (post.To == null || post.To >= first));
    }

    /// <summary>Posts of record on the year's last day: that school files the person's 表4 (A32).</summary>
    public static IQueryable<Appointment> FilingYear(this IQueryable<Appointment> posts, YearDays year) =>
        posts.On(year.Last).Where(post => post.OfRecord);

    /// <summary>The value of a dated fact on a day; today's value where no fact covers it.</summary>
    public static string At(this IEnumerable<PersonFact> facts, string key, DateOnly day, string current) =>
        facts.FirstOrDefault(fact => fact.Key == key && fact.From <= day && (fact.To is null || fact.To >= day))?.Value ?? current;
}
