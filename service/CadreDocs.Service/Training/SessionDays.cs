using System.Globalization;

namespace CadreDocs.Service.Training;

/// <summary>Days of sessions as 表2 prints them.</summary>
internal static class SessionDays
{
    private const string Circled = "①②③④⑤⑥⑦⑧⑨⑩";

    /// <summary>Number of a session that is new on its day: it takes the last place when the day is numbered.</summary>
    public const int Last = int.MaxValue;

    /// <summary>3月5日, with ① ② where several sessions fell on the day (R52).</summary>
    public static string Label(TrainingSession session) => string.Create(
        CultureInfo.InvariantCulture, $"{session.Date.Month}月{session.Date.Day}日{(session.NumberOfDay is > 0 and <= 10 ? Circled[session.NumberOfDay - 1].ToString() : "")}");

    /// <summary>Numbers the sessions of each day anew: 1, 2 … where there are several, else 0. Dropped ones take no number.</summary>
    public static void Number(IEnumerable<TrainingSession> sessions)
    {
        foreach (var day in sessions.GroupBy(session => session.Date))
        {
            var held = day.Where(session => session.State != SessionState.Dropped).OrderBy(session => session.NumberOfDay).ThenBy(session => session.Id, StringComparer.Ordinal).ToList();
            for (var i = 0; i < held.Count; i++)
            {
                held[i].NumberOfDay = held.Count == 1 ? 0 : i + 1;
            }

            foreach (var dropped in day.Where(session => session.State == SessionState.Dropped))
            {
                dropped.NumberOfDay = 0;
            }
        }
    }
}
