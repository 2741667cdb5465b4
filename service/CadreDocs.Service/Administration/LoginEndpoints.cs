using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Identity;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Roster.Import;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Administration;

/// <summary>What signs in as whom. The bureau's officer reads, the administrator writes: whoever sets a login can act as that person.</summary>
internal static class LoginEndpoints
{
    private const int Limit = 100;
    private const int MaxLogin = 200;
    private const int MaxRows = 5000;

    public static void MapLogins(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/logins").WithTags("Administration");
        group.MapGet("/", ListAsync).RequireAuthorization(Policies.DistrictReader).WithName("ListLogins");
        var write = group.MapGroup("/").RequireAuthorization(Policies.Administrator);
        write.MapPost("/people", AddAsync).WithName("AddPerson");
        write.MapPut("/{personId}", EditAsync).WithName("EditLogin");
        write.MapPost("/", SetManyAsync).WithName("SetLogins");
    }

    /// <summary>The first hundred people by name, platform number or login.</summary>
    internal static async Task<Ok<LoginList>> ListAsync(string? query, bool? withoutLogin, CadreDbContext database, TimeProvider clock, CancellationToken cancellationToken)
    {
        var text = query?.Trim() ?? "";
        var today = clock.Today();
        var people = database.People.AsNoTracking().Where(person => text == "" || person.Name.Contains(text) || person.PlatformNo == text || (person.Login != null && person.Login.Contains(text)));
        people = withoutLogin == true ? people.Where(person => person.Login == null) : people;
        var found = await people.OrderBy(person => person.Name).ThenBy(person => person.Id).Take(Limit).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(person => person.Id);
        var posts = (await database.Appointments.On(today).Where(post => ids.Contains(post.PersonId))
            .Join(database.Schools, post => post.SchoolId, school => school.Id, (post, school) => new { post.PersonId, Text = school.Name + " " + post.Post }).ToListAsync(cancellationToken)).ToLookup(pair => pair.PersonId, pair => pair.Text);
        var roles = (await database.RoleGrants.Where(grant => ids.Contains(grant.PersonId)).Select(grant => new { grant.PersonId, grant.Role }).ToListAsync(cancellationToken)).ToLookup(grant => grant.PersonId, grant => grant.Role);
        return TypedResults.Ok(new LoginList(
            found.ConvertAll(person => new LoginLine(person.Id, person.Name, person.PlatformNo, person.Login, posts[person.Id].ToList(), roles[person.Id].Distinct().ToList(), person.Version)),
            await people.CountAsync(cancellationToken),
            await database.Appointments.On(today).Where(post => database.People.Any(person => person.Id == post.PersonId && person.Login == null)).Select(post => post.PersonId).Distinct().CountAsync(cancellationToken)));
    }

