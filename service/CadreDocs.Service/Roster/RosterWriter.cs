using System.Globalization;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster.Import;

namespace CadreDocs.Service.Roster;

/// <summary>Changes people and posts with their dates; every change is logged. The caller saves.</summary>
internal sealed class RosterWriter(CadreDbContext database, ChangeLog changes, Ids ids)
{
    /// <summary>A new cadre at a school.</summary>
    public Person Add(string schoolId, IReadOnlyDictionary<string, string> values, DateOnly from, int order)
    {
        var person = new Person { Id = ids.New(), Name = values[RosterColumns.Name] };
        foreach (var (key, value) in values.Where(pair => PersonFields.Has(pair.Key)))
        {
            PersonFields.Set(person, key, value);
        }

        database.People.Add(person);
        database.Appointments.Add(new Appointment
        {
            Id = ids.New(), PersonId = person.Id, SchoolId = schoolId, Post = values[RosterColumns.Post], From = from, Order = order, OfRecord = true,
        });
        changes.Add("roster.person", null, $"{person.Name} {values[RosterColumns.Post]}", schoolId, person.Id, year: from.Year);
        return person;
    }

    /// <summary>Begins a post.</summary>
    public Appointment Appoint(string schoolId, string personId, string post, DateOnly from, int order, bool ofRecord)
    {
        var appointment = new Appointment { Id = ids.New(), PersonId = personId, SchoolId = schoolId, Post = post, From = from, Order = order, OfRecord = ofRecord };
        database.Appointments.Add(appointment);
        changes.Add("roster.post", null, post, schoolId, personId, year: from.Year);
        return appointment;
    }

