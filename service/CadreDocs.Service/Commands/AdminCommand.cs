using System.CommandLine;
using CadreDocs.Service.Audit;
using CadreDocs.Service.Data;
using CadreDocs.Service.Hosting;
using CadreDocs.Service.Roster;
using CadreDocs.Service.Roster.Import;
using Microsoft.EntityFrameworkCore;

namespace CadreDocs.Service.Commands;

/// <summary><c>admin</c>: the first administrator of an empty database. Everything else is then done in the portal.</summary>
internal static class AdminCommand
{
    public static Command Make()
    {
        var login = new Option<string>("--login") { Description = "统一身份认证中的登录账号（如邮箱或 oid）/ Login at the identity provider, such as e-mail or oid", Required = true };
        var name = new Option<string>("--name") { Description = "姓名 / Name", Required = true };
        var add = new Command("add", "添加管理员 / Adds an administrator") { login, name };
        add.TreatUnmatchedTokensAsErrors = false;
        add.SetAction((parsed, cancellationToken) => AddAsync([.. parsed.UnmatchedTokens], parsed.GetValue(login)!.Trim(), parsed.GetValue(name)!, cancellationToken));
        var list = new Command("list", "列出管理员 / Lists the administrators") { TreatUnmatchedTokensAsErrors = false };
        list.SetAction((parsed, cancellationToken) => ListAsync([.. parsed.UnmatchedTokens], cancellationToken));
        return new Command("admin", "管理员账号 / Administrators") { add, list };
    }

    private static async Task<int> AddAsync(string[] settings, string login, string typed, CancellationToken cancellationToken)
    {
        if (RosterValues.Name(typed) is not { } name)
        {
            return Tool.Refuse($"“{typed}”不像姓名（2 至 30 字，不含数字）。", $"'{typed}' does not look like a name (2 to 30 characters, no digits).");
        }

        if (login.Length == 0 || login.Any(char.IsWhiteSpace))
        {
            return Tool.Refuse("登录账号不能为空，也不含空格。", "The login is not empty and has no blanks.");
        }

        await using var app = await CommandDatabase.OpenAsync(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var (database, ids) = (scope.ServiceProvider.GetRequiredService<CadreDbContext>(), scope.ServiceProvider.GetRequiredService<Ids>());
        var person = await database.People.FirstOrDefaultAsync(person => person.Login == login, cancellationToken);
        if (person is not null && person.Name != name)
        {
            return Tool.Refuse($"登录账号 {login} 已属于{person.Name}：请核对姓名。", $"The login {login} belongs to {person.Name}: check the name.");
        }

        if (person is not null && await database.RoleGrants.AnyAsync(grant => grant.PersonId == person.Id && grant.Role == Roles.Administrator, cancellationToken))
        {
            Console.WriteLine($"{name}（{login}）已经是管理员。 / {name} ({login}) is an administrator already.");
            return 0;
        }

        if (person is null)
        {
            person = new Person { Id = ids.New(), Name = name, Login = login };
            database.People.Add(person);
        }

        database.RoleGrants.Add(new RoleGrant { Id = ids.New(), PersonId = person.Id, Role = Roles.Administrator });
        database.Changes.Add(new Change { Id = ids.New(), At = TimeProvider.System.GetUtcNow(), By = "system", PersonId = person.Id, Subject = "role." + Roles.Administrator, After = "✓" });
        await database.SaveChangesAsync(cancellationToken);
        Console.WriteLine($"已添加管理员{name}（{login}）。请在统一身份认证中给此人 administrator 应用角色，然后登录门户添加片区和学校。");
        Console.WriteLine($"  Added {name} ({login}) as an administrator. Give them the app role 'administrator' at the identity provider, then sign in to the portal and add regions and schools.");
        return 0;
    }

    private static async Task<int> ListAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = await CommandDatabase.OpenAsync(settings, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CadreDbContext>();
        var people = await database.People.Where(person => database.RoleGrants.Any(grant => grant.PersonId == person.Id && grant.Role == Roles.Administrator))
            .OrderBy(person => person.Name).Select(person => new { person.Name, person.Login }).ToListAsync(cancellationToken);
        people.ForEach(person => Console.WriteLine($"{person.Name}\t{person.Login ?? "—"}"));
        return 0;
    }
}
