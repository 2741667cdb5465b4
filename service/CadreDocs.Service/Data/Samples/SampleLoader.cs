using System.Globalization;
using System.Text.Json.Nodes;
using CadreDocs.Service.Records;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Training;

namespace CadreDocs.Service.Data.Samples;

/// <summary>Loads the sample district: three made-up schools with a year 2024 that is half done. Every id is stable.</summary>
internal sealed class SampleLoader(CadreDbContext database)
{
    public const int Year = 2024;

    /// <summary>The papers a cadre hands in, roughly in the order they come in a year.</summary>
    private static readonly (string FormId, int Semester)[] Papers =
    [
        ("semester-plan", 1), ("reflection", 0), ("lecture", 0), ("semester-summary", 1), ("semester-plan", 2),
        ("case-study", 0), ("semester-summary", 2), ("duty-report", 0), ("results", 0),
    ];

    /// <summary>Writes everything and saves.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        database.Regions.AddRange(SamplePeople.Regions.Select(region => new Region { Id = region.Id, Code = region.Code, Name = region.Name }));
        database.People.AddRange(SamplePeople.District.Select(person => new Person { Id = person.Id, Name = person.Name, Login = person.Id + "@example.com" }));
        foreach (var school in SamplePeople.Schools)
        {
            AddSchool(school);
            AddTraining(school);
            AddRecords(school);
        }

        Grant(SamplePeople.Reviewer, Roles.Reviewer);
        Grant(SamplePeople.Officer, Roles.Officer);
        Grant(SamplePeople.Administrator, Roles.Administrator);
        Grant(SamplePeople.Chair, Roles.RegionChair, regionId: "r-east");