    /// <summary>Ends a post.</summary>
    public void Leave(Appointment appointment, DateOnly lastDay, string? reason)
    {
        changes.Add("roster.left", appointment.To, lastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), appointment.SchoolId, appointment.PersonId, year: lastDay.Year, reason: reason);
        appointment.To = lastDay;
    }

    /// <summary>Ends a post, or takes it out where it would not have begun by then.</summary>
    public void End(Appointment appointment, DateOnly lastDay, string? reason)
    {
        if (appointment.From > lastDay)
        {
            Remove(appointment);
        }
        else
        {
            Leave(appointment, lastDay, reason);
        }
    }

    /// <summary>Changes one value of a person from a day on; the value of earlier days stays known.</summary>
    /// <param name="person">The person, tracked.</param>
    /// <param name="facts">All dated facts of the person, tracked; a new one is added to it.</param>
    /// <param name="key">Field key.</param>
    /// <param name="value">New value; empty clears it.</param>
    /// <param name="from">First day of the new value; null corrects a mistake, as if it had always been so.</param>
    /// <param name="schoolId">The school concerned.</param>
    public void Set(Person person, List<PersonFact> facts, string key, string value, DateOnly? from, string schoolId)
    {
        var before = PersonFields.Get(person, key);
        if (before == value)
        {
            return;
        }

        if (from is { } day && PersonFields.IsDated(key) && before.Length > 0)
        {
            Date(person, facts, key, before, value, day);
        }
        else if (facts.Find(fact => fact.Key == key && fact.To is null) is { } open)
        {
            open.Value = value;
        }

        PersonFields.Set(person, key, value);
        changes.Add("roster." + key, before, value, schoolId, person.Id, year: from?.Year);
    }

    /// <summary>Changes the post from a day on.</summary>
    public void SetPost(Appointment appointment, string post, DateOnly from)
    {
        if (appointment.Post == post)
        {
            return;
        }

        changes.Add("roster.post", appointment.Post, post, appointment.SchoolId, appointment.PersonId, year: from.Year);
        if (appointment.From >= from)
        {
            appointment.Post = post;
            return;
        }

        Split(appointment, from).Post = post;
    }

    /// <summary>Makes the posts of a school, several of them joined by 、, into these from a day on: what is in both stays, what is gone ends or becomes what is new.</summary>
    /// <param name="posts">The posts that hold on the day, tracked.</param>
    /// <param name="joined">The new posts.</param>
    /// <param name="from">First day of the new posts.</param>
    public void SetPosts(IReadOnlyList<Appointment> posts, string joined, DateOnly from)
    {
        if (posts.Count == 1)
        {
            SetPost(posts[0], joined, from);
            return;
        }

        var wanted = joined.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        var gone = new List<Appointment>();
        foreach (var post in posts)
        {
            var parts = post.Post.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (Array.TrueForAll(parts, wanted.Contains))
            {
                wanted.RemoveAll(parts.Contains);
            }
            else
            {
                gone.Add(post);
            }
        }

        if (wanted.Count > 0 && gone.Count == 0)
        {
            Appoint(posts[0].SchoolId, posts[0].PersonId, string.Join('、', wanted), from, posts.Max(post => post.Order), posts[0].OfRecord);
        }

        for (var i = 0; i < gone.Count; i++)
        {
            if (i == 0 && wanted.Count > 0)
            {
                SetPost(gone[0], string.Join('、', wanted), from);
            }
            else
            {
                End(gone[i], from.AddDays(-1), null);
            }
        }
    }

    /// <summary>Corrects the words and days of a post. A post that ended the day before, or began the day after, at the same school moves its own end along.</summary>
    /// <param name="appointment">The post, tracked.</param>
    /// <param name="all">All posts of the person, tracked.</param>
    /// <param name="post">The post's name.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day; null while it holds.</param>
    /// <param name="reason">Why; null where none was given.</param>
    public void Correct(Appointment appointment, IReadOnlyCollection<Appointment> all, string post, DateOnly from, DateOnly? to, string? reason = null)
    {
        if (from != appointment.From && all.FirstOrDefault(other => other.SchoolId == appointment.SchoolId && other.To == appointment.From.AddDays(-1) && other.From < from) is { } earlier)
        {
            earlier.To = from.AddDays(-1);
        }

        if (to != appointment.To && to is not null && appointment.To is { } was
            && all.FirstOrDefault(other => other.SchoolId == appointment.SchoolId && other.From == was.AddDays(1) && (other.To is null || other.To > to)) is { } later)
        {
            later.From = to.Value.AddDays(1);
        }

        var (year, before) = ((from == appointment.From ? to ?? from : from).Year, Text(appointment));
        (appointment.Post, appointment.From, appointment.To) = (post, from, to);
        changes.Add("roster.post", before, Text(appointment), appointment.SchoolId, appointment.PersonId, year: year, reason: reason);
    }

    /// <summary>Takes out a post that was entered by mistake.</summary>
    public void Remove(Appointment appointment)
    {
        changes.Add("roster.post", Text(appointment), null, appointment.SchoolId, appointment.PersonId, year: appointment.From.Year);
        database.Appointments.Remove(appointment);
    }

    /// <summary>Makes a school the one that files the person's 表4 from a day on (A32); the other posts become second posts.</summary>
    /// <param name="posts">The posts that hold on the day or begin later, tracked.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="from">First day.</param>
    public void FileAt(IEnumerable<Appointment> posts, string schoolId, DateOnly from)
    {
        foreach (var post in posts.Where(post => post.OfRecord != (post.SchoolId == schoolId)).ToList())
        {
            var (files, part) = (post.SchoolId == schoolId, post.From >= from ? post : Split(post, from));
            part.OfRecord = files;
            changes.Add("roster.filing-school", files ? null : part.Post, files ? part.Post : null, part.SchoolId, part.PersonId, year: from.Year);
        }
    }

    // The day before ends the first part; the second goes on to where the whole would have ended.
    private Appointment Split(Appointment appointment, DateOnly from)
    {
        var part = new Appointment
        {
            Id = ids.New(), PersonId = appointment.PersonId, SchoolId = appointment.SchoolId, Post = appointment.Post, From = from, To = appointment.To,
            Order = appointment.Order, OfRecord = appointment.OfRecord,
        };
        appointment.To = from.AddDays(-1);
        database.Appointments.Add(part);
        return part;
    }

    private static string Text(Appointment post) => string.Create(CultureInfo.InvariantCulture, $"{post.Post} {post.From:yyyy-MM-dd}—{post.To:yyyy-MM-dd}");

    private void Date(Person person, List<PersonFact> facts, string key, string before, string value, DateOnly from)
    {
        var open = facts.Find(fact => fact.Key == key && fact.To is null);
        if (open is not null && open.From >= from)
        {
            open.Value = value;
            return;
        }

        if (open is null)
        {
            var earlier = facts.Where(fact => fact.Key == key && fact.To is not null).Max(fact => fact.To);
            open = new PersonFact { Id = ids.New(), PersonId = person.Id, Key = key, Value = before, From = earlier?.AddDays(1) ?? new DateOnly(1900, 1, 1) };
            facts.Add(open);
            database.PersonFacts.Add(open);
        }

        open.To = from.AddDays(-1);
        var next = new PersonFact { Id = ids.New(), PersonId = person.Id, Key = key, Value = value, From = from };
        facts.Add(next);
        database.PersonFacts.Add(next);
    }
}
