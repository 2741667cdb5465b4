using System.Globalization;

namespace CadreDocs.GraphDouble;

/// <summary>By itself: port, delay in ms, units a minute (0 for no limit), 1 for flat units; one site /sites/cadre with its columns.</summary>
internal static class Standalone
{
    public static async Task Main(string[] args)
    {
        int Argument(int at) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : 0;
        await using var server = await GraphServer.StartAsync(Argument(0));
        server.Delay = TimeSpan.FromMilliseconds(Argument(1));
        server.Limiter.Units = Argument(2) > 0 ? Argument(2) : null;
        server.Limiter.Window = TimeSpan.FromMinutes(1);
        server.Limiter.Flat = Argument(3) == 1;
        var drive = server.Tenant.AddSite("/sites/cadre",
            ["CadreDistrict", "CadreSchool", "CadreYear", "CadreForm", "CadrePerson", "CadreState", "CadreContentCode", "CadreScheme", "CadreRecord", "CadrePortal"]);
        Console.WriteLine($"{server.Address} {drive.Id}");
        await Task.Delay(Timeout.Infinite);
    }
}
