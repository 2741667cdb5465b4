using System.Globalization;
using CadreDocs.Service.Scheme;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CadreDocs.Service.Roster.Guard;

/// <summary>A post as it was or will be.</summary>
internal sealed record Tenure(string Id, string PersonId, string SchoolId, string Post, DateOnly From, DateOnly? To, bool OfRecord)
{
    public static Tenure Of(Appointment post) => new(post.Id, post.PersonId, post.SchoolId, post.Post, post.From, post.To, post.OfRecord);

    public static Tenure Of(EntityEntry<Appointment> entry) => Of(entry.Entity);

    public bool Holds(DateOnly day) => From <= day && (To is null || To >= day);

    public bool Touches(YearDays days) => From <= days.Last && (To is null || To >= days.First);
}

/// <summary>What a year of a school shows of somebody's posts.</summary>
internal static class Tenures
{
    /// <summary>The posts of a school's year, day by day, as text that can be compared; a post that was split and says the same is one.</summary>
    public static string Year(IEnumerable<Tenure> posts, string schoolId, YearDays year)
    {
        var (first, last) = year;
        var joined = new List<Tenure>();
        foreach (var post in posts.Where(post => post.SchoolId == schoolId && post.Touches(year)).OrderBy(post => post.Post, StringComparer.Ordinal).ThenBy(post => post.From))
        {
            var part = post with { From = post.From < first ? first : post.From, To = post.To is null || post.To > last ? last : post.To };
            if (joined.LastOrDefault() is { } before && before.Post == part.Post && before.OfRecord == part.OfRecord && before.To!.Value.AddDays(1) == part.From)
            {
                joined[^1] = before with { To = part.To };
            }
            else
            {
                joined.Add(part);
            }
        }

        return string.Join('\n', joined.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Post}|{part.OfRecord}|{part.From:O}|{part.To:O}")));
    }

    /// <summary>Schools that file the person's 表4 on a day, and whether any post holds.</summary>
    public static (bool InOffice, List<string> Filing) On(IReadOnlyCollection<Tenure> posts, DateOnly day)
    {
        var holding = posts.Where(post => post.Holds(day)).ToList();
        return (holding.Count > 0, holding.Where(post => post.OfRecord).Select(post => post.SchoolId).Distinct(StringComparer.Ordinal).ToList());
    }

    /// <summary>Days on which something begins or has ended.</summary>
    public static IEnumerable<DateOnly> Turns(IEnumerable<Tenure> posts) => posts
        .SelectMany(post => post.To is { } last && last < DateOnly.MaxValue ? new[] { post.From, last.AddDays(1) } : [post.From]).Distinct().Order();
}
