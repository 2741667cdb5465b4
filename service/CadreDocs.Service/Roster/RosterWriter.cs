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

        appointment.To = from.AddDays(-1);
        database.Appointments.Add(new Appointment
        {
            Id = ids.New(), PersonId = appointment.PersonId, SchoolId = appointment.SchoolId, Post = post, From = from, Order = appointment.Order, OfRecord = appointment.OfRecord,
        });
    }

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
