namespace CadreDocs.Service.Administration;

/// <summary>Somebody with what signs in as them.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">姓名.</param>
/// <param name="PlatformNo">进修编号.</param>
/// <param name="Login">Login at the identity provider; null where nobody can sign in as them.</param>
/// <param name="Posts">Posts of today with their schools.</param>
/// <param name="Roles">Roles beside being a cadre.</param>
/// <param name="Version">For If-Match.</param>
internal sealed record LoginLine(string PersonId, string Name, string? PlatformNo, string? Login, List<string> Posts, List<string> Roles, int Version);

/// <summary>People that were found.</summary>
/// <param name="People">The first hundred.</param>
/// <param name="Total">How many there are.</param>
/// <param name="WithoutLogin">How many people in office cannot sign in.</param>
internal sealed record LoginList(List<LoginLine> People, int Total, int WithoutLogin);

/// <summary>Somebody who is no cadre: an officer, a reviewer, the administrator.</summary>
internal sealed record NewPerson(string Name, string? Login);

/// <summary>A login; null or empty takes it away.</summary>
internal sealed record EditLogin(string? Login);

/// <summary>Logins of many people at once.</summary>
internal sealed record ManyLogins(List<NumberedLogin> Rows);

/// <summary>The login of whoever has this platform number.</summary>
internal sealed record NumberedLogin(string PlatformNo, string Login);

/// <summary>How many logins were set and how many stood so already.</summary>
internal sealed record LoginsSet(int Set, int Same);