    /// <summary>Adds somebody who is no cadre, so that roles can be given to them. Cadres come into the roster of their school.</summary>
    /// <response code="409"><c>login-taken</c>: it signs in as somebody else.</response>
    internal static async Task<Results<Created<LoginLine>, ProblemHttpResult>> AddAsync(
        NewPerson body, CadreDbContext database, ChangeLog changes, Ids ids, CancellationToken cancellationToken)
    {
        if (RosterValues.Name(body.Name) is not { } name)
        {
            return Problems.Invalid([new ProblemItem("name-invalid", "请填写姓名（2 至 30 字，不含数字）。", "Give the name (2 to 30 characters, no digits).", Field: "name")]).ToResult();
        }

        var login = Plain(body.Login);
        if (await CheckAsync(login, null, database, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        var person = new Person { Id = ids.New(), Name = name, Login = login };
        database.People.Add(person);
        changes.Add("roster.person", null, name, personId: person.Id);
        changes.Add("roster.login", null, login, personId: person.Id);
        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Created("/api/logins", new LoginLine(person.Id, name, null, login, [], [], person.Version));
    }

    /// <summary>Sets or takes away a login.</summary>
    /// <response code="409"><c>login-taken</c>: it signs in as somebody else; <c>own-login</c>: nobody takes away the login they are signed in with.</response>
    internal static async Task<Results<NoContent, ProblemHttpResult>> EditAsync(
        string personId, EditLogin body, HttpRequest request, CadreDbContext database, ChangeLog changes, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await database.People.FirstOrDefaultAsync(person => person.Id == personId, cancellationToken) is not { } person)
        {
            return Problems.NotFound("此人", "person").ToResult();
        }

        if (request.IfMatch() is not { } version)
        {
            return Problems.VersionMissing().ToResult();
        }

        if (version != person.Version)
        {
            return Problems.Stale(person.Version).ToResult();
        }

        var login = Plain(body.Login);
        if (login is null && user.OwnsPerson(personId))
        {
            return Problems.Conflict("own-login", "不能清除自己的登录账号。", "You cannot take away your own login.", "请由另一位管理员处理。", "Ask another administrator.").ToResult();
        }

        if (await CheckAsync(login, personId, database, cancellationToken) is { } problem)
        {
            return problem.ToResult();
        }

        changes.Add("roster.login", person.Login, login, personId: personId);
        (person.Login, person.Version) = (login, person.Version + 1);
        await database.SaveChangesAsync(cancellationToken);
        request.HttpContext.Response.SetVersion(person.Version);
        return TypedResults.NoContent();
    }

    /// <summary>Sets the logins of many people by their platform numbers, all or none.</summary>
    /// <response code="422">A number is nobody's or a login is taken; <c>problems</c> names each by row.</response>
    internal static async Task<Results<Ok<LoginsSet>, ProblemHttpResult>> SetManyAsync(ManyLogins body, CadreDbContext database, ChangeLog changes, CancellationToken cancellationToken)
    {
        if (body.Rows.Count is 0 or > MaxRows)
        {
            return Problems.Invalid([new ProblemItem("rows", $"请粘贴 1 至 {MaxRows} 行：进修编号和登录账号。", $"Paste 1 to {MaxRows} rows: platform number and login.", Field: "rows")]).ToResult();
        }

        var people = await database.People.Where(person => person.PlatformNo != null || person.Login != null).ToListAsync(cancellationToken);
        var byNumber = people.Where(person => person.PlatformNo is not null).ToDictionary(person => person.PlatformNo!);
        var owners = people.Where(person => person.Login is not null).ToDictionary(person => person.Login!);
        var (items, wanted) = (new List<ProblemItem>(), new Dictionary<string, (Person Person, int Row)>(StringComparer.Ordinal));
        for (var i = 0; i < body.Rows.Count; i++)
        {
            var (number, login) = (body.Rows[i].PlatformNo.Trim(), Plain(body.Rows[i].Login));
            var person = byNumber.GetValueOrDefault(number);
            if (Fault(number, login, person, wanted) is { } fault)
            {
                items.Add(fault with { Row = i + 1 });
            }
            else
            {
                wanted[login!] = (person!, i + 1);
            }
        }

        items.AddRange(wanted.Where(pair => owners.TryGetValue(pair.Key, out var owner) && owner.Id != pair.Value.Person.Id).Select(pair => new ProblemItem(
            "login-taken", $"登录账号 {pair.Key} 已属于{owners[pair.Key].Name}：请先清除对方的账号。", $"The login {pair.Key} belongs to {owners[pair.Key].Name}: take it away from them first.", Row: pair.Value.Row, Field: "login")));
        if (items.Count > 0)
        {
            return Problems.Invalid(items.OrderBy(item => item.Row).ToList()).ToResult();
        }

        var changing = wanted.Where(pair => pair.Value.Person.Login != pair.Key).ToList();
        foreach (var (login, (person, _)) in changing)
        {
            changes.Add("roster.login", person.Login, login, personId: person.Id);
            (person.Login, person.Version) = (login, person.Version + 1);
        }

        await database.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new LoginsSet(changing.Count, wanted.Count - changing.Count));
    }

    private static ProblemItem? Fault(string number, string? login, Person? person, Dictionary<string, (Person Person, int Row)> wanted)
    {
        if (person is null)
        {
            return new ProblemItem("number-unknown", $"进修编号 {number} 不在名册中，请核对。", $"The platform number {number} is nobody's; check it.", Field: "platformNo");
        }

        if (Invalid(login))
        {
            return new ProblemItem("login-invalid", $"{person.Name}的登录账号不正确（不能为空、不含空格、200 字以内）。", $"The login of {person.Name} is wrong (not empty, no blanks, up to 200 characters).", Field: "login");
        }

        return wanted.TryGetValue(login!, out var twin) || wanted.Values.Any(pair => pair.Person.Id == person.Id)
            ? new ProblemItem("login-twice", $"{person.Name}或账号 {login} 在第 {(twin.Row > 0 ? twin.Row : wanted.Values.First(pair => pair.Person.Id == person.Id).Row)} 行已出现过。", $"{person.Name} or the login {login} stands in an earlier row too.", Field: "login")
            : null;
    }

    private static async Task<Problem?> CheckAsync(string? login, string? personId, CadreDbContext database, CancellationToken cancellationToken)
    {
        if (login is null)
        {
            return null;
        }

        if (Invalid(login))
        {
            return Problems.Invalid([new ProblemItem("login-invalid", "登录账号不含空格，200 字以内。", "A login has no blanks and up to 200 characters.", Field: "login")]);
        }

        var owner = await database.People.Where(person => person.Login == login && person.Id != personId).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken);
        return owner is null ? null : Problems.Conflict(
            "login-taken", $"登录账号 {login} 已属于{owner}。", $"The login {login} belongs to {owner}.", "请先清除对方的登录账号，或改用别的账号。", "Take it away from them first, or choose another.");
    }

    private static bool Invalid(string? login) => login is null || login.Length > MaxLogin || login.Any(char.IsWhiteSpace);

    private static string? Plain(string? login) => string.IsNullOrWhiteSpace(login) ? null : login.Trim();
}