        // A head teacher who also reviews, his own school included: nobody reviews own papers.
        Grant("p3002", Roles.Reviewer, "s-yunfan");
        database.RegionThemes.Add(new RegionTheme { RegionId = "r-east", Year = Year, Theme = "看见人的管理" });
        await database.SaveChangesAsync(cancellationToken);
    }

    private void AddSchool(SampleSchool school)
    {
        database.Schools.Add(new School { Id = school.Id, Code = school.Code, Name = school.Name, Stage = school.Stage, RegionId = school.RegionId });
        for (var i = 0; i < school.Cadres.Length; i++)
        {
            var cadre = school.Cadres[i];
            database.People.Add(new Person
            {
                Id = cadre.Id,
                PlatformNo = "00" + school.Code + cadre.Id[1..],
                Name = cadre.Name,
                Sex = cadre.Sex,
                BirthMonth = cadre.Birth,
                Political = cadre.Political,
                Education = cadre.Education,
                Title = cadre.Title,
                Subject = cadre.Subject,
                TeachingSince = cadre.Teaching,
                Login = cadre.Id + "@example.com",
            });
            database.Appointments.Add(new Appointment
            {
                Id = "a-" + cadre.Id, PersonId = cadre.Id, SchoolId = school.Id, Post = cadre.Post, From = new DateOnly(2018, 9, 1), Order = i + 1,
            });
        }

        Grant(school.Cadres[0].Id, Roles.Secretary, school.Id);
    }

    private void AddTraining(SampleSchool school)
    {
        (int Month, int Day, string Topic, string Carrier, string Content)[] sessions =
        [
            (3, 5, "学习二十大报告中的教育论述", "study", "politics"), (3, 26, "新课程方案解读", "study", "education"),
            (4, 16, "听评课工具研讨", "exchange", "education"), (5, 14, "部门规划怎样写", "exchange", "management"),
            (6, 11, "走访兄弟学校", "practice", "management"), (9, 10, "师德专题学习", "study", "politics"),
            (10, 15, "课题申报指导", "research", "methods"), (11, 12, "管理案例交流", "exchange", "management"),
        ];
        for (var i = 0; i < sessions.Length; i++)
        {
            var session = sessions[i];
            var id = string.Create(CultureInfo.InvariantCulture, $"t-{school.Id[2..]}-{i + 1}");
            database.Sessions.Add(new TrainingSession
            {
                Id = id,
                SchoolId = school.Id,
                Year = Year,
                Date = new DateOnly(Year, session.Month, session.Day),
                Place = i == 4 ? "兄弟学校" : "会议室",
                Topic = session.Topic,
                Lecturer = school.Cadres[i % school.Cadres.Length].Name,
                Carrier = session.Carrier,
                Content = session.Content,
                State = SessionState.Held,
            });
            for (var c = 0; c < school.Cadres.Length; c++)
            {
                // The second cadre's row is the worked case √ √ O ⊕ √ △ √ blank.
                var mark = c == 1 ? "√√O⊕√△√ "[i].ToString() : (i + c) % 11 == 0 ? "△" : (i * c) % 17 == 5 ? "O" : "√";
                if (mark != " ")
                {
                    database.AttendanceMarks.Add(new AttendanceMark { SessionId = id, PersonId = school.Cadres[c].Id, Mark = mark });
                }
            }
        }
    }

    private void AddRecords(SampleSchool school)
    {
        AddRecord("annual-plan", school, school.Cadres[0], null, 0, 0, RecordState.Accepted);
        for (var c = 0; c < school.Cadres.Length; c++)
        {
            var cadre = school.Cadres[c];

            // Cadres differ in how far they are: the first two have everything, the last hardly anything.
            var done = Math.Max(1, Papers.Length - Math.Max(0, c - 1));
            for (var p = 0; p < done; p++)
            {
                AddRecord(Papers[p].FormId, school, cadre, cadre.Id, Papers[p].Semester, c + p, StateOf(p, done));
            }

            if (c % 2 == 0)
            {
                AddRecord("development-plan", school, cadre, cadre.Id, 0, c, RecordState.Accepted);
            }
        }
    }

    private static RecordState StateOf(int paper, int done) => (done - paper, done) switch
    {
        (_, >= 9) => RecordState.Accepted,
        (1, _) => RecordState.Draft,
        (2, _) => RecordState.Submitted,
        (3, 6) => RecordState.Returned,
        _ => RecordState.Accepted,
    };

    private void AddRecord(string formId, SampleSchool school, SampleCadre cadre, string? personId, int semester, int number, RecordState state)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"rec-{personId ?? school.Id[2..]}-{formId}{(semester == 0 ? "" : "-" + semester)}-{Year}");
        JsonObject data = SampleTexts.For(formId, cadre, school, Year, semester, number);
        foreach (var key in data.Where(pair => pair.Value is null || pair.Value.ToString().Length == 0).Select(pair => pair.Key).ToList())
        {
            data.Remove(key);
        }

        var written = new DateTimeOffset(Year, semester == 2 ? 12 : 6, 20, 9, 0, 0, TimeSpan.FromHours(8));
        database.Records.Add(new Record
        {
            Id = id,
            FormId = formId,
            SchemeVersion = "2018",
            Year = Year,
            UntilYear = formId == "development-plan" ? Year + 2 : Year,
            Semester = semester,
            SchoolId = school.Id,
            PersonId = personId,
            Data = data.ToJsonString(),
            State = state,
            Comment = state == RecordState.Returned ? "请补充主要工作的完成时间。" : null,
            ContentCode = ContentCode.Of(id, data),
            CreatedAt = written.AddDays(-30),
            UpdatedAt = written,
            UpdatedBy = cadre.Id,
            SubmittedAt = state == RecordState.Draft ? null : written,
            AcceptedAt = state == RecordState.Accepted ? written.AddDays(3) : null,
        });
    }

    private void Grant(string personId, string role, string? schoolId = null, string? regionId = null) =>
        database.RoleGrants.Add(new RoleGrant { Id = $"g-{personId}-{role}", PersonId = personId, Role = role, SchoolId = schoolId, RegionId = regionId });
}
